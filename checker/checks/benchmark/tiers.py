"""The matched benchmark as the checks of this group look at it."""

from __future__ import annotations

from collections.abc import Iterable

from checker.checks.building import joined
from checker.messages import say
from checker.records.assessment import Assessment, Case, ItemMatch, TierMatch
from checker.records.benchmark import Benchmark, Tier
from checker.records.finding import RuleRef, Step
from checker.records.truth import Truth

CLOSE = 0.6  # below this score a match is too loose to prove anything


def rule_of(assessment: Assessment, tier: str | None = None) -> tuple[RuleRef, ...]:
    """The benchmark applied, with the item and tier; empty where none was."""
    applied = assessment.benchmark or (assessment.match.benchmark if assessment.match else None)
    if applied is None:
        return ()
    zh, en = title_words(applied)
    match = assessment.match
    parts = [part for part in (match.item.violation if match and match.measures else None, tier) if part]
    place = "，".join(parts)
    return (RuleRef(f"{zh}：{place}" if place else zh, f"{en}: {place}" if place else en, version_of(applied)),)


def applied_rules(case: Case) -> tuple[RuleRef, ...]:
    """The benchmarks applied in a case, each once."""
    return tuple(dict.fromkeys(rule for each in case.assessments for rule in rule_of(each)))


def applied_words(assessment: Assessment) -> tuple[str, str]:
    """The benchmark applied, and that its item is not certain where it is not."""
    applied, match = assessment.benchmark, assessment.match
    zh, en = title_words(applied) if applied is not None else say("tier:benchmark")
    if match is None or match.sure:
        return zh, en
    doubt = say("match:doubt", item=match.item.violation, share=f"{match.score:.0%}")
    return f"{zh}{doubt[0]}", f"{en}{doubt[1]}"


def item_words(match: ItemMatch) -> tuple[str, str]:
    """The items that may be meant, each with its probability, and that none of the table is."""
    told = [say("match:may-be", item=match.item.violation, share=f"{match.score:.0%}")]
    if match.runner_up is not None:
        told.append(say("match:may-be", item=match.runner_up.violation, share=f"{match.runner_up_score:.0%}"))
    return joined([*told, say("match:none", share=f"{match.nothing or 0:.0%}")])


def title_words(benchmark: Benchmark) -> tuple[str, str]:
    """Title and document number of a benchmark."""
    number = benchmark.document_number
    return (
        f"《{benchmark.title}》（{number}）" if number else f"《{benchmark.title}》",
        f"{benchmark.title} {number}".strip(),
    )


def version_of(benchmark: Benchmark) -> str:
    """The days on which it was in force: 2022-01-01/2023-12-31, open at the end while it is."""
    end = benchmark.in_force_to.isoformat() if benchmark.in_force_to else ""
    return f"{benchmark.in_force_from.isoformat()}/{end}"


def claimed_tier(assessment: Assessment) -> TierMatch | None:
    """The tier that the decision claims, None where it claims none of the item's."""
    return next((each for each in assessment.tiers if each.tier.name == assessment.claimed), None)


def named(assessment: Assessment, names: Iterable[str]) -> tuple[TierMatch, ...]:
    """The tiers of these names."""
    wanted = frozenset(names)
    return tuple(each for each in assessment.tiers if each.tier.name in wanted)


def is_residual(tier: Tier) -> bool:
    """Whether a tier has no conditions of its own and holds when no other does."""
    return not tier.conditions


def is_proved(assessment: Assessment) -> bool:
    """Whether the item was found by citation, alone and closely enough for a violation to rest on it."""
    match = assessment.match
    if match is None or not match.sure:
        return False
    return "citation" in match.how and match.runner_up is None and match.score >= CLOSE


def listed_kinds(assessment: Assessment, effects: Iterable[str]) -> frozenset[str]:
    """Circumstance kinds that a tier of these effects asks for and whose tier the facts meet."""
    wanted = frozenset(effects)
    expressions = [
        condition.when or ""
        for each in assessment.tiers
        if each.tier.effect in wanted and each.verdict.truth is Truth.HOLDS
        for condition in each.tier.conditions
    ]
    return frozenset(part.split(")")[0].strip() for when in expressions for part in when.split("has(")[1:])


def tier_words(names: Iterable[str]) -> tuple[str, str]:
    """Names of tiers in one phrase; "no tier" for none."""
    listed = tuple(dict.fromkeys(names))
    return ("、".join(listed), ", ".join(listed)) if listed else say("tier:none")


def tier_step(match: TierMatch) -> Step:
    """What a tier asks for and whether the facts meet it, as a line of the computation."""
    words = " / ".join(condition.text for condition in match.tier.conditions) or say("tier:residual")[0]
    return Step(f"阶次“{match.tier.name}”", say(f"tier:{match.verdict.truth.value}")[0], words)
