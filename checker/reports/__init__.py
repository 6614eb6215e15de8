"""What leaves the house: the findings sheet and the reasoning of one case in sentences. Both take what the contract
and the store give, in which personal data is starred."""

from checker.reports.explain import explain
from checker.reports.sheet import write_xlsx

__all__ = ["explain", "write_xlsx"]
