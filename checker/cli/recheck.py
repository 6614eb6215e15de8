"""`caiheng recheck`: stored cases measured again with other benchmarks; `--what-if` only says what would change."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from checker.batch.recheck import Move, Rechecked
from checker.batch.recheck import recheck as measure
from checker.cli.scanning import OcrCache, cache_folder
from checker.cli.words import (
    DEFAULT_DB,
    RAN,
    SOME_UNREADABLE,
    WRONG_COMMAND,
    Benchmarks,
    Database,
    Lang,
    Language,
    Models,
    Workers,
    processes,
    registry,
    side,
)
from checker.messages import say
from checker.pipeline import Options, pipeline
from checker.reports.wording import range_words
from checker.store import Store, queries
from checker.text.masking import mask


def recheck(
    db: Database = DEFAULT_DB,
    benchmarks: Benchmarks = None,
    what_if: Annotated[bool, typer.Option("--what-if", help="只列出会变的，不写入 · list only, write nothing")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON · print one JSON object")] = False,
    workers: Workers = 1,
    ocr_cache: OcrCache = None,
    models: Models = None,
    lang: Lang = Language.zh,
) -> None:
    """用新的裁量基准重新检查已存的案件 · measure the stored cases again with these benchmarks."""
    language = side(lang)
    if "://" not in db and not Path(db).exists():
        typer.echo(say("cli:no-database", path=db)[language], err=True)
        raise typer.Exit(WRONG_COMMAND)
    if not benchmarks:  # none at all would supersede every measurement by nothing
        typer.echo(say("recheck:no-benchmarks")[language], err=True)
        raise typer.Exit(WRONG_COMMAND)
    options = Options(tuple(benchmarks), ocr_cache=cache_folder(ocr_cache, db), models=registry(models))
    with Store(db) as store:
        found = [_slim(each) for each in _run(store, options, processes(workers), write=not what_if)]
    if as_json:
        typer.echo(json.dumps(summary(found, what_if=what_if), ensure_ascii=False))
    else:
        for line in lines(found, language, what_if=what_if):
            typer.echo(line)
    raise typer.Exit(SOME_UNREADABLE if any(each.outcome == "gone" for each in found) else RAN)


def _run(store: Store, options: Options, workers: int, *, write: bool) -> Iterator[Rechecked]:
    """Each case as it is done; with `write` its new result supersedes the old one."""
    run = store.start_run(pipeline(options).versions, datetime.now(UTC)) if write else None
    done = 0
    for each in measure(store, options, workers=workers):
        if run is not None and each.result is not None:
            store.save(each.result)
            done += 1
        yield each
    if run is not None:
        left = queries.count(store) - done
        store.finish_run(run, datetime.now(UTC), checked=done, skipped=0, unreadable=left)


def _slim(each: Rechecked) -> Rechecked:
    """Without the result, which holds the whole document: a list of 10^5 of these must fit. Its label as shown."""
    return replace(each, result=None, file=mask(each.file))


def summary(found: list[Rechecked], *, what_if: bool) -> dict[str, Any]:
    """The answer as plain values: counts, every case that changes, and those that could not be rechecked."""
    counts = Counter(each.outcome for each in found)
    return {
        "what_if": what_if,
        "total": len(found),
        **{name: counts[name] for name in ("flipped", "moved", "same", "unread", "gone")},
        "other_versions_changed": sorted({name for each in found for name in each.versions}),
        "changes": [_change(each) for each in found if each.outcome in ("flipped", "moved")],
        "not_rechecked": [
            {"file": each.file, "document_number": each.document_number, "why": each.outcome}
            for each in found
            if each.outcome in ("unread", "gone")
        ],
    }


def _change(each: Rechecked) -> dict[str, Any]:
    return {
        "file": each.file,
        "document_number": each.document_number,
        "outcome": each.outcome,
        "status": {"old": each.statuses[0], "new": each.statuses[1]},
        "appeared": [_finding(finding) for finding in each.appeared],
        "disappeared": [_finding(finding) for finding in each.disappeared],
        "moves": [_move(move) for move in each.moves],
    }


def _finding(finding: dict[str, Any]) -> dict[str, Any]:
    return {name: finding[name] for name in ("check", "status", "severity", "message_zh", "message_en", "sanction")}


def _move(move: Move) -> dict[str, Any]:
    pairs = {"benchmark": move.benchmarks, "item": move.items, "expected": move.expected}
    return {"sanction": move.sanction, **{name: {"old": old, "new": new} for name, (old, new) in pairs.items()}}


def lines(found: list[Rechecked], language: int, *, what_if: bool) -> Iterator[str]:
    """The changes case by case, flips first, then the counts."""
    for outcome in ("flipped", "moved"):
        for each in found:
            if each.outcome == outcome:
                yield from _case(each, language)
    gone = [each for each in found if each.outcome == "gone"]
    if gone:
        yield say("recheck:gone-list")[language]
        for each in gone:
            yield f"  {each.document_number or ''} {each.file}".rstrip()
    counts = Counter(each.outcome for each in found)
    told = {name: counts[name] for name in ("flipped", "moved", "same", "unread", "gone")}
    yield say("recheck:summary", total=len(found), **told)[language]
    others = sorted({name for each in found for name in each.versions})
    if others:
        names = [say(f"recheck:version-{name}")[language] for name in others]
        yield say("recheck:other-versions", names=("、", ", ")[language].join(names))[language]
    yield say("recheck:what-if" if what_if else "recheck:written")[language]


def _case(each: Rechecked, language: int) -> Iterator[str]:
    old, new = (say(f"status:{status}")[language] if status else "" for status in each.statuses)
    change = f"{old} → {new}" if old != new else old
    yield say("recheck:case", number=each.document_number or "", file=each.file, change=change)[language]
    for key, listed in (("disappeared", each.disappeared), ("appeared", each.appeared)):
        for finding in listed:
            status, message = (
                say(f"status:{finding['status']}")[language],
                finding[("message_zh", "message_en")[language]],
            )
            yield "  " + say(f"recheck:{key}", check=finding["check"], status=status, message=message)[language]
    for move in each.moves:
        ranges = [range_words(band, language) for band in move.expected]
        none = say("phrase:none")[language]
        if ranges[0] != ranges[1]:
            yield "  " + say("recheck:expected", old=ranges[0], new=ranges[1])[language]
        if len(set(move.benchmarks)) + len(set(move.items)) > 2:
            names = ["/".join(filter(None, pair)) or none for pair in zip(move.benchmarks, move.items, strict=True)]
            yield "  " + say("recheck:benchmark", old=names[0], new=names[1])[language]
