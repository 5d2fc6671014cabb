"""Names of areas compared with the register and with the agency's own."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from prongsai.model.agency import Agency
from prongsai.rules import areas
from prongsai.rules.folding import misspells
from prongsai.rules.text._agency import THAI, Own, misspelt, own_of

# ต. and อ. may begin a month (ต.ค.) or an initial (อ.บ.ต.); a name has at least three letters.
_LEVELS = re.compile(
    rf"(?:(?P<sub>(?<!เทศบาล)(?<!เทศบาล )(?<!ส่วน)ตำบล|(?<![ก-ฮ])ต\.)|(?P<dis>อำเภอ|(?<![ก-ฮ])อ\.)"
    rf"|(?P<pro>จังหวัด|(?<![ก-ฮ])จ\.))\s?(?P<run>{THAI}{{3,60}})"
)


@dataclass(frozen=True, slots=True)
class Misspelling:
    """``written`` in the agency's file, where ``meant`` is known or supposed; ``words`` say what is wrong."""

    key: str
    written: str
    meant: str | None
    sure: bool
    within: str
    level: str
    elsewhere: str | None = None


def in_register(agency: Agency) -> Iterator[Misspelling]:
    """What of the agency's area the register doesn't have: the widest area at fault, once."""
    if agency.invented or not agency.province:
        yield from _against_name(agency)
        return
    province = areas.full_province(agency.province)
    if province not in areas.provinces():
        yield _province(agency, province)
        return
    if not agency.district:
        return
    district = areas.full_district(agency.district, province)
    if district not in areas.districts(province):
        yield _district(agency, province, district)
        return
    yield from _below(agency, province, district)


def _against_name(agency: Agency) -> Iterator[Misspelling]:
    """Where the register can't tell: a subdistrict that is the agency's own name misspelt."""
    place = own_of(agency).place
    if agency.subdistrict and place and misspells(areas.full_subdistrict(agency.subdistrict), place):
        within = f"ชื่อหน่วยงาน {agency.name}"
        yield Misspelling("subdistrict", agency.subdistrict, place, False, within, "ตำบล")


def _province(agency: Agency, province: str) -> Misspelling:
    """A province that there isn't: the nearest that has the agency's district is meant, or the nearest."""
    known = areas.provinces().keys()
    holding = [
        name
        for name in known
        if agency.district and areas.full_district(agency.district, name) in areas.districts(name)
    ]
    near = areas.nearest(province, holding)
    if near:
        return Misspelling(
            "province",
            str(agency.province),
            str(agency.province).replace(province, near[0]),
            True,
            "ประเทศไทย",
            "จังหวัด",
        )
    return _unknown("province", str(agency.province), province, known, "ประเทศไทย", "จังหวัด")


def _district(agency: Agency, province: str, district: str) -> Misspelling:
    """A district that the province doesn't have: misspelt, or another province's."""
    within = f"จังหวัด{province}"
    found = _unknown("district", str(agency.district), district, areas.districts(province), within, "อำเภอ")
    if found.meant is None:
        elsewhere = [name for name in areas.provinces() if district in areas.districts(name)]
        if len(elsewhere) == 1:
            return Misspelling("district", str(agency.district), None, False, within, "อำเภอ", elsewhere[0])
    return found


def _below(agency: Agency, province: str, district: str) -> Iterator[Misspelling]:
    """The subdistrict and the agency's name against the subdistricts of the district."""
    known = areas.subdistricts(province, district)
    within = f"อำเภอ{district} จังหวัด{province}"
    if agency.subdistrict:
        subdistrict = areas.full_subdistrict(agency.subdistrict)
        if subdistrict not in known:
            yield _unknown("subdistrict", agency.subdistrict, subdistrict, known, within, "ตำบล")
            return
    own = own_of(agency)
    if own.family == "อบต" and own.place and own.place not in known:
        yield _unknown("name", agency.name, own.place, known, within, "ตำบล")
    elif own.family == "เทศบาล" and own.place and own.place not in areas.names_in(province):
        # A municipality may bear any name, so only one that is a letter away from its area's is told.
        near = areas.nearest(own.place, {*known, district}, limit=1)
        if near and len(own.place) >= 5:
            yield Misspelling(
                "name", agency.name, agency.name.replace(own.place, near[0]), True, within, "ตำบล"
            )


def _unknown(
    key: str, written: str, plain: str, known: Iterable[str], within: str, level: str
) -> Misspelling:
    near = areas.nearest(plain, known)
    if near is None:
        return Misspelling(key, written, None, False, within, level)
    return Misspelling(key, written, written.replace(plain, near[0]), near[1] == 1, within, level)


class Names(NamedTuple):
    """The agency's own names, where they are known to be right: subdistrict, district, province."""

    sub: str
    dis: str
    pro: str


def own_names(agency: Agency, own: Own) -> Names:
    """The names against which texts are compared: only those that the register confirms, or invented ones."""
    wrong = {misspelling.key for misspelling in in_register(agency)}
    if wrong & {"province", "district", "subdistrict"}:
        return Names("", "", "")
    place = own.place if own.family == "อบต" and "name" not in wrong else ""
    return Names(
        areas.full_subdistrict(agency.subdistrict or place),
        areas.full_district(agency.district or "", agency.province),
        areas.full_province(agency.province or ""),
    )


@lru_cache(maxsize=65_536)
def misspelt_area(text: str, names: Names) -> tuple[str, str] | None:
    """The first area in a text that is an own one misspelt: the words and the right name."""
    for match in _LEVELS.finditer(text) if any(names) else ():
        right = names.sub if match["sub"] else names.dis if match["dis"] else names.pro
        wrong = misspelt(match["run"], right) if right else ""
        if wrong and not _is_an_area(match["run"], wrong):
            return text[match.start() : match.start("run") + len(wrong)], right
    return None


def _is_an_area(run: str, wrong: str) -> bool:
    """Whether another area of that name, or of a longer one, is meant."""
    known = areas.names() | areas.provinces().keys()
    return any(run[:length] in known for length in range(len(wrong), min(len(run), 30) + 1))
