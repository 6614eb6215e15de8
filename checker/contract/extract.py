"""Decision → the object that `caiheng extract --json` prints."""

from __future__ import annotations

from checker.contract.privacy import Cover
from checker.contract.shapes import (
    CircumstanceJson,
    DamagedPlaceJson,
    EventJson,
    ExtractJson,
    MoneyJson,
    PersonalJson,
    RespondentJson,
    SanctionJson,
    TextQualityJson,
    WitnessJson,
)
from checker.contract.values import citation, day, field, money, spans, text_field
from checker.records.decision import Circumstance, Decision, Event, MoneyMention, Respondent, Sanction, Witness


def extract_json(decision: Decision, *, masked: bool = True) -> ExtractJson:
    """Every field of the contract, offsets into the original page texts; personal data starred.

    Unmasked only to be compared with labels, never to be shown or kept.
    """
    made = _all(decision)
    return Cover.of(decision).json(made) if masked else made


def _all(decision: Decision) -> ExtractJson:
    kind = text_field(decision.kind)
    assert kind is not None
    return ExtractJson(
        file=decision.file,
        sha256=decision.sha256,
        document_kind=decision.kind.value,
        document_kind_read=kind,
        document_number=text_field(decision.document_number),
        agency=text_field(decision.agency),
        region=text_field(decision.region),
        respondents=[_respondent(each) for each in decision.respondents],
        cause=text_field(decision.cause),
        filing_date=field(decision.filing_date, day),
        notice_date=field(decision.notice_date, day),
        decision_date=field(decision.decision_date, day),
        act_start=field(decision.act_start, day),
        act_end=field(decision.act_end, day),
        illegal_gains=field(decision.illegal_gains, money),
        goods_value=field(decision.goods_value, money),
        violated=[citation(each) for each in decision.violated],
        penalty_basis=[citation(each) for each in decision.penalty_basis],
        benchmark_cited=text_field(decision.benchmark_cited),
        claimed_effect=text_field(decision.claimed_effect),
        claimed_tier=text_field(decision.claimed_tier),
        circumstances=[_circumstance(each) for each in decision.circumstances],
        denied=[_circumstance(each) for each in decision.denied],
        sanctions=[_sanction(each) for each in decision.sanctions],
        money=[_money(each) for each in decision.money],
        fine_total=field(decision.fine_total, money),
        proposed_fine=field(decision.proposed_fine, money),
        events=[_event(each) for each in decision.events],
        text_quality=TextQualityJson(
            damaged=decision.text_quality.damaged,
            reasons=list(decision.text_quality.reasons),
            places=[
                DamagedPlaceJson(reason=each.reason, repaired=each.repaired, evidence=spans(each.evidence))
                for each in decision.text_quality.places
            ],
        ),
        personal_data=[
            PersonalJson(
                kind=each.kind, page=each.span.page, start=each.span.start, end=each.span.end, quote=each.shown
            )
            for each in decision.personal_data
        ],
        extractor=decision.extractor,
    )


def _respondent(party: Respondent) -> RespondentJson:
    return RespondentJson(
        name=text_field(party.name),
        kind=party.kind,
        uscc=text_field(party.uscc),
        legal_representative=text_field(party.legal_representative),
        address=text_field(party.address),
    )


def _circumstance(found: Circumstance) -> CircumstanceJson:
    return CircumstanceJson(
        kind=found.kind,
        effect=found.effect,
        evidence=spans(found.evidence),
        confidence=round(found.confidence, 4),
        place=found.place,
        respondent=found.respondent,
    )


def _sanction(sanction: Sanction) -> SanctionJson:
    return SanctionJson(
        kind=sanction.kind,
        amount=field(sanction.amount, money),
        respondent=sanction.respondent,
        evidence=spans(sanction.evidence),
        basis=[citation(each) for each in sanction.basis],
        words=field(sanction.words, money),
        unit_amount=field(sanction.unit_amount, money),
        count=field(sanction.count, str),
        charge=sanction.charge,
        witnesses=[_witness(each) for each in sanction.witnesses],
    )


def _witness(witness: Witness) -> WitnessJson:
    amount = field(witness.value, money)
    assert amount is not None
    return WitnessJson(kind=witness.kind, amount=amount)


def _money(mention: MoneyMention) -> MoneyJson:
    amount = field(mention.amount, money)
    assert amount is not None
    return MoneyJson(role=mention.role, amount=amount, words=mention.words)


def _event(event: Event) -> EventJson:
    return EventJson(kind=event.kind, date=field(event.date, day), evidence=spans(event.evidence))
