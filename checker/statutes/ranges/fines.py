"""The fines of one segment: where 罚款 is set and not merely spoken of, its size, base, unit and obligation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from checker.records.ranges import Bound
from checker.statutes.ranges.amounts import CONTRARY, Size, find_sizes
from checker.statutes.ranges.bases import last_known, read_base, strip_noun
from checker.statutes.ranges.references import DAILY, EXTREME, is_reference
from checker.statutes.ranges.segments import VERB, Segment
from checker.statutes.ranges.units import read_unit

ONE = Bound(Decimal(1))
NEAR = 200  # characters around 罚款 that decide whether it is set
FINE = re.compile(r"罚款")
AFTER = re.compile(
    r"(?:的)?(?:数额|金额|额|幅度|标准|限额)?(?:[，,]?(?:数额|金额|额)?(?:为|是|在|:|按照?|最高(?:额)?(?:为)?))?(?:人民币)?"
)
SPOKEN_AFTER = re.compile(
    r"^(?:的)?(?:数额|金额|额|幅度|标准|限额|总额)|^(?:的)?(?:决定|收缴|收据|指标|票据|机构|收入|全部|应当|必须|限额|期限)|^的(?:行政处罚决定|治安|除外|机关|权限|依据)|^以上处罚"
)
SPOKEN_BEFORE = re.compile(
    r"(?:缴纳|收缴|加处|加收|受到|受过|收取|返还|归还|抵缴|乱|拒缴|实行|实施|作出|上缴|代收|免除|免予|不再给予|不予|尚未给予|已经给予|不得给予|不得处以|"
    r"设定|规定|逾期|当场|拒绝|截留|私分|罚金、|充抵|减免|所处|拒不|撤销|变更|使用|摊派|结清|下达|收受|被处以?|被给予|被)[^，。;元倍%‰、]{0,14}$"
)
SPOKEN_IN = re.compile(r"加处罚款|听证|简易程序|当场|派出所|警察|行政处罚决定|处罚决定前|决定之前|设定|复议|诉讼")
STANDARD = re.compile(r"^(?:按照?|依照)(?P<what>[^，。;]{1,40}?)的?(?:标准|幅度)(?:执行|处罚|处以罚款)?$")
FOR = re.compile(r"^(?:其中)?对[^，。;]{1,20}为(?:人民币)?$")  # 罚款数额，…，对单位为一万元以上, 对个人为…
UP_TO = re.compile(r"^(?:最高)?不(?:得)?(?:超过|高于)")
LIST = re.compile(r"(?:、|或者|或|和|以及|及|并)(?:者)?$")
SIZED_TAIL = re.compile(
    r"^(?:\([^()]*\))?(?:的|之|标准|金额|数额|幅度|计算|计|进行|人民币|对[^，。;]{1,40}?(?=处|给予|予以)|(?:并|可以)?处(?:以)?|给予|予以|相应|[，,])*$"
)
JOIN = re.compile(r"^(?:的)?(?:罚款)?(?:、|或者|或|和|以及|及|并且|并)*(?:者)?")
MAY = re.compile(
    r"可以?(?=并|同时|一并|单|处|给予|予以|对|由|根据|视|按|没收|暂扣|吊销|责令|另|依法|酌|在|从|向|报|自|暂停|依|分别|罚款)|单处或者?并处|并处或者?单处|并处、单处|单处、并处"
)
PSEUDO = re.compile(r"(?:按照?|以)(?![上下内及])(?=[^，。;]{1,40}$)")
OTHER_WORDS = re.compile(r"警告|拘留|没收|吊销|通报批评|暂扣|停业|停产|关闭|撤销|拆除|责令")
AS_OF = re.compile(r"^[^，。;]{0,20}(?:可以|应当|对[^，。;]{1,8}|部门|机构|机关)按照")  # 部门可以按照前款罚款数额的二倍
ELSEWHERE = re.compile(r"(?:依照|按照|第[^，。;]{1,8}[条款])[^，。;]*规定的标准")  # 依照第六条规定的标准加一倍罚款
BY_UNIT = re.compile(r"每(日|天|月|年|次)")


@dataclass(frozen=True, slots=True)
class Fine:
    """A fine in a segment; `start`/`end` are places in the segment, `words` is what stands before it."""

    lower: Bound | None
    upper: Bound | None
    base: str
    unit: str
    may: bool
    start: int
    end: int
    behind: bool = False  # 罚款数额为…: the size of a fine that was set before


@dataclass(frozen=True, slots=True)
class Left:
    """A stretch of a segment that sets a fine and was not understood, and why: reference, size, base or verb."""

    start: int
    end: int
    reason: str


def read_fines(segment: Segment, earlier: str, *, below_excludes: bool) -> Iterator[Fine | Left]:
    """The fines that the consequence of a segment sets; `earlier` is the clause before it, for a base left out."""
    words, head = segment.text, segment.head
    daily = DAILY.search(words, head)
    if daily:
        may = MAY.search(words, head, daily.start()) is not None
        yield Fine(ONE, ONE, daily.group(1), "per_day", may, daily.start(), daily.end())
        return
    if extreme := EXTREME.search(words, head):
        name = "法定最低额" if extreme.group(1).startswith(("最低", "下")) else "法定最高额"
        may = MAY.search(words, head, extreme.end()) is not None
        yield Fine(ONE, ONE, name, "total", may, extreme.start(), extreme.end())
        return
    sizes = [
        each
        for each in find_sizes(words[head:], below_excludes=below_excludes)
        if each.multiple or _is_money(words[head:], each)
    ]
    sizes = [_moved(each, head) for each in sizes]
    if len(sizes) == 1 and "罚款" in earlier and STANDARD.match(words[head:]) and "罚款" not in words[head:]:
        between = re.sub(r"^(?:按照?|依照)(?:相当于)?", "", words[head : sizes[0].start])
        measured = _measured(words[head : sizes[0].start], between, sizes[0], "")
        yield (
            Fine(sizes[0].lower, sizes[0].upper, *measured, False, head, len(words), True)
            if measured
            else Left(head, len(words), "base")
        )
        return
    reference = is_reference(words[head:])
    if reference and (not sizes or ELSEWHERE.search(words[head : sizes[0].start])):
        yield Left(head + reference.start(), head + reference.end(), "reference")
        return
    marks = [match.end() for match in FINE.finditer(words, head)]
    yield from _marked(words, head, sizes, marks, earlier)


def _moved(size: Size, by: int) -> Size:
    return Size(size.lower, size.upper, size.multiple, size.form, size.start + by, size.end + by)


def _is_money(words: str, size: Size) -> bool:
    return re.search(r"[元圆圓万萬亿億]", words[size.start : size.end]) is not None


def _marked(words: str, head: int, sizes: list[Size], marks: list[int], earlier: str) -> Iterator[Fine | Left]:
    """Every 罚款 with the sizes that stand before it since the one before, or right behind it."""
    cursor = head
    for place, mark in enumerate(marks):
        inside = [each for each in sizes if cursor <= each.start and each.end <= mark]
        limit = marks[place + 1] if place + 1 < len(marks) else len(words)
        behind = _behind(words, mark, limit, sizes)
        if inside and not _spoken(words, head, mark, sized=True):
            yield from _sized(words, head, cursor, mark, inside, earlier)
            cursor = mark
        elif not inside and behind is not None and not _spoken_of_payment(words, head, mark):
            yield _one(words, head, cursor, mark - 2, behind, behind.end, earlier, after=True)
            cursor = behind.end
        elif not inside and _is_set(words, head, cursor, mark):
            below = re.search(r"下列$", words[cursor : mark - 2])  # 处以下列罚款: the sizes are in the items
            yield Left(cursor, mark, "reference") if below else _bare(words, head, cursor, mark)
            cursor = mark
        elif inside:
            cursor = mark
    rest = [each for each in sizes if each.start >= cursor]
    if rest and not _spoken(words, head, len(words), sized=True):
        yield from _elliptic(words, head, cursor, rest, earlier, fined=cursor > head)


def _behind(words: str, mark: int, limit: int, sizes: list[Size]) -> Size | None:
    """The size right behind 罚款: 罚款五千元以上, 罚款幅度为违法所得一倍以下."""
    after = AFTER.match(words, mark)
    size = next((each for each in sizes if mark <= each.start < limit), None)
    if size is None or after is None:
        return None
    gap = words[after.end() : size.start]
    if not gap:
        return size if size.start == mark or re.search(r"(?:[为是在:]|按照?|最高额?|人民币)$", after.group()) else None
    told = re.search(r"(?:为|是|按照?)$", after.group()) or re.match(r"(?:每|不|最)", gap)
    return size if told and (size.multiple or read_unit(gap + "处")) and VERB.search(gap) is None else None


def _spoken(words: str, head: int, mark: int, *, sized: bool) -> bool:
    """Whether the 罚款 that ends at `mark` is only spoken of."""
    after, before = words[mark : mark + NEAR], words[max(head, mark - NEAR) : max(mark - 2, head)]
    if SPOKEN_IN.search(words, max(head, mark - NEAR), mark + NEAR):
        return True
    if sized:
        return (
            re.match(r"的?(?:行政处罚)?决定|的治安|等(?:行政)?处罚决定", after) is not None
            or re.search(r"(?:作出|受到|被处(?:以|(?!罚))|设定)[^，。;]{0,60}$", before) is not None
        )
    return SPOKEN_AFTER.match(after) is not None or SPOKEN_BEFORE.search(before) is not None


def _spoken_of_payment(words: str, head: int, mark: int) -> bool:
    return (
        SPOKEN_IN.search(words, head) is not None
        or re.search(r"(?:缴纳|收缴|加处|加收|受到|返还|抵缴)[^，。;]{0,8}$", words[head : mark - 2]) is not None
    )


def _is_set(words: str, head: int, cursor: int, mark: int) -> bool:
    """Whether a 罚款 without a size is imposed: a verb governs it and nothing says that it is paid, refused, …"""
    head, cursor = max(head, mark - NEAR), max(cursor, mark - NEAR)
    before = words[cursor : mark - 2]
    if _spoken(words, head, mark, sized=False) or (
        words[mark:].startswith("的") and not words[mark:].startswith("处罚", 1)
    ):
        return False
    verbs = list(VERB.finditer(words, cursor, mark))
    if verbs:
        return True
    return re.search(r"(?:可以?|并)$", before) is not None or (
        LIST.search(before) is not None and VERB.search(words, head, mark) is not None
    )


def _bare(words: str, head: int, cursor: int, mark: int) -> Fine:
    verbs = list(VERB.finditer(words, cursor, mark))
    start = mark - 2
    if verbs and not OTHER_WORDS.search(words, verbs[-1].end(), mark):
        start = verbs[-1].start()
    return Fine(None, None, "yuan", "total", MAY.search(words, max(head, mark - NEAR), mark) is not None, start, mark)


def _sized(words: str, head: int, cursor: int, mark: int, sizes: list[Size], earlier: str) -> Iterator[Fine | Left]:
    """The sizes before one 罚款: one, or several each with its own verb or joined by 或者."""
    if not SIZED_TAIL.match(words[sizes[-1].end : mark - 2]):
        yield Left(_verb_start(words, cursor, sizes[0].start), mark, "size")
        return
    begin = cursor
    made: list[Fine | Left] = []
    for place, size in enumerate(sizes):
        last = place == len(sizes) - 1
        if place and not _joined(words[begin : size.start], size):
            yield Left(_verb_start(words, cursor, sizes[0].start), mark, "size")
            return
        made.append(_one(words, head, begin, size.start, size, mark if last else size.end, earlier))
        begin = size.end
    yield from made


def _joined(gap: str, size: Size) -> bool:
    """Whether the words between two sizes of one 罚款 make the second one a fine of its own."""
    if VERB.search(gap):
        return True
    rest = gap[JOIN.match(gap).end() :] if JOIN.match(gap) else gap  # type: ignore[union-attr]
    if rest == gap:
        return False
    return size.multiple or not strip_noun(rest) or read_unit(rest + "处") is not None


def _elliptic(
    words: str, head: int, cursor: int, sizes: list[Size], earlier: str, *, fined: bool
) -> Iterator[Fine | Left]:
    """处一万元以下, 对个人处…: a size after its verb with the word 罚款 left out or shared with the next segment."""
    for size in sizes:
        verb = _last_verb(words, cursor, size.start)
        tail = words[size.end :]
        if verb is None and FOR.search(words[: size.start]) and not tail and "罚款" in earlier:
            yield Fine(size.lower, size.upper, "yuan", "total", False, size.start, size.end)
            return
        if verb is None or (tail.strip("的、") and not tail.startswith("直至")):
            if (verb is not None and not tail.startswith(("罚金", "的罚金", "滞纳金", "的滞纳金"))) or fined:
                yield Left(_verb_start(words, cursor, size.start), size.end, "size")
            return
        yield _one(words, head, cursor, size.start, size, size.end, earlier)
        cursor = size.end


def _last_verb(words: str, begin: int, end: int) -> re.Match[str] | None:
    found = None
    for match in VERB.finditer(words, begin, end):
        found = match
    return found


def _verb_start(words: str, begin: int, end: int) -> int:
    verb = _last_verb(words, begin, end)
    return verb.start() if verb else end


def _one(
    words: str, head: int, begin: int, until: int, size: Size, end: int, earlier: str, *, after: bool = False
) -> Fine | Left:
    """The fine of one size: what stands between its verb and it is the base, the unit, or other sanctions."""
    verb = _last_verb(words, begin, size.start)
    start = verb.start() if verb else begin
    between = words[verb.end() if verb else begin : size.start]
    if after:
        verb, between = None, words[until + 2 : size.start]
        between = between[AFTER.match(between).end() :] if AFTER.match(between) else between  # type: ignore[union-attr]
        start = until
    elif verb is None:
        between = between[JOIN.match(between).end() :]  # type: ignore[union-attr]
        start = size.start - len(between)
    if size.form == CONTRARY:
        return Left(start, max(end, size.end), "size")
    may = MAY.search(words, max(head, start - NEAR), max(size.start, start)) is not None
    if size.multiple and size.form == "exact" and (upto := UP_TO.match(between)):  # 最高不超过外债金额3%
        size = Size(Bound(Decimal(0)), size.upper, True, "upto", size.start, size.end)
        between = between[upto.end() :]
    found = _measured(words[head : size.start], between, size, earlier)
    if found is None:
        return Left(start, end, "base")
    base, unit = found
    if OTHER_WORDS.search(between):
        start = size.start - len(strip_noun(between)) if size.multiple else size.start
    return Fine(size.lower, size.upper, base, unit, may, start, end, behind=after)


def _measured(before: str, between: str, size: Size, earlier: str) -> tuple[str, str] | None:
    """(base, unit) of a size from the words before it; None when they are not understood."""
    if size.multiple:
        return _multiple(before, between, earlier)
    unit = read_unit(between + "处") if "每" in between else None
    noun = strip_noun(between if unit is None else between[: unit[1]] + between[unit[2] :])
    counted = unit is not None and between[unit[2] :] == ""  # 非法占用土地每平方米…: what is counted stands before
    if noun and not counted and not OTHER_WORDS.search(noun):
        return None
    if unit is None:
        unit = read_unit(before)
    return "yuan", unit[0] if unit else "total"


def _multiple(before: str, between: str, earlier: str) -> tuple[str, str] | None:
    by = BY_UNIT.search(between)
    base = read_base(AS_OF.sub("", BY_UNIT.sub("", between)))
    if not base and (pseudo := list(PSEUDO.finditer(before))):
        base = read_base(re.sub(r"(?:的)?$", "", before[pseudo[-1].end() :]))
    if VERB.search(base) or (base and OTHER_WORDS.search(base) and "罚款" not in base):
        base = base if base and VERB.search(base) is None and "责令" not in base and len(base) < 60 else ""
    base = base or last_known(before) or last_known(earlier)
    if not base:
        return None
    unit = read_unit(by.group() + "处")[0] if by else "total"  # type: ignore[index]
    return base, unit
