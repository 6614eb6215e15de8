"""The command line: parse the words, call a verb, show the result. Exit codes are those of the contract."""

from checker.cli.app import app, main

__all__ = ["app", "main"]
