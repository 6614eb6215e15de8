"""The trained ranking of a table's items for a charge: what it sees (`pairs`), how it weighs, what follows."""

from checker.benchmarks.ranking.choosing import SURE, Verdict, choose, judge
from checker.benchmarks.ranking.pairs import NAMES, PAIRS, rows
from checker.benchmarks.ranking.ranker import Ranker, Shares

__all__ = ["NAMES", "PAIRS", "SURE", "Ranker", "Shares", "Verdict", "choose", "judge", "rows"]
