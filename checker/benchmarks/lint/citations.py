"""article-missing, law-not-in-force, in-force-before-law: what an item cites, on the day the table came into force."""

from __future__ import annotations

from collections.abc import Iterator

from checker.benchmarks.lint.finding import Desk, Hit, Rule
from checker.benchmarks.lint.words import citation_words
from checker.records.assessment import ResolvedCitation


def _resolved(desk: Desk) -> Iterator[tuple[Hit, ResolvedCitation]]:
    for benchmark, item, place in desk.items():
        for key, listed in (("basis", item.basis), ("violated", item.violated)):
            for number, citation in enumerate(listed):
                values = {"law": citation_words(citation), "on": benchmark.in_force_from.isoformat()}
                hit = Hit(benchmark, item, (*place, key, number), values, "violated" if key == "violated" else "")
                yield hit, desk.book.resolve(citation, benchmark.in_force_from)


def _with(hit: Hit, **values: object) -> Hit:
    return Hit(hit.benchmark, hit.item, hit.place, {**hit.values, **values}, hit.variant)


def _missing(desk: Desk) -> Iterator[Hit]:
    for hit, resolved in _resolved(desk):
        if resolved.state == "article_missing" and resolved.version is not None:
            yield _with(hit, last=resolved.version.articles)


def _repealed(desk: Desk) -> Iterator[Hit]:
    for hit, resolved in _resolved(desk):
        law = desk.book.full_name(resolved.citation.law)
        if resolved.state == "law_not_in_force" and law is not None:
            ended = desk.book.versions[law][-1].in_force_to
            if ended is not None and hit.benchmark.in_force_from > ended:
                yield Hit(hit.benchmark, hit.item, hit.place, {**hit.values, "ended": ended.isoformat()}, "repealed")
        elif resolved.state == "not_listed" and hit.variant == "":
            others = desk.book.resolve(resolved.citation, None).provisions
            if others:
                until = "、".join(
                    f"{each.in_force_from}–{each.in_force_to or '今'}" for each in others if each.in_force_from
                )
                yield Hit(hit.benchmark, hit.item, hit.place, {**hit.values, "dates": until}, "clause")


def _too_early(desk: Desk) -> Iterator[Hit]:
    for hit, resolved in _resolved(desk):
        law = desk.book.full_name(resolved.citation.law)
        if resolved.state == "law_not_in_force" and law is not None:
            first = desk.book.versions[law][0].in_force_from
            if hit.benchmark.in_force_from < first:
                yield Hit(hit.benchmark, hit.item, hit.place, {**hit.values, "first": first.isoformat()})


MISSING = Rule("article-missing", "较重", _missing)
REPEALED = Rule("law-not-in-force", "较重", _repealed)
TOO_EARLY = Rule("in-force-before-law", "较重", _too_early)
