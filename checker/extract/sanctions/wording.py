"""The words of each kind of penalty, and the words before them by which nothing is imposed."""

from __future__ import annotations

import re

KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            "confiscate_gains",
            r"没收(?:其|当事人|你单位|该单位)?(?:的)?(?:全部)?(?:违法所得|非法所得|违法收入)|(?:违法所得|非法所得|违法收入)[^，。；]{0,20}(?:予以|依法)没收|没收[^，。；]{0,12}违法所得",
        ),
        (
            "confiscate_goods",
            r"没收(?![^，。；\n、和及与并]{0,16}(?:违法所得|非法所得|违法收入))(?!款)[^，。；\n]{2,60}"
            r"|[^，。；\n]{3,40}(?:予以|依法|一并)没收(?=[，。；\n]|$)",
        ),
        ("warning", r"警告(?!书)"),
        ("criticism", r"通报批评|(?<=予以)通报(?=[，。；、\n]|并处)|(?<=给予)通报(?=[，。；、\n]|并处)"),
        ("suspend_licence", r"暂扣[^，。；\n]{0,24}(?:证|执照|许可)"),
        ("downgrade", r"降低[^，。；\n]{0,10}资质"),
        ("revoke_licence", r"吊销[^，。；\n]{0,30}"),
        (
            "restrict_business",
            # 责令暂停康复科6个月…的医药服务, 责令停止接受新业务
            r"限制(?:开展)?(?:其)?生产经营活动|限制生产|限制[^，。；\n]{0,8}业务范围"
            r"|责令[^，。；\n]{0,12}(?:暂停|停止接受)[^，。；\n]{0,40}?(?:服务|业务|交易)",
        ),
        ("stop_production", r"责令[^，。；\n]{0,12}停产停业|责令停业|停业整顿|停产整治|停产整顿"),
        ("close", r"责令[^，。；\n]{0,8}关闭|(?:^|[、.．)）：:])\s*关闭(?=[^，。；\n]{2,20}[。；;，\n]|$)"),
        ("practice_ban", r"(?:禁止|不得)[^，。；\n]{0,30}(?:从事|担任|申请)|限制从业"),
        ("detention", r"行政拘留|拘留(?:\d|[一二三四五六七八九十])"),
    )
)
LATE = re.compile(
    r"逾期[^，。；]{0,6}(?:缴|交|履行)|加处|到期不|每日按|如不服|不服本|申请(?:人民)?法院|强制执行|责令(?:立即|限期)?(?:改正|整改)(?:违法行为)?$"
)
IF_AGAIN = re.compile(  # 逾期不改正的，处…; 今后如再次违法，将…: what may come
    r"(?:逾期|拒不)[^，。；]{0,14}的(?:[，,]|$)|今后|如(?:再|拒不|逾期|仍不)|将(?:予以|从重|被|处|依法)(?!没收)"
)
AGAIN = re.compile(r"再次(?:发生|违法|违反)|逾期")  # of kinds without a sum; a fine for acting again is imposed
ASKED = re.compile(r"(?:请求|恳请|希望|要求|申请|辩称|主张)[^。；]{0,24}$")
DENIED = re.compile(
    r"(?:不再|不予|免予|免于|无需|无须|不宜|未予|暂不|不)(?:再)?(?:作出|给予|处以?|并处|责令)?$|免(?:予|于|除)[^，。；）)]{0,16}$|[本原]应[^。；]*$"
)
MAY = re.compile(r"可以?(?:并|同时)?$|情节严重的[，,]?[^，]{0,8}$|应当(?:予以)?$")
# 依照第…条（没收…），决定…: what stands before the word that decides is its basis
DECIDES = re.compile(r"(?<!并)决定(?!书|机关|的|送达)|(?:处罚|处理)(?:决定)?如下")
GROUNDS = re.compile(r"依据|根据|依照|按照|鉴于|由于|因")
