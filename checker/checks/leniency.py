"""What the decision says for or against the respondent: effects claimed, circumstances, words of reduction."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.records.assessment import Case
from checker.records.decision import Circumstance

LENIENT = frozenset({"none", "reduced", "lighter"})
REDUCING = frozenset({"none", "reduced"})
# Circumstances for which the law says 从轻或者减轻: they lighten, and may reduce.
REDUCIBLE = frozenset({"aged_14_to_18", "removed_harm", "coerced_or_deceived", "confessed_unknown", "meritorious_help"})
# Articles of the Administrative Penalty Law that allow going below the minimum, 2021 and earlier numbering.
REDUCTION_ARTICLES = frozenset({25, 26, 27, 30, 31, 32, 33})
REDUCED = re.compile(r"减轻(?:行政)?处罚|(?:予以|给予|依法|应当|可以)减轻|减轻档|低于法定(?:最低|下限)")
EITHER = re.compile(r"从轻(?:处罚)?(?:或者?|、|及|和|/)减轻")


def claimed(case: Case) -> str | None:
    """The legal effect that the decision claims, None where it claims none."""
    return case.decision.claimed_effect.value if case.decision.claimed_effect else None


def found(case: Case, effects: Iterable[str]) -> tuple[Circumstance, ...]:
    """Circumstances of these effects that the decision finds, wherever it states them."""
    wanted = frozenset(effects)
    return tuple(each for each in case.decision.circumstances if each.effect in wanted)


def may_reduce(case: Case) -> bool:
    """Whether the decision finds a circumstance that allows going below the minimum (arts. 30, 32; 25, 27 before)."""
    return bool(found(case, REDUCING)) or any(each.kind in REDUCIBLE for each in case.decision.circumstances)


def reduction_told(case: Case) -> bool:
    """Whether the decision gives a ground, a claim or a citation for going below the minimum, or may do so.

    Arts. 30-33 of the Administrative Penalty Law (25-27 before 2021-07-15).
    """
    if claimed(case) in REDUCING or found(case, REDUCING):
        return True
    cited = (*case.decision.penalty_basis, *case.decision.violated)
    if any(each.law.endswith("行政处罚法") and each.article in REDUCTION_ARTICLES for each in cited):
        return True
    return REDUCED.search(case.text.text) is not None


def reasoning(case: Case) -> str:
    """The words of the passages on discretion."""
    return "\n".join(span.quote for span in case.decision.discretion)
