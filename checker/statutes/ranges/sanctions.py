"""Sanctions other than fines, as the words of a clause name them."""

from __future__ import annotations

import re
from collections.abc import Iterator

OTHERS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            "confiscate_gains",
            r"没收(?:其)?(?:全部)?(?:违法|非法)所得|没收[^，。;]{0,16}(?:违法|非法)所得|违法所得[^，。;]{0,6}予以没收",
        ),
        ("confiscate_goods", r"没收(?!(?:其)?(?:全部)?(?:违法|非法)所得)[^，。;罚]{2,80}"),
        (
            "confiscate_goods",
            r"(?<=没收违法所得)(?:和|、|以及|及)(?!罚款|违法所得|[\d一二三四五六七八九十百千万]+[元万千百]|处|并|警告|吊销)[^，。;罚]{2,60}",
        ),
        ("warning", r"警告"),
        ("criticism", r"通报批评"),
        ("revoke_licence", r"吊销|撤销[^，。;]{0,8}(?:许可|批准)"),
        ("suspend_licence", r"暂扣[^，。;]{0,16}(?:证|执照|许可)"),
        ("downgrade", r"降低(?:其)?资质等级"),
        ("stop_production", r"(?:责令[^，。;]{0,8}|并)(?:停产停业|停止生产|停业|停产)[^，。;]{0,4}"),
        ("close", r"责令关闭|予以关闭|责令[^，。;]{0,10}关闭"),
        ("practice_ban", r"(?:禁止|不得)[^，。;]{0,40}(?:从事|担任|从业)[^，。;]{0,20}|终身不得"),
        ("restrict_business", r"限制(?:其)?(?:开展)?生产经营活动|限制生产"),
        ("detention", r"拘留"),
    )
)
ANY = re.compile(r"没收|警告|批评|吊销|撤销|暂扣|资质|停|关闭|禁止|不得|限制|拘留")


def find_others(words: str) -> Iterator[tuple[str, int, int]]:
    """(kind, start, end) of every sanction other than a fine in these words, by place."""
    if ANY.search(words) is None:
        return
    found = [(match.start(), match.end(), kind) for kind, pattern in OTHERS for match in pattern.finditer(words)]
    for start, end, kind in sorted(found):
        yield kind, start, end
