"""What people say about what the machine read."""

from checker.review.readings import CORRECTED, Reading, reading_at, readings
from checker.review.standing import EPOCHS, Standing, standing

__all__ = ["CORRECTED", "EPOCHS", "Reading", "Standing", "reading_at", "readings", "standing"]
