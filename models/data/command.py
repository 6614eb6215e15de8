"""`caiheng labels dataset`: a shipped data set as JSON lines, ready for `caiheng models train`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from checker.messages import say
from models.data.sets import GENERATED, SEED, SETS, SPLITS
from models.generate import generate
from models.labels import jsonl


class Name(StrEnum):
    """The data sets; models/data holds their cards. The hand-written splits go by their short names too."""

    handwritten_train = "handwritten-train"
    handwritten_validation = "handwritten-validation"
    handwritten_test = "handwritten-test"
    train = "train"
    validation = "validation"
    test = "test"
    phrases = "phrases"
    generated = "generated"


def dataset(
    name: Annotated[Name, typer.Argument(help="数据集 · which set")],
    out: Annotated[Path, typer.Option("--out", help="JSONL 文件 · the file to write")],
    count: Annotated[int, typer.Option("--count", min=1, help="生成的篇数 · how many texts to generate")] = GENERATED,
    seed: Annotated[int, typer.Option("--seed", help="随机种子 · seed of the generated texts")] = SEED,
) -> None:
    """写出随附的标注数据集 · write a shipped data set of labelled texts."""
    if name is Name.generated:
        made = list(generate(count, seed))
    else:
        made = SETS[f"handwritten-{name.value}" if name.value in SPLITS else name.value]()
    written = jsonl.write(out, made)
    typer.echo(" · ".join(say("dataset:written", count=written, file=out)))
