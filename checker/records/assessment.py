"""What a penalty is measured against: statute, benchmark item, tiers; and the case that checks look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from checker.records.benchmark import Benchmark, Item, Tier
from checker.records.decision import Decision
from checker.records.document import CleanText, Page
from checker.records.finding import Finding, Step
from checker.records.law import Citation, LawVersion, Provision
from checker.records.problem import Problem
from checker.records.ranges import Branch, MoneyRange
from checker.records.truth import Facts, Verdict

LIKELIER = 0.5  # probability of an item above which all else is less likely


@dataclass(frozen=True, slots=True)
class ResolvedCitation:
    """A citation looked up on a day. `state` says what the statute data know of it.

    States: known (provisions found in force on the day); law_unknown (no data on this law); not_listed (the law is
    known and was in force, the article exists, but we hold no penalty clause for it); article_missing (the version
    in force has no such article); law_not_in_force (no version in force on the day); incomplete (no article).
    """

    citation: Citation
    on: date | None
    state: str
    provisions: tuple[Provision, ...] = ()
    version: LawVersion | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """A range in yuan computed from branches and facts, or the facts that were missing to compute it.

    `range` None with `missing` empty: the branches allow no fine. `branches` are those whose condition holds.
    """

    range: MoneyRange | None
    branches: tuple[Branch, ...]
    missing: tuple[str, ...]
    trace: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class ItemMatch:
    """A benchmark item chosen for a charge. `score` in 0..1; `runner_up` is set when it is close.

    By the trained ranking `score` is the probability that the item is the charge's, `nothing` that no item of the
    table fits (None by the rule), and a match that is not `sure` is for a person: nothing rests on it but leads.
    """

    benchmark: Benchmark
    item: Item
    score: float
    how: str  # "citation", "citation+wording"; "wording" alone is never sure
    runner_up: Item | None = None
    runner_up_score: float = 0.0
    sure: bool = True
    nothing: float | None = None

    @property
    def certainty(self) -> float:
        """By how much the match lowers the confidence of a finding that rests on it.

        A score of the rule is no probability, so it always does; what the ranking is sure of is taken as it is.
        """
        ranked = self.nothing is not None
        return 1.0 if self.sure and ranked else min(1.0, 0.5 + self.score / 2)

    @property
    def measures(self) -> bool:
        """Whether an amount may be held against the item at all: it is sure, or cited and likelier right than not."""
        return self.sure or (self.how != "wording" and self.score >= LIKELIER)


@dataclass(frozen=True, slots=True)
class TierMatch:
    """One tier of the matched item: whether the facts meet it, and the range it allows here."""

    tier: Tier
    verdict: Verdict
    band: Band


@dataclass(frozen=True, slots=True)
class Assessment:
    """One fine measured (or, without a fine, one charge). Indices point into Decision.sanctions.

    `claimed` is the tier the decision claims, as named by the matched item; `supported` tiers are those whose
    conditions hold; `amount_matches` those whose range contains the amount. `expected` is the range the amount
    should lie in, with `expected_from` "tier", "scoring" or "position_rule"; None: cannot be told, `missing` says why.
    """

    sanction: int | None
    charge: int
    basis: tuple[ResolvedCitation, ...]
    statutory: Band
    match: ItemMatch | None = None
    tiers: tuple[TierMatch, ...] = ()
    claimed: str | None = None
    supported: tuple[str, ...] = ()
    amount_matches: tuple[str, ...] = ()
    expected: MoneyRange | None = None
    expected_from: str | None = None
    benchmark: Benchmark | None = None  # the one applied: of the match, or of the position rule
    missing: tuple[str, ...] = ()
    trace: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """All that a check may look at."""

    text: CleanText
    decision: Decision
    facts: Facts
    violated: tuple[ResolvedCitation, ...]
    assessments: tuple[Assessment, ...]
    benchmarks: tuple[Benchmark, ...] = ()  # all that were loaded, in force or not
    basis: tuple[ResolvedCitation, ...] = ()  # the whole penalty basis, of sanctions without an amount too
    others: tuple[Decision, ...] = ()  # what was read from the other documents of the same case in its case file


@dataclass(frozen=True, slots=True)
class Versions:
    """What a result was computed with; a change of any makes the result stale."""

    extractor: str
    statutes: str
    benchmarks: str
    checks: str


@dataclass(frozen=True, slots=True)
class Result:
    """Everything known of one input file after the pipeline: the row that is stored."""

    file: str
    sha256: str
    versions: Versions
    format: str | None = None
    pages: tuple[Page, ...] = ()  # original texts, kept so that evidence can be shown when the file has moved
    case: Case | None = None  # None when the file is not a decision or could not be read
    decision: Decision | None = None
    findings: tuple[Finding, ...] = ()  # ranked, worst first
    problems: tuple[Problem, ...] = ()
    checks_run: tuple[str, ...] = ()
    beside: str = ""  # hash of the contents of the other documents of its case file; "" when it was read alone
