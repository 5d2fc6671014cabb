"""Figures as people write them: exact in tables, short in charts."""

from decimal import ROUND_HALF_UP, Decimal
from types import SimpleNamespace

_MILLION = Decimal(1_000_000)


def exact(amount: Decimal) -> str:
    """``1,500,000``, and with satang ``97,500.50``."""
    whole = amount == amount.to_integral_value()
    return f"{amount:,.0f}" if whole else f"{amount.quantize(Decimal('0.01'), ROUND_HALF_UP):,}"


def baht(amount: Decimal, w: SimpleNamespace) -> str:
    """``97,500 บาท``; from a million ``1.42 ล้านบาท``, and from a thousand millions without a fraction."""
    if abs(amount) < _MILLION:
        return str(w.baht.format(amount=exact(amount.quantize(Decimal(1), ROUND_HALF_UP))))
    millions = amount / _MILLION
    step = Decimal("0.01") if abs(millions) < 1_000 else Decimal(1)
    return str(w.million.format(amount=f"{millions.quantize(step, ROUND_HALF_UP).normalize():,f}"))


def percent(part: Decimal, whole: Decimal) -> str | None:
    """How much of ``whole`` a part is, with up to two digits after the point; None without a whole."""
    if whole <= 0:
        return None
    share = (part * 100 / whole).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{share.normalize():f}"
