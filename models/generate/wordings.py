"""Short texts for the ranking of benchmark items: one violation in one of many wordings."""

from __future__ import annotations

from functools import cache
from random import Random

from models.generate.case import invent
from models.generate.template import Pick, Template, Words, compile_template
from models.generate.violations import FIELDS, Violation, violations
from models.labels.record import LabelledText

# Writers of such lines; each has sentences of its own, so that a split by template keeps one away.
FRAMES: dict[str, tuple[str, ...]] = {
    "wordings_cause": (
        "案由：{cause}",
        "{party}{cause}案",
        "涉嫌{cause}",
        "案件名称：关于{party}{cause}的案件",
        "案由　{cause}　当事人　{party}",
    ),
    "wordings_report": (
        "市民来电反映，{party}{cause}，请求查处。",
        "举报人称{party}存在{cause}的问题。",
        "网上投诉：<这家店|该企业>{cause}。",
        "转办线索：{city}{party}涉嫌{cause}，请核查。",
    ),
    "wordings_facts": (
        "当事人于{act}{cause}，事实清楚。",
        "现已查明，当事人的行为系{cause}。",
        "{party}在{addr}{cause}，被执法人员查获。",
        "{party}{cause}的违法事实成立。",
    ),
    "wordings_law": (
        "{violated}禁止{cause}。",
        "{cause}的，依照{basis}处罚。",
        "上述行为属于{cause}，应依{basis}予以处罚。",
        "你单位{cause}，违反{violated}。",
    ),
}
SAID_OTHERWISE = (
    ("未取得", "没有取得"),
    ("未经", "没有经过"),
    ("未按照规定", "没有按规定"),
    ("未按", "没按"),
    ("擅自", "私自"),
    ("销售", "出售"),
    ("使用", "正在使用"),
    ("没有", "无"),
    ("超过", "超出"),
    ("从事", "开展"),
    ("不符合", "达不到"),
    ("进行", "开展"),
    ("设置", "设立"),
)
PLACES = ("某县", "某市", "某区")


def wording_text(writer: str, rng: Random, name: str) -> LabelledText:
    """One line by the writer about a violation that has a benchmark item; the citations are left out now and then."""
    field, violation = rng.choice(ranked())
    wording = _varied(rng.choice(violation.wordings), rng)
    place = rng.choice(PLACES)
    case = invent(rng, field, violation, place)
    words = case.words | {"cause": wording, "city": place, "act": f"{rng.randint(2019, 2024)}年{rng.randint(1, 12)}月"}
    return LabelledText(
        id=name,
        text=_filled(compile_template(rng.choice(FRAMES[writer])), words, rng),
        kind=None,
        spans=(),
        source=f"generated:{writer}",
        template=writer,
        agency=writer,
        complete=("item",),
        wording=wording,
        basis=tuple(violation.basis) if rng.random() < 0.7 else (),
        item=violation.item,
    )


@cache
def ranked() -> tuple[tuple[str, Violation], ...]:
    """Field and violation for each one that belongs to an item of the shipped benchmarks."""
    return tuple((field, each) for field in FIELDS for each in violations(field) if each.item)


def _varied(wording: str, rng: Random) -> str:
    """The wording, half the time with one of its words said otherwise."""
    fits = [(one, other) for one, other in SAID_OTHERWISE if one in wording and other not in wording]
    if not fits or rng.random() < 0.5:
        return wording
    one, other = rng.choice(fits)
    return wording.replace(one, other, 1)


def _filled(template: Template, words: dict[str, str], rng: Random) -> str:
    text = ""
    for node in template:
        if isinstance(node, Words):
            text += node.text
        elif isinstance(node, Pick):
            text += _filled(rng.choice(node.options), words, rng)
        else:
            text += words[node.name]
    return text
