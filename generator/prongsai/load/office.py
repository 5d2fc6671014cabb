"""The text of office documents. Macros and pictures are never looked at."""

import re
from collections.abc import Callable
from decimal import Decimal, DecimalException

from prongsai.load.limits import Refused
from prongsai.load.packed import Package, Sink, Target

MAX_COLUMNS = 200


def read_word(data: bytes, sink: Sink) -> None:
    """A DOCX: its text, then headers, footnotes and remarks; one page.

    Raises:
        Refused: it cannot be read.
    """
    package = Package(data, sink)
    text = _Paragraphs(sink)
    package.parse("word/document.xml", text)
    for name in package.names(r"word/(?:header|footer|footnotes|endnotes|comments)\d*\.xml"):
        package.parse(name, text)
    sink.page(text.taken())


def read_slides(data: bytes, sink: Sink) -> None:
    """A PPTX: a page for each slide, its notes included.

    Raises:
        Refused: it cannot be read.
    """
    package = Package(data, sink)
    slides = package.names(r"ppt/slides/slide\d+\.xml")
    if not slides:
        raise Refused("broken")
    for name in slides:
        text = _Paragraphs(sink)
        package.parse(name, text)
        links = _Notes()
        package.parse(name.replace("slides/", "slides/_rels/") + ".rels", links, optional=True)
        for notes in links.found:
            package.parse(f"ppt/notesSlides/{notes}", text, optional=True)
        sink.page(text.taken())


def read_sheets(data: bytes, sink: Sink) -> None:
    """An XLSX: a page for each sheet, hidden ones too, its cells parted by tabs.

    Raises:
        Refused: it cannot be read.
    """
    package = Package(data, sink)
    sheets = package.names(r"xl/worksheets/[^/]+\.xml")
    if not sheets:
        raise Refused("broken")
    strings = _SharedStrings()
    package.parse("xl/sharedStrings.xml", strings, optional=True)
    for name in sheets:
        cells = _Cells(strings.found, sink)
        package.parse(name, cells)
        sink.page(cells.taken())


def read_open_document(data: bytes, sink: Sink) -> None:
    """An ODT, one page, or an ODS, a page for each table.

    Raises:
        Refused: it cannot be read.
    """
    package = Package(data, sink)
    content = _OpenDocument(sink)
    package.parse("META-INF/manifest.xml", content.manifest, optional=True)
    if content.manifest.encrypted:
        raise Refused("encrypted")
    package.parse("content.xml", content)
    if rest := content.taken().strip():
        sink.page(rest)


class _Writer(Target):
    """Text as it is put together."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._text: list[str] = []
        self._length = 0

    def write(self, text: str) -> None:
        """Append ``text``."""
        self._text.append(text)
        self._length += len(text)
        if self._length > 100_000 and len(self._text) % 64 == 0:
            self._sink.check(self._length)

    def taken(self) -> str:
        """What was written; there is nothing afterwards."""
        text = "".join(self._text)
        self._text.clear()
        self._length = 0
        return text


class _Paragraphs(_Writer):
    """Text of DOCX and PPTX, which name their elements alike: t, p, tab, br, tc, tr."""

    def __init__(self, sink: Sink) -> None:
        super().__init__(sink)
        self._open = 0
        self._cells = 0
        self._skipped = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin text or a cell; a fallback says the same thing again."""
        name = _local(tag)
        self._skipped += name == "Fallback"
        self._open += name in ("t", "delText")
        self._cells += name == "tc"
        if name in ("tab", "br", "cr"):
            self.write("\t" if name == "tab" else "\n")

    def end(self, tag: str) -> None:
        """End text, a paragraph, a cell or a row."""
        name = _local(tag)
        self._skipped -= name == "Fallback"
        self._open -= name in ("t", "delText")
        self._cells -= name == "tc"
        if name in ("p", "tc", "tr"):
            self.write("\t" if name == "tc" else " " if name == "p" and self._cells else "\n")

    def data(self, text: str) -> None:
        """Keep what stands in text."""
        if self._open and not self._skipped:
            self.write(text)


class _Notes(Target):
    """The notes that a slide's relations name."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Keep the name of a part with notes."""
        match = re.fullmatch(r"\.\./notesSlides/(notesSlide\d+\.xml)", attributes.get("Target", ""))
        if match and len(self.found) < 10:
            self.found.append(match[1])


class _SharedStrings(Target):
    """The texts to which the cells of a workbook refer by number."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._parts: list[str] = []
        self._inside = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Enter an element; readings of Japanese characters (rPh) are no text."""
        name = _local(tag)
        self._inside = name if name in ("t", "rPh") and self._inside != "rPh" else self._inside

    def end(self, tag: str) -> None:
        """Leave it; an item ends a text."""
        name = _local(tag)
        if name == self._inside:
            self._inside = ""
        if name == "si":
            self.found.append("".join(self._parts))
            self._parts.clear()

    def data(self, text: str) -> None:
        """Keep what stands in text."""
        if self._inside == "t":
            self._parts.append(text)


class _Cells(_Writer):
    """A sheet's rows on lines of their own, each cell in its column."""

    def __init__(self, strings: list[str], sink: Sink) -> None:
        super().__init__(sink)
        self._strings = strings
        self._kind = ""
        self._column = 0
        self._value: list[str] = []
        self._open = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin a row, a cell or its value."""
        name = _local(tag)
        if name == "row":
            self._column = 0
        elif name == "c":
            self._kind = attributes.get("t", "n")
            column = _column(attributes.get("r", ""))
            missing = min(column, MAX_COLUMNS) - self._column if column else 0
            self.write("\t" * max(missing, 0))
            self._column = max(self._column, min(column, MAX_COLUMNS))
        self._open = name in ("v", "t")

    def end(self, tag: str) -> None:
        """End a cell or a row."""
        name = _local(tag)
        self._open = False
        if name == "c":
            self.write(self._cell("".join(self._value)))
            self._value.clear()
        elif name == "row":
            self.write("\n")

    def data(self, text: str) -> None:
        """Keep a cell's value."""
        if self._open:
            self._value.append(text)

    def _cell(self, value: str) -> str:
        if self._kind == "s":
            number = int(value) if value.isascii() and value.isdecimal() and len(value) < 9 else -1
            value = self._strings[number] if 0 <= number < len(self._strings) else ""
        elif self._kind == "n":
            return plain_number(value)
        return " ".join(value.split())


class _Manifest(Target):
    """Whether an open document says that it is encrypted."""

    encrypted = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Look for the data of an encryption."""
        self.encrypted = self.encrypted or _local(tag) == "encryption-data"


class _OpenDocument(_Writer):
    """Text of ODT and ODS."""

    def __init__(self, sink: Sink) -> None:
        super().__init__(sink)
        self.manifest = _Manifest()
        self._page: Callable[[str], None] = sink.page
        self._paragraphs = 0
        self._cells = 0
        self._tables = 0
        self._sheets = False
        self._number: str | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin a paragraph, a cell or a table."""
        name = _local(tag)
        self._sheets = self._sheets or name == "spreadsheet"
        self._paragraphs += name in ("p", "h")
        self._tables += name == "table"
        if name == "table-cell":
            self._cells += 1
            values = {_local(key): value for key, value in attributes.items()}
            number = plain_number(values.get("value", ""))
            self._number = number if re.fullmatch(r"\d{9,}", number) else None
        elif name == "s" or name == "tab" or name == "line-break":
            self.write({"s": " ", "tab": "\t"}.get(name, "\n"))

    def end(self, tag: str) -> None:
        """End it; a spreadsheet's table is a page."""
        name = _local(tag)
        self._paragraphs -= name in ("p", "h")
        if name in ("p", "h"):
            self.write(" " if self._cells else "\n")
        elif name == "table-cell":
            self._cells -= 1
            self.write(f"{self._number or ''}\t")
            self._number = None
        elif name == "table-row":
            self.write("\n")
        elif name == "table":
            self._tables -= 1
            if self._sheets and not self._tables:
                self._page(self.taken())

    def data(self, text: str) -> None:
        """Keep what stands in paragraphs; a long number is the cell's value, not as it is shown."""
        if self._paragraphs and self._number is None:
            self.write(text)


def plain_number(value: str) -> str:
    """A number as a spreadsheet stores it, without exponent where it is whole."""
    text = value.strip()
    if len(text) > 40 or not re.search(r"[eE.]", text):
        return text[:40]
    try:
        number = Decimal(text)
    except DecimalException:
        return text
    if not number.is_finite() or abs(number) >= 10**18 or number != number.to_integral_value():
        return text
    return format(number.to_integral_value(), "f")


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _column(reference: str) -> int:
    """The column, from 0, of a cell such as ``C5``."""
    column = 0
    for letter in re.match(r"[A-Z]{0,3}", reference)[0]:  # type: ignore[index]
        column = column * 26 + ord(letter) - 64
    return max(column - 1, 0)
