"""What people say about what the machine read."""

from checker.review.readings import CORRECTED, Reading, readings
from checker.review.standing import EPOCHS, Standing, standing

__all__ = ["CORRECTED", "EPOCHS", "Reading", "Standing", "readings", "standing"]
