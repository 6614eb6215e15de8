"""fined-twice: two fines on one respondent for one act, in this decision or after an earlier one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from checker.checks.building import confidence_of, finding, plain, step
from checker.checks.check import Check
from checker.checks.law import penalty_law
from checker.records.assessment import Case
from checker.records.decision import EarlierPenalty, Sanction
from checker.records.finding import Finding
from checker.records.read import Span

# Words of a decision that punishes several acts: each may have its own fine.
SEVERAL = re.compile(
    r"分别(?:裁量|处罚|处以|作出|决定|给予)|合并(?:执行|处罚|作出)|数罚|并罚|(?:两|二|三|多|数)(?:项|个|种)违法行为"
)
SAME = re.compile(
    r"(?<!不属于)(?<!不是)(?<!并非)同一(?:个)?[^，。；]{0,20}行为(?!，?不得|，?给予两次)"
    r"|就(?:该|本案|上述|此)行为|因(?:该|本案|上述|此)(?:违法)?行为|针对(?:该|本案|上述|同一)"
)
NEAR = 60  # characters around the earlier penalty in which "the same act" must stand


def run(case: Case) -> Iterator[Finding]:
    """Always a lead: whether two fines punish one act or two is for a person to say."""
    yield from _here(case)
    for earlier in case.decision.earlier:
        yield from _before(case, earlier)


def _here(case: Case) -> Iterator[Finding]:
    decision = case.decision
    violated = {(each.law, each.article, each.paragraph, each.item) for each in decision.violated}
    if len(violated) > 1 or SEVERAL.search(case.text.text):
        yield from _told(case)
        return
    listed = sorted(
        (
            (index, each)
            for index, each in enumerate(decision.sanctions)
            if _is_own_fine(each, len(decision.respondents))
        ),
        key=lambda pair: _whom(pair[1]),
    )
    for _, group in groupby(listed, key=lambda pair: _whom(pair[1])):
        pair = tuple(group)
        # Equal amounts are one fine told twice far more often than two fines.
        if len(pair) > 1 and len({each.amount.value for _, each in pair if each.amount}) == len(pair):
            yield _two(case, pair)


def _told(case: Case) -> Iterator[Finding]:
    """Fines under several charges, the second of which the decision itself calls one for the same act."""
    respondents = len(case.decision.respondents)
    own = [pair for pair in enumerate(case.decision.sanctions) if _is_own_fine(pair[1], respondents)]
    for ordinal, second in enumerate(own):
        before = [each for each in own[:ordinal] if (each[1].respondent or 0) == (second[1].respondent or 0)]
        if before and second[1].amount and _near_same(case, second[1].amount.evidence):
            yield _two(case, (before[-1], second))


def _is_own_fine(sanction: Sanction, respondents: int) -> bool:
    named = sanction.respondent is not None or respondents <= 1
    return sanction.kind == "fine" and sanction.amount is not None and named


def _whom(sanction: Sanction) -> tuple[int, int]:
    return sanction.respondent or 0, sanction.charge


def _two(case: Case, pair: tuple[tuple[int, Sanction], ...]) -> Finding:
    reads = [each.amount for _, each in pair if each.amount]
    return finding(
        CHECK,
        case,
        "lead",
        evidence=[span for read in reads for span in read.evidence],
        rules=(penalty_law("twice", case),),
        trace=tuple(step(f"罚款{ordinal}", read) for ordinal, read in enumerate(reads, 1)),
        confidence=confidence_of(*reads) * 0.7,
        sanction=pair[0][0],
        amounts=(
            "元、".join(plain(read.value) for read in reads) + "元",
            ", ".join(plain(read.value) for read in reads),
        ),
        rule=(penalty_law("twice", case).reference_zh, penalty_law("twice", case).reference_en),
    )


def _before(case: Case, earlier: EarlierPenalty) -> Iterator[Finding]:
    """An earlier fine, after the act had ended, of which the text says that it was for the same act."""
    fined = any(sanction.kind == "fine" for sanction in case.decision.sanctions)
    end = case.decision.act_end
    if not fined or earlier.amount is None or not _same_act(case, earlier):
        return
    if end is not None and earlier.date is not None and earlier.date.value < end.value:
        return
    ref = penalty_law("twice", case)
    yield finding(
        CHECK,
        case,
        "lead",
        "earlier",
        evidence=(*earlier.evidence, *earlier.amount.evidence),
        rules=(ref,),
        trace=(step("此前罚款", earlier.amount), *((step("此前处罚日期", earlier.date),) if earlier.date else ())),
        confidence=earlier.amount.confidence * 0.8,
        amount=earlier.amount.value,
        rule=(ref.reference_zh, ref.reference_en),
    )


def _same_act(case: Case, earlier: EarlierPenalty) -> bool:
    return _near_same(case, earlier.evidence)


def _near_same(case: Case, spans: tuple[Span, ...]) -> bool:
    pages = {page.number: page.text for page in case.text.document.pages}
    around = (pages[span.page][max(span.start - NEAR, 0) : span.end + NEAR] for span in spans)
    return any(SAME.search(words) for words in around)


CHECK = Check(
    name="fined-twice",
    severity="重大",
    basis_zh="《行政处罚法》第二十九条（2021年7月15日前为第二十四条）",
    basis_en="Administrative Penalty Law art. 29 (art. 24 before 2021-07-15)",
    run=run,
)
