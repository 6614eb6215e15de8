"""What a model sees of one line of a decision when its part is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.extract.features.grams import found, grams, plain

CUES = re.compile(
    r"当事人|被处罚人|统一社会信用代码|法定代表人|住所|地址|身份证|电话|立案|检查|受理|举报|移送|告知书|送达|听证|审核|讨论|经查|查明|"
    r"证据|笔录|照片|复印件|证实|证明|陈述|申辩|辩称|采纳|复核|违反|规定|构成|裁量|从轻|减轻|从重|鉴于|决定如下|处罚|罚款|没收|警告|"
    r"缴纳|银行|账号|账户|逾期|加处|不服|复议|诉讼|人民法院|起诉|申请|印章|联系人|年#?月|案号|文书"
)


def lines_of(text: str) -> list[tuple[int, int]]:
    """Start and end of every line that holds anything."""
    found_lines, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found_lines.append((at, at + len(line)))
        at += len(line) + 1
    return found_lines


def section_words(text: str, lines: Sequence[tuple[int, int]], index: int) -> tuple[str, ...]:
    """The words of a line: how it begins and ends, its cues, where it stands, and its neighbours' beginnings."""
    line = text[slice(*lines[index])].strip()
    words = grams("b:", plain(line[:24])) + grams("e:", plain(line[-10:]), (2,)) + found("c:", line, CUES)
    words += [f"q:{10 * index // max(len(lines), 1)}", f"i:{min(index, 5)}", f"j:{min(len(lines) - index, 5)}"]
    words += [f"n:{min(len(line) // 15, 8)}"]
    for name, other in (("p", index - 1), ("f", index + 1)):
        if 0 <= other < len(lines):
            near = text[slice(*lines[other])].strip()
            words += [*found(name + ":", near[:60], CUES), name + "b:" + plain(near[:3])]
        else:
            words += [name + "b:none"]
    return tuple(words)
