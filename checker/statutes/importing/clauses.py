"""The penalty clauses of a law: each sentence that speaks of a sanction is understood and written, or listed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from checker.records.ranges import Branch
from checker.statutes.importing.references import Group, Reference, find_groups
from checker.statutes.importing.sizes import sizes, told
from checker.statutes.importing.tree import Article, LawText, Paragraph
from checker.statutes.importing.widening import widen
from checker.statutes.ranges import RangeReading, Unparsed, parse_ranges

SANCTION = re.compile(
    r"罚款|没收|吊销|警告|通报批评|暂扣|停产停业|停业整顿|停止执业|责令[^，。；]{0,6}(?:停产|停业|关闭)|拘留|降低资质等级"
    r"|撤销[^，。；]{0,10}(?:许可|资格|登记|批准)"
)
DISCIPLINE = re.compile(r"(?:[、和或者及]|以及|直至){0,3}(?:警告|记过|记大过|降级|降职|撤职|开除|留用察看)|处分")
LIABILITY = re.compile(r"责任|罚则|处罚|奖惩|惩")
PUNISHES = re.compile(r"[的者]，|[的者](?:，)?由|之一|违反")
BROKEN_RULE = re.compile(r"(?:违反(?:了)?|(?:未|不|没有)(?:按照|依照|按|依)?(?:履行|遵守|执行)?)$")
CASE = re.compile(r"(?:的)?(?:规定|所列|所指)?(?:的)?(?:禁止)?(?:情形|行为|情况|违法行为)")
LIKE = re.compile(r"(?:依照|按照|依据|根据|适用|依|按)(?:违反)?$")
PUNISHED = re.compile(
    r"(?:的)?(?:有关|相应)?(?:规定)?(?:的)?[^，。；的]{0,12}?"
    r"(?:处罚|处以罚款|罚款|(?:处理|承担(?:相应的?)?(?:法律)?责任|追究(?:其)?(?:法律)?责任)(?=[，。；：]|$))(?!后|决定|的|措施|权|时|数额)"
)
OTHER_LAW = re.compile(
    r"(?:依照|按照|依据|根据|依|按)[^，。；]{0,30}?(?:《[^》]+》|[\u4e00-\u9fff]{2,14}(?<!本)(?:法|条例|细则)|法律|法规)"
    r"[^，。；]{0,60}?(?:处罚|处以罚款)(?!后|决定|外|的|措施|权|时|种类|幅度)"
)
BELOW = re.compile(r"(?:依照|按照|按)?下列(?:规定|标准|情形|不同情况|罚款|处罚)")  # the items say what it costs
GIVEN = re.compile(r"给予|处|予以|并|责令|，|、|由")
SURCHARGE = re.compile(r"[^，。；]*滞纳金")  # a charge for lateness is no fine
UNSIZED = re.compile(
    r"(?:处以?|予以?|并|科以|，|、|或者?|和)(?:一定数额的|相应的)?(?:的)?罚款$"
)  # 并处罚款: told elsewhere
PATTERNS = 24  # characters before a branch in which 给予 or 处 makes a bare 警告 a sanction


@dataclass(frozen=True)
class Left:
    """A sentence about a sanction that was not written, and why (a key under `import:left:` of the messages)."""

    where: Reference
    reason: str
    quote: str
    detail: str = ""


@dataclass
class Clause:
    """A sentence about a sanction: a paragraph with its items, or one item; what it sets and what it refers to."""

    where: Reference
    items: tuple[int, ...]
    text: str
    branches: list[dict[str, Any]]
    violates: list[str] = field(default_factory=list)
    unresolved: list[str] = field(default_factory=list)  # 违反第X条 where there is no such article
    like: Group | None = None  # 依照……处罚
    taken_from: list[str] = field(default_factory=list)
    widened: list[str] = field(default_factory=list)  # sanctions kept as possible only, see widening
    parts: list[tuple[tuple[int, ...], list[dict[str, Any]]]] = field(
        default_factory=list
    )  # items apart, see spreading
    reason: str = ""  # why it is left out; empty when written
    detail: str = ""


def read_clauses(law: LawText) -> list[Clause]:
    """Every sentence of the law that speaks of a sanction or refers to one, read as far as it explains itself."""
    return [clause for article in law.articles for each in article.paragraphs for clause in _of(law, article, each)]


def _of(law: LawText, article: Article, paragraph: Paragraph) -> Iterator[Clause]:
    here = Reference(article.number, article.sub, paragraph.number)
    numbers = tuple(sorted(paragraph.items))
    lead = _clause(law, article, paragraph, here, numbers, paragraph.lead)
    if lead is not None and lead.like is None and _introduces(lead, paragraph):
        lead = None
    if lead is not None:
        lead.violates = _violated(law, article, paragraph, [paragraph.lead, *paragraph.items.values()], lead.unresolved)
        yield lead
    written = lead is not None and not lead.reason and bool(lead.branches)
    for number, words in sorted(paragraph.items.items()):
        place = Reference(article.number, article.sub, paragraph.number, number)
        own = _clause(law, article, paragraph, place, (number,), words)
        if own is None:
            continue
        if own.like is not None and written:
            continue  # an item of conduct that speaks of a penalty; the lead says what it costs
        own.violates = _violated(law, article, paragraph, [words], own.unresolved)
        yield own


def _introduces(lead: Clause, paragraph: Paragraph) -> bool:
    """Whether the lead only says that a fine follows, and the items say which."""
    if not any("罚款" in each and sizes(each) for each in paragraph.items.values()):
        return False
    sized = any("lower" in each or "upper" in each for each in lead.branches)
    return not sized and ("罚款" in paragraph.lead or BELOW.search(paragraph.lead) is not None)


def _clause(
    law: LawText, article: Article, paragraph: Paragraph, where: Reference, items: tuple[int, ...], text: str
) -> Clause | None:
    likes = _likes(text, law, article, paragraph)
    like = likes[0] if likes else None
    if like is None and not SANCTION.search(text) and not OTHER_LAW.search(text):
        return None
    reading = parse_ranges(text)
    branches = tuple(each for each in reading.branches if not _disciplines(text, each))
    clause = Clause(where, items, text, entries(branches), like=like)
    open_ = tuple(each for each in reading.unparsed if not _explained(each, likes, bool(paragraph.items)))
    if not _sound(text, RangeReading(reading.branches, open_)):
        other = bool(open_) and all(OTHER_LAW.search(each.quote) for each in open_)
        clause.reason = "other-law" if other else "not-understood"
        clause.detail = "；".join(each.quote for each in open_)
    elif any(each.references != likes[0].references for each in likes):
        clause.reason = "targets-differ"
    elif like is None and not _punishes(text, branches, article):
        if not SANCTION.search(text):
            clause.reason = "other-law"
        else:
            clause.reason = _why_not(text, reading, branches)
    if not clause.reason and clause.branches:
        clause.widened = widen(text, clause.branches)
    return clause


def _explained(left: Unparsed, likes: Sequence[Group], listed: bool) -> bool:
    """Whether what the range language left over is a reference that is followed here, or points to the items."""
    if any(not like.foreign and left.start < like.end and like.start < left.end for like in likes):
        return True
    return listed and BELOW.search(left.quote) is not None


def _why_not(text: str, reading: RangeReading, branches: Sequence[Branch]) -> str:
    if reading.branches and not branches:
        return "discipline"
    return "other-law" if OTHER_LAW.search(text) and not branches else "mention"


def _sound(text: str, reading: RangeReading) -> bool:
    """Whether nothing was left over and every size in the text stands in a branch or a condition."""
    if reading.unparsed:
        return False
    fines = [each for each in reading.branches if each.sanction == "fine" and not each.lower and not each.upper]
    if any(not UNSIZED.search(text[: each.end]) for each in fines):
        return False
    return not any(each.sanction == "fine" for each in reading.branches) or sizes(SURCHARGE.sub("", text)) <= told(
        reading.branches
    )


def _punishes(text: str, branches: Sequence[Branch], article: Article) -> bool:
    """Whether the sentence sets a sanction: a fine with its size always, others where the law speaks of liability."""
    if any(each.sanction == "fine" and (each.lower or each.upper) for each in branches):
        return True
    liable = not article.path or any(LIABILITY.search(title) for _, _, title in article.path)
    return bool(branches) and liable and PUNISHES.search(text) is not None


def _disciplines(text: str, branch: Branch) -> bool:
    """警告 as a sanction of officials (警告、记过……处分), or a sign that warns: no penalty."""
    if branch.sanction != "warning":
        return False
    after, before = text[branch.end : branch.end + 24], text[max(branch.start - PATTERNS, 0) : branch.start]
    if re.match(r"(?:标志|标识|标记|牌|说明|信号|语|用语|装置|标签)", after):
        return True
    if re.match(r"(?:[、，或者和及]|以及|直至){0,3}(?:严重警告|记过|记大过|降级|撤职|开除|留用察看)", after):
        return True
    return bool(re.match(r"(?:的|等)?(?:行政|纪律|政务)?处分", after)) or not re.search(
        r"给予|处|予以|并|责令|，|、|由", before
    )


def _likes(text: str, law: LawText, article: Article, paragraph: Paragraph) -> list[Group]:
    """The references of 依照……的规定处罚; none where it is only spoken of (处罚后, 处罚的)."""
    found = []
    for group in find_groups(text, law, article, paragraph):
        if not PUNISHED.match(text, group.end):
            continue
        if LIKE.search(text[: group.start]):
            found += [group] if _costs(group, law) else []
        elif group.foreign and re.search(r"[依按]照[^，。；]{0,24}$", text[: group.start]):
            found.append(group)
    return found


def _costs(group: Group, law: LawText) -> bool:
    """Whether a place that is named speaks of a sanction: 依照前款规定处理 is often no penalty at all."""
    targets = [law.find(each.article, each.sub) for each in group.references]
    words = "".join(each.lead + "".join(each.items.values()) for a in targets if a is not None for each in a.paragraphs)
    return not targets or SANCTION.search(words) is not None


def _violated(
    law: LawText, article: Article, paragraph: Paragraph, texts: Sequence[str], unresolved: list[str]
) -> list[str]:
    """What the sentence punishes the breach of, in order; what leads nowhere goes to `unresolved`."""
    found: list[str] = []
    for text in texts:
        for group in find_groups(text, law, article, paragraph):
            before = text[max(group.start - 12, 0) : group.start]
            excepted = re.search(r"(?:除|但|但是)[^，。；]{0,4}$", before)
            if excepted or not (BROKEN_RULE.search(before) or CASE.match(text, group.end)):
                continue
            found += [str(each) for each in group.references if str(each) not in found]
            unresolved += group.broken
    return found


def entries(branches: Sequence[Branch]) -> list[dict[str, Any]]:
    """Branches as law files hold them, each once."""
    seen: list[dict[str, Any]] = []
    for branch in branches:
        each = _entry(branch)
        if each not in seen:
            seen.append(each)
    return _disjoint(seen)


def _disjoint(branches: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """有违法所得的, a multiple; 不足二万元的, a sum: the multiple is for what the sum leaves, so say so."""
    limits: dict[str, str] = {}
    for each in branches:
        match = re.fullmatch(r"(\w+) < (\S+)", each.get("when", ""))
        if match is not None and each["sanction"] == "fine":
            limits[match.group(1)] = match.group(2)
    for each in branches:
        name = each.get("when", "").removesuffix(" > 0")
        if each["sanction"] == "fine" and each.get("when", "").endswith(" > 0") and name in limits:
            each["when"] = f"{name} >= {limits[name]}"
    return branches


def _entry(branch: Branch) -> dict[str, Any]:
    entry: dict[str, Any] = {"sanction": branch.sanction}
    if branch.condition:
        entry["when"] = branch.condition
    if branch.obligation == "may":
        entry["obligation"] = "may"
    if branch.choice:
        entry["choice"] = branch.choice
    for name, bound in (("lower", branch.lower), ("upper", branch.upper)):
        if bound is not None:
            entry[name] = _plain(bound.value)
            if not bound.inclusive:
                entry[f"{name}_inclusive"] = False
    if branch.base_at_least is not None:
        entry["base_at_least"] = _plain(branch.base_at_least)
    for name, default in (("base", "yuan"), ("unit", "total"), ("subject", "respondent")):
        if getattr(branch, name) != default:
            entry[name] = getattr(branch, name)
    return entry


def _plain(value: Decimal) -> int | str:
    """A whole number as such, else as a quoted decimal."""
    return int(value) if value == value.to_integral_value() else str(value.normalize())
