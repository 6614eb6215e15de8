"""The words of a range cell as branches: 1万元以上3万元以下, 没收违法所得，并处所收费用3倍以上3.5倍以下罚款."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from checker.benchmarks.importing.columns import Column
from checker.records.ranges import Bound, Branch
from checker.statutes.ranges import parse_ranges

PERSON = re.compile(r"个人|主管人员|责任人员|负责人")
SIZE = re.compile(r"(\d[\d.,]*|[一二三四五六七八九十百千]+)\s*万(?!元|圆|[\d一二三四五六七八九十])")
PER = re.compile(r"(\d[\d.]*(?:万|千|百)?元)/([\u4e00-\u9fff]{1,3})")  # 500元/车次
Entry = dict[str, Any]


def branches(told: Sequence[tuple[Column, str]], *, below_excludes: bool) -> tuple[list[Entry], list[str]]:
    """(branches, passages that were not understood) of one row's range cells; a column for persons is theirs."""
    found: list[Entry] = []
    left = []
    several = len(told) > 1
    for column, text in told:
        words = SIZE.sub(r"\1万元", re.sub(r"\s+", "", text)).replace("元元", "元")
        words = PER.sub(r"每\2\1", words)
        if "罚款" not in words and re.search(r"[元倍%％]", words):
            words = f"处{words.rstrip('。；')}罚款"
        reading = parse_ranges(words, below_excludes=below_excludes)
        left += [each.quote for each in reading.unparsed]
        for branch in reading.branches:
            person = several and PERSON.search(column.name) and not re.search(r"单位|企业", column.name)
            entry = branch_entry(branch)
            found.append(entry | ({"subject": "responsible_person"} if person else {}))
    return [each for index, each in enumerate(found) if each not in found[:index]], left


def branch_entry(branch: Branch) -> Entry:
    """A branch as a data file writes it, defaults left out."""
    entry: Entry = {"sanction": branch.sanction}
    entry |= {"when": branch.condition} if branch.condition else {}
    entry |= {"obligation": "may"} if branch.obligation == "may" else {}
    entry |= {"choice": branch.choice} if branch.choice else {}
    for name, bound in (("lower", branch.lower), ("upper", branch.upper)):
        if bound is not None:
            entry[name] = _plain(bound)
            entry |= {f"{name}_inclusive": False} if not bound.inclusive else {}
    for name, default in (("base", "yuan"), ("unit", "total"), ("subject", "respondent")):
        if getattr(branch, name) != default:
            entry[name] = getattr(branch, name)
    return entry


def _plain(bound: Bound) -> int | str:
    whole = bound.value == bound.value.to_integral_value()
    return int(bound.value) if whole else f"{bound.value.normalize():f}"
