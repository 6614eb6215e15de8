"""Generate labelled texts: the same count, seed and grammars give the same bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from models.generate.case import Case, invent
from models.generate.circumstances import Draw
from models.generate.grammar import Grammar, Layout
from models.generate.grammar import grammars as all_grammars
from models.generate.noise import dirty
from models.generate.render import Renderer
from models.generate.violations import told
from models.generate.wordings import FRAMES, wording_text
from models.generate.writer import Writer
from models.labels.record import LabelledText, SpanLabel

WITH_SECTIONS = ("decision", "simplified_decision", "no_penalty_decision", "penalty_notice", "hearing_notice")
DECISIONS = 6  # how much oftener a grammar writes a decision than any one of its other documents
WORDINGS = 4  # weight of each writer of single lines, beside the grammars' own


def generate(
    count: int, seed: int, grammars: Sequence[str] | None = None, *, noise: bool = True
) -> Iterator[LabelledText]:
    """`count` texts by the grammars and writers of lines that are named, or by all; KeyError for a name unknown.

    A longer run begins with the texts of a shorter one. `noise` off leaves the texts as they were written.
    """
    known = {grammar.name: grammar for grammar in all_grammars()}
    chosen = [*known, *FRAMES] if grammars is None else list(grammars)
    weights = [WORDINGS if name in FRAMES else known[name].weight for name in chosen]
    for number in range(count):
        rng = Random(f"caiheng/{seed}/{number}")  # a text as seed is hashed by SHA-512, the same everywhere
        name = rng.choices(chosen, weights)[0]
        if name in FRAMES:
            yield wording_text(name, rng, f"g{seed}-{number}")
            continue
        grammar = known[name]
        shares = [DECISIONS if layout.kind == "decision" else 1 for layout in grammar.layouts]
        text = write(grammar, rng.choices(grammar.layouts, shares)[0], rng, f"g{seed}-{number}")
        yield dirty(text, rng) if noise else text


def write(grammar: Grammar, layout: Layout, rng: Random, name: str) -> LabelledText:
    """One document of the layout, without noise."""
    field = rng.choice(grammar.fields)
    place, short = rng.choice(grammar.places)
    case = invent(rng, field, rng.choice(told(field)), place)
    draw = Draw(rng, grammar.name, person=case.words["type"] in ("自然人", "个体工商户"))
    renderer = Renderer(grammar, case, rng, draw)
    case.words.update(city=place, abbr=short)
    agency = renderer.text_of(rng.choice(grammar.agency))
    case.words["agency"] = agency
    case.words["docno"] = renderer.text_of(rng.choice(grammar.number))
    return _labelled(renderer.document(layout), grammar, layout, case, agency, name)


def _labelled(writer: Writer, grammar: Grammar, layout: Layout, case: Case, agency: str, name: str) -> LabelledText:
    spans = list(writer.spans)
    sections = layout.kind in WITH_SECTIONS
    text = writer.text().rstrip("\n")
    if sections:
        spans += [SpanLabel("section", start, end, label) for start, end, label in writer.sections if label != "text"]
    item = case.violation.item if case.wording in text else None
    return LabelledText(
        id=name,
        text=text,
        kind=layout.kind,
        spans=tuple(sorted(spans, key=lambda span: (span.task, span.start))),
        source=f"generated:{grammar.name}",
        template=grammar.name,
        agency=agency,
        complete=("money", "circumstance", "kind", *(("section",) if sections else ())),
        wording=case.wording if item else None,
        basis=tuple(case.violation.basis) if item else (),
        item=item,
    )
