"""Sound sample decisions with characters lost or replaced: what is noticed, and what is read wrong without a word.

`python -m tests.bench.damage [--rounds N]`. A value is silently wrong when it differs from the value of the sound
text and its confidence is not lowered (at least 0.9 of the sound reading's; 0.8 for a value the sound text lacks).
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from checker.extract import RuleExtractor
from checker.parse import parse
from checker.records.decision import Decision
from checker.records.document import Document, Page
from checker.records.read import Read
from checker.samples import sample_data
from checker.text.repair import repair
from models.evaluation.gold import load_gold

DATES = ("filing_date", "notice_date", "decision_date", "act_start", "act_end")
SUMS = ("fine_total", "illegal_gains", "goods_value", "proposed_fine")
DAY = r"(?:\d{4}|[〇零○一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日"
CAPITALS = "零壹贰叁肆伍陆柒捌玖拾佰仟万"
CLASSES = {  # one character of a kind is lost: which share of the losses is noticed?
    "a digit of a date": (DAY, r"[\d〇零○一二三四五六七八九十]"),
    "年 月 日": (DAY, r"[年月日]"),
    "〔 〕 号": (r"〔\d{4}〕\d+号", r"[〔〕号]"),
    "a digit of a document number": (r"〔\d{4}〕\d+号", r"\d"),
    "a digit of an amount": (r"\d[\d,.]*万?元", r"\d"),
    "元": (r"\d[\d,.]*万?元", r"元"),
    "万": (r"\d[\d,.]*万元", r"万"),
    "a capital": (rf"[{CAPITALS}]{{2,}}元整?", rf"[{CAPITALS}]"),
    "all digits of an amount": (r"\d[\d,.]*万?元", r"\d[\d,.]*"),
    "all numbers of a date": (DAY, r"\d{4}|\d{1,2}|[〇零○一二三四五六七八九十]{1,4}"),
    "an article number": (r"第[一二三四五六七八九十百\d]+条", r"[一二三四五六七八九十百\d]+"),
}
TELLING = re.compile(rf"[\d年月日〔〕号元条款项{CAPITALS}〇○一二三四五六七八九十百千]")
NOISE = "?□■\ufffd*·、的一l0O8"


@dataclass(frozen=True)
class Sound:
    """A sample decision as its parser gave it, and what is read from it."""

    document: Document
    values: Counter[tuple[str, str]]
    sure: dict[str, float]


def main() -> None:
    """Print the figures."""
    words = argparse.ArgumentParser()
    words.add_argument("--rounds", type=int, default=3)
    rounds = words.parse_args().rounds
    listed = list(sound())
    false = sum(bool(repair(each.document).damage) for each in listed)
    print(f"{len(listed)} sound sample decisions, of which called damaged: {false}")
    print("One loss in a text: noticed (a place of damage named, a value gone or its confidence lowered)")
    for name, (whole, part) in CLASSES.items():
        print(f"  {name:30} {_one_loss(listed, whole, part, rounds)}")
    print("k characters lost or replaced: values read")
    heads = f"{'texts':>6} {'called':>7} {'values':>7} {'gone':>6} {'wrong':>6} {'silent':>6}"
    print(f"  {'what':34} {heads}  silent of values")
    for telling in (False, True):
        for lost in (True, False):
            for count in (1, 3, 10, 30):
                _many(listed, count, lost, telling, rounds)


def sound() -> Iterator[Sound]:
    """The sample decisions that carry labels."""
    home = sample_data()
    for gold in load_gold(home / "gold"):
        path = home / "cases" / gold.file
        if gold.fields is None or gold.error is not None or path.suffix == ".zip":
            continue
        document = parse(path.read_bytes(), gold.file)
        decision = RuleExtractor().extract(repair(document))
        if "decision" in decision.kind.value:
            values = list(reads(decision))
            sure = {name: max(c for n, _, c in values if n == name) for name in {n for n, _, _ in values}}
            yield Sound(document, Counter((name, value) for name, value, _ in values), sure)


def reads(decision: Decision) -> Iterator[tuple[str, str, float]]:
    """(field, value, confidence) of every sum, date, number and fine read."""
    for name in (*DATES, *SUMS, "document_number"):
        field: Read[Any] | None = getattr(decision, name)
        if field is not None:
            yield name, str(field.value), field.confidence
    for each in decision.sanctions:
        if each.amount is not None:
            yield f"{each.kind} amount", str(each.amount.value), each.amount.confidence


def _one_loss(listed: list[Sound], whole: str, part: str, rounds: int) -> str:
    noticed = total = quiet = harmful = 0
    for index, each in enumerate(listed):
        text = each.document.text
        places = [
            (a.start() + b.start(), a.start() + b.end())
            for a in re.finditer(whole, text)
            for b in re.finditer(part, a.group())
        ]
        chance = random.Random(f"{index}{whole}{part}")
        for start, end in chance.sample(places, min(rounds * 3, len(places))):
            made = _decided(each, [(start, end, "")])
            total += 1
            gone, wrong, silent, lowered = _compared(each, made)
            seen = bool(made.text_quality.reasons) or lowered or gone > wrong
            noticed += seen
            quiet += not seen
            harmful += bool(silent)
    if not total:
        return "none in the samples"
    return f"{total:5} losses, noticed {noticed / total:6.1%}, a value silently wrong {harmful / total:6.1%}"


def _many(listed: list[Sound], count: int, lost: bool, telling: bool, rounds: int) -> None:
    tally: Counter[str] = Counter()
    for index, each in enumerate(listed):
        text = each.document.text
        places = [at for at, char in enumerate(text) if (TELLING.match(char) if telling else not char.isspace())]
        for turn in range(rounds):
            chance = random.Random(f"{index}/{turn}/{count}/{lost}/{telling}")
            chosen = sorted(chance.sample(places, min(count, len(places))))
            made = _decided(each, [(at, at + 1, "" if lost else chance.choice(NOISE)) for at in chosen])
            gone, wrong, silent, _ = _compared(each, made)
            tally.update(texts=1, called=made.text_quality.damaged, values=each.values.total())
            tally.update(gone=max(gone - wrong, 0), wrong=wrong, silent=silent)
    what = f"{count:2} {'telling ' if telling else ''}characters {'lost' if lost else 'replaced'}"
    print(
        f"  {what:34} {tally['texts']:6} {tally['called'] / tally['texts']:7.1%} {tally['values']:7} {tally['gone']:6} "
        f"{tally['wrong']:6} {tally['silent']:6}  {tally['silent'] / tally['values']:.2%}"
    )


def _decided(each: Sound, pieces: list[tuple[int, int, str]]) -> Decision:
    pages, base = [], 0
    for page in each.document.pages:
        text, end = page.text, base + len(page.text)
        for low, high, new in reversed([piece for piece in pieces if base <= piece[0] < end]):
            text = text[: low - base] + new + text[high - base :]
        pages.append(Page(page.number, text))
        base = end + 1
    return RuleExtractor().extract(repair(replace(each.document, pages=tuple(pages))))


def _compared(each: Sound, made: Decision) -> tuple[int, int, int, bool]:
    """(values gone, other values read, of these silently, whether any confidence was lowered)."""
    found = list(reads(made))
    have = Counter((name, value) for name, value, _ in found)
    extra = have - each.values
    silent = 0
    for name, value, confidence in found:
        if extra[(name, value)] > 0:
            extra[(name, value)] -= 1
            silent += confidence >= 0.9 * each.sure.get(name, 0.8 / 0.9)
    lowered = any(confidence < 0.9 * each.sure.get(name, 0) for name, _, confidence in found)
    return (each.values - have).total(), (have - each.values).total(), silent, lowered


if __name__ == "__main__":
    main()
