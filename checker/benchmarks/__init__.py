"""裁量权基准: dated tables from files, the ones in force, the item that a decision falls under, position rules."""

from checker.benchmarks.fields import field_of
from checker.benchmarks.load import benchmarks_version, load_benchmarks
from checker.benchmarks.match import match_item
from checker.benchmarks.position import position_band
from checker.benchmarks.ranking import Ranker
from checker.benchmarks.versions import in_force, is_named, named

__all__ = [
    "Ranker",
    "benchmarks_version",
    "field_of",
    "in_force",
    "is_named",
    "load_benchmarks",
    "match_item",
    "named",
    "position_band",
]
