"""The group's checks, in the order of the catalogue."""

from checker.checks.arithmetic import across, confiscation, fine_sum, multiple, words_digits
from checker.checks.check import Check

ARITHMETIC: tuple[Check, ...] = (
    words_digits.CHECK,
    fine_sum.CHECK,
    multiple.CHECK,
    confiscation.CHECK,
    across.CHECK,
)
