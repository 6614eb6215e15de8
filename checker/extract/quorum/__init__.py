"""What tells an amount, and how far they agree: a slip of one digit in one place must not pass alone."""

from checker.extract.quorum.settling import REFUNDED, settle, settle_base, settle_gains
from checker.extract.quorum.slips import one_digit_changed, one_digit_off, ten_fold
from checker.extract.quorum.totals import stated_totals
from checker.extract.quorum.witnesses import Beside

__all__ = [
    "REFUNDED",
    "Beside",
    "one_digit_changed",
    "one_digit_off",
    "settle",
    "settle_base",
    "settle_gains",
    "stated_totals",
    "ten_fold",
]
