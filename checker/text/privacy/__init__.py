"""Personal data in text: where it stands, and what may be shown of it (docs/personal-data.md)."""

from checker.text.privacy.finding import Personal, personal
from checker.text.privacy.stars import shown

__all__ = ["Personal", "personal", "shown"]
