"""Which circumstances the reasoning takes up, and whether a ground for more or less is told at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks.benchmark.tiers import listed_kinds, named
from checker.checks.fines import fines
from checker.checks.leniency import reasoning
from checker.records.assessment import Case
from checker.records.decision import Circumstance
from checker.records.read import Span

OVERLAP = 4  # characters in a row that the facts and the reasoning share when they speak of one thing
BEFORE = 150  # characters before the claim in which its ground commonly stands
# A ground named by its place in the Penalty Law or the benchmark; an item of the penalty clause itself is none.
REFERENCE = r"(?:行政处罚法|裁量|基准|规则|规定|办法)[^，。；》]{0,12}》?[^。；]{0,16}第[^条，。]{1,6}项"
# Words of recognised grounds. "Considering that" alone is none: what is considered must be a ground.
MITIGATING = re.compile(
    r"主动|积极|配合|如实|及时|首次|初次|初犯|第一次|改正|整改|轻微|困难|较小|较少|不大|较轻|较短"
    r"|未造成|没有造成|消除|挽回|立功|胁迫|诱骗|次要|未成年|疾病|残疾|下岗|没有主观|无主观"
    rf"|{REFERENCE}"
)
AGGRAVATING = re.compile(
    r"再次|多次|屡|曾因|拒不|拒绝|阻碍|阻挠|抗拒|逃避|隐匿|转移|毁灭|销毁|伪造|虚假|恶劣|严重|较大|巨大"
    r"|较多|长期|较长|未成年|老年|孕|残疾|疫情|灾害|突发|教唆|胁迫|群众反映|投诉|举报|媒体|死亡|受伤"
    rf"|{REFERENCE}"
)


def left_out(case: Case, effects: frozenset[str], by_statute: frozenset[str]) -> Iterator[Circumstance]:
    """Circumstances told in the facts and nowhere in the reasoning, which the statute or the benchmark lists.

    Each kind once. A circumstance that the text also rules out is in dispute, not ignored.
    """
    listed = by_statute.union(*(listed_kinds(each, effects) for each in case.assessments))
    weighed = {each.kind for each in case.decision.circumstances if each.place == "reasoning"}
    settled = weighed | {each.kind for each in case.decision.denied}
    told = reasoning(case)
    for each in case.decision.circumstances:
        in_question = each.place == "facts" and each.effect in effects and each.kind in listed
        if in_question and each.kind not in settled and not _shared(each, told):
            settled.add(each.kind)
            yield each


def _shared(circumstance: Circumstance, told: str) -> bool:
    quotes = (span.quote for span in circumstance.evidence)
    return any(
        quote[start : start + OVERLAP] in told for quote in quotes for start in range(max(1, len(quote) - OVERLAP + 1))
    )


def fits(case: Case, effects: frozenset[str]) -> bool:
    """Whether some fine already lies in a tier of these effects."""
    return any(
        tier.tier.effect in effects
        for fine in fines(case)
        for tier in named(fine.assessment, fine.assessment.amount_matches)
    )


def ground_told(case: Case, words: re.Pattern[str], claim: tuple[Span, ...]) -> bool:
    """Whether the discretion passages, or the words just before the claim, give any reason."""
    pages = {page.number: page.text for page in case.text.document.pages}
    before = [pages[span.page][max(span.start - BEFORE, 0) : span.start] for span in claim]
    return any(words.search(told) for told in (*before, reasoning(case)))
