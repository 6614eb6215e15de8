"""Full names of national laws from the short ones that decisions use."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

STATE = "中华人民共和国"
VERSION = re.compile(r"[（(](?:\d{4}|[^）)]*(?:修正|修订|修改))[^）)]*[）)]$")


@cache
def _known() -> dict[str, str]:
    """Bare name to full name; the list holds names only, one a line."""
    listed = (Path(__file__).parent / "data" / "laws.txt").read_text(encoding="utf-8").split()
    return {name.removeprefix(STATE): name for name in listed}


def full_name(written: str) -> str:
    """The full name where the list knows the law, else the name as written without a version in brackets."""
    bare = VERSION.sub("", re.sub(r"\s", "", written)).removeprefix(STATE)
    return _known().get(bare, VERSION.sub("", re.sub(r"\s", "", written)))
