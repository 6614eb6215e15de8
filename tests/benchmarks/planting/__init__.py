"""Faults planted in sound tables, one at a time: for each lint, every place of a benchmark where the fault can be.

The places are found without the linter's own code, so that the two can disagree.
"""

from tests.benchmarks.planting import conditions, dates, scorings, tiers
from tests.benchmarks.planting.tables import PLANTERS, Planted, plant

__all__ = ["PLANTERS", "Planted", "conditions", "dates", "plant", "scorings", "tiers"]
