"""The rules of this release, put together: one Decision from one text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from checker.extract import closing, discretion, heading, timeline
from checker.extract.act import read_act
from checker.extract.basis import penalty_basis, violated
from checker.extract.cause import read_cause
from checker.extract.circumstances import merge, propose
from checker.extract.citations import find_citations
from checker.extract.judge import RULES_ALONE, Judge
from checker.extract.kinds import read_kind
from checker.extract.lost import lost_fines, quality
from checker.extract.number import read_number
from checker.extract.paper import Paper
from checker.extract.parties import read_parties
from checker.extract.private import read_personal
from checker.extract.quantities import read_quantities
from checker.extract.quorum import Beside, settle, settle_base, settle_gains
from checker.extract.roles import Sum, assign, mentions
from checker.extract.sanctions import BASES, read_sanctions
from checker.records.decision import Decision, EarlierPenalty, Sanction
from checker.records.document import CleanText
from checker.records.read import Read, Span

NO_GAINS = re.compile(r"(?:没有|无|未(?:获得|取得|产生|有))违法所得|违法所得(?:为)?(?:零|无|0元)")
OTHER_BASES = frozenset(BASES.values()) - {"goods_value", "illegal_gains"}  # told as costs of something
NEW_FACTS = re.compile(r"(?:补充调查|新(?:的)?(?:事实|证据|情况))")


@dataclass(frozen=True, slots=True)
class RuleExtractor:
    """Reads by rules; `judge` may overrule them. `version` is raised whenever a rule changes."""

    name: str = "rules"
    version: str = "2"
    judge: Judge = RULES_ALONE

    def extract(self, text: CleanText) -> Decision:
        """See Extractor."""
        paper = Paper.of(text)
        sums, cited = self.judge.roles(paper, assign(paper)), find_citations(paper)
        parties = read_parties(paper)
        events = timeline.read_events(paper)
        agency = heading.read_agency(paper)
        sanctions = read_sanctions(paper, sums, cited, parties)
        several = len(parties) > 1 or len({each.charge for each in sanctions}) > 1
        stated = _stated_total(paper, sums)
        gains, goods = _gains(paper, sums, several=several), _largest(paper, sums, "goods_value", several=several)
        sanctions = settle(paper, sums, sanctions, _beside(paper, sums, gains, goods, stated))
        unread = lost_fines(paper, sanctions)
        effect = discretion.read_effect(paper)
        found, denied = merge(paper, self.judge.mentions(paper, propose(paper)), effect.value if effect else None)
        start, end = read_act(paper, events)
        days, place = closing.read_payment(paper)
        decision = Decision(
            file=text.document.file,
            sha256=text.document.sha256,
            kind=self.judge.kind(paper, read_kind(paper)),
            document_number=read_number(paper),
            agency=agency,
            region=heading.read_region(paper, agency),
            respondents=parties,
            cause=read_cause(paper, parties),
            filing_date=timeline.first_date(events, "filing"),
            notice_date=timeline.read_notice_date(events),
            decision_date=timeline.read_decision_date(paper),
            act_start=start,
            act_end=end,
            illegal_gains=settle_base(settle_gains(paper, gains, sanctions), "illegal_gains", sums, sanctions),
            goods_value=settle_base(goods, "goods_value", sums, sanctions),
            violated=violated(paper, cited),
            penalty_basis=penalty_basis(paper, cited),
            benchmark_cited=discretion.read_benchmark(paper),
            claimed_effect=effect,
            claimed_tier=discretion.read_tier(paper),
            circumstances=found,
            denied=denied,
            sanctions=(*sanctions, *unread),
            fine_total=stated or (None if unread else _sum(sanctions)),
            fine_total_stated=stated,
            fine_total_words=_total_words(paper, sums),
            proposed_fine=_one_of(paper, sums, "proposed_fine"),
            new_facts=_flag(paper, NEW_FACTS, "new-facts"),
            money=mentions(paper, sums),
            events=events,
            quantities=read_quantities(paper),
            earlier=_earlier(paper, sums),
            remedies=closing.read_remedies(paper),
            payment_days=days,
            payment_place=place,
            discretion=discretion.passage(paper),
            benchmark_applied=discretion.read_applied(paper),
            personal_data=read_personal(paper),
            text_quality=quality(text),
            extractor=f"{self.name}@{self.version}",
        )
        return replace(decision, elements=closing.read_elements(paper, decision))


def _beside(
    paper: Paper, sums: list[Sum], gains: Read[Decimal] | None, goods: Read[Decimal] | None, total: Read[Decimal] | None
) -> Beside:
    """What else the decision gives to reckon its fines with."""

    def reads(role: str) -> tuple[Read[Decimal], ...]:
        found = (each for each in sums if each.role == role)
        return tuple(paper.read(t.token.amount, t.token.start, t.token.end, t.confidence, role) for t in found)

    bases = {"goods_value": (goods,) if goods else (), "illegal_gains": (gains,) if gains else ()}
    return Beside(bases | dict.fromkeys(OTHER_BASES, reads("cost")), reads("deemed_base"), total)


def _gains(paper: Paper, sums: list[Sum], *, several: bool) -> Read[Decimal] | None:
    stated = [
        each
        for each in sums
        if each.role == "illegal_gains" and paper.parts.place(each.token.start) in ("facts", "reasoning")
    ]
    if stated and several and _differ({each.token.amount for each in stated}):
        return _together(paper, sums, {each.token.amount for each in stated}, "gains-together")
    if stated:
        each = stated[-1]
        return paper.read(each.token.amount, each.token.start, each.token.end, each.confidence, "illegal-gains")
    match = NO_GAINS.search(paper.text, 0, paper.parts.operative[0])
    if match and "的，" not in paper.text[match.end() : match.end() + 2]:
        return paper.read(Decimal(0), match.start(), match.end(), 0.85, "no-illegal-gains")
    taken = [
        each
        for each in sums
        if each.role in ("illegal_gains", "confiscated") and paper.parts.place(each.token.start) == "operative"
    ]
    if len(taken) == 1:
        return paper.read(taken[0].token.amount, taken[0].token.start, taken[0].token.end, 0.7, "gains-confiscated")
    return None


def _differ(amounts: set[Decimal]) -> bool:
    """Whether none of several sums is the total of the others."""
    return len(amounts) > 1 and 2 * max(amounts) != sum(amounts)


def _together(paper: Paper, sums: list[Sum], parts: set[Decimal], rule: str) -> Read[Decimal] | None:
    """The sum of the parts, where the text tells it too; each respondent or act has a part of its own."""
    each = next((one for one in sums if one.token.amount == sum(parts)), None)
    return paper.read(each.token.amount, each.token.start, each.token.end, 0.8, rule) if each else None


def _largest(paper: Paper, sums: list[Sum], role: str, *, several: bool) -> Read[Decimal] | None:
    """The total among several: parts are smaller than their sum."""
    found = [each for each in sums if each.role == role]
    if not found:
        return None
    if several and _differ({each.token.amount for each in found}):
        return _together(paper, sums, {each.token.amount for each in found}, role)
    each = max(found, key=lambda one: one.token.amount)
    return paper.read(each.token.amount, each.token.start, each.token.end, each.confidence, role)


def _one_of(paper: Paper, sums: list[Sum], role: str) -> Read[Decimal] | None:
    found = [each for each in sums if each.role == role]
    if not found or len({each.token.amount for each in found}) > 1:
        return None
    each = found[-1]
    return paper.read(each.token.amount, each.token.start, each.token.end, each.confidence, role)


def _stated_total(paper: Paper, sums: list[Sum]) -> Read[Decimal] | None:
    low, high = paper.parts.operative
    found = [each for each in sums if each.role == "fine_total" and low <= each.token.start < high]
    if not found:
        return None
    each = next((one for one in found if not one.token.chinese), found[0])
    return paper.read(each.token.amount, each.token.start, each.token.end, each.confidence, "fine-total")


def _total_words(paper: Paper, sums: list[Sum]) -> Read[Decimal] | None:
    """The stated total in capitals, where it stands beside the same total in figures."""
    low, high = paper.parts.operative
    found = [each.token for each in sums if each.role == "fine_total" and low <= each.token.start < high]
    words = [each for each in found if each.chinese]
    if not words or len(words) == len(found):
        return None
    return paper.read(words[0].amount, words[0].start, words[0].end, 0.93, "fine-total-capitals")


def _sum(sanctions: tuple[Sanction, ...]) -> Read[Decimal] | None:
    fines = [each.amount for each in sanctions if each.kind == "fine" and each.amount is not None]
    if not fines:
        return None
    if len(fines) == 1:
        return fines[0]
    spans: tuple[Span, ...] = tuple(span for fine in fines for span in fine.evidence)
    total = sum((fine.value for fine in fines), Decimal(0))
    return Read(total, spans, min(fine.confidence for fine in fines), "rule:sum-of-fines")


def _flag(paper: Paper, pattern: re.Pattern[str], rule: str) -> Read[bool] | None:
    match = pattern.search(paper.text, 0, paper.parts.tail)
    if match is None or re.search(r"[未没无][^，。；]{0,8}$", paper.text[max(match.start() - 10, 0) : match.start()]):
        return None
    return paper.read(True, match.start(), match.end(), 0.75, rule)


def _earlier(paper: Paper, sums: list[Sum]) -> tuple[EarlierPenalty, ...]:
    found = []
    for each in sums:
        if each.role == "earlier_fine":
            begin, end = paper.parts.sentence(each.token.start)
            when = next((token for token in paper.dates if begin <= token.start < each.token.start), None)
            amount = paper.read(each.token.amount, each.token.start, each.token.end, 0.85, "earlier-fine")
            day = paper.read(when.value, when.start, when.end, 0.8, "earlier-date") if when else None
            found.append(EarlierPenalty(paper.spans(begin, end), day, None, amount))
    return tuple(found)
