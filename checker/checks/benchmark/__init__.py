"""The group's checks, in the order of the catalogue."""

from checker.checks.check import Check

BENCHMARK: tuple[Check, ...] = ()
