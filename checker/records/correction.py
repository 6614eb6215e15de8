"""A person's word on one passage, kept apart from the machine's reading."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Correction:
    """One passage of a document and what it is, by a person.

    `task` is money (label = role), circumstance (label = kind, with a polarity) or kind (label = document kind; it
    stands at page 1, 0 to 0). Offsets are of the page's original text and `quote` is that slice, `before` and
    `after` the words beside it, by which it is known again when the page reads otherwise. `machine_label` and
    `machine_polarity` are what the `extractor` had read there, None where it had read nothing. `epoch` is the count of
    checker.review.EPOCHS under which it was made; `at` is an ISO time.
    """

    file: str
    sha256: str
    task: str
    page: int
    start: int
    end: int
    quote: str
    before: str
    after: str
    label: str
    polarity: str | None
    machine_label: str | None
    machine_polarity: str | None
    extractor: str
    epoch: int
    who: str
    at: str
    note: str | None = None

    @property
    def agrees(self) -> bool:
        """Whether the person only confirms what the machine read."""
        return (self.label, self.polarity) == (self.machine_label, self.machine_polarity)
