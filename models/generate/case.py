"""The facts of one invented case: who, when, which violation, and every sum of money with its role."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random

from checker.datafiles import Entry, load
from models.generate.amounts import chinese
from models.generate.violations import Violation, cite

FILE = Path(__file__).parent / "lexicon" / "words.yaml"
ORDER = (
    ("earlier", 90, 600),
    ("act", 5, 200),
    ("inspect", 1, 40),
    ("filing", 0, 8),
    ("interview", 1, 20),
    ("end", 1, 40),
    ("review", 1, 8),
    ("notice", 1, 6),
    ("served", 0, 5),
    ("plea", 1, 5),
    ("hearing", 7, 15),
    ("discuss", 1, 6),
    ("decision", 0, 5),
    ("delivery", 0, 7),
    ("paid", 1, 15),
    ("closed", 1, 20),
    ("judged", 60, 160),
)


class Names(Entry):
    """Parts that names are made of."""

    surnames: list[str]
    given: list[str]
    syllables: list[str]
    trades: dict[str, list[str]]
    streets: list[str]
    banks: list[str]


@cache
def names() -> Names:
    """The parts of names; DataFileError for a file that is wrong."""
    return load(FILE, Names)


@dataclass(frozen=True, slots=True)
class Case:
    """`words` and `dates` fill slots of their name; `money` gives (role, amount); `violation` its rules."""

    violation: Violation
    wording: str
    words: dict[str, str]
    dates: dict[str, date]
    money: dict[str, tuple[str, Decimal]]


def invent(rng: Random, field: str, violation: Violation, place: str) -> Case:
    """A case of the field about the violation in the place, all of it invented."""
    dates = _dates(rng)
    wording = rng.choice(violation.wordings)
    words = {**_party(rng, field, place), **_people(rng)}
    count = rng.choice((2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 20, 24, 30, 36, 48, 60, 100))
    heads = rng.randint(2, 6)
    style = rng.random()
    words |= {
        "cause": wording,
        "count": str(count),
        "heads": str(heads),
        "heads_zh": "两" if heads == 2 else chinese(heads),
        "goods": rng.choice(violation.goods or ["涉案物品"]),
        "unit": violation.unit,
        "violated": "、".join(cite(each, short=style > 0.9) for each in violation.violated),
        "basis": "、".join(cite(each, digits=style < 0.08, short=style > 0.9) for each in violation.basis),
        "year": str(dates["decision"].year),
        "serial": str(rng.randint(1, 480)),
        "month": str(dates["decision"].month),
    }
    return Case(violation, wording, words, dates, _money(rng, violation, count, heads))


def _dates(rng: Random) -> dict[str, date]:
    day = date(2018, 1, 1) + timedelta(days=rng.randint(0, 2300))
    dates = {"est": day - timedelta(days=rng.randint(300, 5000))}
    for name, least, most in ORDER:
        day += timedelta(days=rng.randint(least, most))
        dates[name] = day
    return dates


def _party(rng: Random, field: str, place: str) -> dict[str, str]:
    parts = names()
    trade = rng.choice(parts.trades.get(field, parts.trades["any"]))
    brand = "".join(rng.sample(parts.syllables, 2))
    kind = rng.choices(("company", "shop", "citizen"), (5, 3, 2))[0]
    person = rng.choice(parts.surnames) + rng.choice(parts.given)
    town = place.removesuffix("市").removesuffix("县").removesuffix("区")
    form = rng.choice(("有限公司", "有限责任公司", "有限公司", "厂"))
    company = f"{place if rng.random() < 0.5 else town}{brand}{trade}{form}"
    shop = f"{place}{rng.choice(parts.streets)[:2]}{brand}{trade}{rng.choice(('店', '经营部', '部', '行', '中心'))}"
    masked = f"{person[0]}{rng.choice(('某', '某某', '*', '某' + person[-1]))}" if rng.random() < 0.4 else person
    party = {"company": company, "shop": shop, "citizen": masked}[kind]
    return {
        "party": party,
        "short": {"company": "该公司", "shop": "该店", "citizen": "其"}[kind],
        "type": {"company": rng.choice(("法人", "有限责任公司")), "shop": "个体工商户", "citizen": "自然人"}[kind],
        "head": {"company": "法定代表人", "shop": "经营者", "citizen": "当事人本人"}[kind],
        "rep": masked,
        "uscc": ("91" if kind == "company" else "92") + "".join(rng.choice("0123456789ABCDEFGH") for _ in range(16)),
        "addr": f"{place}{rng.choice(parts.streets)}{rng.randint(1, 980)}号",
        "idno": f"{rng.randint(110000, 659000)}********{rng.randint(1000, 9999)}",
        "bank": rng.choice(parts.banks),
        "brand": brand,
    }


def _people(rng: Random) -> dict[str, str]:
    parts = names()
    people = [rng.choice(parts.surnames) + rng.choice(parts.given) for _ in range(6)]
    roles = ("officer1", "officer2", "person", "person2", "chief", "clerk")
    badge = {f"badge{place}": str(rng.randint(10**9, 10**10 - 1)) for place in (1, 2)}
    return dict(zip(roles, people, strict=True)) | badge | {"some": people[2][0] + "某"}


def _round(amount: float, step: int) -> Decimal:
    return Decimal(max(step, round(amount / step) * step))


def _some(rng: Random, low: int, high: int) -> Decimal:
    """A sum between the two, small ones as likely as great ones, sometimes with cents."""
    amount = Decimal(round(low * (high / low) ** rng.random() * 100)) / 100
    form = rng.random()
    if form < 0.25:
        return amount.quantize(Decimal("0.01"))
    if form < 0.35:
        return amount.quantize(Decimal("0.1"))
    step = 1 if form < 0.6 or amount < 500 else 10 if amount < 5000 else 100 if amount < 50000 else 1000
    return _round(float(amount), step)


def _fine(rng: Random, low: int, high: int) -> Decimal:
    low = max(low, 100)
    amount = low + (high - low) * rng.choice((0.0, rng.random() * 0.3, rng.random(), rng.random() * 0.5))
    return _round(amount, 100 if amount < 5000 else 500 if amount < 20000 else 1000 if amount < 200000 else 10000)


def _money(rng: Random, violation: Violation, count: int, heads: int) -> dict[str, tuple[str, Decimal]]:
    low, high = violation.low, violation.high
    fine, first, second = (_fine(rng, low, high) for _ in range(3))
    each = rng.choice((200, 300, 500, 800, 1000, 1500, 2000, 3000, 5000))
    price = _some(rng, 2, 900)
    goods, gains = (price * count).quantize(Decimal("0.01")), _some(rng, 12, 60000)
    proposed = fine if rng.random() < 0.6 else _fine(rng, low, high)
    sums = {
        "fine": ("fine", fine),
        "fine1": ("fine", first),
        "fine2": ("fine", second),
        "fine_total": ("fine_total", first + second),
        "unit_fine": ("unit_fine", Decimal(each)),
        "unit_total": ("fine", Decimal(each * heads)),
        "proposed": ("proposed_fine", proposed),
        "proposed2": ("proposed_fine", _fine(rng, low, high)),
        "earlier": ("earlier_fine", _fine(rng, low, high)),
        "earlier_same": ("earlier_fine", fine),
        "low": ("quoted_range", Decimal(low)),
        "high": ("quoted_range", Decimal(high)),
        "gains": ("illegal_gains", gains),
        "confiscated": ("confiscated", gains),
        "sum": ("other", fine + gains),
        "goods_value": ("goods_value", goods),
        "price": ("price", price),
        "price2": ("price", _some(rng, 2, 900)),
        "sales": ("price", _some(rng, 300, 90000)),
        "cost": ("cost", _some(rng, 500, 900000)),
        "cost2": ("cost", _some(rng, 50, 9000)),
        "capital": (
            "registered_capital",
            Decimal(rng.choice((3, 5, 10, 20, 50, 80, 100, 200, 500, 1000, 3000)) * 10000),
        ),
        "late_fee": ("late_fee", _some(rng, 30, 9000)),
        "payment": ("payment", _some(rng, 50, 30000)),
        "payment2": ("payment", _some(rng, 50, 3000)),
        "other": ("other", _some(rng, 200, 200000)),
        "other2": ("other", _round(rng.randint(1, 900) * 100, 100)),
        "fee": ("other", Decimal(50)),
    }
    return sums
