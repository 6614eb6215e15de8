"""Case files with one slip of an amount or none: are the slips shown, and are sound files left in peace?

`python -m tests.bench.casefiles [--each]`. The files (models/data/casefiles) were written by hand by somebody who had
seen no code; the first half may be read when rules are corrected, the second half is for figures only, so `--each`
lists the first half.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from checker.batch import plan, run_batch
from checker.casefile import folder_of
from checker.pipeline import Options
from checker.records.assessment import Result

HOME = Path(__file__).parents[2] / "models" / "data" / "casefiles"
CHECKS = {
    "amount-words-digits-differ",
    "sum-of-fines",
    "multiple-times-base",
    "amount-differs-across-documents",
    "confiscation-differs-from-gains",
    "heavier-after-defence",
}
READABLE = 12  # the first so many cases may be read by people who correct rules


@dataclass(frozen=True)
class Outcome:
    """One case file: what was found of its amounts, and whether its fines were read as they truly are."""

    name: str
    sound: bool
    slip: str
    found: tuple[str, ...]
    fines: bool

    @property
    def right(self) -> bool:
        """A slip was shown, or a sound file left in peace."""
        return bool(self.found) != self.sound


def main() -> None:
    """Print the figures."""
    words = argparse.ArgumentParser()
    words.add_argument("--each", action="store_true")
    each = words.parse_args().each
    made = outcomes()
    for name, part in (("first half, read", made[:READABLE]), ("second half, unseen", made[READABLE:])):
        count: Counter[str] = Counter()
        for one in part:
            kind = "sound" if one.sound else "slips"
            count.update({kind: 1, f"{kind} right": one.right, "fines": one.fines})
        print(
            f"{name}: slips shown {count['slips right']} of {count['slips']}, sound files left in peace "
            f"{count['sound right']} of {count['sound']}, fines read as they are {count['fines']} of {len(part)}"
        )
    for one in made[:READABLE] if each else ():
        print(one)


def outcomes() -> list[Outcome]:
    """All case files in order."""
    results: dict[str, list[Result]] = {}
    for step in run_batch(plan([HOME]), Options()):
        if step.result is not None:
            results.setdefault(Path(folder_of(step.file)).name, []).append(step.result)
    gold = yaml.safe_load((HOME / "gold.yaml").read_text(encoding="utf-8"))
    return [_outcome(each, results[each["case"]]) for each in sorted(gold, key=lambda each: str(each["case"]))]


def _outcome(due: dict[str, Any], results: list[Result]) -> Outcome:
    measured = [each for each in results if each.case is not None]
    found = tuple(finding.check for each in measured for finding in each.findings if finding.check in CHECKS)
    fines = [
        sanction.amount.value
        for each in measured
        for sanction in (each.decision.sanctions if each.decision else ())
        if sanction.kind == "fine" and sanction.amount is not None
    ]
    slip = due.get("slip")
    told = f"{slip['kind']} in {slip['file']}" if slip else ""
    true = sorted(Decimal(each) for each in due["fines"] or () if each is not None)
    return Outcome(due["case"], bool(due["consistent"]), told, found, sorted(fines) == true)


if __name__ == "__main__":
    main()
