"""What people say about what the machine read."""

from checker.review.readings import CORRECTED, Reading, reading_at, readings
from checker.review.standing import EPOCHS, Standing, beside, relocated, standing, unmoved

__all__ = [
    "CORRECTED",
    "EPOCHS",
    "Reading",
    "Standing",
    "beside",
    "reading_at",
    "readings",
    "relocated",
    "standing",
    "unmoved",
]
