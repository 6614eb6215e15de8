"""Many inputs to one file a law, and the account of what became of every sentence about a sanction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from checker.datafiles import load
from checker.errors import DocumentError
from checker.parse import expand, problem, problem_of
from checker.records.problem import Problem
from checker.statutes.importing.merging import join
from checker.statutes.importing.reading import STATE, Imported, read_law_text
from checker.statutes.importing.writing import path_of, write, written_before
from checker.statutes.schema import LawFile

SUFFIXES = (".md", ".txt", ".docx", ".doc", ".html", ".htm", ".pdf", "")


@dataclass(frozen=True)
class Outcome:
    """What became of one law: the file, the texts it was made of, and its provisions as written."""

    name: str
    path: Path
    texts: tuple[Imported, ...]
    versions: tuple[tuple[date, date | None, str], ...]
    provisions: int

    def summary(self) -> dict[str, Any]:
        """The account as data: per text, sentences about a sanction = written + left out."""
        return {
            "law": self.name,
            "file": str(self.path),
            "versions": [
                {"in_force_from": str(start), "in_force_to": str(end) if end else None, "source": source}
                for start, end, source in self.versions
            ],
            "provisions": self.provisions,
            "texts": [_account(each) for each in self.texts],
        }


@dataclass
class Report:
    """The laws written and the inputs that were not."""

    laws: list[Outcome] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    same: list[tuple[str, str]] = field(default_factory=list)  # (input, the input that holds the same version)


def import_laws(
    paths: Sequence[Path],
    out: Path,
    *,
    confirmed: date,
    in_force: dict[date, date] | None = None,
    force: bool = False,
) -> Report:
    """Write one file a law under `out`. What cannot be read becomes a Problem and the rest goes on.

    `confirmed` is the day of the import; `in_force` gives days of entry into force, by day of adoption, that the
    texts do not tell. Raises DataFileError when a file the importer wrote before no longer loads.
    """
    report = Report()
    by_name: dict[str, list[Imported]] = {}
    for source in expand(paths):
        if isinstance(source, Problem):
            report.problems.append(source)
            continue
        try:
            text = read_law_text(source.read(), source.label)
        except DocumentError as error:
            report.problems.append(problem_of(error))
            continue
        _gather(by_name.setdefault(text.name.removeprefix(STATE), []), text, report)
    for _, texts in sorted(by_name.items()):
        try:
            report.laws.append(_one(texts, out, confirmed, in_force or {}, force=force))
        except DocumentError as error:
            report.problems.append(problem_of(error))
        except OSError as error:
            report.problems.append(problem("law-unwritable", texts[-1].label, reason=error.strerror or str(error)))
    return report


def _gather(texts: list[Imported], new: Imported, report: Report) -> None:
    """Keep one text a version; a second of the same day that says the same is named, one that differs is a problem."""
    twin = next((each for each in texts if each.history.last.in_force == new.history.last.in_force), None)
    if twin is None:
        texts.append(new)
    elif twin.law.articles == new.law.articles:
        report.same.append((new.label, twin.label))
    else:
        report.problems.append(problem("law-two-texts", new.label, other=twin.label, day=new.history.last.in_force))


def _one(texts: list[Imported], out: Path, confirmed: date, in_force: dict[date, date], *, force: bool) -> Outcome:
    newest = max(texts, key=lambda each: each.history.last.on)
    path = path_of(newest.name, out)
    known = written_before(path, newest.label, force=force)
    versions = join(texts, in_force, known)
    rows = write(path, newest.name, newest.kind, newest.history, versions, confirmed)
    load(path, LawFile)
    told = tuple((each.in_force_from, each.in_force_to, each.source) for each in versions)
    return Outcome(newest.name, path, tuple(texts), told, len(rows))


def _account(text: Imported) -> dict[str, Any]:
    return {
        "input": text.label,
        "articles": len(text.law.articles),
        "last_article": text.law.articles[-1].number,
        "missing_articles": list(text.law.gaps),
        "adopted": str(text.history.last.on),
        "in_force_from": str(text.history.last.in_force),
        "in_force_told": text.history.last.exact,
        "found": len(text.clauses),
        "written": len(text.written),
        "left_out": [
            {"place": str(each.where), "reason": each.reason, "detail": each.detail, "text": each.quote}
            for each in text.left
        ],
        "taken_over": [{"place": str(each.where), "from": each.taken_from} for each in text.written if each.taken_from],
        "widened": [{"place": str(each.where), "sanctions": each.widened} for each in text.written if each.widened],
        "unresolved": [
            {"place": str(each.where), "references": each.unresolved} for each in text.clauses if each.unresolved
        ],
    }
