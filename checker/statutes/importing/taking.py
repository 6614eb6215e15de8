"""依照第X条的规定处罚: the branches of the clause that is named, taken over; or why they were not."""

from __future__ import annotations

import re
from typing import Any

from checker.statutes.importing.clauses import Clause
from checker.statutes.importing.references import Reference


def take_over(clauses: list[Clause]) -> None:
    """Give each clause that refers to another's penalty its branches, or the reason why it is left out.

    Chains are followed; a circle, several targets that differ, and a target that was not understood are reasons.
    """
    for clause in clauses:
        _settle(clause, clauses, ())


def _settle(clause: Clause, clauses: list[Clause], above: tuple[Clause, ...]) -> None:
    if clause.like is None or clause.reason or clause.taken_from:
        return
    if clause.like.foreign and not clause.like.references:
        clause.reason = "other-law"
        return
    if clause.like.broken or not clause.like.references or clause.like.foreign:
        clause.reason, clause.detail = "reference-unresolved", "、".join(clause.like.broken)
        return
    names = [str(each) for each in clause.like.references]
    found: list[list[dict[str, Any]]] = []
    for reference in clause.like.references:
        targets = [each for each in clauses if each is not clause and _within(reference, each)]
        for each in targets:
            if all(each is not one for one in above):
                _settle(each, clauses, (*above, clause))
        if not targets or any(each.reason or _open(each) for each in targets):
            clause.reason, clause.detail = "target-unread", str(reference)
            return
        found += [each.branches for each in targets if each.branches]
    if len(found) > 1 and _apart(found):
        found = [[branch for each in found for branch in each]]
    if not found or any(each != found[0] for each in found):
        clause.reason, clause.detail = "targets-differ", "、".join(names)
        return
    taken = [_fitted(each, clause) for each in found[0] if not _only_fines(clause) or each["sanction"] == "fine"]
    if any(_fine_of(own, each) for own in clause.branches for each in taken):
        clause.reason, clause.detail = "targets-mixed", "、".join(names)
        return
    clause.taken_from = names
    clause.branches = clause.branches + [each for each in taken if each not in clause.branches]


def _apart(found: list[list[dict[str, Any]]]) -> bool:
    """Whether one place is for the respondent and the other for the persons responsible, so that both apply."""
    subjects = [{branch.get("subject", "respondent") for branch in each} for each in found]
    return len(found) == len({name for each in subjects for name in each}) and all(len(each) == 1 for each in subjects)


def _fitted(branch: dict[str, Any], clause: Clause) -> dict[str, Any]:
    """The branch for whom the sentence means: 对其直接负责的主管人员……依照前款规定处罚."""
    before = clause.text[: clause.like.start] if clause.like is not None else ""
    personal = re.search(r"对(?:其)?[^，。；]*(?:人员|责任人|负责人|法定代表人)[^，。；]*$", before)
    return branch | {"subject": "responsible_person"} if personal else branch


def _only_fines(clause: Clause) -> bool:
    after = clause.text[clause.like.end : clause.like.end + 20] if clause.like is not None else ""
    return re.match(r"[^，。；]*?(?:处以罚款|罚款)", after) is not None and "处罚" not in after.split("罚款")[0]


def _fine_of(own: dict[str, Any], taken: dict[str, Any]) -> bool:
    """Whether both are fines of one subject: which of them is meant when, the sentence tells and we cannot."""
    same = own.get("subject") == taken.get("subject")
    return own["sanction"] == taken["sanction"] == "fine" and same and own != taken


def _open(clause: Clause) -> bool:
    """Whether the clause still waits for another: a circle."""
    return clause.like is not None and not clause.taken_from


def _within(reference: Reference, clause: Clause) -> bool:
    """Whether the clause stands in the place that the reference names."""
    if (reference.article, reference.sub) != (clause.where.article, clause.where.sub):
        return False
    if reference.paragraph is not None and reference.paragraph != clause.where.paragraph:
        return False
    return reference.item is None or not clause.items or reference.item in clause.items
