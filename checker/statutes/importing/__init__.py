"""A law's text becomes a file of dated provisions: read, date, take apart, join versions, write."""

from checker.statutes.importing.reading import Imported, read_law_text
from checker.statutes.importing.run import Outcome, Report, import_laws

__all__ = ["Imported", "Outcome", "Report", "import_laws", "read_law_text"]
