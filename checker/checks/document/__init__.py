"""The group's checks, in the order of the catalogue."""

from checker.checks.check import Check
from checker.checks.document import citation, elements, identifiers, personal, remedy_order, remedy_period

DOCUMENT: tuple[Check, ...] = (
    elements.CHECK,
    citation.CHECK,
    remedy_period.CHECK,
    remedy_order.CHECK,
    identifiers.CHECK,
    personal.CHECK,
)
