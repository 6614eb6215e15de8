"""Each fine with the law it rests on, as several checks look at it. Money is Decimal in yuan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from checker.checks.building import confidence_of, evidence_of, finding, step
from checker.checks.check import Check
from checker.checks.wording import citation_words
from checker.records.assessment import Assessment, Case, ResolvedCitation
from checker.records.decision import Sanction
from checker.records.finding import Finding, RuleRef, Status, Step
from checker.records.law import Provision
from checker.records.ranges import Bound, Branch, MoneyRange
from checker.records.read import Read
from checker.records.truth import FactValue, Truth, Verdict
from checker.statutes.conditions import evaluate

# Laws of procedure and discretion stand beside the penalty basis in many decisions and set no amount of their own.
WITHOUT_AMOUNTS = ("行政处罚法", "行政强制法", "程序规定", "程序规则", "裁量", "罚款决定与罚款收缴分离", "听证")


@dataclass(frozen=True, slots=True)
class Fine:
    """One fine whose amount was read, with what it is measured against; `index` points into Decision.sanctions."""

    index: int
    sanction: Sanction
    amount: Read[Decimal]
    assessment: Assessment

    @property
    def yuan(self) -> Decimal:
        """The amount."""
        return self.amount.value


def fines(case: Case) -> Iterator[Fine]:
    """Every measured fine with an amount, in the decision's order."""
    for assessment in case.assessments:
        if assessment.sanction is None:
            continue
        sanction = case.decision.sanctions[assessment.sanction]
        if sanction.kind == "fine" and sanction.amount is not None:
            yield Fine(assessment.sanction, sanction, sanction.amount, assessment)


def unit_count(fine: Fine) -> Decimal | None:
    """How many heads or units the fine counts, None where the decision does not count."""
    return fine.sanction.count.value if fine.sanction.count else None


def bearing(basis: Iterable[ResolvedCitation]) -> tuple[tuple[Provision, ...], ...]:
    """The provisions that set a fine, grouped: alternatives that one citation may mean stand in one group.

    Two groups or more mean that one fine answers for several provisions, so no single range holds for it.
    """
    groups: list[dict[tuple[object, ...], Provision]] = []
    for resolved in basis:
        setting = {_key(each): each for each in resolved.provisions if any(b.sanction == "fine" for b in each.branches)}
        if not setting:
            continue
        for group in groups:
            if group.keys() & setting.keys():
                group.update(setting)
                break
        else:
            groups.append(setting)
    return tuple(tuple(group.values()) for group in groups)


def _key(provision: Provision) -> tuple[object, ...]:
    return provision.law, provision.article, provision.sub, provision.paragraph, provision.items


def is_open(basis: Iterable[ResolvedCitation]) -> bool:
    """Whether a cited provision that may set an amount is unknown to our data."""
    return any(
        resolved.state in ("law_unknown", "not_listed", "incomplete")
        and not any(word in resolved.citation.law for word in WITHOUT_AMOUNTS)
        for resolved in basis
    )


def hull(provisions: Iterable[Provision], facts: Mapping[str, FactValue], count: Decimal | None = None) -> MoneyRange:
    """The widest range over all branches, whatever their conditions: what no facts could make lawful lies outside."""
    ranges = branch_ranges(provisions, facts, count)
    lows = [each.lower for each in ranges]
    highs = [each.upper for each in ranges]
    least = (
        None if None in lows else min((b for b in lows if b), key=lambda b: (b.value, not b.inclusive), default=None)
    )
    most = None if None in highs else max((b for b in highs if b), key=lambda b: (b.value, b.inclusive), default=None)
    return MoneyRange(least, most)


def branch_ranges(
    provisions: Iterable[Provision], facts: Mapping[str, FactValue], count: Decimal | None = None
) -> tuple[MoneyRange, ...]:
    """The yuan range of each fine branch; an end that cannot be computed for want of a fact is open."""
    return tuple(
        MoneyRange(_yuan(branch.lower, branch, facts, count), _yuan(branch.upper, branch, facts, count))
        for provision in provisions
        for branch in provision.branches
        if branch.sanction == "fine"
    )


def escapes(case: Case, fine: Fine, provisions: Iterable[Provision]) -> tuple[str, ...]:
    """Facts not known that may put the amount inside a branch other than those chosen; empty where none can.

    While there are any, the amount is not proved to be out of range.
    """
    whom, parties = fine.sanction.respondent, case.decision.respondents
    settled = whom is not None and whom < len(parties) and parties[whom].kind != "citizen"
    lacking: list[str] = []
    for provision in provisions:
        for branch in provision.branches:
            single = replace(provision, branches=(branch,))
            ranges = branch_ranges((single,), case.facts.values, unit_count(fine))
            if not any(each.contains(fine.yuan) for each in ranges):
                continue
            verdict = evaluate(branch.condition, case.facts) if branch.condition else Verdict(Truth.HOLDS)
            if branch.subject != "respondent" and not settled:
                lacking.append("respondent_kind")
            elif branch.subject == "respondent" and verdict.truth is Truth.UNKNOWN:
                lacking += verdict.missing
    return tuple(dict.fromkeys(lacking))


def _yuan(bound: Bound | None, branch: Branch, facts: Mapping[str, FactValue], count: Decimal | None) -> Bound | None:
    if bound is None:
        return None
    factor: object = Decimal(1) if branch.base == "yuan" else facts.get(branch.base)
    units: object = Decimal(1) if branch.unit == "total" else count
    if not isinstance(factor, Decimal) or not isinstance(units, Decimal):
        return None
    return Bound(bound.value * factor * units, bound.inclusive)


def statute_rules(basis: Iterable[ResolvedCitation]) -> tuple[RuleRef, ...]:
    """The cited provisions known to our data as rules, with the version that was applied."""
    return tuple(
        RuleRef(*citation_words(resolved.citation), version=_version(resolved))
        for resolved in basis
        if resolved.provisions
    )


def _version(resolved: ResolvedCitation) -> str:
    return resolved.version.source if resolved.version else resolved.provisions[0].source


def basis_words(basis: Iterable[ResolvedCitation]) -> tuple[str, str]:
    """The known cited provisions in one phrase for messages."""
    rules = tuple(dict.fromkeys((rule.reference_zh, rule.reference_en) for rule in statute_rules(basis)))
    return "、".join(zh for zh, _ in rules), ", ".join(en for _, en in rules)


def used_reads(case: Case, branches: Iterable[Branch]) -> tuple[Read[Decimal], ...]:
    """The money facts that choose among branches or are multiplied by them, as they were read."""
    listed = tuple(branches)
    reads = {"goods_value": case.decision.goods_value, "illegal_gains": case.decision.illegal_gains}
    return tuple(
        read
        for name, read in reads.items()
        if read is not None and any(name == each.base or name in (each.condition or "") for each in listed)
    )


def fine_finding(
    check: Check,
    case: Case,
    fine: Fine,
    status: Status,
    key: str | None = None,
    *,
    trace: Sequence[Step] = (),
    rules: Sequence[RuleRef] = (),
    reads: Sequence[Read[object]] = (),
    missing: Sequence[str] = (),
    weight: float = 1.0,
    **values: object,
) -> Finding:
    """A finding about one fine: its amount, basis and the readings used are its proof; `amount`, `basis` fill it.

    `rules` stand after the cited provisions; `weight` (0..1) multiplies the confidence of what was read.
    """
    return finding(
        check,
        case,
        status,
        key,
        evidence=evidence_of(fine.amount, *reads),
        rules=(*statute_rules(fine.assessment.basis), *rules),
        trace=(step("罚款", fine.amount), *trace),
        missing=missing,
        confidence=confidence_of(fine.amount, *reads) * weight,
        sanction=fine.index,
        amount=fine.yuan,
        basis=basis_words(fine.assessment.basis),
        **values,
    )
