"""The pack itself: records and doubts, and the file that they become."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from prongsai.errors import ProngsaiError
from prongsai.importing import reasons
from prongsai.importing.catalogue import known_titles
from prongsai.importing.document import Document
from prongsai.importing.draft import Doubt, Leftover
from prongsai.importing.packs.elements import count_of, covers_of, elements_of, ids_for
from prongsai.importing.packs.reading import PackRow, Table, read_table
from prongsai.importing.packs.topics import SURE, Known, Sought, find_topics, nearest
from prongsai.importing.subject import year_in
from prongsai.importing.writing import MARK, Placed, Sheet, place_text, scalar
from prongsai.model.framework import Framework
from prongsai.thai.dates import PartialDate, format_date

_NO_HEADING: Final = "9.1"
"""Where items go whose table has no indicator above it."""

_TITLE: Final = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)"


class NoPack(ProngsaiError):
    """A document has no official table of items, or does not say of which year."""


@dataclass(frozen=True)
class Origin:
    """A document that a pack is made from, with the SHA-256 of its bytes."""

    name: str
    sha256: str


@dataclass
class Pack:
    """A pack as it is written, and what became of the rows."""

    name: str
    fiscal_year: int
    text: str
    items: int
    rows: int
    left: list[Leftover] = field(default_factory=list)
    doubts: list[Placed] = field(default_factory=list)
    matched: dict[str, str] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """Where it belongs, from the project's folder."""
        return f"content/frameworks/{self.name}.yml"


def draft_pack(
    documents: Sequence[Document],
    origins: Sequence[Origin],
    frameworks: Mapping[str, Framework],
    said: tuple[str | None, int | None],
    day: date,
) -> Pack:
    """A pack from the official table in ``documents``; ``said`` are scheme and year, as a person says them.

    Raises:
        NoPack: there is no table of items, or no year.
    """
    table = read_table(documents, known_titles(frameworks.values()))
    names = ", ".join(origin.name for origin in origins)
    if not table.items:
        raise NoPack(
            f"{names}: ไม่พบตารางที่มีช่องข้อ (o1, o2, …) กับช่องข้อมูล — ตรวจว่าเป็นตารางทางการของปีนั้น "
            "และมีหัวตาราง ข้อ, ข้อมูล, องค์ประกอบด้านข้อมูล",
            f"{names}: no table with columns of codes (o1, o2, …) and titles was found — make sure that it is"
            " the official one of that year, with the headers “ข้อ”, “ข้อมูล”, “องค์ประกอบด้านข้อมูล”",
        )
    year = said[1] or year_in(table.headings, table.texts, ())
    if year is None:
        raise NoPack(
            f"{names}: เอกสารไม่บอกว่าเป็นกรอบของปีใด — ระบุ --year เช่น --year 2568",
            f"{names}: the document does not say of which year it is — give --year, like --year 2568",
        )
    scheme = said[0] or "nacc"
    sought = [Sought(row.code, row.title, row.asked, table.names.get(row.number, "")) for row in table.items]
    known = find_topics(sought, (one for one in frameworks.values() if one.scheme == scheme), year)
    return _Drafter(table, origins, known, scheme, year, day, frameworks).pack()


class _Drafter:
    def __init__(
        self,
        table: Table,
        origins: Sequence[Origin],
        known: Mapping[str, Known | None],
        scheme: str,
        year: int,
        day: date,
        frameworks: Mapping[str, Framework],
    ) -> None:
        self._table, self._origins, self._known = table, origins, known
        self._scheme, self._year, self._day = scheme, year, day
        self._sheet = Sheet(f"content/frameworks/{scheme}-{year}.yml")
        self._topics: dict[str, str] = {}
        self._numbers = {row.code: row.number for row in table.items}
        earlier = [one for one in frameworks.values() if one.scheme == scheme and one.fiscal_year < year]
        self._before = max(earlier, key=lambda one: one.fiscal_year, default=None)

    def pack(self) -> Pack:
        self._head()
        self._sheet.lines.append("indicators:")
        for number, subs in self._grouped().items():
            self._record({"number": number, "name": self._name(number)}, 2)
            self._sheet.lines.append("    sub_indicators:")
            for sub, rows in subs.items():
                self._record({"number": sub, "name": self._name(sub)}, 6)
                self._sheet.lines.append("        items:")
                for row in rows:
                    self._item(row)
        if self._topics:
            self._sheet.mapping({"topics": {slug: {"th": title} for slug, title in self._topics.items()}}, [])
        for one in self._table.left:
            where = f"{one.spot.file} {place_text(one.spot, 'th')}"
            self._sheet.lines.append(
                f"# ไม่มีที่ลง ({_one_line(where)}): {_one_line(one.reason.th)} — {_one_line(one.text)}"
            )
        matched = {
            code: f"{one.framework.framework} {one.item.code} {one.match.confidence} {one.match.likeness:.2f}"
            for code, one in self._known.items()
            if one is not None
        }
        table = self._table
        return Pack(
            f"{self._scheme}-{self._year}",
            self._year,
            self._sheet.text(),
            len(table.items),
            table.rows,
            table.left,
            self._sheet.placed,
            matched,
        )

    def _head(self) -> None:
        day = format_date(PartialDate(self._day.year, self._day.month, self._day.day))
        names = ", ".join(origin.name for origin in self._origins)
        self._sheet.lines += [
            f"# กรอบปี {self._year} ร่างจาก {_one_line(names)} เมื่อ {day} ด้วย prongsai import --as framework",
            f"# เทียบกับเอกสารทางการ แก้บรรทัดที่มี “{MARK.strip('# :')}” แล้วใส่น้ำหนัก ระดับผล และกำหนดการถ้ารู้",
        ]
        note = "อ่านจากตารางด้วยโปรแกรม ยังไม่มีผู้ตรวจเทียบ"
        about = {
            "framework": f"{self._scheme}-{self._year}",
            "scheme": self._scheme,
            "fiscal_year": self._year,
            "title": {"th": f"{_TITLE} ปีงบประมาณ พ.ศ. {self._year}"},
            "sources": [
                {
                    "id": f"document-{place}",
                    "kind": "official",
                    "text": f"{origin.name} (SHA-256 {origin.sha256}) อ่านเมื่อ {day}",
                }
                for place, origin in enumerate(self._origins, 1)
            ],
            "basis": {
                part: {"source": "document-1", "certainty": "likely", "note": note}
                for part in ("items", "elements")
            },
        }
        self._sheet.mapping(about, [])

    def _grouped(self) -> dict[str, dict[str, list[PackRow]]]:
        """Items by indicator and sub-indicator, in the order of the table."""
        found: dict[str, dict[str, list[PackRow]]] = {}
        for row in self._table.items:
            sub = row.number or _NO_HEADING
            sub = sub if "." in sub else f"{sub}.1"
            found.setdefault(sub.partition(".")[0], {}).setdefault(sub, []).append(row)
        return found

    def _name(self, number: str) -> str:
        """An indicator's name in the document, else in the pack before, else its number alone."""
        if number in self._table.names:
            return self._table.names[number]
        if self._before is not None:
            named = {one.number: one.name for one in self._before.indicators}
            named |= {one.number: one.name for one in self._before.sub_indicators}
            if number in named:
                return named[number]
        return f"ตัวชี้วัดที่ {number}"

    def _record(self, record: Mapping[str, Any], indent: int, doubts: Sequence[Doubt] = ()) -> None:
        """An entry of a list, its dash before its first key."""
        start = len(self._sheet.lines)
        self._sheet.mapping(record, doubts, indent + 2)
        lines = self._sheet.lines
        first = next(at for at in range(start, len(lines)) if not lines[at].lstrip().startswith("#"))
        lines[first] = f"{' ' * indent}- {lines[first].lstrip()}"

    def _item(self, row: PackRow) -> None:
        doubts: list[Doubt] = []
        known = self._known.get(row.code)
        topic = self._topic(row, known, doubts)
        if row.guessed:
            doubts.append(Doubt("code", row.code, reasons.NO_CODE_ABOVE, row.spot))
        if not row.number:
            doubts.append(Doubt("code", "", reasons.NO_HEADING, row.spot))
        elements = self._elements(row, known, doubts)
        self._sheet.lines.append(
            f"{' ' * 10}# ที่มา: {_one_line(row.spot.file)} {place_text(row.spot, 'th')}".rstrip()
        )
        if known is not None:
            self._sheet.lines.append(f"{' ' * 10}# {_same_as(known)}")
        record: dict[str, Any] = {"code": row.code, "title": row.title, "topic": topic}
        if row.group:
            record["group"] = row.group
        self._record({**record, "elements": elements}, 10, doubts)

    def _topic(self, row: PackRow, known: Known | None, doubts: list[Doubt]) -> str:
        if known is None:
            slug = f"{self._scheme}-{self._year}-{row.code}"
            self._topics[slug] = row.title
            reason = reasons.new_topic(self._near(row.title))
            doubts.append(Doubt("topic", row.title, reason, row.spot))
            return slug
        if known.match.confidence not in SURE:
            reason = reasons.unsure_topic(known.framework.framework, known.item.code, known.item.title)
            doubts.append(Doubt("topic", row.title, reason, row.spot))
        return known.item.topic

    def _near(self, title: str) -> str:
        """The topics that may be meant, from the pack before."""
        found = nearest(title, [self._before] if self._before else [])
        return ", ".join(f"{item.topic} ({item.code} {item.title})" for _, _, item in found)

    def _elements(self, row: PackRow, known: Known | None, doubts: list[Doubt]) -> list[dict[str, Any]]:
        asked = elements_of(row.asked)
        if not asked:
            doubts.append(Doubt("elements", "", reasons.NO_ELEMENTS, row.spot))
        ids = ids_for(asked, known.item.elements if known else ())
        found = []
        for name, one in zip(ids, asked, strict=True):
            record: dict[str, Any] = {"id": name, "text": one.text[:4000]}
            covers, count = covers_of(one.text, self._year), count_of(one.text)
            record |= {"covers": covers} if covers else {}
            record |= {"required": False} if not one.required else {}
            record |= {"at_least": one.at_least} if one.at_least else {}
            record |= {"min_count": count} if count else {}
            record |= {"nil": one.nil} if one.nil else {}
            found.append(record)
        return found


def _same_as(known: Known) -> str:
    """Which earlier item it is, and how surely."""
    item, name = known.item, known.framework.framework
    exact = known.match.confidence == "exact"
    how = "ชื่อตรงกัน" if exact else f"ชื่อเหมือน {known.match.likeness:.0%}: {scalar(item.title)}"
    return f"เรื่องเดียวกับ {name} {item.code} ({how})"


def _one_line(text: str) -> str:
    """A text as a comment may have it."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
