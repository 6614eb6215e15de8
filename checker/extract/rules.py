"""The rules of this release, put together: one Decision from one text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from checker.extract import closing, discretion, heading, timeline
from checker.extract.act import read_act
from checker.extract.amounts import beside, goods_value, illegal_gains, one_of, stated_total, sum_of, total_words
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
from checker.extract.penalties import penalties
from checker.extract.private import read_personal
from checker.extract.quantities import read_quantities
from checker.extract.quorum import settle, settle_base, settle_gains
from checker.extract.roles import Sum, assign, mentions, read_sum
from checker.records.decision import Decision, EarlierPenalty
from checker.records.document import CleanText
from checker.records.read import Read

NEW_FACTS = re.compile(r"(?:补充调查|新(?:的)?(?:事实|证据|情况))")


@dataclass(frozen=True, slots=True)
class RuleExtractor:
    """Reads by rules; `judge` may overrule them. `version` is raised whenever a rule changes."""

    name: str = "rules"
    version: str = "5"
    judge: Judge = RULES_ALONE

    def extract(self, text: CleanText) -> Decision:
        """See Extractor."""
        paper = Paper.of(text)
        cited, parties = find_citations(paper), read_parties(paper)
        read = penalties(paper, lambda one: self.judge.roles(one, assign(one)), cited, parties)
        paper, sums, sanctions = read.paper, read.sums, read.sanctions
        events = timeline.read_events(paper)
        agency = heading.read_agency(paper)
        several = len(parties) > 1 or len({each.charge for each in sanctions}) > 1
        stated = stated_total(paper, sums, sanctions)
        gains = illegal_gains(paper, sums, sanctions, several=several)
        goods = goods_value(paper, sums, sanctions, several=several)
        sanctions = settle(paper, sums, sanctions, beside(paper, sums, gains, goods, stated))
        unread = lost_fines(paper, sanctions)
        effect = discretion.read_effect(paper)
        claimed = effect.value if effect else None
        found, denied = merge(paper, self.judge.mentions(paper, propose(paper), claimed), claimed)
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
            fine_total=stated or (None if unread else sum_of(sanctions)),
            fine_total_stated=stated,
            fine_total_words=total_words(paper, sums),
            proposed_fine=one_of(paper, sums, "proposed_fine"),
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
            amount = read_sum(paper, each, "earlier-fine", 0.85)
            day = paper.read(when.value, when.start, when.end, 0.8, "earlier-date") if when else None
            found.append(EarlierPenalty(paper.spans(begin, end), day, None, amount))
    return tuple(found)
