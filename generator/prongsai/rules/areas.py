"""The register of Thai administrative areas, by name: provinces, districts and subdistricts.

The facts are those of the Department of Provincial Administration as the package ``geothai`` ships them; it
reads its own data at the first call, and everything here is kept from then on.
"""

from collections.abc import Iterable
from functools import cache

import geothai

from prongsai.rules.folding import distance

_BANGKOK = frozenset({"กรุงเทพ", "กรุงเทพฯ", "กทม", "กทม."})
_CAPITAL = "เมือง"


@cache
def provinces() -> dict[str, str]:
    """The code of each province, by its Thai name."""
    return {area.name_th: area.code for area in geothai.provinces()}


@cache
def districts(province: str) -> dict[str, str]:
    """The code of each district of a province, by its Thai name; empty for a province that there isn't."""
    code = provinces().get(province)
    return {area.name_th: area.code for area in geothai.districts(code)} if code else {}


@cache
def subdistricts(province: str, district: str) -> frozenset[str]:
    """The names of a district's subdistricts; empty for a district that there isn't."""
    code = districts(province).get(district)
    return frozenset(area.name_th for area in geothai.subdistricts(code)) if code else frozenset()


@cache
def names() -> frozenset[str]:
    """Every name of a district or subdistrict."""
    found: set[str] = set()
    for province in provinces():
        for district in districts(province):
            found.add(district)
            found |= subdistricts(province, district)
    return frozenset(found)


@cache
def names_in(province: str) -> frozenset[str]:
    """Every name of a district or subdistrict of a province."""
    found = set(districts(province))
    for district in districts(province):
        found |= subdistricts(province, district)
    return frozenset(found)


def full_province(name: str) -> str:
    """A province's name as the register has it: ``จังหวัดตรัง`` and ``จ.ตรัง`` are ``ตรัง``."""
    plain = _without(name, ("จังหวัด", "จ."))
    return "กรุงเทพมหานคร" if plain in _BANGKOK else plain


def full_district(name: str, province: str | None) -> str:
    """A district's name as the register has it: ``อ.เมือง`` of ตรัง is ``เมืองตรัง``."""
    plain = _without(name, ("อำเภอ", "อ.", "เขต"))
    return f"{_CAPITAL}{province}" if plain == _CAPITAL and province else plain


def full_subdistrict(name: str) -> str:
    """A subdistrict's name as the register has it."""
    return _without(name, ("ตำบล", "ต.", "แขวง"))


def nearest(name: str, known: Iterable[str], limit: int = 2) -> tuple[str, int] | None:
    """The one known name fewest letters from ``name`` and how many; None when none or several are as near."""
    found: dict[int, list[str]] = {}
    for other in known:
        away = distance(name, other, limit)
        if away <= limit:
            found.setdefault(away, []).append(other)
    if not found:
        return None
    away = min(found)
    return (found[away][0], away) if len(found[away]) == 1 else None


def _without(name: str, leading: tuple[str, ...]) -> str:
    plain = name.strip()
    for word in leading:
        if plain.startswith(word) and len(plain) > len(word):
            return plain[len(word) :].strip()
    return plain
