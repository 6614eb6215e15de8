"""The language in which laws and benchmarks set sanctions and ranges."""

from checker.statutes.ranges.reading import RangeReading, Unparsed, parse_ranges

__all__ = ["RangeReading", "Unparsed", "parse_ranges"]
