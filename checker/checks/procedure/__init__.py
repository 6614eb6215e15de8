"""The group's checks, in the order of the catalogue."""

from checker.checks.check import Check
from checker.checks.procedure import heavier, notice, on_the_spot, order, overdue

PROCEDURE: tuple[Check, ...] = (
    order.CHECK,
    overdue.CHECK,
    notice.CHECK,
    heavier.CHECK,
    on_the_spot.CHECK,
)
