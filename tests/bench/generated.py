"""What the generated texts are like: `python -m tests.bench.generated [COUNT] [SEED]`.

Prints speed, how much the texts repeat themselves, labels by task, and what share of the rules' own candidates for
circumstances bears a label (the rest are mentions that are none: orders to correct, words inside a violation's name).
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter

from checker.extract.circumstances import KINDS
from models.generate import GRAMMARS, generate
from models.labels import LabelledText

SENTENCE = re.compile(r"[^。；\n]+")


def main() -> None:
    """Print the figures."""
    count, seed = (int(word) for word in (sys.argv[1:] + ["1000", "1"][len(sys.argv) - 1 :])[:2])
    began = time.perf_counter()
    texts = list(generate(count, seed))
    spent = time.perf_counter() - began
    clean = list(generate(count, seed, noise=False))
    documents = [text for text in clean if text.kind is not None]
    sentences = [part.strip() for text in documents for part in SENTENCE.findall(text.text) if len(part.strip()) > 5]
    characters = Counter(char for text in clean for char in text.text if "一" <= char <= "鿿")
    print(f"{len(GRAMMARS)} grammars, {count} texts (seed {seed}), {len(documents)} of them documents")
    print(
        f"texts a second: {count / spent:.0f}; characters a document: {sum(map(_size, documents)) / len(documents):.0f}"
    )
    print(f"distinct sentences per 1,000 documents: {len(set(sentences)) * 1000 / len(documents):.0f}", end=" ")
    print(
        f"of {len(sentences) * 1000 / len(documents):.0f}; without their numbers {_bare(sentences, len(documents)):.0f}"
    )
    print(f"vocabulary: {len(characters)} characters, {_words(clean)} words (jieba)")
    print(f"changed by noise: {sum(a.text != b.text for a, b in zip(texts, clean, strict=True)) / count:.0%}")
    print("kinds:", dict(Counter(text.kind for text in texts).most_common()))
    labels = Counter((span.task, span.label, span.polarity or "") for text in texts for span in text.spans)
    for task in ("money", "section"):
        print(f"{task}:", {label: n for (of, label, _), n in labels.most_common() if of == task})
    for polarity in ("found", "denied", "supposed", "claimed"):
        print(f"{polarity}:", {label: n for (_, label, told), n in labels.most_common() if told == polarity})
    print(
        "items:", len({text.item for text in texts if text.item}), "in", sum(bool(text.item) for text in texts), "texts"
    )
    print("candidates of the rules that are labelled:", _candidates(documents))


def _size(text: LabelledText) -> int:
    return len(text.text)


def _bare(sentences: list[str], documents: int) -> float:
    return len({re.sub(r"[\d.,零一二三四五六七八九十百千万]+", "#", each) for each in sentences}) * 1000 / documents


def _words(texts: list[LabelledText]) -> int:
    import jieba

    return len({word for text in texts for word in jieba.lcut(text.text) if "一" <= word[0] <= "鿿"})


def _candidates(texts: list[LabelledText]) -> str:
    found = labelled = 0
    for text in texts:
        spans = [(span.start, span.end) for span in text.spans if span.task == "circumstance"]
        for _, _, pattern in KINDS:
            for match in pattern.finditer(text.text):
                found += 1
                labelled += any(start < match.end() and match.start() < end for start, end in spans)
    return f"{labelled} of {found} ({labelled / found:.1%})"


if __name__ == "__main__":
    main()
