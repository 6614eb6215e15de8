"""Sanctions that a sentence names and the range language did not find: kept as possible, so none is called illegal.

Such a branch has obligation `may` and no condition. It widens what a decision may contain and never makes
anything missing; the summary of the import tells where it was added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

NAMED = (
    ("revoke_licence", re.compile(r"吊销|撤销[^，。；]{0,10}(?:许可|资格|登记|批准)|取消[^，。；]{0,10}资格")),
    ("stop_production", re.compile(r"停产停业|停业整顿|停产整顿|停产、停业")),
    ("downgrade", re.compile(r"降低[^，。；]{0,6}资质等级")),
    ("close", re.compile(r"(?:责令|予以|或者)关闭")),
    ("suspend_licence", re.compile(r"暂扣[^，。；]{0,12}(?:证|执照|许可)")),
    (
        "confiscate_gains",
        re.compile(r"(?:所得|收入)[^，。；]{0,8}(?:的，?)?[^，。；]{0,12}没收|没收[^，。；]{0,16}(?:所得|收入)"),
    ),
    ("confiscate_goods", re.compile(r"没收(?![^，。；]{0,16}(?:所得|收入))|财物[^，。；]{0,4}，?予以没收")),
)
BOTH = re.compile(r"(?:所得|收入)(?:和|、|以及)[^，。；]{0,20}(?:财物|物品|产品|工具|设备)")
SUFFERED = re.compile(r"(?:被|已|经|受到|依法受)[^，。；]{0,8}$")  # 被吊销许可证的: conduct, no sanction


def widen(text: str, branches: list[dict[str, Any]]) -> list[str]:
    """Add the kinds that the sentence names after what it forbids and no branch has; their names."""
    have = {each["sanction"] for each in branches}
    start = re.search(r"[的者]，|处|责令|给予", text)
    added = [kind for kind in _named(text, start.end() if start else 0) if kind not in have]
    once = text.count("没收") == 1 and not BOTH.search(text) and "confiscate_gains" in have | set(added)
    added = [kind for kind in added if not (once and kind == "confiscate_goods")]
    branches += [{"sanction": kind, "obligation": "may"} for kind in added]
    return added


def _named(text: str, start: int) -> Iterator[str]:
    for kind, pattern in NAMED:
        found = (match for match in pattern.finditer(text) if match.end() > start)
        if any(not SUFFERED.search(text[: match.start()]) for match in found):
            yield kind
