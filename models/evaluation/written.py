"""Extraction by field on the documents that people wrote who had seen neither rules nor generator."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checker.contract import extract_json
from checker.extract import RuleExtractor
from checker.extract.learned import LearnedJudge
from models.data import written
from models.evaluation.fields import compared
from models.evaluation.run import Evaluation, Mistake
from models.labels.cleaned import cleaned
from models.labels.handwritten import Written

WAYS = ("rules", "models", "both")  # the ablation: rules alone, models alone where they judge, rules and models


def measure(split: str, registry: Path | None, way: str = "both") -> Evaluation:
    """Figures over a split (train, validation, test). Without a registry the rules are alone whatever `way` says.

    Raises ValueError for an unknown way, DataFileError for a wrong file, ArtefactError for a model not to be trusted.
    """
    if way not in WAYS:
        raise ValueError(f"{way}: one of {', '.join(WAYS)}")
    extractor = RuleExtractor()
    if registry is not None and way != "rules":
        judge = LearnedJudge.load(registry)
        extractor = RuleExtractor(judge=LearnedJudge(judge.artefacts, alone=way == "models"))
    outcome = Evaluation()
    for each in written(split):
        outcome.documents += 1
        for name, said, due in _pairs(each, extractor):
            if not outcome.fields[name].add(said, due):
                shown = [str(sorted(map(str, values))) for values in (said, due)]
                outcome.mistakes.append(Mistake(each.id, name, *shown))
    return outcome


def _pairs(each: Written, extractor: RuleExtractor) -> Iterator[tuple[str, Any, Any]]:
    extracted: dict[str, Any] = dict(extract_json(extractor.extract(cleaned(each.id, each.text)), masked=False))
    yield from compared(extracted, {**(each.fields or {}), "document_kind": each.document_kind})
