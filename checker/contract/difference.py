"""What `caiheng benchmarks diff --json` prints."""

from __future__ import annotations

from typing import Any

from checker.records.benchmark import Benchmark, Item
from checker.records.difference import BenchmarkDifference, Change


def difference_json(found: BenchmarkDifference) -> dict[str, Any]:
    """The comparison as plain values; `direction` is harsher, milder, mixed or null."""
    return {
        "old": _benchmark(found.old),
        "new": _benchmark(found.new),
        "header": [_change(each) for each in found.header],
        "added": [_item(each) for each in found.added],
        "removed": [_item(each) for each in found.removed],
        "changed": [
            {
                "old": each.old.id,
                "new": each.new.id,
                "violation": each.new.violation,
                "score": each.score,
                "changes": [_change(change) for change in each.changes],
            }
            for each in found.changed
        ],
        "same": found.same,
        "harsher": found.count("harsher"),
        "milder": found.count("milder"),
        "mixed": found.count("mixed"),
    }


def _benchmark(benchmark: Benchmark) -> dict[str, Any]:
    end = benchmark.in_force_to
    return {
        "id": benchmark.id,
        "title": benchmark.title,
        "document_number": benchmark.document_number,
        "in_force_from": benchmark.in_force_from.isoformat(),
        "in_force_to": end.isoformat() if end else None,
    }


def _item(item: Item) -> dict[str, Any]:
    return {"id": item.id, "violation": item.violation}


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "place": change.place,
        "old_zh": change.old[0],
        "old_en": change.old[1],
        "new_zh": change.new[0],
        "new_en": change.new[1],
        "direction": change.direction,
        "message_zh": change.words[0],
        "message_en": change.words[1],
    }
