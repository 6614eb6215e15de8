"""Which sentences teach most when a person labels them: those that are doubtful, and unlike each other."""

from models.informative.candidates import Candidate, candidates
from models.informative.choosing import choose, queue

__all__ = ["Candidate", "candidates", "choose", "queue"]
