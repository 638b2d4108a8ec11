"""The HTML report that people review: findings with their arithmetic and the pictures of the places they stand on."""

from wpextract.reporting.report import write_report

__all__ = ["write_report"]
