"""Every problem that can stop a source from being read, in one register.

A code is never given to another problem once it was released.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from prongsai.errors import Lang, Text
from prongsai.source.place import Place


@dataclass(frozen=True, slots=True)
class Kind:
    """One sort of problem: a code, a name for people who search for it, and what to say."""

    code: str
    name: str
    text: Text
    severity: str = "error"


_KINDS = (
    # files
    Kind("S101", "not-utf8", Text(
        "แฟ้มนี้ไม่ได้บันทึกแบบ UTF-8 (น่าจะเป็น {guess}) — เปิดด้วยโปรแกรมแก้ไขข้อความแล้วบันทึกใหม่โดยเลือก UTF-8",
        "this file is not UTF-8 (it looks like {guess}) — open it in a text editor and save it again as UTF-8")),
    Kind("S102", "file-too-large", Text(
        "แฟ้มใหญ่ {size} เกินกว่าที่รับได้ ({limit}) — แบ่งเนื้อหา หรือแนบเป็นเอกสารในโฟลเดอร์ files แทน",
        "the file has {size}, more than the {limit} allowed — split it, or attach it as a document in files/")),
    Kind("S103", "unreadable", Text(
        "เปิดแฟ้มไม่ได้ ({reason}) — ตรวจสิทธิ์การอ่านและชื่อแฟ้ม",
        "the file cannot be opened ({reason}) — check its permissions and its name")),
    Kind("S104", "control-character", Text(
        "มีอักขระควบคุม {value} ที่มองไม่เห็นปนอยู่ — ลบอักขระนั้นออกแล้วพิมพ์ใหม่",
        "there is an invisible control character {value} — delete it and type the text again")),
    Kind("S105", "no-agency", Text(
        "ไม่พบแฟ้ม agency.yml — สร้างแฟ้มนี้โดยมีอย่างน้อย name: ชื่อหน่วยงาน",
        "agency.yml is missing — create it with at least name: the agency's name")),
    Kind("S106", "no-years", Text(
        "ไม่มีโฟลเดอร์ปีงบประมาณ เช่น {value}/2567 — สร้างโฟลเดอร์ตามปี พ.ศ. แล้วใส่แฟ้มของแต่ละข้อ",
        "there is no fiscal-year folder such as {value}/2567 — make one and put the items' files into it")),
    Kind("S107", "unknown-file", Text(
        "ไม่รู้จักแฟ้ม {value} จึงไม่นำไปใช้ — แฟ้มของข้อใช้ชื่อเช่น o12.md, เอกสารแนบอยู่ใน files/",
        "the file {value} is not known and was not used — an item's file is named like o12.md, documents go into files/"),
        "warning"),
    Kind("S108", "year-folder", Text(
        "โฟลเดอร์ {value} ไม่ใช่ปี พ.ศ. — ใช้ปีงบประมาณแบบพุทธศักราช เช่น {hint}",
        "the folder {value} is not a Buddhist-era year — name it by the fiscal year, such as {hint}")),
    # YAML
    Kind("S111", "yaml-syntax", Text(
        "เขียน YAML ไม่ถูก: {reason} — ตรวจย่อหน้า เครื่องหมาย : และเครื่องหมายคำพูดของบรรทัดนี้",
        "this is not valid YAML: {reason} — check the indentation, the colon and the quotation marks of this line")),
    Kind("S112", "duplicate-key", Text(
        "คีย์ {value} ซ้ำกับบรรทัด {first} — เหลือไว้เพียงแห่งเดียว",
        "the key {value} stands already in line {first} — keep one of them")),
    Kind("S113", "yaml-alias", Text(
        "ใช้ {value} (anchor/alias) ไม่ได้ — ถ้าเป็นข้อความให้ใส่เครื่องหมายคำพูดครอบ ถ้าตั้งใจอ้างซ้ำให้พิมพ์เต็ม",
        "{value} (an anchor or alias) is not allowed — quote it if it is text, else write the value out")),
    Kind("S114", "yaml-tag", Text(
        "ใช้แท็ก {value} ไม่ได้ — ลบออก ถ้าเป็นข้อความให้ใส่เครื่องหมายคำพูดครอบ",
        "the tag {value} is not allowed — delete it, or quote it if it is text")),
    Kind("S115", "yaml-too-complex", Text(
        "โครงสร้าง YAML ซ้อนลึกหรือมีรายการมากเกินไป (จำกัด {limit}) — จัดให้เรียบง่ายลง",
        "the YAML is nested too deeply or has too many values (limit {limit}) — make it simpler")),
    Kind("S116", "not-a-mapping", Text(
        "แฟ้มนี้ต้องเป็นรายการแบบ คีย์: ค่า แต่พบ {found} — ดูตัวอย่างในคู่มือ",
        "this file must hold key: value lines but has {found} — see the example in the guide")),
    Kind("S121", "no-front-matter", Text(
        "แฟ้มของข้อต้องขึ้นต้นด้วยบรรทัด --- แล้วตามด้วยข้อมูล และปิดด้วย --- อีกบรรทัด",
        "an item's file begins with a line --- , then its data, then another line ---")),
    # keys and values
    Kind("S201", "unknown-key", Text(
        "ไม่รู้จักคีย์ {value}{hint} — แก้ชื่อคีย์หรือลบบรรทัดนี้",
        "the key {value} is not known{hint} — correct it or delete the line")),
    Kind("S202", "missing-key", Text(
        "ขาดคีย์ {value} — เพิ่มบรรทัด {value}: พร้อมค่าของมัน",
        "the key {value} is missing — add a line {value}: with its value")),
    Kind("S203", "wrong-type", Text(
        "{key} ต้องเป็น{expected} แต่พบ {value} — แก้ค่าให้ถูกชนิด",
        "{key} must be {expected} but is {value} — correct the value")),
    Kind("S204", "bad-value", Text(
        "{key} เป็น {value} ไม่ได้ — เลือกหนึ่งใน: {expected}",
        "{key} cannot be {value} — choose one of: {expected}")),
    Kind("S205", "bad-date", Text(
        "อ่านวันที่ {value} ไม่ได้{reason} — เขียนเช่น 25 ม.ค. 2565 หรือ 2022-01-25",
        "the date {value} cannot be read{reason} — write it like 25 ม.ค. 2565 or 2022-01-25")),
    Kind("S206", "bad-code", Text(
        "อ่านรหัส {value} ไม่ได้ — เขียนเช่น o12, i3 หรือ e9",
        "the code {value} cannot be read — write it like o12, i3 or e9")),
    Kind("S207", "bad-address", Text(
        "ใช้ที่อยู่ {value} ไม่ได้ ({reason}) — ที่อยู่เว็บต้องขึ้นต้นด้วย http:// หรือ https://",
        "the address {value} cannot be used ({reason}) — a web address begins with http:// or https://")),
    Kind("S208", "bad-year", Text(
        "ปี {value} ไม่ใช่ปีงบประมาณ พ.ศ. — เขียนเช่น 2566 หรือ 66",
        "{value} is not a Buddhist-era fiscal year — write it like 2566 or 66")),
    Kind("S209", "wrong-year", Text(
        "แฟ้มนี้อยู่ในโฟลเดอร์ปี {folder} แต่เขียน fiscal_year: {value} — แก้ให้ตรงกัน",
        "this file lies in the folder of {folder} but says fiscal_year: {value} — make them agree")),
    Kind("S210", "text-too-long", Text(
        "{key} ยาว {value} อักษร เกินกว่าที่รับได้ ({limit}) — ย่อข้อความ",
        "{key} has {value} characters, more than the {limit} allowed — shorten it")),
    # what belongs together
    Kind("S301", "unknown-item", Text(
        "กรอบ {framework} ไม่มีข้อ {value} — ตรวจรหัสข้อของปีนี้ (มี {first} ถึง {last})",
        "the framework {framework} has no item {value} — check this year's codes ({first} to {last})")),
    Kind("S302", "duplicate-item", Text(
        "ข้อ {value} มีอยู่แล้วในแฟ้ม {first} — รวมให้เหลือแฟ้มเดียว",
        "the item {value} stands already in {first} — merge the two into one file")),
    Kind("S303", "code-mismatch", Text(
        "ชื่อแฟ้มบอกว่าเป็นข้อ {name} แต่ code บอกว่า {value} — แก้ให้ตรงกัน",
        "the file name says item {name} but its code says {value} — make them agree")),
    Kind("S304", "item-without-framework", Text(
        "ปี {year} ไม่มีกรอบการประเมินที่รู้จัก จึงจัดข้อ {value} ไม่ได้ — "
        "ระบุ framework ใน year.yml หรือเพิ่มกรอบใน content/frameworks/",
        "the year {year} has no known framework, so the item {value} has no place — "
        "name a framework in year.yml or add one in content/frameworks/")),
    Kind("S305", "unknown-framework", Text(
        "ไม่รู้จักกรอบ {value} — ที่มีคือ {known} หรือเพิ่มกรอบเองใน content/frameworks/",
        "the framework {value} is not known — there are {known}; add one of your own in content/frameworks/")),
    Kind("S306", "unknown-element", Text(
        "ข้อ {item} ไม่มีองค์ประกอบ {value} — ที่มีคือ {known}",
        "the item {item} has no element {value} — it has {known}")),
    Kind("S307", "no-such-evidence", Text(
        "องค์ประกอบ {key} อ้างหลักฐานที่ {value} แต่ข้อนี้มีหลักฐาน {count} รายการ — นับจาก 1 ตามลำดับใน evidence",
        "the element {key} names evidence {value} but the item has {count} — count from 1 in the order of evidence")),
    Kind("S308", "file-missing", Text(
        "ไม่พบแฟ้ม {value} — วางแฟ้มไว้ในโฟลเดอร์นั้น หรือแก้ชื่อให้ตรง (ตัวพิมพ์ใหญ่เล็กต้องตรงด้วย)",
        "the file {value} is not there — put it there or correct its name (capitals matter)")),
    Kind("S309", "path-outside", Text(
        "{value} ชี้ออกนอกโฟลเดอร์ของปีนี้ — คัดลอกแฟ้มเข้ามาใน files/ แล้วอ้าง files/ชื่อแฟ้ม",
        "{value} leads out of this year's folder — copy the file into files/ and name it files/NAME")),
    Kind("S310", "duplicate-id", Text(
        "รหัส {value} ซ้ำกับบรรทัด {first} — ตั้งรหัสใหม่ให้ไม่ซ้ำ",
        "the id {value} stands already in line {first} — give it another one")),
    Kind("S311", "file-kind", Text(
        "แฟ้มชนิด {value} นำขึ้นเว็บไม่ได้ — ใช้ PDF, Word, Excel, CSV, รูปภาพ หรือ ZIP",
        "a file of the kind {value} cannot be published — use PDF, Word, Excel, CSV, an image or ZIP")),
    Kind("S312", "evidence-target", Text(
        "หลักฐานแต่ละรายการต้องมี url หรือ file อย่างใดอย่างหนึ่ง — {reason}",
        "each evidence has either url or file — {reason}")),
    Kind("S313", "framework-name", Text(
        "กรอบในแฟ้มนี้ชื่อ {value} แต่ scheme และ fiscal_year บอกว่า {expected} — แก้ให้ตรงกัน",
        "the pack calls itself {value} but its scheme and fiscal_year say {expected} — make them agree")),
    Kind("S314", "unknown-topic", Text(
        "ไม่รู้จักหัวข้อ {value}{hint} — ใช้หัวข้อที่มี หรือประกาศใน topics: ของแฟ้มนี้",
        "the topic {value} is not known{hint} — use a known one or declare it under topics: in this file")),
    Kind("S315", "no-such-way", Text(
        "way: {value} ไม่มีใน breadcrumbs ซึ่งมี {count} รายการ — นับจาก 1",
        "way: {value} is not among the {count} breadcrumbs — count from 1")),
    # Markdown
    Kind("S401", "unsafe-markdown", Text(
        "เนื้อหามี {value} ซึ่งเผยแพร่ไม่ได้ ({reason}) — ลบออก แล้วเขียนเป็นข้อความหรือ Markdown ธรรมดา",
        "the text has {value}, which cannot be published ({reason}) — delete it and write plain text or Markdown")),
    Kind("S402", "markdown-too-complex", Text(
        "เนื้อหามีเครื่องหมาย {value} มากเกินไป (จำกัด {limit}) — ลดลงหรือย้ายไปเป็นเอกสารแนบ",
        "the text has too many {value} (limit {limit}) — use fewer or attach a document")),
)

KINDS = {kind.code: kind for kind in _KINDS}


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem at one place."""

    kind: Kind
    place: Place
    values: dict[str, str]

    def message(self, lang: Lang) -> str:
        """What is wrong and how to put it right, with the value at fault."""
        return self.kind.text.in_(lang).format_map(
            {key: _in_language(value, lang) for key, value in self.values.items()})


def _in_language(value: object, lang: Lang) -> str:
    return value.in_(lang) if isinstance(value, Text) else str(value)


@dataclass(slots=True)
class Problems:
    """Collects problems in the order in which they were met."""

    found: list[Problem] = field(default_factory=list)

    def add(self, code: str, place: Place, **values: object) -> None:
        """Note a problem of the kind ``code`` at ``place``; ``values`` fill its text."""
        self.found.append(Problem(KINDS[code], place, dict(values)))  # type: ignore[arg-type]

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)


def quoted(value: object, limit: int = 80) -> str:
    """A value as a message shows it: on one line, in quotation marks, cut when it is long."""
    text = " ".join(str(value).split())
    return f"“{text[:limit]}…”" if len(text) > limit else f"“{text}”"
