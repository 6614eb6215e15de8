"""Text read in the wrong encoding (琛屾斂, è¡Œæ”¿, ÐÐÕþ): turned back where the way back is exact, else only said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.text.repair.working import Working

# Runs that may be Chinese read wrongly. What stands between them (ASCII, line ends) survives every wrong reading.
WIDE = re.compile(r"[^\x00-\x7f\ufffd]{3,}")
SOUND = re.compile(r"[，。；：、？！（）《》〔〕“”\u3000]+")  # a wrong reading gives none of these
WESTERN_RUN = re.compile(r"[\u0080-\u024f\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{3,}")
SIGNS = re.compile(
    r"[\u0080-\u00b0\u00b8-\u00d6\u00d8-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e]{4,}|锟斤拷|烫烫烫|屯屯屯"
)
WESTERN = {char: code for code in range(0x80, 0xA0) if len(char := bytes([code]).decode("cp1252", "ignore")) == 1}
LEAST = 3  # Chinese characters before a text counts as sensible
COMMON_ROWS = range(0xB0, 0xD8)  # the first level of GB 2312: 3,755 characters in daily use
UTF8_LEAD = bytes(range(0xE4, 0xEA))  # first bytes of the UTF-8 of 一 to 龥


def turn_back(work: Working) -> None:
    """Repair runs that came from another encoding; note those that cannot be turned back exactly."""
    if work.text.isascii():
        return
    pieces: list[tuple[int, int, str]] = []
    for match in WIDE.finditer(work.text):
        found = _exact(match.group(), match.start()) or [
            piece for start, part in _parts(match) for piece in _exact(part, start)
        ]
        if found:
            work.note("mojibake", found[0][0], found[-1][1], repaired=True)
            pieces += found
        else:
            for start, part in _parts(match):
                if _beyond_repair(part):
                    work.note("mojibake", start, start + len(part))
    work.cut(pieces)


def _parts(match: re.Match[str]) -> Iterator[tuple[int, str]]:
    """Pieces of a run that may have been read wrongly while their neighbours were not."""
    run, at = match.group(), match.start()
    western = list(WESTERN_RUN.finditer(run))
    if western:
        yield from ((at + each.start(), each.group()) for each in western)
        return
    position = 0
    for stop in [*SOUND.finditer(run), None]:
        end = stop.start() if stop else len(run)
        if end - position >= LEAST:
            yield at + position, run[position:end]
        position = stop.end() if stop else end


def _exact(run: str, start: int) -> list[tuple[int, int, str]]:
    """The run as it was before the wrong reading, piece by piece; empty when there is no exact way back."""
    for split, decode in ((_gbk, "utf-8"), (_western, "utf-8"), (_western, "gb18030")):
        sizes = split(run)
        if sizes is None:
            continue
        data = b"".join(sizes)
        try:
            right = data.decode(decode)
        except UnicodeDecodeError:
            continue
        if sensible(right) and right.encode(decode) == data:
            return _aligned(start, sizes, right, decode)
    return []


def sensible(text: str) -> bool:
    """Whether nearly all of it is Chinese in daily use, with ordinary punctuation and ASCII between."""
    chinese = [char for char in text if "\u2e80" <= char <= "\u9fff"]
    if len(chinese) < LEAST:
        return False
    odd = [char for char in text if not char.isascii() and char not in chinese and not _punctuation(char)]
    return not odd and sum(map(_common, chinese)) >= 0.9 * len(chinese)


def _punctuation(char: str) -> bool:
    return "\u3000" <= char <= "\u303f" or "\uff00" <= char <= "\uffef" or char in "“”‘’—…·×①②③④⑤⑥⑦⑧⑨⑩㎡℃％‰"


def _common(char: str) -> bool:
    data = char.encode("gb2312", "ignore")
    return bool(data) and data[0] in COMMON_ROWS


def _gbk(run: str) -> list[bytes] | None:
    """The bytes of each character as GBK, None where they are no UTF-8 at their beginning or one has none."""
    begin = run[:8].encode("gbk", "ignore")[:3]
    if len(begin) < 3 or not 0xC2 <= begin[0] <= 0xEF or not 0x80 <= begin[1] <= 0xBF:  # sound text ends here
        return None
    data = [b"\x80" if char == "€" else char.encode("gbk", "ignore") for char in run]  # Windows reads 0x80 as €
    return data if all(data) else None


def _western(run: str) -> list[bytes] | None:
    codes = [WESTERN.get(char, ord(char)) for char in run]
    return [bytes([code]) for code in codes] if max(codes) < 256 else None


def _aligned(start: int, sizes: list[bytes], right: str, decode: str) -> list[tuple[int, int, str]]:
    """A piece for each right character, beginning at the wrong one that holds its first byte."""
    owners = [index for index, data in enumerate(sizes) for _ in data]
    begins, position = [], 0
    for char in right:
        begins.append(owners[position])
        position += len(char.encode(decode))
    ends = [*begins[1:], len(sizes)]
    return [(start + low, start + high, char) for low, high, char in zip(begins, ends, right, strict=True)]


def _beyond_repair(run: str) -> bool:
    """Whether a run shows the marks of a wrong reading although the way back is not exact."""
    if SIGNS.search(run):
        return True
    data = run.encode("gbk", "replace")
    if (len(data) - len(data.translate(None, UTF8_LEAD))) * 5 < len(data):  # every third byte of Chinese in UTF-8
        return False
    right = data.decode("utf-8", "replace")
    lost = right.count("\ufffd")
    return lost * 3 <= len(right) and sensible(right.replace("\ufffd", "")) and not sensible(run)
