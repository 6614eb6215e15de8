"""Sentences to branches: clauses, their conditions, sanctions, fines; what was not understood is listed."""

from __future__ import annotations

import re
from dataclasses import replace

from checker.records.ranges import Branch, Obligation
from checker.statutes.ranges.amounts import CONTRARY, find_sizes
from checker.statutes.ranges.compact import compact
from checker.statutes.ranges.conditions import both, either, kind_of, nested, read_condition, words_of
from checker.statutes.ranges.fines import FINE, MAY, SPOKEN_IN, Fine, Left, read_fines
from checker.statutes.ranges.finish import RangeReading, Unparsed, finished
from checker.statutes.ranges.later import CAP, DEEMED, cap, deemed, resolved
from checker.statutes.ranges.references import EXTREME, is_reference
from checker.statutes.ranges.sanctions import find_others
from checker.statutes.ranges.segments import CONSEQUENCE, VERB, Segment, clauses, segments
from checker.statutes.ranges.state import Clause, State
from checker.statutes.ranges.subjects import Subject, read_subject

__all__ = ["RangeReading", "Unparsed", "parse_ranges"]

EARLIER = 400  # characters of the clauses before that a segment is read with
CELL = re.compile(r"^(?:罚款)?(.+?)(?:的?罚款|的)?[。;，]?$")
CARRIED = re.compile(r"^(?:并|同时|可以并处|还可以|还应当)")
ASKED = re.compile(  # 可以报经政府批准，责令停业; 可以根据情节，给予警告; 还可以对经理，处…
    r"可以(?:报经|报请|提请|建议|报|根据|按照|视|对|由|依照|自)(?:(?!处以|给予|责令|没收)[^，。;]){2,60}，(?:依据[^，。;]*，|由[^，。;]*，)?$"
)
GAINS = re.compile(r"^illegal_gains > 0(?: and |$)")
BY_OFFICE = re.compile(r"^(?:并)?由")
FOR_WHOM = re.compile(r"^(?:其中)?对[^，。;]{1,20}为")
ONLY_WHOM = re.compile(r"^(?:[^，。;]{0,12})?对(?:(?!给以|给予|处分|予以)[^，。;]){1,80}$")
TO_PERSON = re.compile(r"^(?:并)?对[^，。;]{0,40}(?:主管人员|责任人员|负责人)")
OF_ITEMS = re.compile(r"^(?:有|属于|具有)(?:前款|本条(?=第|所))[^，。;]{0,60}项[^，。;]{0,16}")  # 有前款第一项行为之一
SPOKEN_CLAUSE = re.compile(r"当场(?:作出|收缴|处罚|予以收缴)|听证|简易程序|派出所(?:可以)?决定")
SIZED = re.compile(r"(?<=[元倍值%‰下上内])的?罚款")
SPOKEN_SIZE = re.compile(r"(?:作出|受到|被处(?:以|(?!罚))|设定)[^，。;]{0,60}$")
STANDARD = re.compile(r"^(?:分别)?(?:按照?|依照)(?:下列|以下)(?:规定|标准|幅度)(?:执行|处罚)$")
OWN_CONDITION = re.compile(r"^(?:对|情节|逾期|拒不|造成|有|没有|货值|违法所得|构成|尚)")
OF_KIND = re.compile(r'respondent_kind [!=]= "citizen"')
ITEM = re.compile(r"^\(?[一二三四五六七八九十\d]{1,3}[\)、.]")


def parse_ranges(text: str, *, below_excludes: bool = False) -> RangeReading:
    """Every sanction that a sentence of law sets, with its condition. Lower bounds left out are 0, upper ones None.

    What looks like a fine and is not understood is listed, never guessed. Never raises for any text.
    """
    small = compact(text)
    state = State(small.text, below_excludes)
    if cell := _cell(small.text, below_excludes):
        return RangeReading((replace(cell, start=0, end=len(text)),), ())
    position = 0
    for line in small.text.split("\n"):
        _paragraph(state, position, position + len(line))
        position += len(line) + 1
    return finished(state, small, text)


def _cell(text: str, below_excludes: bool) -> Branch | None:
    """A text that is nothing but a size, as tables have in their cells."""
    match = CELL.match(text)
    if match is None or len(text) > 60:
        return None
    size = next(find_sizes(match.group(1), below_excludes=below_excludes), None)
    if size is None or size.multiple or size.form == CONTRARY or (size.start, size.end) != (0, len(match.group(1))):
        return None
    return Branch("fine", lower=size.lower, upper=size.upper)


def _paragraph(state: State, start: int, end: int) -> None:
    """One line of the text; a line that begins with an item number belongs to the paragraph before."""
    first = len(state.branches)
    state.condition, state.subject, state.sticky = None, Subject(), None
    before = ""
    for begin, stop in clauses(state.text[start:end]):
        _clause(state, start + begin, start + stop, before)
        before = state.text[start + begin : start + stop][-EARLIER:]
    if end > start and not ITEM.match(state.text[start:end]):
        state.paragraphs.append((first, len(state.branches)))
    elif state.paragraphs:
        state.paragraphs[-1] = (state.paragraphs[-1][0], len(state.branches))


def _clause(state: State, start: int, end: int, before: str) -> None:
    """One clause between ；: conditions replace each other as the consequences follow."""
    words = state.text[start:end]
    if SPOKEN_CLAUSE.search(words):
        return
    state.condition = state.condition if _carries(words, state) else None
    state.loose_gains = False
    if not CARRIED.match(words) and not _only_people(state):
        state.subject = Subject()
    clause = Clause(state.condition)
    for segment in segments(state.text, start, end):
        whole = segment.head == len(segment.text)
        if segment.head:
            _condition(state, clause, segment, whole)
        if whole:
            continue
        if segment.head or _is_consequence(segment):
            _before_consequence(state, clause, segment)
            _consequence(state, segment, (before + state.text[start : segment.start])[-EARLIER:])
            state.begun = True
            clause.consequences += 1
            if segment.head:  # 没有捕获物的处…: for its own segment only
                state.condition = clause.outer
        else:
            clause.pending.append(segment.text)
            state.subject = read_subject(segment.text + "，", state.subject)


def _condition(state: State, clause: Clause, segment: Segment, whole: bool) -> None:
    """The condition of a segment takes the place of the one in force, adds to it, or stands inside it."""
    if clause.consequences and OWN_CONDITION.match(segment.text):
        clause.pending = []  # words left over from the consequences before
    told = "，".join([*clause.pending, segment.text[: segment.head]])
    own = _own(state, told)
    if clause.open_condition:
        state.condition = (either if told.startswith("或") else both)(state.condition, own)
    else:
        state.condition = nested(clause.outer, own)
    state.loose_gains |= bool(clause.consequences and own and own.endswith("illegal_gains > 0"))
    clause.outer = clause.outer or (state.condition if whole else None)
    if whole and not _only_people(state):
        state.subject = Subject()
    clause.pending, clause.open_condition = [], True


def _before_consequence(state: State, clause: Clause, segment: Segment) -> None:
    """What the segments before a consequence leave in force: 有前款第一项行为之一, 处…; a new office, a new subject."""
    if clause.pending and OF_ITEMS.match(clause.pending[-1]):
        state.condition = words_of(clause.pending[-1])
    if BY_OFFICE.match(segment.text) and not (clause.pending and ONLY_WHOM.match(clause.pending[-1])):
        state.subject = Subject()
    clause.pending, clause.open_condition = [], False


def _carries(words: str, state: State) -> bool:
    """Whether a clause keeps the condition of the one before: 并…, or the managers after a refusal to correct."""
    if CARRIED.match(words):
        return True
    return TO_PERSON.match(words) is not None and state.condition == "has(refused_correction)"


def _only_people(state: State) -> bool:
    """Whether every fine so far is for people: the clauses that follow are about them too, until others are named."""
    fined = [branch.subject for branch in state.branches if branch.sanction == "fine"]
    return bool(fined) and state.subject.kind == "person" and set(fined) == {"responsible_person"}


def _own(state: State, told: str) -> str | None:
    """The condition of one group of segments; the words that open a provision describe the violation itself."""
    in_words = state.begun or told.startswith("对造成")
    own = read_condition(told, in_words=in_words, below_excludes=state.below_excludes)
    if not state.begun and (kind := kind_of(told)):
        state.sticky, own = kind, own or kind
    return words_of(told) if own is None and OF_ITEMS.match(told) else own


def _is_consequence(segment: Segment) -> bool:
    """Whether a segment says what follows, not under which condition."""
    words = segment.text
    if any(pattern.match(words) for pattern in (STANDARD, CONSEQUENCE, DEEMED, CAP)):
        return True
    if is_reference(words) or FINE.search(words) or EXTREME.search(words):
        return True
    imposed = VERB.search(words) is not None or FOR_WHOM.match(words) is not None
    return imposed and next(find_sizes(words), None) is not None


def _consequence(state: State, segment: Segment, earlier: str) -> None:
    """The sanctions of one segment, each with the condition and the subject in force."""
    if deemed(state, segment, earlier) or cap(state, segment):
        return
    if STANDARD.match(segment.consequence) and "罚款" in earlier:
        state.left.append(Left(segment.start + segment.head, segment.end, "reference"))
        return
    found: list[tuple[int, Branch, str]] = []
    for kind, begin, end in find_others(segment.text[segment.head :]):
        begin, end = begin + segment.head, end + segment.head
        may = MAY.search(segment.text, segment.head, end) is not None or ASKED.search(earlier) is not None
        found.append(_branch(state, segment, begin, end, Branch(kind, obligation="may" if may else "must")))
    covered: list[tuple[int, int]] = []
    for each in read_fines(segment, earlier, below_excludes=state.below_excludes):
        covered.append((each.start, each.end))
        if isinstance(each, Fine) and ASKED.search(earlier):
            each = replace(each, may=True)
        if isinstance(each, Left):
            if each.reason == "reference" and resolved(state, segment, each):
                continue
            state.left.append(Left(segment.start + each.start, segment.start + each.end, each.reason))
            continue
        if each.behind and _is_bare(state, segment):
            last = state.branches[-1]
            state.branches[-1] = replace(
                last, lower=each.lower, upper=each.upper, base=each.base, unit=each.unit, end=segment.start + each.end
            )
            continue
        found.append(_branch(state, segment, each.start, each.end, _fine(each)))
    state.left += _overlooked(segment, covered)
    for _, branch, role in sorted(found, key=lambda one: one[0]):
        state.branches.append(branch)
        state.roles.append(role)
    state.subject = read_subject(segment.text[segment.head :], state.subject)


def _overlooked(segment: Segment, covered: list[tuple[int, int]]) -> list[Left]:
    """A size right before 罚款 that became no fine, though nothing says that it is only spoken of."""
    words = segment.text
    return [
        Left(segment.start + max(segment.head, match.start() - 12), segment.start + match.end(), "verb")
        for match in SIZED.finditer(words, segment.head)
        if not any(start < match.end() <= end for start, end in covered)
        and SPOKEN_SIZE.search(words[segment.head : match.start()]) is None
        and SPOKEN_IN.search(words, segment.head) is None
        and not words[match.end() :].startswith(("的", "决定"))
    ]


def _is_bare(state: State, segment: Segment) -> bool:
    """Whether the last branch is a fine without a size in this clause, which a size behind 罚款 completes."""
    last = state.branches[-1] if state.branches else None
    if last is None or last.sanction != "fine" or last.lower is not None or last.upper is not None:
        return False
    return re.search(r"[;。\n]", state.text[last.end : segment.start]) is None


def _fine(fine: Fine) -> Branch:
    may: Obligation = "may" if fine.may else "must"
    return Branch("fine", None, may, lower=fine.lower, upper=fine.upper, base=fine.base, unit=fine.unit)


def _branch(state: State, segment: Segment, begin: int, end: int, branch: Branch) -> tuple[int, Branch, str]:
    """The branch in its place, with the condition and the subject that are in force there."""
    subject = read_subject(segment.text[segment.head : begin], state.subject)
    if branch.sanction == "fine":
        verb = VERB.search(segment.text, begin, end)
        subject = read_subject(segment.text[segment.head : verb.end() if verb else begin], state.subject)
    condition = state.condition
    if branch.sanction == "confiscate_gains" and (condition or "").endswith("illegal_gains > 0"):
        condition = "illegal_gains > 0"
    if state.sticky and not OF_KIND.search(condition or "") and subject.kind not in ("citizen", "unit"):
        condition = both(condition, state.sticky)
    if branch.sanction == "fine" and branch.base == "yuan" and state.loose_gains and condition:
        condition = GAINS.sub("", condition) or None
    if subject.kind in ("citizen", "unit"):
        condition = both(condition, f'respondent_kind {"==" if subject.kind == "citizen" else "!="} "citizen"')
    made = replace(
        branch,
        condition=condition,
        subject="responsible_person" if subject.kind == "person" else "respondent",
        start=segment.start + begin,
        end=segment.start + end,
    )
    return begin, made, subject.role if subject.kind == "role" else ""
