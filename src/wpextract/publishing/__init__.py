"""Records to contracts to a promoted Parquet release."""

from wpextract.publishing.holding import hold
from wpextract.publishing.release import Published, Source, publish

__all__ = ["Published", "Source", "hold", "publish"]
