"""The penalties of the operative part: kind, amount, for whom, on which basis."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from checker.extract.citations import Found, substantive
from checker.extract.paper import Paper
from checker.extract.parties import called
from checker.extract.roles import Sum
from checker.records.decision import Respondent, Sanction
from checker.records.law import Citation
from checker.records.read import Read
from checker.text.numerals import CHINESE, parse_number

KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            "confiscate_gains",
            r"没收(?:其|当事人|你单位|该单位)?(?:的)?(?:全部)?(?:违法|非法)所得|(?:违法|非法)所得[^，。；]{0,20}(?:予以|依法)没收|没收[^，。；]{0,12}违法所得",
        ),
        (
            "confiscate_goods",
            r"没收(?![^，。；\n、和及与并]{0,16}(?:违法|非法)所得)(?!款)[^，。；\n]{2,60}",
        ),
        ("warning", r"警告(?!书)"),
        ("criticism", r"通报批评"),
        ("suspend_licence", r"暂扣[^，。；\n]{0,24}(?:证|执照|许可)"),
        ("downgrade", r"降低[^，。；\n]{0,10}资质"),
        ("revoke_licence", r"吊销[^，。；\n]{0,30}"),
        ("restrict_business", r"限制(?:开展)?(?:其)?生产经营活动|限制生产"),
        ("stop_production", r"责令[^，。；\n]{0,12}停产停业|责令停业|停业整顿|停产整治|停产整顿"),
        ("close", r"责令[^，。；\n]{0,8}关闭"),
        ("practice_ban", r"(?:禁止|不得)[^，。；\n]{0,30}(?:从事|担任|申请)|限制从业"),
        ("detention", r"行政拘留|拘留(?:\d|[一二三四五六七八九十])"),
    )
)
SKIP = re.compile(
    r"逾期|加处|到期不|每日按|如不服|不服本|申请(?:人民)?法院|强制执行|责令(?:立即|限期)?(?:改正|整改)(?:违法行为)?$"
)
THREAT = re.compile(
    r"今后|将依法|将(?:予以|从重|被)(?!没收)|再次(?:发生|违法|违反)|如(?:再|拒不|逾期|仍不)"
)  # not imposed here
CLAUSE = re.compile(r"[^。；;\n]+[。；;\n]?")
TOTAL = re.compile(r"(?:以上|上述)?[^，。；\n]{0,14}(?:合计|共计|总计|合并(?:执行|处罚)?)")
PEOPLE = re.compile(rf"(\d+|[{CHINESE}]+)\s?(?:名|人|件|辆|台|次|株|吨|平方米|户|个|头|只|部|亩|瓶|处|盒|块|根)")
MULTIPLE = re.compile(
    rf"(?P<base>货值(?:金额)?|违法所得|工程(?:合同)?(?:总)?(?:造价|价款)|建设工程造价|合同(?:价款|价)|销售额|广告费用|投资额?|税款|处置费用|经营额)"
    rf"(?:[（(][^）)]{{0,24}}[)）]|[^，。；倍]{{0,16}}?)?(?:百分之(?P<percent>[{CHINESE}\d.]+)|(?P<mark>\d+(?:\.\d+)?)[%％]|(?P<times>[{CHINESE}]+|\d+(?:\.\d+)?)倍)"
)
ONE_BODY = ("对公司", "对单位", "对该公司", "对该单位", "对你公司", "对你单位")
BASES = {
    "货值": "goods_value",
    "违法": "illegal_gains",
    "工程": "project_cost",
    "建设": "project_cost",
    "合同": "contract_price",
}
BASES |= {
    "销售": "annual_sales",
    "广告": "advertising_fee",
    "投资": "investment",
    "税款": "tax",
    "处置": "disposal_cost",
    "经营": "turnover",
}


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of the operative part."""

    start: int
    end: int
    text: str


def read_sanctions(
    paper: Paper, sums: Sequence[Sum], cited: Sequence[Found], parties: Sequence[Respondent]
) -> tuple[Sanction, ...]:
    """Every sanction imposed, in order; totals and the law's own ranges are not sanctions."""
    start, end = paper.parts.operative
    found: list[Sanction] = []
    basis: tuple[Citation, ...] = ()
    charge, person = 0, 0 if len(parties) == 1 else None
    known = _known(paper, parties)
    for clause in _clauses(paper, start, end):
        person = _respondent(clause.text, known, person)
        cursor = clause.start
        for kind, at, amount in _in_clause(paper, sums, clause):
            own = _basis(cited, cursor, at)
            if own and basis and found and {_key(each) for each in own} != {_key(each) for each in basis}:
                charge += (
                    any(each.kind == "fine" and each.charge == charge for each in found)
                    and person == found[-1].respondent
                )
            basis, cursor = own or basis, at if own else cursor
            if kind == "fine" and amount is not None and _adds_up(clause, amount, found):
                continue
            payers: list[int | None] = [*_each_of(clause, known, at, amount)] if kind == "fine" else []
            for who in payers or [person]:
                found.append(_sanction(paper, sums, clause, kind, at, amount, basis, charge, who))
    return _without_repeats(found)


def _clauses(paper: Paper, start: int, end: int) -> Iterator[Clause]:
    for match in CLAUSE.finditer(paper.text, start, end):
        yield Clause(match.start(), match.end(), match.group())


def _in_clause(paper: Paper, sums: Sequence[Sum], clause: Clause) -> list[tuple[str, int, Sum | None]]:
    """(kind, position, amount) in the order of the clause."""
    inside = [each for each in sums if clause.start <= each.token.start < clause.end]
    found: list[tuple[str, int, Sum | None]] = []
    for kind, pattern in KINDS:
        for match in pattern.finditer(clause.text):
            at = clause.start + match.start()
            before = clause.text[: match.start()]
            if SKIP.search(before[-30:]) or THREAT.search(before) or _only_law(clause.text, match):
                continue
            amount = None
            if kind == "confiscate_gains":
                amount = next(
                    (
                        each
                        for each in inside
                        if each.role in ("confiscated", "illegal_gains") and each.token.start >= at
                    ),
                    None,
                )
                amount = amount or next((each for each in inside if each.role == "illegal_gains"), None)
            found.append((kind, at, amount))
    units = [each for each in inside if each.role == "unit_fine"]
    fines = [
        each for each in inside if each.role == "fine" and not SKIP.search(paper.text[clause.start : each.token.start])
    ]
    totals = [each for each in inside if each.role == "fine_total"]
    if units:
        fines = totals[:1] or fines[:1] or units[:1]
    elif not fines and totals and not _later_total(clause):
        fines = totals[:1]
    for each in _merged(paper, fines):
        found.append(("fine", each.token.start, each))
    return sorted(found, key=lambda item: item[1])


def _adds_up(clause: Clause, amount: Sum, found: Sequence[Sanction]) -> bool:
    """Whether the sum is that of the fines before it, and the clause says that it puts them together."""
    before = [each.amount.value for each in found if each.kind == "fine" and each.amount is not None]
    together = re.search(r"合并|一并|合计|共计|总计|两项|各项|以上", clause.text)
    return len(before) > 1 and together is not None and amount.token.amount == sum(before)


def _later_total(clause: Clause) -> bool:
    """Whether the clause only adds up fines imposed before it: 两项合并，共计罚款…, 以上罚款合计…"""
    adds = re.search(r"以上|上述|合并|[两二三四五六七八九]项|各项|罚没", clause.text)
    return bool(adds) or clause.text.lstrip().startswith(("合计", "共计", "总计"))


def _only_law(text: str, match: re.Match[str]) -> bool:
    """Whether the words are the law's, quoted: "…规定：没收违法所得，可以并处…", 情节严重的吊销."""
    before = text[: match.start()]
    quoted = before.count("“") > before.count("”")
    return quoted or bool(re.search(r"可以?(?:并|同时)?$|情节严重的[，,]?[^，]{0,8}$|应当(?:予以)?$", before[-16:]))


def _merged(paper: Paper, fines: list[Sum]) -> Iterator[Sum]:
    """A figure and the capitals beside it are one fine."""
    skip = False
    for index, each in enumerate(fines):
        if skip:
            skip = False
            continue
        following = fines[index + 1] if index + 1 < len(fines) else None
        if following is not None and _beside(paper, each, following):
            skip = True
            yield following if each.token.chinese and not following.token.chinese else each
        else:
            yield each


def _beside(paper: Paper, one: Sum, other: Sum) -> bool:
    gap = paper.text[one.token.end : other.token.start]
    return one.token.chinese != other.token.chinese and bool(
        re.fullmatch(r"[整正]?\s*[（(\[，,、]?\s*(?:大写|小写|人民币|即|计|￥|¥|[:：\s]|金额)*", gap)
    )


def _words_of(paper: Paper, sums: Sequence[Sum], amount: Sum) -> Read[Decimal] | None:
    """The capitals beside a figure."""
    for one, other in zip(sums, sums[1:], strict=False):
        if amount not in (one, other) or not _beside(paper, one, other):
            continue
        words = one if one.token.chinese else other
        if words is not amount:
            return paper.read(words.token.amount, words.token.start, words.token.end, 0.95, "fine-capitals")
    return None


def _sanction(
    paper: Paper,
    sums: Sequence[Sum],
    clause: Clause,
    kind: str,
    at: int,
    amount: Sum | None,
    basis: tuple[Citation, ...],
    charge: int,
    person: int | None,
) -> Sanction:
    if amount is None:
        end = min(clause.end, at + 40)
        stop = re.search(r"[，,。；;\n]", paper.text[at:end])
        spans = paper.spans(at, at + stop.start() if stop and stop.start() > 1 else end)
        return Sanction(kind, None, person, spans, basis, charge=charge)
    read = paper.read(amount.token.amount, amount.token.start, amount.token.end, amount.confidence, f"{kind}-amount")
    low = min(at, amount.token.start)
    if kind == "fine":
        mark = max(paper.text.rfind(word, clause.start, low) for word in ("罚款", "处", "罚"))
        low = mark if mark >= 0 else low
    after = re.match(r"[^，。；\n]{0,16}罚款", paper.text[amount.token.end : clause.end])
    spans = paper.spans(low, amount.token.end + (after.end() if after else 0))
    unit, count = _per_unit(paper, sums, clause) if kind == "fine" else (None, None)
    multiple, base = _multiple(paper, clause, low) if kind == "fine" else (None, None)
    words = _words_of(paper, sums, amount)
    return Sanction(kind, read, person, spans, basis, words, unit, count, multiple, base, None, charge)


def _per_unit(paper: Paper, sums: Sequence[Sum], clause: Clause) -> tuple[Read[Decimal] | None, Read[Decimal] | None]:
    unit = next(
        (each for each in sums if each.role == "unit_fine" and clause.start <= each.token.start < clause.end), None
    )
    if unit is None:
        return None, None
    amount = paper.read(unit.token.amount, unit.token.start, unit.token.end, 0.9, "unit-fine")
    for match in PEOPLE.finditer(clause.text):
        value = parse_number(match.group(1))
        if value is not None and clause.text[max(match.start() - 1, 0) : match.start()] != "每":
            start = clause.start + match.start()
            return amount, paper.read(value, start, clause.start + match.end(), 0.85, "unit-count")
    return amount, None


def _multiple(paper: Paper, clause: Clause, low: int) -> tuple[Read[Decimal] | None, str | None]:
    for match in MULTIPLE.finditer(clause.text):
        if re.match(r"(?:以上|以下|至|的?(?:以上|以下))", clause.text[match.end() : match.end() + 3]):
            continue
        value = parse_number(match["percent"] or match["mark"] or match["times"])
        if value is not None:
            value = value if match["times"] else value / 100
            start = clause.start + match.start()
            read = paper.read(value, start, clause.start + match.end(), 0.88, "multiple")
            return read, BASES[match["base"][:2]]
    return None, None


def _known(paper: Paper, parties: Sequence[Respondent]) -> list[tuple[str, ...]]:
    """What the operative part may call each respondent; 对公司 can only mean the one that is no person."""
    bodies = [party for party in parties if party.kind == "organisation"]
    return [(*called(paper, party), *(ONE_BODY if bodies == [party] and len(parties) > 1 else ())) for party in parties]


def _respondent(text: str, known: Sequence[tuple[str, ...]], current: int | None) -> int | None:
    """The respondent named last in the text; the one before when none is."""
    if len(known) < 2:
        return current
    places = [(max(text.rfind(name) for name in names), index) for index, names in enumerate(known) if names]
    best = max(places, default=(-1, 0))
    if best[0] >= 0:
        return best[1]
    marked = re.search(r"当事人([一二三四五六\d])", text)
    if marked and (value := parse_number(marked.group(1))) and value <= len(known):
        return int(value) - 1
    return current


def _each_of(clause: Clause, known: Sequence[tuple[str, ...]], at: int, amount: Sum | None) -> list[int]:
    """The respondents of 对甲、乙各处罚款…, who pay the sum each."""
    until = max(at, amount.token.start if amount is not None else at) - clause.start
    marked = re.search(r"(?:各|分别)(?:处|罚|给予|并处)", clause.text[:until])
    if marked is None:
        return []
    named = clause.text[: marked.start()]
    listed = [index for index, names in enumerate(known) if any(name in named for name in names)]
    return listed if len(listed) > 1 else []


def _basis(cited: Sequence[Found], low: int, high: int) -> tuple[Citation, ...]:
    return tuple(
        each.citation for each in cited if low <= each.start < high and each.role == "basis" and substantive(each)
    )


def _key(cited: Citation) -> tuple[object, ...]:
    return cited.law, cited.article, cited.sub, cited.paragraph, cited.item


def _another(each: Sanction, same: Sequence[Sanction]) -> bool:
    """Whether gains are taken for one more act: on a basis of its own, and not the sum of those before."""
    if each.amount is None or any(old.amount is None or old.amount.value == each.amount.value for old in same):
        return False
    added = sum((old.amount.value for old in same if old.amount is not None), Decimal(0))
    keys = {tuple(map(_key, old.basis)) for old in same}
    return bool(each.basis) and tuple(map(_key, each.basis)) not in keys and each.amount.value != added


def _without_repeats(found: list[Sanction]) -> tuple[Sanction, ...]:
    """A sanction announced in the lead and listed again below is one; so is 没收 told twice without an amount."""
    kept: list[Sanction] = []
    for each in found:
        same = [old for old in kept if old.kind == each.kind and old.respondent == each.respondent]
        if any(old.amount is None and each.amount is None for old in same) and each.kind != "confiscate_goods":
            continue
        if each.kind == "confiscate_gains" and same and not _another(each, same):
            if each.amount is not None and same[0].amount is None:
                kept[kept.index(same[0])] = each
            continue
        kept.append(each)
    return tuple(kept)
