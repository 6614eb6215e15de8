"""What the decision claims about discretion: benchmark cited, effect, tier, how it was applied."""

from __future__ import annotations

import re

from checker.extract.paper import Paper
from checker.records.read import Read, Span

BENCHMARK = re.compile(
    r"《(?P<quoted>[^《》\n]{2,60}(?:裁量|免罚|首违不罚|从轻减轻|不予处罚)[^《》\n]{0,40})》|(?P<bare>[\u4e00-\u9fff]{4,40}裁量(?:权)?(?:基准|标准|规则|适用规则|办法)(?:[（(][^）)\n]{2,16}[)）])?)"
)
EFFECTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (effect, re.compile(pattern))
    for effect, pattern in (
        ("none", r"(?:决定|依法|予以|给予|作出)[^，。；\n]{0,14}(?:不予|免予|免于)(?:行政)?处罚"),
        (
            "reduced",
            r"(?<!消除、)(?<![者或])减轻(?:行政)?(?:处罚|处理)|(?:[予按可]|据此|总体|，|决定|应当?|依法)减轻(?=[，。；：]|处(?!罚))|减轻(?:幅度|档|情形|裁量|阶次)|予以减轻|(?:下限|最低)[^，。；]{0,6}以下(?:处|给予)?(?:罚|处)",
        ),
        (
            "lighter",
            r"从轻(?:行政)?(?:处罚|处理)|作为(?:酌定|法定)?从轻(?=的?(?:因素|情节|考虑))|从轻(?=而(?:不|非))|(?:采纳|接受)[^，。；]{0,20}?从轻(?=[^，。；]{0,4}(?:意见|请求|建议|主张))|从轻(?=[，。；：]|处(?!罚))|从轻(?:幅度|档|情形|裁量|阶次|情节)|予以从轻|(?:违法程度|情节|阶次|档次|等级)[^，。；]{0,6}(?:较轻|轻微)|较轻(?:阶次|档|等次|情形|违法|裁量)|轻微(?:阶次|档|等次|违法)",
        ),
        (
            "heavier",
            r"从重(?:行政)?(?:处罚|处理)|从重(?=[，。；：]|处(?!罚))|从重(?:幅度|档|情形|裁量|阶次|情节)|予以从重|(?:违法程度|情节|阶次|档次|等级)[^，。；]{0,6}(?:较重|严重|特别严重)|(?:较重|严重|特别严重)(?:阶次|档|等次|情形|裁量|违法)",
        ),
        (
            "ordinary",
            r"一般(?:行政)?处罚|一般(?:幅度|档|情形|裁量|阶次|情节|违法|等次|程度)|(?:违法程度|情节|阶次|档次|等级)[^，。；]{0,6}一般|(?:适中|中等)(?:阶次|档|处罚)"
            r"|(?:(?<=按)|(?<=按照))(?:一般|中间|居中|中等|适中)[^，。；]{0,6}(?:处理|处罚|裁量|执行|量罚)",
        ),
    )
)
TIER_WORD = r"(?:特别严重|非常严重|较为严重|严重|较重|从重|加重|一般|中等?|较轻|轻微|从轻|减轻|不予处罚|免予处罚|情节[轻一较严][^，。；]{0,4}|[一二三四五1-5ⅠⅡⅢⅣ]级|[ABCDE甲乙丙丁]档?|第[一二三四五1-5](?:档|阶|级))"
TIER = re.compile(
    rf"(?:属于|属|适用|按照?|符合|认定为|定为|确定为|对应|为|归于|划为|列为|在|是|给予|裁定为|的|中|》|，)(?:该[^，。；]{{0,8}})?(?:违法)?(?:程度|行为|情节|阶次|档次|等级)?(?:的|为)?[“\"「『【]?(?P<tier>{TIER_WORD})(?P<noun>(?:行政)?(?:处罚|违法|行为|情形|情节|裁量|违法行为)?)[”\"」』】]?(?:的)?一?(?:裁量)?(?:行为)?(?:阶次|档次|等次|档|情形|情节|幅度|等级|级别|程度|违法行为|行为|标准|处罚|违法情节|裁量)"
    rf"|(?:属于|属|为|系|适用|按照?|列为|均?适用)[“\"「『]?(?P<short>{TIER_WORD})(?:情形)?[”\"」』]?(?=[，。；、（(\n]|处[一二三四五六七八九十\d]|裁量)"
    rf"|(?:基准|标准|规则)[^》]{{0,14}}》(?:中|规定的?)?[“\"「](?P<quoted>[^”\"」，。]{{2,8}})[”\"」](?:的?(?:一)?(?:档|情形|规定|阶次|等次|标准|裁量)|[：，])"
    rf"|(?<=，)(?P<listed>轻微|较轻|一般|较重|严重)(?=，)"
    rf"|(?:裁量(?:等级|阶次|档次|级别|结果)?|违法程度|违法情节|处罚(?:阶次|档次|等级)|适用阶次|裁量结论|裁量档次|阶次|档次)(?:为|是|属于|属|系|[:：\t]|认定为|确定为)\s*[“\"「]?(?P<label>{TIER_WORD})"
)
TIER_EFFECTS = (
    ("reduced", ("减轻",)),
    ("lighter", ("从轻", "较轻", "轻微")),
    ("ordinary", ("一般", "中等")),
    ("heavier", ("从重", "较重", "严重", "加重")),
)
NEGATED = re.compile(
    r"(?:未(?:发现|有|见)|没有|不存在)[^，。；]{0,40}$|(?:不(?:[以因据]此|予|符合|属于|具有|具备|存在|适用|应|宜|构成|得|能)|未(?:发现|有|见)|没有|并无|无(?!证|照|主|人)|不再|如有|请求|要求|希望|申请|主张|恳请)[^，。；]{0,14}$"
)
QUOTED = re.compile(r"有下列情形|之一的|规定[:：]?[“\"][^”]*$")
# 今后再犯，将依法从重处罚: a warning, and no effect of this decision.
WARNING = re.compile(r"(?:今后|以后|若|如(?:果|再|你|当事人|有)?|一旦)[^。；]*(?:将|可)[^。；]*$")
NEITHER = re.compile(
    r"(?:无|没有|不具有|不具备|不存在|未发现[^，。；]{0,10})(?:法定)?(?:的)?从[轻重](?:、|和|或者?|及|以及)(?:减轻|从[轻重])[^，。；]{0,12}情[节形]"
)
DECIDES = re.compile(r"决定|给予|予以|适用|认定|属于|裁量|符合|鉴于|综合|按照|对应|违法程度|阶次|档")
APPLIED = re.compile(
    r"(?:参照|依照|按照|对照|依据|根据|适用|结合)[^。]{0,80}(?:裁量|基准)|裁量(?:基准|标准)[^。]{0,60}(?:对应|属于|适用|规定|情形|阶次|档)|(?:裁量|违法)(?:阶次|程度|等级|档次)[:：\t]"
)
# Words by which the agency itself settles the effect; 可在情节严重的幅度内从轻 settles it within a tier told before.
DECISIVE = re.compile(r"决定|给予|予以|按|属于|适用|认定|定为|可以?在[^，。；]{0,16}内$|选择$|采纳|应予$")
PROPOSED = re.compile(r"(?:人员|机构|承办人|意见)[^。；]{0,6}曾(?:提出|建议|主张|认为)[^。；]*$|有意见认为[^。；]*$")


def read_benchmark(paper: Paper) -> Read[str] | None:
    """The benchmark's name, without 《》; of several the first that is not an opinion of the ministry."""
    best = None
    for match in BENCHMARK.finditer(paper.text):
        name = "quoted" if match["quoted"] else "bare"
        value = match[name]
        if name == "bare":
            value = re.sub(r"^.*?(?:依据|根据|参照|按照|对照|适用|结合|依照|及|和|照|行使)", "", value)
            if len(value) < 8:
                continue
        start = match.end(name) - len(value)
        read = paper.read(value, start, match.end(name), 0.95 if name == "quoted" else 0.75, "benchmark-cited")
        if name == "quoted" and not re.search(r"指导意见|适用规则|规则$|办法$", value):
            return read
        best = best or read
    return best


def passage(paper: Paper) -> tuple[Span, ...]:
    """The sentences that reason about discretion."""
    found: list[Span] = []
    for begin, end in paper.parts.sentences:
        if begin < paper.parts.tail and re.search(r"裁量|从轻|减轻|从重|阶次|档次|违法程度", paper.text[begin:end]):
            found += paper.spans(begin, end)
    return tuple(found)


def read_effect(paper: Paper) -> Read[str] | None:
    """The effect the agency claims: of its own statements the last one that decides."""
    best: tuple[tuple[int, int], Read[str]] | None = None
    for effect, pattern in EFFECTS:
        for match in pattern.finditer(paper.text, 0, paper.parts.tail):
            begin, _ = paper.parts.sentence(match.start())
            before = paper.text[begin : match.start()]
            clause = re.split(r"[，。；：]", before)[-1]
            if (
                NEGATED.search(clause)
                or QUOTED.search(before[-24:])
                or _of_party(before)
                or PROPOSED.search(before)
                or _after_law(paper, match, before)
                or WARNING.search(before)
                or re.match(r"的，", paper.text[match.end() : match.end() + 2])
            ):
                continue
            rank = (2 if DECISIVE.search(before[-40:]) else 1, match.start())
            if best is None or rank > best[0]:
                best = (
                    rank,
                    paper.read(effect, match.start(), match.end(), 0.85 if rank[0] == 2 else 0.7, "claimed-effect"),
                )
    if best is None and (tier := read_tier(paper)) is not None:
        told = [effect for effect, words in TIER_EFFECTS if any(word in tier.value for word in words)]
        return Read(told[0], tier.evidence, 0.7, "rule:effect-of-tier") if told else None
    if best is None and (neither := NEITHER.search(paper.text, 0, paper.parts.tail)):
        return paper.read("ordinary", neither.start(), neither.end(), 0.6, "effect-of-neither")
    return best[1] if best else None


def read_tier(paper: Paper) -> Read[str] | None:
    """The tier as worded, without brackets: 从轻, 较重, 一般 …; the last that is claimed."""
    found = None
    for match in TIER.finditer(paper.text, 0, paper.parts.tail):
        begin, _ = paper.parts.sentence(match.start())
        name = next(each for each in ("tier", "short", "quoted", "listed", "label") if match[each])
        before = paper.text[begin : match.start(name)]
        if NEGATED.search(re.split(r"[，。；：]", before)[-1]) or _of_party(before):
            continue
        if not re.search(r"裁量|阶次|档|违法程度|基准|情节|情形|等级|处罚|违法行为|符合|适用", before + match.group()):
            continue
        end = match.end(name)
        for suffix in ("情形", "档"):
            if paper.text.startswith(suffix, end) and (suffix == "情形" or match[name][0] in "ABCDE甲乙丙丁"):
                end += len(suffix)
        found = paper.read(paper.text[match.start(name) : end], match.start(name), end, 0.85, "claimed-tier")
    return found


def read_applied(paper: Paper) -> Read[bool] | None:
    """Whether the text tells how the benchmark led to the amount."""
    match = APPLIED.search(paper.text, 0, paper.parts.tail)
    return paper.read(True, match.start(), match.end(), 0.85, "benchmark-applied") if match else None


def _of_party(before: str) -> bool:
    return bool(
        re.search(
            r"(?:当事人|其|代理人)[^。；]{0,20}(?:请求|要求|申请|认为|辩称|希望|提出|主张|恳请)[^。；]{0,40}$", before
        )
    )


def _after_law(paper: Paper, match: re.Match[str], before: str) -> bool:
    """《行政处罚法》第三十二条规定…应当从轻或者减轻: the law's alternatives are no claim."""
    around = paper.text[match.start() - 4 if match.start() > 4 else 0 : match.end() + 8]
    return bool(re.search(r"从轻(?:或者|、|或)减轻|减轻(?:或者|、|或)(?:不予|从轻)", around)) and bool(
        re.search(r"条|规定|情形|应当|可以", before[-60:])
    )
