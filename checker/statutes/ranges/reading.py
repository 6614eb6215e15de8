"""Sentences to branches: clauses, their conditions, sanctions, fines; what was not understood is listed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.records.ranges import Branch
from checker.statutes.ranges.amounts import NUM, PERCENT, YUAN, read_size
from checker.statutes.ranges.conditions import BASES, read_condition

KIND = re.compile(r"对(?:(个人|公民|自然人|驾驶人|乘车人)|单位|法人|企业)[^，。；]{0,12}$")
FRACTION = re.compile(r"(?<![百千])分之")  # 五分之一: not in the language yet, so never half read
CLAUSE = re.compile(r"[^；;。]+[；;。]?")
FINE = re.compile(r"罚款")
VERB = re.compile(r"(?:可以(?:并|单)?处|可以?并处|并可以?处以?|并处以?|可处以?|单处|处以?|罚款)")
OTHERS = (
    (
        "confiscate_gains",
        re.compile(r"没收(?:其)?(?:全部)?违法所得|没收[^，。；]{0,16}违法所得|违法所得[^，。；]{0,6}予以没收"),
    ),
    ("confiscate_goods", re.compile(r"没收(?!(?:其)?(?:全部)?违法所得)[^，。；罚]{2,80}")),
    ("confiscate_goods", re.compile(r"(?<=没收违法所得)(?:和|、|以及|及)(?!罚款)[^，。；罚]{2,60}")),
    ("warning", re.compile(r"警告")),
    ("criticism", re.compile(r"通报批评")),
    ("revoke_licence", re.compile(r"吊销|撤销[^，。；]{0,8}(?:许可|批准)")),
    ("suspend_licence", re.compile(r"暂扣[^，。；]{0,16}(?:证|执照|许可)")),
    ("downgrade", re.compile(r"降低(?:其)?资质等级")),
    ("stop_production", re.compile(r"(?:责令[^，。；]{0,8}|并)(?:停产停业|停止生产|停业|停产)[^，。；]{0,4}")),
    ("close", re.compile(r"责令关闭|予以关闭|责令[^，。；]{0,10}关闭")),
    ("practice_ban", re.compile(r"(?:禁止|不得)[^，。；]{0,40}(?:从事|担任|从业)[^，。；]{0,20}|终身不得")),
    ("restrict_business", re.compile(r"限制(?:其)?(?:开展)?生产经营活动|限制生产")),
    ("detention", re.compile(r"拘留")),
)
PERSON = re.compile(
    r"对(?:其)?[^，。；]{0,30}(?:主管人员|直接责任人员?|主要负责人|法定代表人|责任人|有关人员|从业人员)[^，。；]{0,20}"
    r"|(?:主管人员|直接责任人员?|主要负责人|法定代表人)[^，。；处]{0,12}(?=处|可以|并处|给予)"
)
UNITS = (
    ("每人", "per_person"),
    ("每件", "per_item"),
    ("每平方米", "per_square_metre"),
    ("每吨", "per_tonne"),
    ("每辆", "per_vehicle"),
    ("每日", "per_day"),
    ("按日", "per_day"),
    ("每株", "per_tree"),
    ("每次", "per_time"),
    ("每台", "per_item"),
    ("每亩", "per_mu"),
    ("每部", "per_item"),
    ("每头", "per_item"),
    ("每个", "per_item"),
)
BASE = re.compile("|".join(sorted((name for name, _ in BASES), key=len, reverse=True)))
NAMED_BASE = re.compile(r"(?:处以?|并处以?|按照|按|相当于)?(?:其)?([^，。；处]{2,40}?)(?:的)?$")
SIZE_LEFT = re.compile(rf"{YUAN}|{NUM}倍|{PERCENT}")


@dataclass(frozen=True, slots=True)
class Unparsed:
    """A passage that sets a sanction and was not understood."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class RangeReading:
    """The branches of one text, in order, and what was left over."""

    branches: tuple[Branch, ...]
    unparsed: tuple[Unparsed, ...]


def parse_ranges(text: str, *, below_excludes: bool = False) -> RangeReading:
    """Every sanction that a sentence of law sets, with its condition. Lower bounds left out are 0, upper ones None.

    What looks like a fine and is not understood is listed, never guessed.
    """
    branches: list[Branch] = []
    unparsed: list[Unparsed] = []
    carried: str | None = None
    for clause in CLAUSE.finditer(text):
        words, start = clause.group(), clause.start()
        found, left = _clause(words, start, below_excludes)
        before = words[: min((branch.start - start for branch in found), default=len(words))]
        own = read_condition(before, in_words=start > 0)
        if own is None and carried is not None and re.match(r"\s*(?:并|同时|可以并处)", words):
            own = carried
        carried = own
        branches += [_with_condition(branch, words, start, own) for branch in found]
        unparsed += left
    return RangeReading(tuple(_choices(branches, text)), tuple(unparsed))


def _clause(words: str, start: int, below_excludes: bool) -> tuple[list[Branch], list[Unparsed]]:
    found, left = [], []
    for kind, pattern in OTHERS:
        for match in pattern.finditer(words):
            may = re.search(r"可以?(?:并|同时|一并)?(?:处以?)?$", words[max(match.start() - 6, 0) : match.start()])
            person = _is_person(words, match.start())
            found.append(
                Branch(
                    kind,
                    None,
                    "may" if may else "must",
                    subject="responsible_person" if person else "respondent",
                    start=start + match.start(),
                    end=start + match.end(),
                )
            )
    last = 0
    for match in FINE.finditer(words):
        if words[match.end() : match.end() + 2] in ("的决", "决定", "数额", "金额", "缴纳", "幅度", "总额"):
            continue
        branch = _fine(words, last, match.end(), start, below_excludes)
        if branch is not None:
            found.append(branch)
            last = match.end()
        elif SIZE_LEFT.search(words, last, match.end()) or re.search(
            r"处[^，。；]{0,12}$", words[last : match.start()]
        ):
            left.append(Unparsed(start + last, start + match.end(), words[last : match.end()].strip()))
            last = match.end()
    return sorted(found, key=lambda branch: branch.start), left


def _fine(words: str, low: int, high: int, offset: int, below_excludes: bool) -> Branch | None:
    """The fine whose word 罚款 ends at `high`; its size stands between the last verb and it, or just behind it."""
    passage = words[low:high]
    verbs = list(VERB.finditer(passage[:-2]))
    if not verbs:
        return None
    begin = verbs[-1].start()
    while len(verbs) > 1 and not SIZE_LEFT.search(passage, begin) and "等值" not in passage[begin:]:
        verbs.pop()
        begin = verbs[-1].start()
    body = passage[begin:]
    size = read_size(body, below_excludes=below_excludes)
    if size is None or FRACTION.search(body):
        return None
    lower, upper, unit, first, last = size
    rest = body[last:]
    if SIZE_LEFT.search(rest) and not re.match(r"[^，。；]{0,6}罚款$", rest):
        return None
    base = "yuan"
    if unit == "multiple":
        named = _base(body[:first], passage[:begin])
        if named is None:
            return None
        base = named
    may = "可" in verbs[-1].group() or re.search(r"可以?(?:并|同时)?$", passage[max(begin - 4, 0) : begin])
    per = next(
        (name for mark, name in UNITS if mark in body[:first] or mark in passage[max(begin - 6, 0) : begin]), "total"
    )
    return Branch(
        "fine",
        None,
        "may" if may else "must",
        lower=lower,
        upper=upper,
        base=base,
        unit=per,
        subject="responsible_person" if _is_person(words, low + begin) else "respondent",
        start=offset + low + begin + (first if re.search(r"警告|没收|拘留|吊销", body[:first]) else 0),
        end=offset + high,
    )


def _base(before: str, earlier: str) -> str | None:
    known = BASE.findall(before)
    if known:
        return dict(BASES)[known[-1]]
    match = NAMED_BASE.search(re.sub(r"^(?:可以)?(?:并|单)?处?以?", "", before))
    if match and match.group(1).strip():
        return match.group(1).strip()
    known = BASE.findall(earlier)
    return dict(BASES)[known[-1]] if known else None


def _is_person(words: str, position: int) -> bool:
    """Whether the sanction at the position is for the managers: they were named, and the unit not again since."""
    marks = list(PERSON.finditer(words, 0, position))
    return bool(marks) and not re.search(r"(?:对|该)(?:单位|企业|法人)", words[marks[-1].end() : position])


def _with_condition(branch: Branch, words: str, start: int, own: str | None) -> Branch:
    """The condition that stands nearest before the sanction inside its clause."""
    before = words[: branch.start - start]
    marks = [match.end() for match in re.finditer(r"的[，,]", before)]
    nearest = read_condition(before[marks[-2] if len(marks) > 1 else 0 :]) if len(marks) > 1 else own
    told = [each for each in (nearest or own, _kind(before)) if each]
    return replace(branch, condition=" and ".join(told) or None)


def _kind(before: str) -> str | None:
    """对个人处…, 对单位处…: whom the sanction that follows is for."""
    marks = list(KIND.finditer(before[-30:]))
    if not marks or "主管" in before[-30:] or "责任" in before[-30:]:
        return None
    return 'respondent_kind == "citizen"' if marks[-1].group(1) else 'respondent_kind != "citizen"'


def _choices(branches: list[Branch], text: str) -> Iterator[Branch]:
    """Give alternatives (或者) one number."""
    number, previous = 0, None
    for branch in branches:
        joined = previous is not None and re.search(r"或者|或(?!者)", text[previous.end : branch.start])
        same = joined and previous is not None and not re.search(r"[；;。]", text[previous.end : branch.start])
        if same and previous is not None:
            if previous.choice == 0:
                number += 1
            yield replace(previous, choice=previous.choice or number)
            branch = replace(branch, choice=previous.choice or number)
        elif previous is not None:
            yield previous
        previous = branch
    if previous is not None:
        yield previous
