"""The reasoning for one case as sentences with the quoted spans, from the JSON of the contract (starred there)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.messages import say
from checker.reports.wording import facts_in_words, plain, quote_of, range_words, side_of, value_of, witness_words

QUOTES = 4  # spans shown for one finding; the rest stand in the JSON


def explain(checked: dict[str, Any], extracted: dict[str, Any] | None, *, language: str = "zh") -> list[str]:
    """Lines to print for one document; an indent of two spaces marks proof under a sentence."""
    side = side_of(language)
    return list(_lines(checked, extracted, side))


def _lines(checked: dict[str, Any], extracted: dict[str, Any] | None, side: int) -> Iterator[str]:
    unknown = say("explain:unknown")[side]
    yield say("explain:heading", number=checked["document_number"] or unknown, file=checked["file"])[side]
    if checked["error"]:
        message = checked["error"][("message_zh", "message_en")[side]]
        yield say("explain:not-measured", reason=message)[side]
        return
    quality = extracted["text_quality"] if extracted else None
    if quality and quality["damaged"]:
        reasons = [say(f"damage:{reason}")[side] for reason in quality["reasons"]]
        yield say("explain:damaged", reasons=("；", "; ")[side].join(reasons))[side]
    respondents = [party["name"]["value"] for party in (extracted or {}).get("respondents", []) if party["name"]]
    yield say(
        "explain:who",
        agency=checked["agency"] or unknown,
        respondent="、".join(respondents) or unknown,
        cause=value_of(extracted, "cause") or unknown,
        day=value_of(extracted, "decision_date") or unknown,
    )[side]
    for assessment in checked["assessments"]:
        yield from _assessment(assessment, extracted, side)
    yield from _findings(checked, side)
    for problem in checked["problems"]:
        yield say("explain:problem", message=problem[("message_zh", "message_en")[side]])[side]


def _assessment(assessment: dict[str, Any], extracted: dict[str, Any] | None, side: int) -> Iterator[str]:
    basis = "、".join(dict.fromkeys(assessment["basis"])) or say("explain:unknown")[side]
    if assessment["amount"] is None:
        yield say("explain:no-fine", basis=basis)[side]
    else:
        yield say("explain:fine", amount=plain(assessment["amount"]), basis=basis)[side]
        witnesses = witness_words(extracted, assessment["sanction"], side)
        if witnesses is not None:
            yield "  " + witnesses[0]
    yield "  " + say("explain:statutory", range=range_words(assessment["statutory"], side))[side]
    match = assessment["match"]
    if match is None:
        yield "  " + say("explain:no-match")[side]
    else:
        yield (
            "  "
            + say(
                "explain:match",
                benchmark=match["benchmark"],
                item=match["violation"],
                score=match["score"],
                how=match["how"],
            )[side]
        )
        if not match.get("sure", True):  # results stored by earlier releases do not say
            yield "  " + say("explain:unsure", share=f"{match['score']:.0%}", nothing=f"{match['nothing']:.0%}")[side]
        if match["runner_up"]:
            yield "  " + say("explain:runner-up", item=match["runner_up"], score=match["runner_up_score"])[side]
    for tier in assessment["tiers"]:
        yield "  " + _tier(tier, side)
    if assessment["claimed"]:
        yield "  " + say("explain:tier-claimed", name=assessment["claimed"])[side]
    if assessment["tiers"] and assessment["amount"] is not None:
        names = "、".join(assessment["amount_matches"])
        yield "  " + (say("explain:matches", names=names) if names else say("explain:matches-none"))[side]
    yield "  " + _expected(assessment, side)
    for step in assessment["trace"]:
        yield "    " + say("explain:step", **{name: step[name] for name in ("parameter", "value", "source")})[side]


def _tier(tier: dict[str, Any], side: int) -> str:
    missing = say("explain:tier-missing", facts=facts_in_words(tier["missing"], side))[side] if tier["missing"] else ""
    listed = " / ".join(tier["conditions"])
    conditions = say("explain:tier-conditions", conditions=listed)[side] if listed else ""
    return say(
        "explain:tier",
        name=tier["name"],
        range=range_words(tier["range"], side),
        truth=say(f"truth:{tier['truth']}"),
        missing=missing,
        conditions=conditions,
    )[side]


def _expected(assessment: dict[str, Any], side: int) -> str:
    if assessment["expected"] is None:
        facts = facts_in_words(assessment["missing"], side) or say("explain:unknown")[side]
        return say("explain:expected-unknown", facts=facts)[side]
    source = say(f"explain:by-{assessment['expected_from']}")
    return say("explain:expected", range=range_words(assessment["expected"], side), source=source)[side]


def _findings(checked: dict[str, Any], side: int) -> Iterator[str]:
    if not checked["findings"]:
        yield say("explain:no-findings", count=len(checked["checks_run"]))[side]
        return
    yield say("explain:findings", count=len(checked["findings"]))[side]
    for ordinal, finding in enumerate(checked["findings"], start=1):
        yield say(
            "explain:finding",
            ordinal=ordinal,
            severity=say(f"severity:{finding['severity']}"),
            status=say(f"status:{finding['status']}"),
            message=finding[("message_zh", "message_en")[side]],
            confidence=round(finding["confidence"] * 100),
        )[side]
        for span in finding["evidence"][:QUOTES]:
            place = {name: span[name] for name in ("page", "start", "end")}
            yield "  " + say("explain:quote", quote=quote_of(span), **place)[side]
        for rule in finding["rules"]:
            version = f"（{rule['version']}）" if rule["version"] and side == 0 else ""
            version = f" ({rule['version']})" if rule["version"] and side == 1 else version
            yield (
                "  "
                + say("explain:rule", reference=(rule["reference_zh"], rule["reference_en"]), version=version)[side]
            )
        for step in finding["trace"]:
            yield "  " + say("explain:step", **{name: step[name] for name in ("parameter", "value", "source")})[side]
