"""What trained models add to reading a text: `python -m tests.bench.judge`, rules alone and with models by turns."""

from __future__ import annotations

from statistics import median
from time import perf_counter

from checker.extract import RuleExtractor
from checker.extract.learned import LearnedJudge
from checker.samples import shipped_models
from models.data import written
from models.labels.cleaned import cleaned

ROUNDS = 5


def main() -> None:
    """Print milliseconds a document, the median of some rounds, both ways in one run."""
    texts = [cleaned(each.id, each.text) for each in written("validation")]
    registry = shipped_models()
    if registry is None:
        raise SystemExit("no models are shipped with this installation")
    ways = {"rules": RuleExtractor(), "with models": RuleExtractor(judge=LearnedJudge.load(registry))}
    spent: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS + 1):
        for name, extractor in ways.items():
            started = perf_counter()
            for text in texts:
                extractor.extract(text)
            spent[name].append(1000 * (perf_counter() - started) / len(texts))
    told = {name: median(rounds[1:]) for name, rounds in spent.items()}  # the first round only warms up
    rules, both = told["rules"], told["with models"]
    print(f"{len(texts)} documents, {ROUNDS} rounds: rules {rules:.2f} ms, with models {both:.2f} ms a document")
    print(f"models add {both - rules:.2f} ms a document, ratio {both / rules:.2f}")


if __name__ == "__main__":
    main()
