"""The history of a law from the lines under its title and from its last article: which version, from which day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from checker.statutes.importing.tree import LawText
from checker.text.dates import find_dates

Act = Literal["adopted", "revised", "amended"]
QUOTED = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》|〈[^〉]*〉")
KINDS: tuple[tuple[Act, re.Pattern[str]], ...] = (
    ("revised", re.compile(r"修订")),
    ("amended", re.compile(r"修正|修改")),
    ("adopted", re.compile(r"通过|公布|发布|颁布|批准|制定")),
)
PUBLISHED = re.compile(r"公布|发布|颁布|令第")
STARTS = re.compile(r"(?:施行|生效|实施)")
AT_ONCE = re.compile(r"自?(?:公布|发布|颁布)之日起?(?:施行|实施|生效)")
FILE_DATE = re.compile(r"[（(](\d{4})-(\d{2})-(\d{2})[）)]")
SAME = 200  # days between adoption in a meeting and publication of one and the same text


@dataclass(frozen=True)
class Event:
    """One act of the history: what was done on which day, and since when it holds (with how that is known)."""

    act: Act
    on: date
    in_force: date
    exact: bool
    source: str


@dataclass(frozen=True)
class History:
    """The acts from old to new; the last one is the text's own version."""

    events: tuple[Event, ...]
    new: bool

    @property
    def last(self) -> Event:
        """The version that the text is."""
        return self.events[-1]


@dataclass
class _Act:
    act: Act
    on: date
    published: bool


def read_history(law: LawText, file_name: str) -> History | None:
    """The history as far as it is told; None where neither heading, last article nor file name tells a day."""
    acts, starts = _heading("\n".join(law.heading))
    said, at_once = _closing(law)
    named = _named(file_name)
    if not acts and named is not None:
        acts = [_Act("adopted", named, True)]
    if not acts:
        return History((Event("adopted", said, said, True, f"{said}施行"),), False) if said else None
    if said is not None:
        starts.append(said)
    if named is not None and named > acts[-1].on:
        # The file name tells a later version than the heading, which lost its last line: amended, for all we know.
        acts.append(_Act("amended", named, True))
    events = tuple(_events(acts, sorted(set(starts)), at_once))
    return History(events, len(events) == 1 and acts[0].act == "adopted" and not _replaces(law))


def _heading(text: str) -> tuple[list[_Act], list[date]]:
    """The acts, a meeting's vote and the publication after it counted as one, and the days of entry into force."""
    plain = QUOTED.sub(lambda match: "　" * len(match.group()), text)
    tokens = [each for each in find_dates(plain) if each.precision == "day" and not each.relative]
    acts: list[_Act] = []
    starts: list[date] = []
    for at, token in enumerate(tokens):
        until = tokens[at + 1].start if at + 1 < len(tokens) else len(plain)
        words = plain[token.end : until]
        decided = "决定" in text[token.end : until]  # 根据《……决定》修订: some articles changed, not the whole made new
        if STARTS.search(words) and not any(pattern.search(words) for _, pattern in KINDS):
            starts.append(token.value)
            continue
        kind = next((name for name, pattern in KINDS if pattern.search(words)), None)
        if kind is not None:
            kind = "amended" if kind == "revised" and decided else kind
            _join(acts, _Act(kind, token.value, bool(PUBLISHED.search(words))))
    acts.sort(key=lambda each: each.on)
    return acts, starts


def _join(acts: list[_Act], new: _Act) -> None:
    last = acts[-1] if acts else None
    near = last is not None and 0 <= (new.on - last.on).days <= SAME
    if last is not None and near and not last.published and new.published and new.act == "adopted":
        acts[-1] = _Act(last.act, new.on, True)  # 通过 or 批准, then 公布: one act, dated by its publication
    else:
        acts.append(new)


def _closing(law: LawText) -> tuple[date | None, bool]:
    """The day that the law's last words give, and whether they say 自公布之日起."""
    for article in reversed(law.articles[-3:]):
        for paragraph in article.paragraphs:
            for sentence in re.split(r"[。；]", paragraph.lead):
                if AT_ONCE.search(sentence):
                    return None, True
                match = re.search(r"自(.{6,16}?)(?:零时)?起(?:施行|实施|生效)", sentence)
                days = find_dates(match[1]) if match else []
                if days and days[0].precision == "day":
                    return days[0].value, False
    return None, False


def _events(acts: list[_Act], starts: list[date], at_once: bool) -> Iterator[Event]:
    """Each act with its day of entry into force: one told between it and the next act, else its own day, so noted."""
    renewed = max((at for at, each in enumerate(acts) if each.act != "amended"), default=0)
    for at, each in enumerate(acts):
        until = acts[at + 1].on if at + 1 < len(acts) else date.max
        told = next((day for day in starts if each.on <= day < until), None)
        verb = {"adopted": "公布" if each.published else "通过", "revised": "修订", "amended": "修正"}[each.act]
        if told is not None:
            yield Event(each.act, each.on, told, True, f"{each.on}{verb}，{told}施行")
        elif at_once and at == renewed:
            yield Event(each.act, each.on, each.on, True, f"{each.on}{verb}，自公布之日起施行")
        else:
            yield Event(each.act, each.on, each.on, False, f"{each.on}{verb}（施行日期未载明，按该日计）")


def _named(file_name: str) -> date | None:
    match = FILE_DATE.search(file_name)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def _replaces(law: LawText) -> bool:
    """Whether the last articles repeal a law of the same name, so that this one is not the first there ever was."""
    bare = law.title.removeprefix("中华人民共和国").replace("暂行", "")
    words = "".join(paragraph.lead for article in law.articles[-3:] for paragraph in article.paragraphs)
    names = (name.removeprefix("中华人民共和国").replace("暂行", "") for name in re.findall(r"《([^《》]+)》", words))
    return any(name == bare for name in names) and "废止" in words
