"""Conditions of a clause as expressions: amounts that decide, refusal to correct, grave circumstances, other words."""

from __future__ import annotations

import re
from decimal import Decimal

from checker.records.ranges import Bound
from checker.statutes.ranges.amounts import find_sizes
from checker.statutes.ranges.bases import BASE, NAMES, SALES

NOUN = rf"(?:上一?(?:会计)?年度?[^，。;]{{0,6}}(?:销售额|营业额)|{BASE.pattern})"
NONE = re.compile(rf"(?:没有|无)({NOUN})|({NOUN})(?:难以|无法)(?:计算|确定|核实|查实)")
NONE_OR = re.compile(rf"(?:没有|无)({NOUN})(?:、|，|或者|或|以及)+(?=\1)|(?:、|，|或者|或)+(?:没有|无)({NOUN})(?=的|$)")
HAS = re.compile(rf"有({NOUN})(?:的|$|，|、)")
AMOUNT = re.compile(rf"({NOUN})(?:的)?(?:金额|数额|总额)?(?:在|为|达到|达|计|合计|累计)*(?=[\d\u4e00-\u9fff人])")
REFUSED = (
    r"拒不(?:改正|停止|整改|执行|恢复|拆除|补办|清除|申报|采取|治理|履行|补种|纠正|停业|限期)|拒绝(?:改正|整改)|不(?:予|按要求)改正"
    r"|(?:逾期|期满|到期|限期)(?:后)?(?:仍)?(?:不|未|没有|拒不)(?:按要求|按规定)?(?:改正|整改|治理|恢复|拆除|清除|采取|纠正|消除|达到要求)"
    r"|(?:仍|而)(?:不|未|拒不)(?:改正|整改)|(?:责令|通知|警告)(?:限期)?(?:改正|整改)?后?[^，。;]{0,6}(?:拒不|仍不|不)改正"
)
OVERDUE = re.compile(r"(?:逾期|期满|到期)(?:后)?(?:仍)?(?:不|未|没有|拒不)")  # after an order, whatever was ordered
WORDS = tuple(
    (re.compile(pattern), expression)
    for pattern, expression in (
        (r"情节(?:严重|恶劣)|情节(?:、|和|以及)?后果严重", "severe"),
        (REFUSED, "has(refused_correction)"),
        (
            r"(?<![未有不])(?:造成|引起|发生|导致)[^，。;]{0,14}(?:严重|重大)(?!影响)[^，。;]{0,8}|(?<!未)(?<!没有)后果严重",
            "has(serious_result)",
        ),
        (r"情节(?:较轻|轻微)|危害后果轻微", "has(minor_harm)"),
        (r"(?:再次|又|二次|两次以上|多次)[^，。;]{0,12}(?:违法|违反|受到)|再犯|屡教不改", "has(repeat_offence)"),
    )
)
SPECIAL = re.compile(r"特别(?:严重|恶劣|重大)")
BOILERPLATE = re.compile(
    r"^(?:违反(?:本|前款|第|上述|了)[^，。;]{0,40}(?:规定|之一)?|(?:有|具有)(?:下列|前款|上述)(?![^，。;]*第)[^，。;]{0,24}(?:之一|行为|情形)"
    r"|(?:尚)?(?:不|未)(?:够|构成)[^，。;]{0,12}(?:犯罪|处罚)|第[^，。;]{1,8}条|但(?:是)?|其中)$"
)
SPLIT = re.compile(
    r"，(?:或者|或(?!者))|、?(?:或者|或)(?=(?:造成|拒|逾期|情节|有|没有|无|违法所得|货值|经|再|又|多次|未|不|构成|导致|引起|发生|属|在|对|违反|伪造|隐匿|后果|危害|整改|因|限期|期满))"
)
FAMILY = re.compile(r'text\("[^"]*"?|has\(\w+\)|[a-z_]+(?= [<>=!])|severe')
KIND = re.compile(
    r"^(?:对|属于|是|系|由)?(单位|法人|企业|个人|公民)(?=有|违反|实施|犯|的$|从事|未|擅自|存在|或者其他组织|$)"
)
LONGEST = 80
SHORT = 30  # a piece that is only about whom, not about what he did


def read_condition(clause: str, *, in_words: bool = True, below_excludes: bool = False) -> str | None:
    """The expression for the conditions before the sanctions of a clause, None for none that is understood.

    A condition in words that are not understood becomes text("…"), which nobody can tell without a person; not
    so with `in_words` off, for the first clause of a provision, whose words describe the violation itself.
    """
    clause = _strip(clause)
    whole = _none_or_under(clause)
    alternatives = [clause] if whole else SPLIT.split(clause)
    told = [_alternative(each, in_words, below_excludes) for each in alternatives]
    known = [each for each in told if each]
    if not known:
        return words_of(clause) if in_words else None
    if len(known) < len(told):
        if not in_words:
            return None
        told = [each or words_of(words) for each, words in zip(told, alternatives, strict=True)]
    return _either([each for each in told if each])


def words_of(clause: str) -> str | None:
    """text("…") for a condition in words; None for what is only the opening of every provision."""
    pieces = [piece for piece in _strip(clause).split("，") if piece and not BOILERPLATE.match(piece)]
    words = re.sub(r"[\"\\\s]", "", "，".join(pieces))[-LONGEST:]
    return f'text("{words}")' if words else None


def kind_of(words: str) -> str | None:
    """Whom the words that open a provision speak of, when they begin with 单位 or 个人."""
    match = KIND.match(words)
    if match is None:
        return None
    return f'respondent_kind {"==" if match.group(1) in ("个人", "公民") else "!="} "citizen"'


def both(one: str | None, other: str | None) -> str | None:
    """Two conditions that must both hold; None is no condition."""
    told = [_bracketed(each) for each in (one, other) if each]
    return " and ".join(dict.fromkeys(told)) if len(told) > 1 else ((one or other) or None)


def either(one: str | None, other: str | None) -> str | None:
    """Two conditions of which one must hold; when one of them is not understood, neither is."""
    return _either([one, other]) if one and other else None


def nested(outer: str | None, inner: str | None) -> str | None:
    """A condition inside a clause that has one already: both hold, unless the inner one is of the same kind."""
    if outer is None or inner is None or set(families(outer)) & set(families(inner)):
        return inner
    if outer.endswith("> 0") and " and " not in outer:
        return inner
    return both(outer, inner)


def families(expression: str) -> tuple[str, ...]:
    """What an expression asks about: a fact's name, how grave the case is, or words."""
    found = []
    for match in FAMILY.finditer(expression):
        words = match.group()
        grave = words in ("severe", "has(minor_harm)") or words.startswith('text("情节')
        found.append("gravity" if grave else "text" if words.startswith("text") else words)
    return tuple(dict.fromkeys(found))


def _either(parts: list[str]) -> str:
    single = list(dict.fromkeys(parts))
    return single[0] if len(single) == 1 else " or ".join(f"({each})" if " and " in each else each for each in single)


def _bracketed(expression: str) -> str:
    return f"({expression})" if " or " in re.sub(r'"[^"]*"', "", expression) else expression


def _strip(clause: str) -> str:
    return re.sub(r"^(?:[，、]|或者|(?:但|其中|对于|对|凡|如果|如)(?=.{4,}))+|的?[，]?$", "", clause)


def _alternative(words: str, in_words: bool, below_excludes: bool) -> str | None:
    """One alternative: its pieces between commas, all of which must hold."""
    pieces = [piece for piece in words.split("，") if piece]
    told = [(piece, _piece(piece, in_words, below_excludes)) for piece in pieces]
    if not any(expression for _, expression in told):
        return None
    parts: list[str] = []
    for piece, expression in told:
        if expression:
            parts.append(expression)
        elif in_words and not BOILERPLATE.match(piece):
            parts.append(words_of(piece) or "")
    return " and ".join(dict.fromkeys(_bracketed(each) for each in parts if each))


def _piece(piece: str, later: bool, below_excludes: bool) -> str | None:
    """Amounts and known words of one piece."""
    found = [_amounts(piece, below_excludes)]
    if not SPECIAL.search(piece):
        found += [expression for pattern, expression in WORDS if _told(pattern.search(piece), later)]
        found += ["has(refused_correction)"] if later and OVERDUE.match(piece) else []
    if len(piece) < SHORT and (kind := kind_of(piece)):
        found.append(kind)
    return " and ".join(dict.fromkeys(each for each in found if each)) or None


def _told(match: re.Match[str] | None, later: bool) -> bool:
    """Whether known words are the condition: in the words that open a provision only where a piece begins with them."""
    return match is not None and (later or match.start() <= 4)


def _none_or_under(clause: str) -> str | None:
    """没有违法所得或者违法所得不足…: the first half is inside the second."""
    return clause if NONE_OR.search(clause) else None


def _amounts(words: str, below_excludes: bool) -> str | None:
    cleaned = NONE_OR.sub("，", words)
    parts: list[str] = []
    for match in AMOUNT.finditer(cleaned):
        size = next(find_sizes(cleaned[match.end() : match.end() + 40], below_excludes=below_excludes), None)
        if size is None or size.start > 0 or size.multiple or size.form == "exact":
            continue
        parts += _compare(_fact(match.group(1)), size.lower, size.upper)
    if not parts:
        if none := NONE.search(words):
            parts.append(f"{_fact(none.group(1) or none.group(2))} == 0")
        elif some := HAS.search(words + "的"):
            parts.append(f"{_fact(some.group(1))} > 0")
    return " and ".join(parts) or None


def _fact(noun: str) -> str:
    return "annual_sales" if SALES.search(noun) else NAMES[noun]


def _compare(fact: str, lower: Bound | None, upper: Bound | None) -> list[str]:
    parts = []
    if lower is not None and lower.value > Decimal(0):
        parts.append(f"{fact} {'>=' if lower.inclusive else '>'} {lower.value.normalize():f}")
    if upper is not None:
        parts.append(f"{fact} {'<=' if upper.inclusive else '<'} {upper.value.normalize():f}")
    return parts
