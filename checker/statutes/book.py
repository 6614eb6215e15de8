"""All dated provisions, and what a citation meant on a day."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from checker.errors import DataFileError
from checker.records.assessment import ResolvedCitation
from checker.records.law import Citation, LawVersion, Provision
from checker.statutes.schema import read_law

SHIPPED = Path(__file__).parent / "data"
STATE = "中华人民共和国"
SUFFIX = re.compile(r"[（(](?:(?:\d{4}年?)?[^（）()]*?(?:修正|修订|版|公布|施行)|\d{4})[^（）()]*[）)]$")


@dataclass(frozen=True)
class StatuteBook:
    """Provisions and versions by law. `version` is a hash over the data files."""

    version: str
    names: dict[str, str]
    versions: dict[str, tuple[LawVersion, ...]]
    provisions: tuple[Provision, ...]
    new_laws: frozenset[str]
    by_article: dict[tuple[str, int, int | None], tuple[Provision, ...]]

    @staticmethod
    def load(folder: Path | None = None) -> StatuteBook:
        """The book of a folder of law files, by default the shipped ones. Raises DataFileError."""
        return _load(folder or SHIPPED)

    def full_name(self, written: str) -> str | None:
        """The law's full name; None for a law that the data do not know."""
        bare = SUFFIX.sub("", written.strip().strip("《》").strip())
        return self.names.get(bare) or self.names.get(bare.removeprefix(STATE))

    def resolve(self, citation: Citation, on: date | None) -> ResolvedCitation:
        """What the citation refers to on a day; with no day, provisions of every version are given as candidates."""
        law = self.full_name(citation.law)
        if law is None:
            return ResolvedCitation(citation, on, "law_unknown")
        if citation.article is None:
            return ResolvedCitation(citation, on, "incomplete")
        version = next((each for each in self.versions[law] if on is not None and _covers(each, on)), None)
        if on is not None and version is None:
            # Before our first version we can tell only of a law known to be new; after the last one ended it is gone.
            ended = self.versions[law][-1].in_force_to
            early = on < self.versions[law][0].in_force_from and law in self.new_laws
            gone = early or (ended is not None and on > ended)
            return ResolvedCitation(citation, on, "law_not_in_force" if gone else "law_unknown")
        if version is not None and citation.article > version.articles:
            return ResolvedCitation(citation, on, "article_missing", (), version)
        listed = self.by_article.get((law, citation.article, citation.sub), ())
        found = tuple(each for each in listed if _fits(each, citation) and (on is None or _covers(each, on)))
        return ResolvedCitation(citation, on, "known" if found else "not_listed", found, version)


@lru_cache(maxsize=4)
def _load(folder: Path) -> StatuteBook:
    digest = hashlib.sha256()
    names: dict[str, str] = {}
    versions: dict[str, tuple[LawVersion, ...]] = {}
    provisions: list[Provision] = []
    new: set[str] = set()
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        raise DataFileError(str(folder), "holds no law files (*.yaml)")
    for path in paths:
        digest.update(path.read_bytes())
        file, dated, listed = read_law(path)
        if file.law in versions:
            raise DataFileError(path.name, f"{file.law} stands in two files", field="law")
        versions[file.law] = dated
        provisions += listed
        new |= {file.law} if file.new_law else set()
        for name in (file.law, file.law.removeprefix(STATE), *file.short_names):
            if names.setdefault(name, file.law) != file.law:
                raise DataFileError(path.name, f"{name} also names {names[name]}", field="short_names")
    return StatuteBook(digest.hexdigest()[:12], names, versions, tuple(provisions), frozenset(new), _index(provisions))


def _index(provisions: Iterable[Provision]) -> dict[tuple[str, int, int | None], tuple[Provision, ...]]:
    found: defaultdict[tuple[str, int, int | None], list[Provision]] = defaultdict(list)
    for each in provisions:
        found[each.law, each.article, each.sub].append(each)
    return {key: tuple(value) for key, value in found.items()}


def _covers(dated: LawVersion | Provision, on: date) -> bool:
    return dated.in_force_from <= on and (dated.in_force_to is None or on <= dated.in_force_to)


def _fits(provision: Provision, citation: Citation) -> bool:
    if citation.paragraph is not None and provision.paragraph not in (None, citation.paragraph):
        return False
    return citation.item is None or not provision.items or citation.item in provision.items
