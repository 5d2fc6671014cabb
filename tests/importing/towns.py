"""Invented towns and what their officers would write: truth, and documents of many shapes that hold it.

Everything is drawn from a seed, so a town is the same on every machine. The shapes are those that officers use:
columns in any order and under many names, merged cells, headers repeated on each page, rows broken over pages,
checkboxes, hyperlinks, Thai and Arabic digits, dates as text and as Excel dates, several sheets.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from html import escape
from io import BytesIO
from typing import Any

import docx
import openpyxl
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from prongsai.load.frameworks import shipped
from prongsai.thai.dates import PartialDate, format_date
from prongsai.thai.digits import to_thai
from prongsai.thai.text import squash

_PLACES = (
    "สนธยา",
    "ธารทิพย์",
    "ไม้งาม",
    "ดอนขวัญ",
    "โนนรุ่ง",
    "ทุ่งตะวัน",
    "หนองแสง",
    "บางระฆัง",
    "เกาะลอย",
    "ห้วยน้ำใส",
    "ท่าศาลา",
    "คลองใหม่",
)
_KINDS = ("เทศบาลตำบล", "องค์การบริหารส่วนตำบล", "เทศบาลเมือง")
_AREAS = (
    ("หางดง", "เชียงใหม่"),
    ("สันกำแพง", "เชียงใหม่"),
    ("บางไทร", "พระนครศรีอยุธยา"),
    ("หาดใหญ่", "สงขลา"),
    ("ภูเขียว", "ชัยภูมิ"),
    ("ปากช่อง", "นครราชสีมา"),
)
_UNITS = (
    "สำนักปลัด", "กองคลัง", "กองช่าง", "กองการศึกษา", "กองสาธารณสุขและสิ่งแวดล้อม", "กองสวัสดิการสังคม", "นิติกร",
    "หน่วยตรวจสอบภายใน", "นักทรัพยากรบุคคล", "เจ้าพนักงานพัสดุ", "นักวิเคราะห์นโยบายและแผน", "เจ้าพนักงานประชาสัมพันธ์",
    "ผู้อำนวยการกองคลัง", "หัวหน้าสำนักปลัด", "นักวิชาการเงินและบัญชี", "เจ้าพนักงานธุรการ",
)  # fmt: skip
HEADERS = {
    "code": ("ข้อ", "ตัวชี้วัดที่", "รหัส", "ข้อ OIT", "OIT", "ตัวชี้วัดข้อที่"),
    "title": ("ข้อมูล", "รายการข้อมูล", "ประเด็น/ข้อมูล", "หัวข้อ", "ชื่อข้อมูล", "รายการ"),
    "elements": ("รายละเอียด/องค์ประกอบ", "องค์ประกอบด้านข้อมูล", "รายละเอียดข้อมูล", "องค์ประกอบของข้อมูล"),
    "place": ("ตำแหน่งข้อมูลบนเว็บไซต์", "ลิงก์", "URL", "ที่อยู่เว็บไซต์ (URL)", "Link ข้อมูล", "แหล่งข้อมูลบนเว็บไซต์"),
    "unit": ("ผู้รับผิดชอบ", "หน่วยงานที่รับผิดชอบ", "ส่วนงานที่รับผิดชอบ", "เจ้าของข้อมูล", "หน่วยงานผู้รับผิดชอบ"),
    "period": ("ระยะเวลา", "ระยะเวลาดำเนินการ", "กำหนดเวลา", "ห้วงเวลาดำเนินการ", "ระยะเวลาในการดำเนินการ"),
    "method": ("วิธีดำเนินการ", "ขั้นตอน/วิธีการ", "แนวทางการดำเนินการ"),
    "result": ("ผลดำเนินการ", "ผลการดำเนินงาน", "ความก้าวหน้าผลการดำเนินการ", "สรุปผลการดำเนินการ"),
    "status": ("สถานะ", "สถานะการดำเนินการ", "สถานะดำเนินการ"),
    "start": ("วันเริ่มต้น (ระยะเวลา)", "ระยะเวลาเริ่ม"),
    "end": ("วันสิ้นสุด (ระยะเวลา)", "ระยะเวลาสิ้นสุด"),
}
_STATUS = {
    "done": ("ดำเนินการแล้ว", "ดำเนินการแล้วเสร็จ", "แล้วเสร็จ"),
    "in_progress": ("อยู่ระหว่างดำเนินการ", "กำลังดำเนินการ"),
    "not_started": ("ยังไม่ได้ดำเนินการ", "ยังไม่ดำเนินการ"),
}
_DONE = ("เผยแพร่ข้อมูลบนเว็บไซต์เรียบร้อยแล้ว", "จัดทำและเผยแพร่แล้ว", "ปรับปรุงข้อมูลให้เป็นปัจจุบันแล้ว")
_DOING = ("อยู่ระหว่างรวบรวมข้อมูลจากส่วนงาน", "กำลังจัดทำร่างรายงานเสนอผู้บริหาร")


@dataclass(frozen=True)
class Truth:
    """What a row says: the facts that an import has to find."""

    code: str
    title: str
    units: tuple[str, ...]
    start: date
    end: date
    status: str
    urls: tuple[str, ...]


@dataclass
class Cell:
    """A cell as it is written. ``day``: it is an Excel date; ``url``: a hyperlink lies under its text."""

    text: str = ""
    url: str | None = None
    day: date | None = None
    boxes: tuple[tuple[str, bool], ...] = ()
    down: int = 1
    covered: bool = False


@dataclass
class Shape:
    """How a document is written."""

    columns: tuple[str, ...] = ("code", "title", "elements", "unit", "period", "place", "result")
    headers: int = 0
    code: str = "thai"
    digits: str = "thai"
    period: str = "short"
    status: str = "boxes"
    links: str = "text"
    repeat: int = 0
    broken: bool = False
    merged: bool = False
    sections: bool = False
    sheets: bool = False
    heading: int = 0


@dataclass
class Town:
    """A town and its items."""

    name: str
    kind: str
    district: str
    province: str
    year: int
    rows: list[Truth] = field(default_factory=list)
    host: str = ""


def town(seed: int, items: int = 43) -> Town:
    """An invented town with items of one of the packs that ship."""
    draw = random.Random(seed)
    framework = draw.choice(sorted(shipped().frameworks.values(), key=lambda one: one.framework))
    kind = draw.choice(_KINDS)
    district, province = draw.choice(_AREAS)
    made = Town(f"{kind}{draw.choice(_PLACES)}", kind, district, province, framework.fiscal_year)
    made.host = f"www.town{seed}.go.th"
    for item in framework.items[:items]:
        made.rows.append(_truth(draw, made, item.code, item.title))
    return made


def _truth(draw: random.Random, made: Town, code: str, title: str) -> Truth:
    year = made.year - 543
    start = (
        date(year - 1, draw.choice((10, 11, 12)), draw.randint(1, 28))
        if draw.random() < 0.5
        else date(year, draw.choice((1, 2, 3)), draw.randint(1, 28))
    )
    end = date(year, draw.choice((4, 5, 6, 9)), draw.randint(1, 30))
    units = tuple(draw.sample(_UNITS, draw.choice((1, 1, 1, 2, 3))))
    status = draw.choices(("done", "in_progress", "not_started"), (8, 2, 1))[0]
    count = draw.choice((1, 1, 2)) if status != "not_started" else 0
    urls = tuple(_url(draw, made.host) for _ in range(count))
    return Truth(code, title, units, start, end, status, tuple(dict.fromkeys(urls)))


def _url(draw: random.Random, host: str) -> str:
    number = draw.randint(10, 99_999)
    return draw.choice((
        f"https://{host}/datacenter/detail.php?news_id={number}", f"http://{host}/files/com_content/{number}.pdf",
        f"https://{host}/page/{number}", f"https://{host}/oit/2566/o{number}/", f"https://drive.google.com/file/d/1aB{number}xYz/view",
    ))  # fmt: skip


def grid(made: Town, shape: Shape, seed: int) -> tuple[list[str], list[list[Cell]]]:
    """Headers and rows in the shape."""
    draw = random.Random(seed * 7 + 1)
    headers = [HEADERS[name][shape.headers % len(HEADERS[name])] for name in _columns(shape)]
    rows = [[_cell(name, truth, shape, draw) for name in _columns(shape)] for truth in made.rows]
    if shape.merged:
        _merge(rows, _columns(shape).index("unit"), made)
    return headers, rows


def _columns(shape: Shape) -> list[str]:
    columns: list[str] = []
    for name in shape.columns:
        if name == "period" and shape.period == "days":
            columns += ["start", "end"]
        elif name == "result" and shape.status in ("column", "halves"):
            columns += ["status"] if shape.status == "column" else ["done", "doing"]
        else:
            columns.append(name)
    return columns


HEADERS |= {"done": ("ดำเนินการแล้ว",), "doing": ("อยู่ระหว่างดำเนินการ",)}


def _merge(rows: list[list[Cell]], column: int, made: Town) -> None:
    """One cell over all neighbouring rows that have the same units."""
    index = 0
    while index < len(rows):
        last = index
        while last + 1 < len(rows) and made.rows[last + 1].units == made.rows[index].units:
            last += 1
        rows[index][column].down = last - index + 1
        for covered in range(index + 1, last + 1):
            rows[covered][column].covered = True
        index = last + 1


def _cell(name: str, truth: Truth, shape: Shape, draw: random.Random) -> Cell:
    number = int(truth.code[1:])
    digits: Callable[[str], str] = to_thai if shape.digits == "thai" else str
    if name == "code":
        codes = {
            "thai": to_thai(f"0{number}"),
            "o": f"o{number}",
            "O": f"O{number:02d}",
            "O ": f"O {digits(str(number))}",
            "bare": str(number),
            "ข้อ": f"ข้อ {digits(f'0{number}')}",
        }
        return Cell(codes[shape.code])
    if name == "title":
        return Cell(truth.title)
    if name == "elements":
        return Cell("- แสดงข้อมูลตามที่กำหนด\n- เป็นข้อมูลของปีที่รับการประเมิน")
    if name == "unit":
        return Cell(
            draw.choice(("\n", ", ", " / ", "\n")).join(truth.units)
            if shape.headers % 2
            else "\n".join(truth.units)
        )
    if name == "method":
        return Cell(digits("1. รวบรวมข้อมูล\n2. เสนอผู้บริหาร\n3. เผยแพร่บนเว็บไซต์"))
    if name == "place":
        return _place(truth, shape, digits)
    if name in ("start", "end"):
        day = truth.start if name == "start" else truth.end
        return Cell(_day(day, shape), day=day)
    if name == "period":
        return Cell(
            digits(f"{_day(truth.start, shape)} {draw.choice(('-', '–', 'ถึง'))} {_day(truth.end, shape)}")
        )
    return _status(name, truth, shape, draw)


def _place(truth: Truth, shape: Shape, digits: Callable[[str], str]) -> Cell:
    if not truth.urls:
        return Cell("-")
    if shape.links == "hyper" and len(truth.urls) == 1:
        return Cell("เปิดดู", url=truth.urls[0])
    lines = (
        [f"{digits(str(number))}. {url}" for number, url in enumerate(truth.urls, 1)]
        if len(truth.urls) > 1
        else list(truth.urls)
    )
    way = [f"หน้าแรก > {truth.title[:20]}"] if shape.links == "way" else []
    return Cell("\n".join([*way, *lines]))


def _day(day: date, shape: Shape) -> str:
    part = PartialDate(day.year, day.month, day.day)
    if shape.period == "long":
        return format_date(part, style="long")
    if shape.period == "tight":
        return f"{day.day} {format_date(part, style='short').split()[1]}{(day.year + 543) % 100}"
    if shape.period == "slash":
        return f"{day.day}/{day.month}/{day.year + 543}"
    return format_date(part, style="short")


def _status(name: str, truth: Truth, shape: Shape, draw: random.Random) -> Cell:
    words = draw.choice(_STATUS[truth.status])
    said = (
        draw.choice(_DONE)
        if truth.status == "done"
        else draw.choice(_DOING)
        if truth.status == "in_progress"
        else ""
    )
    if name == "status":
        return Cell(words)
    if name in ("done", "doing"):
        mine = truth.status == ("done" if name == "done" else "in_progress")
        return Cell((said if shape.headers % 2 else "✓") if mine else "")
    if shape.status == "boxes":
        all_boxes = tuple(
            (text, status == truth.status)
            for status, text in (
                ("not_started", "ยังไม่ได้ดำเนินการ"),
                ("in_progress", "อยู่ระหว่างดำเนินการ"),
                ("done", "ดำเนินการแล้ว"),
            )
        )
        return Cell(f"- {said}" if said else "", boxes=all_boxes)
    return Cell(f"{words} {said}".strip() if truth.status != "done" else said)


def told(truth: Truth, shape: Shape) -> str | None:
    """The status that a row in this shape tells: two empty halves tell none."""
    return None if shape.status == "halves" and truth.status == "not_started" else truth.status


def facts(made: Town, shape: Shape) -> Iterator[tuple[str, str, str, int]]:
    """The facts that stand in a document: kind, code, what it says, fiscal year."""
    for row in made.rows:
        yield "code", row.code, row.code, made.year
        yield "title", row.code, squash(row.title), made.year
        yield from (("unit", row.code, squash(unit), made.year) for unit in row.units)
        yield "period", row.code, f"{row.start}..{row.end}", made.year
        yield "status", row.code, str(told(row, shape)), made.year
        yield from (("address", row.code, url, made.year) for url in row.urls)


def titles(made: Town, shape: Shape) -> list[str]:
    """The lines above the table."""
    year = to_thai(str(made.year)) if shape.digits == "thai" else str(made.year)
    area = f"อำเภอ{made.district} จังหวัด{made.province}"
    ways = (
        [f"แบบรายงานการเปิดเผยข้อมูลสาธารณะ (OIT) ประจำปีงบประมาณ พ.ศ. {year}", f"{made.name} {area}"],
        [f"รายงานผลการดำเนินการตามแบบ OIT ของ{made.name}", area, f"ปีงบประมาณ พ.ศ. {year}"],
        [f"{made.name} {area}", f"การเตรียมข้อมูลเพื่อรับการประเมิน ITA ปี {year}"],
    )
    return ways[shape.heading % len(ways)]


def sections(made: Town) -> dict[str, str]:
    """The sub-indicator above the first item of each, by code."""
    framework = next(one for one in shipped().frameworks.values() if one.fiscal_year == made.year)
    return {
        sub.items[0].code: f"ตัวชี้วัดย่อยที่ {sub.number} {sub.name}"
        for sub in framework.sub_indicators
        if sub.items
    }


def as_text(cell: Cell) -> str:
    """A cell in plain text."""
    boxes = [f"{'☑' if on else '☐'} {text}" for text, on in cell.boxes]
    text = cell.text if not cell.url else cell.url
    return "\n".join(part for part in (*boxes, text) if part)


def word(made: Town, shape: Shape, seed: int) -> bytes:
    """A Word document."""
    document = docx.Document()
    for line in titles(made, shape):
        document.add_paragraph(line)
    headers, rows = grid(made, shape, seed)
    above = sections(made) if shape.sections else {}
    size = shape.repeat or len(rows)
    for first in range(0, len(rows), size):
        part = rows[first : first + size]
        if above and made.rows[first].code in above:
            document.add_paragraph(above[made.rows[first].code])
        _word_table(document, headers, part, shape)
        if first + size < len(rows):
            document.add_page_break()
    data = BytesIO()
    document.save(data)
    return data.getvalue()


def _word_table(document: Any, headers: list[str], rows: list[list[Cell]], shape: Shape) -> None:
    two = shape.status == "halves"
    table = document.add_table(rows=2 if two else 1, cols=len(headers))
    for column, header in enumerate(headers):
        table.rows[-1].cells[column].text = header
        if two:
            table.rows[0].cells[column].text = header
    if two:
        at = headers.index("ดำเนินการแล้ว")
        for column in range(len(headers)):
            if column not in (at, at + 1):
                table.cell(1, column).text = ""
                table.cell(0, column).merge(table.cell(1, column))
        table.cell(0, at).text = table.cell(0, at + 1).text = ""
        table.cell(0, at).merge(table.cell(0, at + 1)).text = HEADERS["result"][shape.headers % 4]
    for index, row in enumerate(rows):
        halves = [row] if not (shape.broken and index % 5 == 2) else _halves(row)
        for half in halves:
            cells = table.add_row().cells
            for column, cell in enumerate(half):
                if not cell.covered:
                    _word_cell(cells[column], cell)
    start = 2 if two else 1
    for index, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell.down > 1 and not shape.broken:
                bottom = min(start + index + cell.down - 1, len(table.rows) - 1)
                table.cell(start + index, column).merge(table.cell(bottom, column))


def _halves(row: list[Cell]) -> list[list[Cell]]:
    """A row that a page broke: the second half has what was on further lines."""
    second = []
    for index, cell in enumerate(row):
        lines = cell.text.split("\n")
        if index > 1 and len(lines) > 1 and not cell.boxes:
            row[index] = Cell(lines[0])
            second.append(Cell("\n".join(lines[1:])))
        else:
            second.append(Cell())
    return [row, second]


def _word_cell(target: Any, cell: Cell) -> None:
    paragraph = target.paragraphs[0]
    for text, on in cell.boxes:
        paragraph._p.append(_checkbox(on))
        paragraph.add_run(f" {text}")
        paragraph = target.add_paragraph()
    if cell.url:
        paragraph._p.append(_hyperlink(paragraph, cell.text, cell.url))
        return
    for index, line in enumerate(cell.text.split("\n")):
        if index:
            paragraph = target.add_paragraph()
        paragraph.add_run(line)


def _checkbox(on: bool) -> Any:
    """A checkbox as Word's content control."""
    namespaces = f'{nsdecls("w")} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    sign = "☒" if on else "☐"
    return parse_xml(
        f'<w:sdt {namespaces}><w:sdtPr><w14:checkbox><w14:checked w14:val="{int(on)}"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent><w:r><w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def _hyperlink(paragraph: Any, text: str, url: str) -> Any:
    relation = paragraph.part.relate_to(
        url, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", is_external=True
    )
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    run = OxmlElement("w:r")
    shown = OxmlElement("w:t")
    shown.text = text
    run.append(shown)
    link.append(run)
    return link


def excel(made: Town, shape: Shape, seed: int) -> bytes:
    """A workbook: one sheet, or one for each indicator."""
    book = openpyxl.Workbook()
    headers, rows = grid(made, shape, seed)
    half = len(rows) // 2
    parts = [("ตัวชี้วัดที่ 9", rows[:half]), ("ตัวชี้วัดที่ 10", rows[half:])] if shape.sheets else [("OIT", rows)]
    book.remove(book.active)
    for name, part in parts:
        _sheet(book.create_sheet(name), made, headers, part, shape)
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def _sheet(sheet: Any, made: Town, headers: list[str], rows: list[list[Cell]], shape: Shape) -> None:
    for line in titles(made, shape):
        sheet.append([line])
        sheet.merge_cells(
            start_row=sheet.max_row, start_column=1, end_row=sheet.max_row, end_column=len(headers)
        )
    if shape.status == "halves":
        at = headers.index("ดำเนินการแล้ว")
        top = [
            header
            if index not in (at, at + 1)
            else HEADERS["result"][shape.headers % 4]
            if index == at
            else None
            for index, header in enumerate(headers)
        ]
        sheet.append(top)
        sheet.append([header if index in (at, at + 1) else None for index, header in enumerate(headers)])
        line = sheet.max_row
        sheet.merge_cells(start_row=line - 1, start_column=at + 1, end_row=line - 1, end_column=at + 2)
        for column in range(len(headers)):
            if column not in (at, at + 1):
                sheet.merge_cells(
                    start_row=line - 1, start_column=column + 1, end_row=line, end_column=column + 1
                )
    else:
        sheet.append(headers)
    for row in rows:
        sheet.append([cell.day if cell.day else as_text(cell) if not cell.url else cell.text for cell in row])
        line = sheet.max_row
        for column, cell in enumerate(row, 1):
            if cell.url:
                sheet.cell(line, column).hyperlink = cell.url
            if cell.day:
                sheet.cell(line, column).number_format = "d mmm yyyy"
    first = sheet.max_row - len(rows) + 1
    for index, row in enumerate(rows):
        for column, cell in enumerate(row, 1):
            if cell.down > 1:
                bottom = min(first + index + cell.down - 1, sheet.max_row)
                sheet.merge_cells(
                    start_row=first + index, start_column=column, end_row=bottom, end_column=column
                )


def delimited(made: Town, shape: Shape, seed: int, mark: str = ",") -> bytes:
    """CSV or TSV, with the titles in lines of their own."""
    import csv
    import io

    headers, rows = grid(made, shape, seed)
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=mark)
    for line in titles(made, shape):
        writer.writerow([line, *[""] * (len(headers) - 1)])
    writer.writerow(headers)
    writer.writerows([as_text(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def html(made: Town, shape: Shape, seed: int) -> bytes:
    """A page with one table."""
    headers, rows = grid(made, shape, seed)
    lines = [f"<h2>{escape(line)}</h2>" for line in titles(made, shape)]
    lines += ["<table>", "<tr>" + "".join(f"<th>{escape(header)}</th>" for header in headers) + "</tr>"]
    for row in rows:
        lines.append("<tr>" + "".join(_html_cell(cell) for cell in row if not cell.covered) + "</tr>")
    style = (
        "<style>td,th{border:1px solid;padding:2px;vertical-align:top}table{border-collapse:collapse}</style>"
    )
    return f"<!doctype html><html><head><meta charset=utf-8>{style}</head><body>{''.join(lines)}</table></body></html>".encode()


def _html_cell(cell: Cell) -> str:
    span = f' rowspan="{cell.down}"' if cell.down > 1 else ""
    if cell.url:
        return f'<td{span}><a href="{escape(cell.url)}">{escape(cell.text)}</a></td>'
    boxes = "".join(
        f'<input type="checkbox"{" checked" if on else ""}> {escape(text)}<br>' for text, on in cell.boxes
    )
    return f"<td{span}>{boxes}{escape(cell.text).replace(chr(10), '<br>')}</td>"


def pipes(made: Town, shape: Shape, seed: int) -> bytes:
    """Markdown: tables of pipes, one a page when headers are repeated."""
    headers, rows = grid(made, shape, seed)
    lines = [f"# {line}\n" for line in titles(made, shape)]
    size = shape.repeat or len(rows)
    for first in range(0, len(rows), size):
        lines += ["", f"| {' | '.join(headers)} |", "|" + " --- |" * len(headers)]
        for row in rows[first : first + size]:
            texts = [as_text(cell) if not cell.url else f"[{cell.text}]({cell.url})" for cell in row]
            lines.append(
                "| " + " | ".join(text.replace("|", "\\|").replace("\n", "<br>") for text in texts) + " |"
            )
    return "\n".join(lines).encode()


def scan(made: Town, shape: Shape, seed: int) -> bytes:
    """The text of a scan: tabs, spaces in words, HTML in cells, broken addresses."""
    draw = random.Random(seed + 3)
    headers, rows = grid(made, shape, seed)
    lines = [*titles(made, shape), ""]
    size = shape.repeat or 4
    for first in range(0, len(rows), size):
        lines += ["", "\t".join(headers)]
        for row in rows[first : first + size]:
            lines.append(
                "\t".join(_scanned(cell, name, draw) for cell, name in zip(row, _columns(shape), strict=True))
            )
    return "\n".join(lines).encode()


def _scanned(cell: Cell, name: str, draw: random.Random) -> str:
    checked = 'checked="" '
    boxes = " ".join(f'<input {checked if on else ""}type="checkbox"/> {text}' for text, on in cell.boxes)
    text = cell.url or cell.text
    if name == "elements":
        text = f'<ul style="list-style-type: none"> {text}'
    if name == "place" and draw.random() < 0.4:
        text = to_thai(text) if "drive" not in text else text
        text = text.replace("/files/", "/ files/")
    return f"{boxes} {text}".strip().replace("\n", " ")


Make = Callable[[Town, Shape, int], bytes]

SHAPES: tuple[tuple[str, Callable[[Town, Shape, int], bytes], Shape], ...] = (
    ("plain.docx", word, Shape()),
    ("boxes-merged.docx", word, Shape(columns=("code", "title", "unit", "place", "period", "result"), headers=1, code="O", digits="arabic", links="hyper", merged=True)),
    ("halves.docx", word, Shape(columns=("code", "title", "elements", "place", "unit", "period", "method", "result"), headers=1, status="halves", links="way", repeat=5)),
    ("broken.docx", word, Shape(columns=("title", "code", "result", "unit", "place", "period"), headers=2, code="o", digits="arabic", period="long", repeat=6, broken=True)),
    ("sections.docx", word, Shape(columns=("code", "title", "period", "unit", "place", "result"), headers=3, code="O ", period="tight", status="column", repeat=4, sections=True, heading=1)),
    ("dates.xlsx", excel, Shape(columns=("code", "title", "unit", "period", "place", "result"), headers=4, code="O", digits="arabic", period="days", status="column", links="hyper")),
    ("halves.xlsx", excel, Shape(columns=("code", "title", "unit", "place", "period", "result"), headers=2, digits="thai", status="halves", merged=True, heading=2)),
    ("sheets.xlsx", excel, Shape(columns=("title", "code", "period", "unit", "result", "place"), headers=0, code="o", digits="arabic", period="slash", status="prose", sheets=True, heading=1)),
    ("bare.xlsx", excel, Shape(columns=("code", "title", "place", "unit", "period", "result"), headers=0, code="bare", digits="arabic", period="long", status="column")),
    ("comma.csv", delimited, Shape(columns=("unit", "code", "title", "period", "result", "place"), headers=1, code="ข้อ", status="boxes", heading=1)),
    ("tabs.tsv", lambda made, shape, seed: delimited(made, shape, seed, "\t"), Shape(columns=("code", "title", "place", "result", "unit", "period"), headers=5, digits="arabic", code="o", status="column", period="tight")),
    ("page.html", html, Shape(columns=("code", "title", "elements", "unit", "period", "result", "place"), headers=3, links="hyper", merged=True, heading=2)),
    ("pipes.md", pipes, Shape(columns=("code", "title", "unit", "result", "period", "place"), headers=1, code="O", digits="arabic", links="hyper", status="prose", repeat=7)),
    ("scan.txt", scan, Shape(columns=("code", "title", "elements", "unit", "period", "place", "result"), headers=0)),
    ("scan-halves.txt", scan, Shape(columns=("code", "title", "place", "unit", "period", "method", "result"), headers=1, status="halves", heading=1)),
)  # fmt: skip
