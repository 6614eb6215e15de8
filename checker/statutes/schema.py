"""A law file as people write it (docs/data-files.md)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field, model_validator

from checker.datafiles import Entry, load
from checker.records.law import LawVersion, Provision
from checker.statutes.branches import BranchEntry, to_branch


class VersionEntry(Entry):
    """One version of the law; `articles` is the number of its last article."""

    in_force_from: date
    in_force_to: date | None = None
    articles: int = Field(gt=0)
    source: str


class ProvisionEntry(Entry):
    """One penalty clause; dates left out mean: as long as the versions listed."""

    article: int = Field(gt=0)
    paragraph: int | None = Field(default=None, gt=0)
    items: list[int] = Field(default_factory=list)
    sub: int | None = Field(default=None, gt=0)
    in_force_from: date | None = None
    in_force_to: date | None = None
    summary: str = ""
    violates: list[str] = Field(default_factory=list)  # what it punishes the breach of: "34 1 10", "17-1"
    like: str = ""  # whose branches these are, by 依照第X条的规定处罚
    branches: list[BranchEntry] = Field(min_length=1)


class LawFile(Entry):
    """One law."""

    law: str
    short_names: list[str] = Field(default_factory=list)
    kind: Literal["law", "regulation", "rule", "local"]
    last_confirmed: date
    history: list[str] = Field(default_factory=list)  # every act the heading tells, also of versions not listed
    versions: list[VersionEntry] = Field(min_length=1)
    new_law: bool = False  # the first version listed is the first there ever was
    provisions: list[ProvisionEntry] = Field(default_factory=list)

    @model_validator(mode="after")
    def _dates_ascend(self) -> LawFile:
        for earlier, later in zip(self.versions, self.versions[1:], strict=False):
            if earlier.in_force_to is None or later.in_force_from <= earlier.in_force_to:
                raise ValueError(f"the version of {later.in_force_from} begins before the one before it ends")
        return self


def read_law(path: Path) -> tuple[LawFile, tuple[LawVersion, ...], tuple[Provision, ...]]:
    """The file with its versions and provisions as records; DataFileError for a mistake in it."""
    file = load(path, LawFile)
    versions = tuple(
        LawVersion(file.law, each.in_force_from, each.in_force_to, each.articles, each.source) for each in file.versions
    )
    first, last = file.versions[0], file.versions[-1]
    provisions = tuple(
        Provision(
            law=file.law,
            article=each.article,
            paragraph=each.paragraph,
            in_force_from=each.in_force_from or first.in_force_from,
            in_force_to=each.in_force_to or last.in_force_to,
            branches=tuple(map(to_branch, each.branches)),
            source=_source(file, each.in_force_from or each.in_force_to or last.in_force_from),
            sub=each.sub,
            items=tuple(each.items),
            summary=each.summary,
            last_confirmed=file.last_confirmed,
        )
        for each in file.provisions
    )
    return file, versions, provisions


def _source(file: LawFile, on: date) -> str:
    """The source of the version in force when the clause began, or of the one that it ended with."""
    found = [each.source for each in file.versions if each.in_force_from <= on]
    return found[-1] if found else file.versions[0].source
