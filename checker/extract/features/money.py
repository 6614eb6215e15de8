"""What a model sees of one sum of money."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.extract.features.grams import found, grams, plain
from checker.extract.paper import Paper
from checker.extract.roles import Sum

NEAR, AFTER = 16, 12  # characters before and after a sum whose n-grams are seen
CUES = re.compile(
    r"罚款|罚没|没收|违法所得|获利|利润|盈利|货值|案值|价值|单价|售价|标价|原价|进价|进货|购进|成本|造价|工程|合同|投资|"
    r"注册资本|出资|资产|销售|营业|收入|收取|收费|经营额|退还|退款|退赔|赔偿|返还|缴纳|缴清|支付|转账|押金|保证金|预付|定金|"
    r"拟|告知|建议|曾|此前|上次|去年|以上|以下|以内|不足|超过|最高|至|倍|合计|共计|总计|各|每|分别|规定|基准|按照|按|"
    r"加处|滞纳金|逾期|处以|并处|决定|工资|租金|运费|检测费|鉴定费|处置费|税|剩余|库存|未售出|已售|法律|应当|可以"
)


def money_words(paper: Paper, sums: Sequence[Sum], index: int, *, rules: bool = True) -> tuple[str, ...]:
    """The words of the sum at `index`; without `rules`, nothing of what the rules made of it."""
    each, text = sums[index], paper.text
    token = each.token
    begin, end = paper.parts.sentence(token.start)
    before, after = text[begin : token.start], text[token.end : end]
    clause = max(before.rfind(mark) for mark in "，。；;：:、\t") + 1
    near, close = plain(before[-NEAR:]), plain(after[:AFTER])
    words = grams("b:", near) + grams("a:", close)
    words += ["e:" + near[-size:] for size in (1, 2, 3, 4, 5) if len(near) >= size]
    words += ["s:" + close[:size] for size in (1, 2, 3, 4) if len(close) >= size]
    words += grams("c:", plain(before[clause:][-24:]), (2,))
    words += found("B:", before[-60:], CUES) + found("A:", after[:30], CUES)
    words += [*_last_cue(before), "p:" + paper.parts.place(token.start), "q:" + _third(paper, token.start)]
    words += [f"m:{len(str(int(token.amount)))}", f"w:{int(token.words)}", f"z:{int(token.amount % 100 == 0)}"]
    words += _neighbours(paper, sums, index)
    if rules:
        words += ["r:" + each.role, f"r:{each.role}:{each.confidence:.1f}"]
    return tuple(words)


def _last_cue(before: str) -> list[str]:
    """The cue nearest before the sum, and how far off it is."""
    last = None
    for match in CUES.finditer(before[-60:]):
        last = match
    if last is None:
        return ["l:none"]
    gap = min((len(before[-60:]) - last.end()) // 4, 6)
    return ["l:" + last.group(), f"l:{last.group()}:{gap}"]


def _third(paper: Paper, position: int) -> str:
    return str(3 * position // max(len(paper.text), 1))


def _neighbours(paper: Paper, sums: Sequence[Sum], index: int) -> list[str]:
    """How the sum stands to the others: beside one, equal to one that the operative part has, the largest."""
    each, words = sums[index], []
    previous = sums[index - 1] if index else None
    if previous is not None:
        gap = plain(paper.text[previous.token.end : each.token.start][:8])
        if len(gap) < 8:
            words += ["g:" + gap]
    if index + 1 < len(sums):
        gap = plain(paper.text[each.token.end : sums[index + 1].token.start][:8])
        if len(gap) < 8:
            words += ["h:" + gap]
    low, high = paper.parts.operative
    decided = {one.token.amount for one in sums if low <= one.token.start < high and one is not each}
    words.append(f"d:{int(each.token.amount in decided)}")
    words.append(f"n:{min(sum(one.token.amount == each.token.amount for one in sums), 4)}")
    return words
