"""What a decision tells of the violation, for finding its benchmark item."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from checker.records.charge import Charge
from checker.records.decision import Decision, Sanction
from checker.records.document import CleanText
from checker.records.law import Citation
from checker.statutes import StatuteBook
from checker.text.sections import Sections, split

HEAD = 1200  # characters of the document that the rule compares, and of the facts found
NAMED = 400  # characters of the sentences that characterise the act
CHARACTERISES = re.compile(r"违反|构成|属于|系")
# The plea and the reasoning on the amount use the same verbs of other things.
OTHER = re.compile(r"申辩|陈述|辩称|听证|裁量|从轻|减轻|从重|不予处罚|情节|处罚法")
BASIS = re.compile(r"(?:依据|根据|依照|按照)[^，。；]{0,6}《")  # from here on a sentence quotes the penalty clause
FOUND = re.compile(r"经查|查明|查实|检查|发现|举报|投诉|抽检|抽样")


def charge_of(text: CleanText, decision: Decision, book: StatuteBook) -> Charge:
    """The wordings and the violated provisions of a decision; its penalty basis is that of each sanction.

    The cause names one violation, so it is left out where the decision punishes several.
    """
    cause = decision.cause.value if decision.cause else ""
    parts = split(text.text)
    several = len({each.charge for each in decision.sanctions}) > 1
    return Charge(
        (),
        full_names(decision.violated, book),
        "" if several else cause,
        _characterised(text.text, parts),
        _facts(text.text, parts),
        head=f"{cause} {text.text[:HEAD]}",
    )


def elsewhere(decision: Decision, sanction: Sanction | None) -> tuple[Citation, ...]:
    """The penalty bases of the other violations that a decision punishes beside a sanction's."""
    if sanction is None:
        return ()
    return tuple(basis for each in decision.sanctions if each.charge != sanction.charge for basis in each.basis)


def full_names(cited: Iterable[Citation], book: StatuteBook) -> tuple[Citation, ...]:
    """The citations under the names by which benchmarks cite laws."""
    return tuple(replace(each, law=book.full_name(each.law) or each.law) for each in cited)


def _facts(text: str, parts: Sections) -> str:
    """From what was found on, where that is told, to the sentence on the law."""
    found = FOUND.search(text, 0, parts.legal)
    return text[found.start() if found else 0 : parts.legal][:HEAD]


def _characterised(text: str, parts: Sections) -> str:
    """The sentences between the facts and the operative part that say what the act is."""
    found = ""
    for start, stop in parts.sentences:
        sentence = BASIS.split(text[start:stop])[0]
        law = stop > parts.legal and start < max(parts.operative[0], parts.legal + 1)
        if law and CHARACTERISES.search(sentence) and not OTHER.search(sentence):
            found += sentence
    return found[:NAMED]
