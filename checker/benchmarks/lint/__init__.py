"""The linter of benchmarks: faults that a table shows by itself, beside the law, or beside other tables.

A lint is a function from a Desk to Hits, listed in LINTS; its messages are `lint:NAME` in checker/messages/lints.yaml
and its page is docs/lints/NAME.md.
"""

from checker.benchmarks.lint.finding import NOTE, Desk, Lint, Rule
from checker.benchmarks.lint.registry import LINTS
from checker.benchmarks.lint.run import lint, lint_paths

__all__ = ["LINTS", "NOTE", "Desk", "Lint", "Rule", "lint", "lint_paths"]
