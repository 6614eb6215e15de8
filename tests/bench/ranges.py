"""How much of the laws' range language is read: `python -m tests.bench.ranges [--laws DIR] [--sample N --seed S]`.

The sentences are those of the law texts (one Markdown file a law) that set a fine. A sentence is what stands between
two full stops of one line (one line is a paragraph or an item). It sets a fine when it has 罚款 after a verb that
imposes it (处, 给予, 予以, 计算, 可以, 并, 警告或者 …) or with a size right behind it, or when it takes a sanction from
another clause by number or place (依照前款规定处罚, 依照第九十条的规定处罚). Sentences that only speak of fines are
left out by SPOKEN: how they are paid, collected, decided, limited, heard, and powers to set them. The choice is made
here with plain patterns and does not ask the reader.

Printed: sentences, how many were read, what was left over by reason, and the time for all against one plain pattern
over the same text in the same run. With `--sample`, the drawn sentences with their readings, for reading by hand.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from checker.records.ranges import Bound, Branch
from checker.statutes.draft import SIZE
from checker.statutes.ranges import RangeReading, parse_ranges
from checker.statutes.ranges.amounts import _value

LAWS = Path(__file__).parents[3] / "shared" / "data" / "laws"
SETS = re.compile(
    r"(?<!加)(?:处(?![理分置罚于])以?|处(?=罚款)|给予|予以|可以|计算|并|警告、|警告或者?|单处)(?:(?!罚款)[^，。；;：:]){0,60}罚款"
    r"|处以?[^。；]{0,40}(?:元|倍|[%％‰])[^。；]{0,24}罚款"
    r"|罚款(?:的?数额|的?金额|的?幅度|额)?[^。；]{0,40}[为按在](?:[^，。；]{0,24})(?:元|倍|[%％‰])"
    r"|处以罚款的，按照[^，。；]{1,30}(?:规定|标准)执行|按日连续处罚"
)
REFERS = re.compile(
    r"(?:依照|按照|依据|根据|适用|比照)[^，。；]{0,30}(?:前款|前条|第[一二三四五六七八九十百零]+[条款项]|第（.{1,2}）项)[^，。；]{0,40}"
    r"(?:规定)?(?:予以|给予|进行|从重|处以?)*(?:行政)?(?:(?<!刑事)(?<!治安管理)(?<!加)处罚|罚款)(?![的决后款权时程种办机信条标文法裁原])"
)
SPOKEN = re.compile(
    r"[^，。；]*(?:设定|听证|简易程序|当场|派出所)[^。；]*|(?:缴纳|收缴|收受|应当处以|加处|加收|受到|返还|抵缴|代收|拒缴|乱|免除|不予|不再给予|不得给予|实施|所处)的?罚款|"
    r"规定的?罚款(?!，?(?:数额|金额|额))|(?:收取)的?罚款|罚款(?:的)?(?:决定|收据|指标|收缴|票据|限额|全部|行政处罚|时，|及没收的|以上处罚)|[^，。；]*罚款的(?=；|$)|[^，。；]*罚款的(?=，(?!罚款|按))|下列行政处罚[^。]*|被处以?[^，。；]{0,10}罚款|决定的罚款额[^。]*|所在的罚款额|罚款额在[^，]*的，|行政处罚决定(?:书|之前|前)[^。]*|银行应当收受罚款[^。]*|告知[^。]*听证[^。]*|"
    r"[^，。；]{0,40}罚款，?由[^，；]{2,20}决定|(?:已经|尚未|被行政机关)[^，。；]{0,10}罚款|税收优先于罚款|复议[^。]*|民事赔偿责任和缴纳罚款|处罚种类包括[^。]*|(?:作出|处以)[^。]{0,40}罚款[^。；]*(?:开具|被执行人|行政处罚决定)[^。]*|计算罚款数额的|等行政处罚决定[^。]*"
)
NEVER = re.compile(
    r"听证|当场收缴|当场作出|行政处罚决定之前|处罚决定前|实施加处|按日连续处罚的违法|处罚的，由[^。]*作出决定|缴纳的罚款"
)
GLOSS = re.compile(r"（[^（）罚]*）|\([^()罚]*\)")
SIZED = re.compile(r"(?<=[元倍值%％‰下上内])的?罚款")
BASELINE = re.compile(r"(\S{1,8}(?:元|倍))以上(\S{1,8}(?:元|倍))以下的?罚款|(\S{1,8}(?:元|倍))以下的?罚款")


def main() -> None:
    """Print the figures, or a sample with its readings."""
    words = argparse.ArgumentParser(description="How much of the laws' range language is read.")
    words.add_argument("--laws", type=Path, default=LAWS)
    words.add_argument("--sample", type=int, default=0, help="print this many sentences with their readings")
    words.add_argument("--seed", type=int, default=7)
    words.add_argument("--left", action="store_true", help="print every sentence that was not read")
    asked = words.parse_args()
    chosen = list(sentences(asked.laws))
    if asked.sample:
        for place, text in enumerate(random.Random(asked.seed).sample(chosen, min(asked.sample, len(chosen)))):
            show(f"{place + 1}", text, parse_ranges(text))
        return
    figures(chosen, asked.left)


def sentences(folder: Path) -> Iterator[str]:
    """The sentences that set a fine, in the order of the files; every one once, however many versions repeat it."""
    seen: set[str] = set()
    for path in sorted(folder.rglob("*.md")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                continue
            for text in re.findall(r"[^。]+", line):
                if text not in seen and sets_a_fine(text):
                    seen.add(text)
                    yield text.strip()


def sets_a_fine(text: str) -> bool:
    """Whether a sentence belongs to the set, by the patterns above alone."""
    if NEVER.search(text):
        return False
    if REFERS.search(text):
        return True
    return ("罚款" in text or "按日连续处罚" in text) and SETS.search(SPOKEN.sub("＿", GLOSS.sub("", text))) is not None


def figures(chosen: list[str], left: bool) -> None:
    """Counts and times over the chosen sentences."""
    begun = time.perf_counter()
    readings = [parse_ranges(text) for text in chosen]
    ours = time.perf_counter() - begun
    begun = time.perf_counter()
    for text in chosen:
        BASELINE.findall(text)
    plain = time.perf_counter() - begun
    verdicts = Counter(verdict(text, reading) for text, reading in zip(chosen, readings, strict=True))
    understood = verdicts["read"] + verdicts["reference"]
    own = len(chosen) - verdicts["reference"]
    print(f"sentences that set a fine: {len(chosen)}")
    print(f"read to the end: {verdicts['read']} of the {own} that set it themselves ({verdicts['read'] / own:.2%})")
    print(f"in another clause, named as unresolved: {verdicts['reference']}")
    print(f"read or named: {understood} ({understood / len(chosen):.2%})")
    rest = [f"{key} {value}" for key, value in verdicts.most_common() if key not in ("read", "reference")]
    print(f"left over: {', '.join(rest) or 'nothing'}")
    unused = sum(bool(strays(text, reading)) for text, reading in zip(chosen, readings, strict=True))
    print(f"sentences with a size that is in no branch, no condition and nothing left over: {unused}")
    print(f"branches: {sum(len(reading.branches) for reading in readings)}, of them fines: {sum(map(count, readings))}")
    print(f"time: {ours:.2f} s for all, {len(chosen) / ours:.0f} a second")
    print(f"one plain pattern over the same sentences: {plain:.3f} s (1 : {ours / plain:.0f})")
    if left:
        for text, reading in zip(chosen, readings, strict=True):
            if verdict(text, reading) not in ("read", "reference"):
                show(verdict(text, reading), text, reading)


def count(reading: RangeReading) -> int:
    """How many fines a reading has."""
    return sum(branch.sanction == "fine" for branch in reading.branches)


def verdict(text: str, reading: RangeReading) -> str:
    """How a sentence fared: "read", "reference" (all that is left stands in another clause), or the first reason.

    "silent" is the worst: no fine and nothing left over, or a 罚款 with its size that stands in neither.
    """
    if (not count(reading) and not reading.unparsed) or overlooked(text, reading):
        return "silent"
    reasons = [each.reason for each in reading.unparsed if each.reason != "reference"]
    if reasons:
        return reasons[0]
    if reading.unparsed:
        return "reference"
    return "read"


def overlooked(text: str, reading: RangeReading) -> bool:
    """Whether a 罚款 with its size right before it stands in no branch and in nothing that was left over."""
    spoken = [match.span() for match in SPOKEN.finditer(text)]
    covered = [(each.start, each.end) for each in reading.branches]
    covered += [(each.start, each.end) for each in reading.unparsed] + spoken
    return any(
        not any(start <= match.start() and match.end() <= end for start, end in covered)
        for match in SIZED.finditer(text)
    )


def strays(text: str, reading: RangeReading) -> list[str]:
    """Sizes of a sentence that no branch, no condition and no passage left over has."""
    told: set[Decimal | None] = set()
    for branch in reading.branches:
        told |= {bound.value for bound in (branch.lower, branch.upper) if bound is not None} | {branch.base_at_least}
        words = branch.condition or ""
        told |= {Decimal(number) for number in re.findall(r"[<>=] (\d+(?:\.\d+)?)", words)}
        told |= {_value(match.group(), match.group()) for match in SIZE.finditer(words)}
    return [
        match.group()
        for match in SIZE.finditer(text)
        if _value(match.group(), match.group()) not in told
        and not any(each.start <= match.start() < each.end for each in reading.unparsed)
    ]


def show(mark: str, text: str, reading: RangeReading) -> None:
    """One sentence and what was read in it."""
    print(f"[{mark}] {text}")
    for branch in reading.branches:
        print(f"      {line(branch)}")
    for each in reading.unparsed:
        print(f"      LEFT {each.reason}: {each.quote}")
    if stray := strays(text, reading):
        print(f"      in nothing: {'; '.join(stray)}")


def line(branch: Branch) -> str:
    """One branch on one line."""
    words = [branch.sanction, branch.obligation]
    if branch.sanction == "fine":
        words.append(f"{end(branch.lower)}..{end(branch.upper)} {branch.base} {branch.unit}")
    words += ["PERSON"] if branch.subject != "respondent" else []
    words += [f"#{branch.choice}"] if branch.choice else []
    words += [f"atleast {branch.base_at_least:f}"] if branch.base_at_least is not None else []
    words += [f"IF {branch.condition}"] if branch.condition else []
    return " ".join(words)


def end(bound: Bound | None) -> str:
    """One end of a range."""
    return "" if bound is None else f"{bound.value.normalize():f}" + ("" if bound.inclusive else "(excl)")


if __name__ == "__main__":
    main()
