"""Whom a document is about, and when: agency, area, fiscal year and round, from its own words."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from prongsai.importing import reasons
from prongsai.importing.draft import Doubt, Note
from prongsai.rules import areas
from prongsai.thai.dates import DateError, Period, fiscal_year_of, parse_period
from prongsai.thai.digits import to_arabic
from prongsai.thai.text import clean

_THAI: Final = "ก-ฮะ-ฺเ-ๆ็-๎"
_KINDS: Final = {
    "ทต.": "เทศบาลตำบล", "ทม.": "เทศบาลเมือง", "ทน.": "เทศบาลนคร",
    "อบต.": "องค์การบริหารส่วนตำบล", "อบจ.": "องค์การบริหารส่วนจังหวัด",
}  # fmt: skip
_AGENCY: Final = re.compile(
    r"(?P<kind>เทศบาล\s?(?:ตำบล|เมือง|นคร)|องค์การ\s?บริหาร\s?ส่วน\s?(?:ตำบล|จังหวัด)|อบ[ตจ]\.|ท[ตมน]\.(?!\s?[ก-ฮ]\.))"
    rf"\s?(?P<name>[{_THAI}]{{2,40}})(?P<behind>\s*(?:อำเภอ|อ\.|จังหวัด|จ\.|$|[\s,)]))?"
)
_STOP: Final = re.compile(
    "(?<=.)(?:ประจำปี|อำเภอ|จังหวัด|ปีงบ|ได้|เพื่อ|โดย|ทราบ|เรียบร้อย|หวัง|ทั้ง|ตาม|ที่|และ|กับ|ดังนี้|มีค่า|มีการ|พ\\.ศ|ว่าด้วย|จัดทำ|ต้อง)"
)
_DISTRICT: Final = re.compile(rf"(?:อำเภอ|(?<![ก-ฮ.])อ\.)\s*(?P<name>[{_THAI}]{{2,30}})")
_PROVINCE: Final = re.compile(rf"(?:จังหวัด|(?<![ก-ฮ.])จ\.)\s*(?P<name>[{_THAI}]{{2,30}})")
_YEAR: Final = re.compile(
    r"(?P<lead>ประจำปีงบประมาณ|ปีงบประมาณ|งบประมาณ|ประจำปี|ปี|OIT|ITA)?\s*(?P<era>พ\s?\.\s?ศ\s?\.?)?\s*(?P<year>2[45]\d\d)(?![\d.])"
)
_ROUND: Final = re.compile(r"รอบ\s*(?P<months>6|หก|12|สิบสอง)\s*เดือน(?P<which>แรก|หลัง)?")
_SPAN: Final = re.compile(
    r"\(?\s*(?:เดือน|ระหว่าง(?:เดือน|วันที่)?|ตั้งแต่(?:เดือน|วันที่)?)?\s*(?P<span>[^()\n]{6,60}?)\s*\)?$"
)
_SCORED: Final = re.compile(r"[^\n]{0,80}?ได้คะแนน")
_ANALYSED: Final = re.compile(
    r"(?:ผลการประเมิน|วิเคราะห์|คะแนน|แบบวัด|[IE]IT(?![A-Za-z]))(?!.*มาตรการ)", re.DOTALL
)
_WEAK: Final = 0.5
_NEARLY: Final = 0.75


@dataclass
class Subject:
    """What was found; None where nothing says it."""

    name: str | None = None
    kind: str | None = None
    district: str | None = None
    province: str | None = None
    fiscal_year: int | None = None
    round_name: str | None = None
    round: Period | None = None
    website: str | None = None
    host: str | None = None
    channels: dict[str, dict[str, str | None]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def full_kind(text: str) -> str:
    """The kind of an agency in full: ``อบต.`` is ``องค์การบริหารส่วนตำบล``."""
    plain = re.sub(r"\s", "", text)
    return _KINDS.get(plain, plain)


def agency_in(texts: Sequence[str]) -> tuple[str, str] | None:
    """Kind and name of the agency that texts speak of most; headings come first, and count more."""
    counts: Counter[tuple[str, str]] = Counter()
    for index, text in enumerate(texts):
        for match in _AGENCY.finditer(clean(text)):
            name = _STOP.split(match["name"])[0]
            if len(name) < 2:
                continue
            alone = name == match["name"]
            weight = (12 if index < 6 else 1) * (4 if match["behind"] and alone else 2 if not alone else 1)
            counts[full_kind(match["kind"]), name] += weight
    if not counts:
        return None
    # A name that another begins with is the same agency, with the rest of a sentence glued to it.
    for (kind, name), count in list(counts.items()):
        shorter = [
            known for known in counts if known[0] == kind and name.startswith(known[1]) and name != known[1]
        ]
        if not shorter:
            continue
        short = max(shorter, key=lambda one: counts[one])
        kept, dropped = (short, (kind, name)) if counts[short] > count else ((kind, name), short)
        counts[kept] += counts.pop(dropped)
    return counts.most_common(1)[0][0]


def area_in(texts: Iterable[str]) -> tuple[str | None, str | None]:
    """The district and province that are named first."""
    district = province = None
    for text in texts:
        plain = clean(" ".join(text.split()))
        if district is None and (match := _DISTRICT.search(plain)):
            district = _cut_area(match["name"])
        if province is None and (match := _PROVINCE.search(plain)):
            province = _cut_area(match["name"])
        if district and province:
            break
    return district, province


def _cut_area(name: str) -> str:
    return re.split("จังหวัด|อำเภอ|ประจำ|ปีงบ|ได้|เพื่อ|มี|โดย", name)[0] or name


def read_area(subject: Subject, texts: Iterable[str]) -> None:
    """District and province, compared with the register: a letter that a scan misread is mended."""
    district, province = area_in(texts)
    known = areas.provinces()
    if province and province not in known:
        full = next((name for name in known if province.startswith(name)), None)
        near = areas.nearest(province, known) if full is None else None
        if full:
            province = full
        elif near:
            subject.notes.append(Note("province", province, near[0], "ทะเบียนไม่มีจังหวัดชื่อนี้ มีชื่อใกล้ที่สุดเพียงชื่อเดียว"))
            province = near[0]
        else:
            subject.doubts.append(Doubt("province", province, reasons.NO_PROVINCE))
    if district and province in known:
        district = _district(subject, district, province or "")
    subject.district, subject.province = district, province


def _district(subject: Subject, district: str, province: str) -> str:
    full, known = areas.full_district(district, province), areas.districts(province)
    if full in known:
        return full
    shorter = next((name for name in sorted(known, key=len, reverse=True) if district.startswith(name)), None)
    if shorter:
        return shorter
    near = areas.nearest(full, known)
    if near:
        reason = f"จังหวัด{province}ไม่มีอำเภอชื่อนี้ มีอำเภอ{near[0]}แห่งเดียวที่สะกดใกล้กัน จึงถือว่าอ่านผิดจากเอกสาร"
        subject.notes.append(Note("district", district, near[0], reason))
        return near[0]
    subject.doubts.append(Doubt("district", district, reasons.no_district(province)))
    return district


def year_in(headings: Sequence[str], texts: Sequence[str], periods: Sequence[Period]) -> int | None:
    """The fiscal year of a report: what its title says, then what its text says most, then its periods."""
    counts = _year_counts(headings)
    if counts:
        return counts.most_common(1)[0][0]
    years: Counter[int] = Counter()
    for period in periods:
        end = period.end or period.start
        if end is not None:
            years[fiscal_year_of(end)] += 2
    for text in texts:
        for match in _YEAR.finditer(to_arabic(text)):
            if match["lead"]:
                years[int(match["year"])] += 1
    return years.most_common(1)[0][0] if years else None


def rival_year(headings: Sequence[str], year: int) -> int | None:
    """Another year that the headings of a report speak of nearly as much; None where there is none."""
    counts = _year_counts(headings)
    others = [other for other in counts if other != year and counts[other] >= max(_NEARLY * counts[year], 4)]
    return max(others, key=lambda other: counts[other], default=None)


def _year_counts(headings: Sequence[str]) -> Counter[int]:
    counts: Counter[int] = Counter()
    for index, text in enumerate(headings):
        title = bool(re.search("รายงาน|มาตรการ|แบบ|ผลการ|ประจำปี|OIT|ITA", text)) and len(text) < 400
        for match in _YEAR.finditer(to_arabic(clean(text))):
            if match["lead"] or match["era"]:
                weight = 3 if match["lead"] and "ประจำปี" in match["lead"] else 2
                weight += 1 if match["lead"] and "งบประมาณ" in match["lead"] else 0
                analysed = _ANALYSED.search(text[: match.start()][-120:]) or _SCORED.match(
                    text[match.end() :]
                )
                counts[int(match["year"])] += (
                    weight * (4 if title and index < 8 else 1) * (1 if not analysed else 0)
                )
    return counts


def read_round(subject: Subject, headings: Sequence[str]) -> None:
    """The reporting round, when a heading near the beginning names one."""
    for index, heading in enumerate(headings[:12]):
        match = _ROUND.search(to_arabic(clean(heading)))
        if match is None or len(heading) > 200:
            continue
        months = "12" if match["months"] in ("12", "สิบสอง") else "6"
        subject.round_name = f"รอบ {months} เดือน{match['which'] or ''}"
        for text in (heading, *headings[index + 1 : index + 3]):
            span = _SPAN.search(
                clean(text).split("เดือน", 1)[-1] if text is heading else clean(text).strip("() ")
            )
            if span and (period := _period(span["span"])):
                subject.round = period
                return
        return


def _period(text: str) -> Period | None:
    plain = re.sub(r"^(?:เดือน|ระหว่าง(?:เดือน)?|ตั้งแต่(?:เดือน)?)\s*", "", text.strip())
    try:
        period = parse_period(plain)
    except DateError:
        return None
    return period if period.start and period.end and period.start != period.end else None
