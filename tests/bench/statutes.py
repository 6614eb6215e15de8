"""What the statute import reads of the official laws: `python -m tests.bench.statutes [--compare]`.

With `--compare`, also where the shipped provisions and the imported ones of the same law differ in their fines.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

from checker.records.law import Provision
from checker.statutes import StatuteBook
from checker.statutes.importing import Imported, Report, import_laws

LAWS = Path(__file__).parents[3] / "shared" / "data" / "laws"
Place = tuple[int, int | None, int | None]


def main() -> int:
    """Print the figures; 2 where the laws are not on this machine."""
    if not LAWS.is_dir():
        print(f"the official law texts ({LAWS}) are not on this machine")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        report = import_laws([LAWS], Path(folder), confirmed=date.today())
        seconds = time.perf_counter() - start
        _print(report, seconds)
        _compare(StatuteBook.load(), StatuteBook.load(Path(folder)), every="--compare" in sys.argv)
    return 0


def _print(report: Report, seconds: float) -> None:
    texts = [text for law in report.laws for text in law.texts]
    missing = [f"{Path(each.label).name} {each.law.gaps}" for each in texts if each.law.gaps]
    print(f"texts {len(texts)}, twins {len(report.same)}, laws {len(report.laws)}, refused {len(report.problems)}")
    found = sum(len(each.law.articles) for each in texts)
    highest = sum(each.law.articles[-1].number for each in texts)
    print(f"articles {found}; sum of the highest numbers {highest}; missing: {missing or 'none'}")
    _print_days(texts)
    left = Counter(each.reason for text in texts for each in text.left)
    written = [clause for text in texts for clause in text.written]
    clauses = sum(len(each.clauses) for each in texts)
    print(f"sentences about a sanction {clauses} = written {len(written)} + listed {left.total()} {dict(left)}")
    fines = sum(any(each["sanction"] == "fine" for each in clause.branches) for clause in written)
    taken = sum(bool(clause.taken_from) for clause in written)
    violates = sum(bool(clause.violates) for clause in written)
    widened = sum(bool(clause.widened) for clause in written)
    broken = sum(len(clause.unresolved) for text in texts for clause in text.clauses)
    print(f"of the written: with a fine {fines}, taken over by reference {taken}, with what is violated {violates}")
    print(f"with a sanction kept as possible only, its condition unread: {widened}")
    print(
        f"references that lead nowhere {broken}; provisions in the files {sum(each.provisions for each in report.laws)}"
    )
    print(f"seconds {seconds:.1f}")


def _print_days(texts: list[Imported]) -> None:
    own = sum(each.history.last.exact for each in texts)
    some = sum(any(event.exact for event in each.history.events) for each in texts)
    events = sum(len(each.history.events) for each in texts)
    print(f"acts in the histories {events}; texts with an exact day for some version {some}, for their own {own}")


def _places(book: StatuteBook, law: str, on: date) -> dict[Place, set[tuple[object, ...]]]:
    """The fines of each paragraph on a day."""
    found: defaultdict[Place, set[tuple[object, ...]]] = defaultdict(set)
    for each in book.provisions:
        if each.law == law and each.in_force_from <= on and (each.in_force_to is None or on <= each.in_force_to):
            found[each.article, each.sub, each.paragraph] |= _fines(each)
    return found


def _fines(provision: Provision) -> set[tuple[object, ...]]:
    return {
        (each.condition, each.obligation, each.lower, each.upper, each.base, each.unit, each.subject)
        for each in provision.branches
        if each.sanction == "fine"
    }


def _compare(shipped: StatuteBook, made: StatuteBook, *, every: bool) -> None:
    """Fines of the same paragraph in both, for the newest version of each shipped law."""
    count: Counter[str] = Counter()
    for law, versions in shipped.versions.items():
        if law not in made.versions:
            count["laws without a text"] += 1
            continue
        day = max(versions[-1].in_force_from, made.versions[law][-1].in_force_from)
        ours, theirs = _places(shipped, law, day), _places(made, law, day)
        for place in sorted(ours.keys() | theirs.keys(), key=str):
            verdict = _verdict(ours.get(place), theirs.get(place))
            count[verdict] += 1
            if every and verdict not in ("same", "only imported, without a fine"):
                print(f"  {verdict}: {law} {place}")
                for name, side in (("shipped", ours), ("imported", theirs)):
                    other = theirs if side is ours else ours
                    for fine in side.get(place, set()) - other.get(place, set()):
                        print(f"    {name}: {_shown(fine)}")
    print(f"paragraphs of the shipped laws: {dict(count)}")


def _verdict(ours: set[tuple[object, ...]] | None, theirs: set[tuple[object, ...]] | None) -> str:
    if theirs is None:
        return "only shipped"
    if ours is None:
        return "only imported" if theirs else "only imported, without a fine"
    return "same" if ours == theirs else "different"


def _shown(fine: tuple[object, ...]) -> str:
    return " | ".join(str(getattr(each, "value", each)) for each in fine)


if __name__ == "__main__":
    sys.exit(main())
