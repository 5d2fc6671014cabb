"""Make the documents of the invented municipality (เทศบาลตำบลน้ำใส) from the texts in ``documents/``.

Only for whoever changes those texts: the documents are kept beside the sources, the site needs none of this.
The same texts give the same bytes. It needs more than Prongsai does::

    python -m pip install "fpdf2==2.8.9" "uharfbuzz==0.57.0" "fonttools==4.68.0" brotli \\
        "pythainlp==5.4.0" "pillow==13.0.0" "xlsxwriter==3.3.1" pyyaml
    python examples/namsai/make_documents.py            # all
    python examples/namsai/make_documents.py powers     # those whose name has "powers" in it

The letters are Sarabun (SIL Open Font License 1.1), from Prongsai's own theme; a PDF holds what it uses.
"""

import csv
import datetime
import sys
import tempfile
import warnings
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import xlsxwriter
import yaml
from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fpdf import FPDF
from fpdf.fonts import TTFFont as ShapedFont
from PIL import Image, ImageDraw
from pythainlp.tokenize import word_tokenize

HERE = Path(__file__).resolve().parent
FONTS = HERE.parents[1] / "theme" / "prongsai_theme" / "assets" / "prongsai" / "fonts"
AGENCY = "เทศบาลตำบลน้ำใส (หน่วยงานสมมุติ)"
FOOTER = "เอกสารของหน่วยงานสมมุติ ไม่มีเทศบาลนี้อยู่จริง"
MONTHS = (
    *("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน"),
    *("กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"),
)
BLUE, PALE, GREY = (20, 83, 116), (232, 242, 247), (95, 95, 95)
SARA_AM, MARKS = "\u0e33", "\u0e48\u0e49\u0e4a\u0e4b"
LINE, SIZE = 6.4, 11.5
Row = Sequence[str]


def thai_date(day: datetime.date) -> str:
    """A day as people write it: 3 ตุลาคม 2565."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year + 543}"


def thai_month(text: str) -> str:
    """``2022-10`` as ตุลาคม 2565; anything else as it is."""
    year, dash, month = text.partition("-")
    plain = dash and len(year) == 4 and year.isdigit() and len(month) == 2 and month.isdigit()
    return f"{MONTHS[int(month) - 1]} {int(year) + 543}" if plain else text


def shown(value: object) -> str:
    """A cell as people read it: 1480000 as 1,480,000, a month and a day in Thai."""
    text = "" if value is None else str(value)
    if text.lstrip("-").isdigit() and len(text) > 3:
        return f"{int(text):,}"
    if len(text) == 10 and text[4] == text[7] == "-":
        return thai_date(datetime.date.fromisoformat(text))
    return thai_month(text)


def is_number(text: str) -> bool:
    """Whether a cell is set to the right."""
    return bool(text) and text.replace(",", "").replace(".", "").replace("%", "").strip("- ").isdigit()


def rows_of(part: dict[str, Any], year: Path) -> tuple[list[str], list[list[str]]]:
    """The header and the rows of a table: written in the text, or picked from a table in ``data/``."""
    if "csv" not in part:
        return part["columns"], [[str(cell) for cell in row] for row in part["rows"]]
    with (year / part["csv"]).open(encoding="utf-8-sig", newline="") as file:
        records = [row for row in csv.DictReader(file) if row.items() >= part.get("where", {}).items()]
    columns = part.get("columns") or list(records[0])
    rows = [[record[column] for column in columns] for record in records]
    if part.get("total"):
        sums = [
            str(sum(int(row[i] or 0) for row in rows)) if name in part["total"] else ""
            for i, name in enumerate(columns)
        ]
        rows.append(["รวม", *sums[1:]])
    return columns, rows


def shape_thai(
    self: ShapedFont, text: str, *args: Any, shape: Any = ShapedFont.perform_harfbuzz_shaping
) -> tuple[list[SimpleNamespace], Any]:
    """Shape ``text`` so that what is copied out of the document is what stands in it.

    A letter answers for the marks over and under it, which readers of PDF would take for other lines; the
    letter am, drawn as a mark and a letter, is one character again.
    """
    infos, positions = shape(self, text, *args)
    glyphs = [SimpleNamespace(codepoint=info.codepoint, cluster=info.cluster) for info in infos]
    letter = 0
    for glyph, place in zip(glyphs, positions, strict=True):
        if place.x_advance:
            letter = glyph.cluster
            if text[letter] in MARKS:
                letter = text.index(SARA_AM, letter)
        glyph.cluster = letter
    return glyphs, positions


ShapedFont.perform_harfbuzz_shaping = shape_thai


@cache
def font_file() -> str:
    """Sarabun's Thai and Latin halves as one font file."""
    folder = Path(tempfile.mkdtemp())
    halves = []
    for script in ("thai", "latin"):
        half = TTFont(FONTS / f"sarabun-{script}-400.woff2", recalcTimestamp=False)
        half.flavor = None
        half.save(folder / f"{script}.ttf")
        halves.append(str(folder / f"{script}.ttf"))
    whole = Merger().merge(halves)
    for hints in {"cvt ", "fpgm", "prep", "gasp"} & set(whole.keys()):
        del whole[hints]
    for glyph in whole["glyf"].glyphs.values():
        glyph.removeHinting()
    whole.recalcTimestamp = False
    whole["head"].created = whole["head"].modified = 3_700_000_000
    whole.save(folder / "sarabun.ttf")
    return str(folder / "sarabun.ttf")


class Document(FPDF):
    """One A4 document with the town's heading and a footer that says it is invented."""

    def __init__(self, title: str, day: datetime.date) -> None:
        super().__init__()
        self.name = title
        self.set_title(title)
        self.set_author(AGENCY)
        self.set_lang("th-TH")
        self.set_producer("make_documents.py")
        self.set_creation_date(datetime.datetime(day.year, day.month, day.day, 9, tzinfo=datetime.UTC))
        self.add_font("sarabun", "", font_file())
        self.set_text_shaping(True, script="thai", language="tha")
        self.set_margins(20, 18, 20)
        self.set_auto_page_break(False)
        self.add_page()

    def header(self) -> None:
        self.set_xy(20, 12)
        self.write_line(AGENCY, size=9.5, color=BLUE, bold=True)
        self.set_draw_color(*BLUE)
        self.line(20, self.get_y() + 0.5, 190, self.get_y() + 0.5)
        self.set_y(self.get_y() + 5)

    def footer(self) -> None:
        self.set_xy(20, 284)
        self.write_line(f"{FOOTER} · หน้า {self.page_no()}", size=8.5, color=GREY)

    def room(self, height: float) -> None:
        """Begin a new page unless ``height`` is left on this one."""
        if self.get_y() + height > 278:
            self.add_page()

    def write_line(
        self,
        text: str,
        size: float = SIZE,
        bold: bool = False,
        color: tuple[int, int, int] = (0, 0, 0),
        width: float = 0,
        align: str = "L",
        height: float = LINE,
    ) -> None:
        """One line at the present place; bold is drawn with a thin outline, so that one font is enough."""
        self.set_font("sarabun", "", size)
        with self.local_context(
            text_mode="FILL_STROKE" if bold else "FILL",
            line_width=size / 90,
            draw_color=color,
            text_color=color,
        ):
            self.cell(width, height, text, align=align)
        self.set_y(self.get_y() + height)

    def wrapped(self, text: str, width: float, size: float = SIZE) -> list[str]:
        """``text`` in lines no wider than ``width``, broken between words only."""
        self.set_font("sarabun", "", size)
        lines, line = [], ""
        for word in word_tokenize(text, engine="newmm"):
            if line and self.get_string_width((line + word).rstrip()) > width - 2.2:
                lines.append(line.rstrip())
                line = word.lstrip()
            else:
                line += word
        return [*lines, line.rstrip()]

    def paragraph(self, text: str, indent: float = 0, mark: str = "", **kind: Any) -> None:
        """Text over as many lines as it takes, with ``mark`` before the first."""
        size = kind.get("size", SIZE)
        for number, line in enumerate(self.wrapped(text, 170 - indent, size)):
            self.room(LINE)
            self.set_x(20)
            if mark and not number:
                top = self.get_y()
                self.write_line(mark, width=indent, size=size)
                self.set_y(top)
            self.set_x(20 + indent)
            self.write_line(line, **kind)

    def grid(
        self, columns: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float] | None
    ) -> None:
        """A table whose header stands again on each page."""
        parts = widths or [1] * len(columns)
        sizes = [170 * part / sum(parts) for part in parts]
        self.row(columns, sizes, head=True)
        for cells in rows:
            if self.get_y() + self.row_height(cells, sizes) > 278:
                self.add_page()
                self.row(columns, sizes, head=True)
            self.row(cells, sizes, bold=cells[0] == "รวม")
        self.ln(3)

    def row_height(self, cells: Row, sizes: Sequence[float]) -> float:
        """The height of a row."""
        lines = [len(self.wrapped(shown(cell), size, 10)) for cell, size in zip(cells, sizes, strict=True)]
        return max(lines) * 5.4 + 1.6

    def row(
        self, cells: Sequence[str], sizes: Sequence[float], head: bool = False, bold: bool = False
    ) -> None:
        """One row of a table."""
        top, left, height = self.get_y(), 20.0, self.row_height(cells, sizes) + (1.2 if head else 0)
        self.set_draw_color(170, 190, 200)
        self.set_fill_color(*PALE)
        for cell, size in zip(cells, sizes, strict=True):
            self.rect(left, top, size, height, style="DF" if head else "D")
            text = cell if head else shown(cell)
            for number, line in enumerate(self.wrapped(text, size, 10)):
                self.set_xy(left, top + 0.8 + number * 5.4)
                align = "R" if is_number(text) and not head else "L"
                self.write_line(line, 10, head or bold, width=size, align=align, height=5.4)
            left += size
        self.set_xy(20, top + height)

    def records(self, columns: Row, rows: Sequence[Row], name: str) -> None:
        """Each row as a small table of its own; a row that is a statement alone, as text."""
        named, number = columns.index(name), 0
        for cells in rows:
            both = zip(columns, cells, strict=True)
            pairs = [(column, cell) for column, cell in both if cell and column != name]
            if len(pairs) < 2:
                self.paragraph(" ".join([*(shown(cell) for _, cell in pairs), cells[named]]))
                self.ln(4)
                continue
            number += 1
            self.room(80)
            self.paragraph(f"{number}. {cells[named]}", bold=True)
            for pair in pairs:
                self.row(pair, [55, 115])
            self.ln(5)

    def boxes(self, chart: dict[str, Any]) -> None:
        """An organisation chart: one above, then each line of units under it."""
        top = self.get_y()
        for line in chart["lines"]:
            width = min(80.0, 166 / len(line))
            left = 105 - width * len(line) / 2
            for number, name in enumerate(line):
                words = self.wrapped(name, width - 4, 10)
                self.set_fill_color(*PALE)
                self.set_draw_color(*BLUE)
                middle = left + width * (number + 0.5)
                if line is not chart["lines"][0]:
                    self.line(105, top - 8, 105, top - 4)
                    self.line(105, top - 4, middle, top - 4)
                    self.line(middle, top - 4, middle, top)
                self.rect(left + width * number + 1, top, width - 2, 17, style="DF")
                for row, word in enumerate(words):
                    self.set_xy(left + width * number + 1, top + 8.5 - len(words) * 2.7 + row * 5.4)
                    self.write_line(word, 10, width=width - 2, align="C", height=5.4)
            top += 25
        self.set_xy(20, top)

    def people(self, executives: Sequence[dict[str, str]]) -> None:
        """Each executive with the drawing that stands for a photograph, the office and its contact."""
        for person in executives:
            self.room(29)
            top = self.get_y()
            self.image(str(HERE / "content" / person["photo"]), 20, top, 19)
            lines = (
                person["name"],
                person["position"],
                f"โทรศัพท์ {person['phone']}",
                f"อีเมล {person['email']}",
            )
            for number, line in enumerate(lines):
                self.set_xy(44, top + number * 6)
                self.write_line(line, bold=not number)
            self.set_xy(20, top + 28.5)

    def sketch(self, places: dict[str, Any]) -> None:
        """A sketch map: roads, the canal and the places on it."""
        top = self.get_y()
        self.set_draw_color(150, 150, 150)
        self.rect(20, top, 170, 80)
        for kind, colour, width in (("roads", (205, 205, 205), 3.0), ("canals", (130, 185, 215), 4.5)):
            self.set_draw_color(*colour)
            self.set_line_width(width)
            for x1, y1, x2, y2, name in places[kind]:
                self.line(20 + x1, top + y1, 20 + x2, top + y2)
                self.set_xy(22 + x1, top + y1 + 2)
                self.write_line(name, 9, color=GREY)
        self.set_line_width(0.2)
        for x, y, name in places["points"]:
            self.set_fill_color(*BLUE)
            self.ellipse(19 + x, top + y - 1, 2.4, 2.4, style="F")
            self.set_xy(22 + x, top + y - 3)
            self.write_line(name, 10, bold=True)
        self.set_xy(20, top + 84)

    def signature(self, lines: Sequence[str]) -> None:
        """Who signed, to the right."""
        self.room(8 + LINE * (len(lines) + 1))
        self.ln(6)
        for line in ("(ลงนามแล้ว)", *lines):
            self.set_x(95)
            self.write_line(line, width=95, align="C")


def write_pdf(target: Path, text: dict[str, Any], year: Path, executives: Sequence[dict[str, str]]) -> None:
    """One PDF from its text."""
    pdf = Document(text["title"], text["date"])
    pdf.paragraph(text["title"], size=16, bold=True, height=8.5)
    pdf.paragraph(f"{text['unit']} · {thai_date(text['date'])}", size=10, color=GREY)
    pdf.ln(3)
    for part in text["parts"]:
        if heading := part.get("heading"):
            pdf.room(24)
            pdf.ln(1.5)
            pdf.paragraph(heading, size=13, bold=True, color=BLUE, height=7.5)
        if paragraph := part.get("text"):
            pdf.paragraph(paragraph)
            pdf.ln(1.5)
        for number, line in enumerate(part.get("steps", ()), 1):
            pdf.paragraph(line, indent=7, mark=f"{number}.")
        for line in part.get("list", ()):
            pdf.paragraph(line, indent=5, mark="•")
        if "records" in part:
            pdf.records(*rows_of(part, year), part["records"])
        elif "rows" in part or "csv" in part:
            pdf.ln(1)
            pdf.grid(*rows_of(part, year), part.get("widths"))
        if "lines" in part:
            pdf.boxes(part)
        if part.get("executives"):
            pdf.people(executives)
        if "points" in part:
            pdf.sketch(part)
        if "signed" in part:
            pdf.signature(part["signed"])
    pdf.output(str(target))


def write_xlsx(target: Path, text: dict[str, Any], year: Path) -> None:
    """One workbook from its text: a sheet for each part."""
    day = text["date"]
    with xlsxwriter.Workbook(str(target)) as book:
        created = datetime.datetime(day.year, day.month, day.day, 9)
        book.set_properties(
            {"title": text["title"], "author": AGENCY, "comments": FOOTER, "created": created}
        )
        head = book.add_format({"bold": True, "bg_color": "#E8F2F7", "border": 1, "text_wrap": True})
        title, number = (
            book.add_format({"bold": True, "font_size": 14}),
            book.add_format({"num_format": "#,##0"}),
        )
        for part in text["parts"]:
            columns, rows = rows_of(part, year)
            sheet = book.add_worksheet(part["heading"])
            sheet.write(0, 0, text["title"], title)
            sheet.write(1, 0, f"{AGENCY} {text['unit']} {thai_date(day)}")
            sheet.write_row(3, 0, columns, head)
            sheet.freeze_panes(4, 1)
            for index, row in enumerate(rows, 4):
                for column, cell in enumerate(row):
                    if cell.isdigit():
                        sheet.write_number(index, column, int(cell), number)
                    else:
                        sheet.write_string(index, column, thai_month(cell))
            sheet.set_column(0, len(columns) - 1, 22)


def draw_portrait(target: Path, shade: int) -> None:
    """A drawing of nobody in particular, in the place of a photograph."""
    image = Image.new("RGB", (220, 290), (232, 242, 247))
    draw = ImageDraw.Draw(image)
    draw.ellipse((20, 180, 200, 400), fill=(20 + shade * 14, 83 + shade * 6, 116))
    draw.ellipse((65, 55, 155, 165), fill=(214, 178 - shade * 4, 150 - shade * 5))
    draw.pieslice((60, 45, 160, 150), 180, 360, fill=(50 + shade * 6, 42, 40))
    image.quantize(16).save(target, optimize=True)


def main(wanted: str = "") -> None:
    """Make all documents whose name has ``wanted`` in it."""
    warnings.filterwarnings("ignore", category=UserWarning)
    agency = yaml.safe_load((HERE / "content" / "agency.yml").read_text("utf-8"))
    executives = agency["executives"]
    for shade, person in enumerate(executives):
        portrait = HERE / "content" / person["photo"]
        portrait.parent.mkdir(parents=True, exist_ok=True)
        draw_portrait(portrait, shade)
    for source in sorted((HERE / "documents").glob("*.yml")):
        year = HERE / "content" / source.stem
        (year / "files").mkdir(parents=True, exist_ok=True)
        for text in yaml.safe_load(source.read_text("utf-8")):
            target = year / "files" / text["file"]
            if wanted not in target.name:
                continue
            if target.suffix == ".xlsx":
                write_xlsx(target, text, year)
            else:
                write_pdf(target, text, year, executives)
            print(f"{target.relative_to(HERE)}  {target.stat().st_size:,}")


if __name__ == "__main__":
    main(*sys.argv[1:2])
