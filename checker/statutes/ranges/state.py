"""What reading a text has found so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.records.ranges import Branch
from checker.statutes.ranges.fines import Left
from checker.statutes.ranges.subjects import Subject


@dataclass(slots=True)
class State:
    """What one text has said so far; places are in the compact text until the end."""

    text: str
    below_excludes: bool
    branches: list[Branch] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)  # beside `branches`: the party named by its role
    left: list[Left] = field(default_factory=list)
    paragraphs: list[tuple[int, int]] = field(default_factory=list)  # first and last branch of each paragraph
    copies: list[tuple[int, int]] = field(default_factory=list)  # places of branches taken over, and of their models
    condition: str | None = None
    subject: Subject = field(default_factory=Subject)
    sticky: str | None = None  # 个人违反…的: holds for every clause of the paragraph
    loose_gains: bool = False  # 有违法所得的 stood in the middle of this clause: only its own multiple hangs on it
    begun: bool = False  # a consequence was read: the words that follow no longer describe the violation


@dataclass(slots=True)
class Clause:
    """What one clause has said so far."""

    outer: str | None  # the condition that the clause began with
    pending: list[str] = field(default_factory=list)  # segments that are neither condition nor consequence yet
    open_condition: bool = False  # the last segment was a condition, the next one adds to it
    consequences: int = 0
