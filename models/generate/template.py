"""The small language of the grammars: `{slot}` is filled, `<a|b|>` picks one; both may stand inside a pick."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Words:
    """Text that is written as it stands."""

    text: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A place to fill; `name` is all that stands between the braces."""

    name: str


@dataclass(frozen=True, slots=True)
class Pick:
    """Alternatives, one of which is written."""

    options: tuple[Template, ...]


Node = Words | Slot | Pick
Template = tuple[Node, ...]


@cache
def compile_template(text: str) -> Template:
    """The nodes of a template; ValueError for brackets that do not close or close what was not opened."""
    nodes, position = _sequence(text, 0, inside=False)
    if position != len(text):
        raise ValueError(f"{text[position]!r} closes nothing in {text!r}")
    return nodes


def _sequence(text: str, position: int, *, inside: bool) -> tuple[Template, int]:
    nodes: list[Node] = []
    plain = ""
    while position < len(text):
        char = text[position]
        if inside and char in "|>":
            break
        if char in "{<":
            if plain:
                nodes.append(Words(plain))
                plain = ""
            node, position = _slot(text, position) if char == "{" else _pick(text, position)
            nodes.append(node)
            continue
        if char in "}>":
            break
        plain += char
        position += 1
    if plain:
        nodes.append(Words(plain))
    return tuple(nodes), position


def _slot(text: str, position: int) -> tuple[Slot, int]:
    end = text.find("}", position)
    if end < 0:
        raise ValueError(f"a brace does not close in {text!r}")
    return Slot(text[position + 1 : end]), end + 1


def _pick(text: str, position: int) -> tuple[Pick, int]:
    options = []
    while True:
        option, position = _sequence(text, position + 1, inside=True)
        options.append(option)
        if position >= len(text) or text[position] not in "|>":
            raise ValueError(f"a bracket does not close in {text!r}")
        if text[position] == ">":
            return Pick(tuple(options)), position + 1


def slots(template: Template) -> Iterator[str]:
    """The names of all slots, those in picks too."""
    for node in template:
        if isinstance(node, Slot):
            yield node.name
        elif isinstance(node, Pick):
            for option in node.options:
                yield from slots(option)


def forms(template: Template) -> int:
    """How many different texts the picks allow, slots counted as one."""
    product = 1
    for node in template:
        if isinstance(node, Pick):
            product *= sum(forms(option) for option in node.options)
    return product
