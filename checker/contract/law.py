"""Branches and provisions → the objects that `caiheng range` and `caiheng statutes show` print."""

from __future__ import annotations

from decimal import Decimal

from checker.contract.shapes import BoundJson, BranchJson, PlaceJson, ProvisionJson, RangesJson, UnparsedJson
from checker.records.law import Provision
from checker.records.ranges import Bound, Branch


def ranges_json(branches: tuple[Branch, ...], unparsed: tuple[tuple[int, int, str], ...]) -> RangesJson:
    """The reading of one text: branches and what was left over as (start, end, quote)."""
    left = [UnparsedJson(start=start, end=end, quote=quote) for start, end, quote in unparsed]
    return RangesJson(branches=[branch_json(each) for each in branches], unparsed=left)


def branch_json(branch: Branch) -> BranchJson:
    """One branch; for a base other than yuan the bounds are multiples (0.05 for 5 %)."""
    return BranchJson(
        condition=branch.condition,
        sanction=branch.sanction,
        obligation=branch.obligation,
        choice=branch.choice,
        lower=_bound(branch.lower),
        upper=_bound(branch.upper),
        base=branch.base,
        unit=branch.unit,
        subject=branch.subject,
        base_at_least=_number(branch.base_at_least) if branch.base_at_least is not None else None,
        evidence=PlaceJson(start=branch.start, end=branch.end),
    )


def provision_json(provision: Provision) -> ProvisionJson:
    """One dated provision with its branches."""
    return ProvisionJson(
        law=provision.law,
        article=provision.article,
        sub=provision.sub,
        paragraph=provision.paragraph,
        item=list(provision.items) or None,
        in_force_from=provision.in_force_from.isoformat(),
        in_force_to=provision.in_force_to.isoformat() if provision.in_force_to else None,
        branches=[branch_json(each) for each in provision.branches],
        summary=provision.summary,
        source=provision.source,
    )


def _bound(bound: Bound | None) -> BoundJson | None:
    return BoundJson(value=_number(bound.value), inclusive=bound.inclusive) if bound else None


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}"
