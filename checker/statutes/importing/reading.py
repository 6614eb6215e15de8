"""One input to one dated text of a law: its tree, its history, its clauses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from checker.errors import DocumentError
from checker.parse import parse
from checker.statutes.importing.clauses import Clause, Left, read_clauses
from checker.statutes.importing.history import History, read_history
from checker.statutes.importing.spreading import spread
from checker.statutes.importing.taking import take_over
from checker.statutes.importing.tree import LawText, read_tree

Kind = Literal["law", "regulation", "rule", "local"]
STATE = "中华人民共和国"


@dataclass(frozen=True)
class Imported:
    """One text of one law, with every sentence about a sanction either written or left out."""

    label: str
    law: LawText
    kind: Kind
    history: History
    clauses: tuple[Clause, ...]

    @property
    def name(self) -> str:
        """The law's full name."""
        return self.law.title

    @property
    def written(self) -> list[Clause]:
        """Clauses that become provisions."""
        return [each for each in self.clauses if not each.reason]

    @property
    def left(self) -> list[Left]:
        """Clauses that do not, with the reason."""
        return [Left(each.where, each.reason, each.text[:60], each.detail) for each in self.clauses if each.reason]


def read_law_text(data: bytes, label: str) -> Imported:
    """What these bytes hold. Raises DocumentError for what is no law, or cannot be dated or put in order."""
    text = parse(data, label).text
    law = read_tree(text, label)
    history = read_history(law, Path(label).name)
    if history is None:
        raise DocumentError("law-undated", label, title=law.title)
    clauses = read_clauses(law)
    take_over(clauses)
    spread(clauses)
    return Imported(label, law, _kind(law), history, tuple(clauses))


def _kind(law: LawText) -> Kind:
    """By who adopted it; where the heading does not tell, by its name."""
    heading = "".join(law.heading)
    if re.search(r"(?:省|市|自治区|自治州|自治县)[^，。]{0,12}人民(?:代表大会|政府)", heading):
        return "local"
    if "全国人民代表大会" in heading or re.search(r"第.{1,4}届全国人", heading):
        return "law"
    if re.search(r"国务院(?:、[^，。\n]{2,20})?(?:令|批准|公布|发布|第.{1,6}次常务会议)", heading):
        return "regulation"
    if re.search(r"(?:部|委员会|总局|局|署|办公室)(?:令|公布|发布|公告|第)", heading):
        return "rule"
    bare = law.title.removeprefix(STATE)
    return "law" if bare.endswith("法") else "regulation" if bare.endswith("条例") else "rule"
