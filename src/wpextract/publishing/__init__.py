"""Records to contracts to a promoted Parquet release."""

from wpextract.publishing.release import Published, Source, publish

__all__ = ["Published", "Source", "publish"]
