"""A decision read by the rules and kept in a store, and corrections of it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from checker.pipeline import Options, pipeline
from checker.records.correction import Correction
from checker.review import EPOCHS, readings
from checker.review.standing import CONTEXT
from checker.store import Store, queries

DECISION = """延吉市市场监督管理局
行政处罚决定书
延市监罚字〔2023〕15号
当事人：延吉市某食品店，联系电话13812345678。
经查，当事人于2023年3月1日销售超过保质期的食品，货值金额300元，违法所得120元。
当事人积极配合调查，主动消除危害后果，未发现拒不改正的情形。
当事人的行为违反了《中华人民共和国食品安全法》第三十四条第十项的规定。
依据《中华人民共和国食品安全法》第一百二十四条第一款第五项，决定处罚如下：
1.没收违法所得120元；
2.罚款50000元。
延吉市市场监督管理局
2023年5月6日
"""


def sha(text: str) -> str:
    """The hash of a text file."""
    return hashlib.sha256(text.encode()).hexdigest()


def saved(store: Store, text: str = DECISION, file: str = "a.txt") -> str:
    """Check a text without benchmarks and keep the result; returns the document's hash."""
    store.save(pipeline(Options(models=None)).check(text.encode(), file))
    return sha(text)


def correction(text: str = DECISION, quote: str = "300元", label: str = "price", **changes: Any) -> Correction:
    """A correction of the first place where the quote stands, over the goods value unless told otherwise."""
    start = text.index(quote)
    made = Correction(
        file="a.txt",
        sha256=sha(text),
        task="money",
        page=1,
        start=start,
        end=start + len(quote),
        quote=quote,
        before=text[max(start - CONTEXT, 0) : start],
        after=text[start + len(quote) : start + len(quote) + CONTEXT],
        label=label,
        polarity=None,
        machine_label="goods_value",
        machine_polarity=None,
        extractor="rules@1",
        epoch=EPOCHS["money"],
        who="张审",
        at="2026-01-02T03:04:05+00:00",
    )
    return replace(made, **changes)


def kind(label: str = "other", **changes: Any) -> Correction:
    """A correction of the document kind."""
    none = {
        "task": "kind",
        "start": 0,
        "end": 0,
        "quote": "",
        "before": "",
        "after": "",
        "label": label,
        "machine_label": "decision",
    }
    return replace(correction(), **{**none, "epoch": EPOCHS["kind"], **changes})


def read(store: Store, sha256: str) -> tuple[Any, ...]:
    """What the machine read in a stored document."""
    return readings(queries.source(store, sha256).extracted)
