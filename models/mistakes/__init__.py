"""What a model gets wrong most surely, worded so that a person sees why; never from the sealed test split."""

from models.mistakes.finding import TEN, Mistake, Worst, worst
from models.mistakes.wording import Pick, lines, section

__all__ = ["TEN", "Mistake", "Pick", "Worst", "lines", "section", "worst"]
