"""How figures go wrong when people copy or machines read them."""

from __future__ import annotations

from decimal import Decimal


def ten_fold(one: Decimal, other: Decimal) -> bool:
    """Whether two amounts are the same digits at another place of the decimal point: a lost 0, a lost 万."""
    if one <= 0 or other <= 0 or one == other:
        return False
    return one.normalize().as_tuple().digits == other.normalize().as_tuple().digits


def one_digit_changed(one: Decimal, other: Decimal) -> bool:
    """Whether the amounts differ in one digit at one place: a slip, or another amount altogether (5000 and 8000)."""
    mine, theirs = f"{one.normalize():f}", f"{other.normalize():f}"
    return len(mine) == len(theirs) and sum(a != b for a, b in zip(mine, theirs, strict=True)) == 1


def one_digit_off(one: Decimal, other: Decimal) -> bool:
    """Whether one amount becomes the other by losing, gaining or changing one digit, or by swapping two neighbours."""
    short, long = sorted((f"{one.normalize():f}", f"{other.normalize():f}"), key=len)
    if len(long) - len(short) == 1:
        return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    apart = [at for at, (mine, theirs) in enumerate(zip(short, long, strict=False)) if mine != theirs]
    if len(short) != len(long) or not 1 <= len(apart) <= 2:
        return False
    return len(apart) == 1 or (apart[1] == apart[0] + 1 and sorted(short) == sorted(long))
