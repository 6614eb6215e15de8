"""Plan, run and resume many files; a batch never stops for one of them."""

from checker.batch.plan import Plan, plan
from checker.batch.run import Progress, run_batch

__all__ = ["Plan", "Progress", "plan", "run_batch"]
