"""Checks against the benchmark, in the order of the catalogue."""

from checker.checks.benchmark import (
    aggravated,
    aggravation,
    higher_norm,
    in_force,
    mislabelled,
    mitigated,
    mitigation,
    outside,
    procedure,
    stated,
    statute,
    supported,
    unreachable,
)
from checker.checks.check import Check

BENCHMARK: tuple[Check, ...] = (
    outside.CHECK,
    unreachable.CHECK,
    supported.CHECK,
    mitigation.CHECK,
    aggravation.CHECK,
    aggravated.CHECK,
    mitigated.CHECK,
    mislabelled.CHECK,
    stated.CHECK,
    in_force.CHECK,
    procedure.CHECK,
    statute.CHECK,
    higher_norm.CHECK,
)
