"""A grammar: how one agency, court or office writes its documents; one YAML file each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import field_validator

from checker.datafiles import Entry, load
from checker.errors import DataFileError
from models.generate.template import Template, compile_template
from models.labels.record import DOCUMENT_KINDS, SECTIONS

FOLDER = Path(__file__).parent / "grammars"
NAMES = (
    "ad_brief",
    "agri_village",
    "bench_clause",
    "bench_score",
    "bench_table",
    "build_bureau",
    "city_block",
    "contract_writer",
    "court_basic",
    "court_middle",
    "court_ruling",
    "culture_team",
    "drug_formal",
    "eco_formal",
    "eco_second",
    "fire_police",
    "food_letter",
    "health_q",
    "justice_city",
    "justice_county",
    "justice_province",
    "labour_inspect",
    "land_bureau",
    "law_extract",
    "law_local",
    "law_text",
    "market_headed",
    "market_prose",
    "news_office",
    "old_style",
    "policy_office",
    "price_points",
    "safety_form",
    "summary_office",
    "tax_office",
    "township",
    "transport_road",
    "transport_table",
    "water_admin",
)


class Sheet(Entry):
    """The file as people write it. `documents` maps a kind, or kind#2 …, to its blocks: (section: lines)."""

    name: str
    fields: list[str]
    weight: int = 3
    places: list[str]  # "城市|简称"
    agency: list[str]
    we: str
    number: list[str]
    dates: str = "digits"
    amounts: dict[str, int]
    rules: dict[str, str]  # one alternative a line
    documents: dict[str, list[dict[str, str | list[str]]]]

    @field_validator("documents")
    @classmethod
    def _known(
        cls, documents: dict[str, list[dict[str, str | list[str]]]]
    ) -> dict[str, list[dict[str, str | list[str]]]]:
        for kind, blocks in documents.items():
            if kind.partition("#")[0] not in DOCUMENT_KINDS:
                raise ValueError(f"unknown document kind {kind}")
            for block in blocks:
                for section in block:
                    if section.rstrip("0123456789") not in (*SECTIONS, "text"):
                        raise ValueError(f"unknown section {section} in {kind}")
        return documents


@dataclass(frozen=True, slots=True)
class Line:
    """One line to write; an `optional` one is left out half the time, `times` > 1 repeats up to so often."""

    template: Template
    optional: bool = False
    times: int = 1


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one section, in one of several wordings."""

    section: str
    options: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A document of one kind, its blocks in order."""

    kind: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """One style. `amounts` weighs the formats of money; `places` are its own: agency and template split alike."""

    name: str
    fields: tuple[str, ...]
    weight: int
    places: tuple[tuple[str, str], ...]
    agency: tuple[Template, ...]
    we: str
    number: tuple[Template, ...]
    dates: str
    amounts: tuple[tuple[str, int], ...]
    rules: dict[str, tuple[Template, ...]]
    layouts: tuple[Layout, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The document kinds it writes."""
        return tuple(dict.fromkeys(layout.kind for layout in self.layouts))

    def templates(self) -> Iterator[Template]:
        """All templates of the grammar."""
        yield from self.agency
        yield from self.number
        for rule in self.rules.values():
            yield from rule
        for layout in self.layouts:
            for block in layout.blocks:
                for option in block.options:
                    yield from (line.template for line in option)


@cache
def grammars() -> tuple[Grammar, ...]:
    """All shipped grammars in the order of NAMES; DataFileError names the file that is wrong."""
    return tuple(read_grammar(FOLDER / f"{name}.yaml") for name in NAMES)


def read_grammar(path: Path) -> Grammar:
    """One grammar from its file; DataFileError with file and reason."""
    sheet = load(path, Sheet)
    if sheet.name != path.stem:
        raise DataFileError(path.name, f"must be called {path.stem} inside as well", field="name")
    try:
        return Grammar(
            sheet.name,
            tuple(sheet.fields),
            sheet.weight,
            tuple((place, short) for place, _, short in (entry.partition("|") for entry in sheet.places)),
            tuple(map(compile_template, sheet.agency)),
            sheet.we,
            tuple(map(compile_template, sheet.number)),
            sheet.dates,
            tuple(sheet.amounts.items()),
            {name: tuple(map(compile_template, text.strip().split("\n"))) for name, text in sheet.rules.items()},
            tuple(_layout(kind, blocks) for kind, blocks in sheet.documents.items()),
        )
    except ValueError as error:
        raise DataFileError(path.name, str(error)) from error


def _layout(kind: str, blocks: list[dict[str, str | list[str]]]) -> Layout:
    made = []
    for block in blocks:
        for section, lines in block.items():
            options = lines if isinstance(lines, list) else [lines]
            made.append(Block(section.rstrip("0123456789"), tuple(map(_lines, options))))
    return Layout(kind.partition("#")[0], tuple(made))


def _lines(text: str) -> tuple[Line, ...]:
    made = []
    for line in text.rstrip("\n").split("\n"):
        if line.startswith("? "):
            made.append(Line(compile_template(line[2:]), optional=True))
        elif line.startswith("* "):
            made.append(Line(compile_template(line[2:]), times=3))
        else:
            made.append(Line(compile_template(line)))
    return tuple(made)
