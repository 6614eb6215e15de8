"""Checks against the statute, in the order of the catalogue."""

from checker.checks.check import Check
from checker.checks.statute import limitation, mandatory, maximum, minimum, minor, provided, twice, version

STATUTE: tuple[Check, ...] = (
    maximum.CHECK,
    minimum.CHECK,
    provided.CHECK,
    mandatory.CHECK,
    version.CHECK,
    limitation.CHECK,
    twice.CHECK,
    minor.CHECK,
)
