"""What a model gets wrong most surely, worded so that a person sees why; never from the sealed test split."""

from models.mistakes.finding import TEN, Mistake, Worst, worst
from models.mistakes.wording import BOTH, section

__all__ = ["BOTH", "TEN", "Mistake", "Worst", "section", "worst"]
