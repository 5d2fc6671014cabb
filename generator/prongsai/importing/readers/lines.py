"""Plain text: what a scan gives (tabs, pipes, HTML in cells), Markdown, CSV and TSV."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from prongsai.importing.document import Cell, Document, Hyperlink, Paragraph, Row, Spot, Table
from prongsai.importing.readers.markup import fragment
from prongsai.importing.readers.refusal import Unreadable

MAX_ROWS = 100_000
MAX_COLUMNS = 200
_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
_RULE_BELOW = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
"""Below the first row one hyphen is enough; further down it is a cell with nothing in it."""
_AUTOLINK = re.compile(r"<(https?://[^<>\s]+)>")
_MD_LINK = re.compile(
    r"\[([^\[\]]{0,500})\]\(\s*<?(https?://[^\s<>()]+(?:\([^\s()]*\)[^\s<>()]*)*)>?[^()]*\)"
)
_MD_MARKS = re.compile(r"(?<![\w*])(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_HEADING = re.compile(r"#{1,6}\s+")
_UNCLOSED = re.compile(r"<(p|ul|ol|li|div)\b[^<>]*>(?!.*</\1>)", re.DOTALL)


def read_text(text: str, name: str) -> Document:
    """The text of a scan, or Markdown: runs of lines with tabs or pipes are tables."""
    return Document(name, tuple(_blocks(text.split("\n"), name)))


def read_delimited(text: str, name: str) -> Document:
    """CSV or TSV: one table; which mark parts its cells is found out."""
    sample = text[:20_000]
    counts = {mark: sum(mark in line for line in sample.splitlines()[:50]) for mark in ",;\t|"}
    delimiter = max(counts, key=lambda mark: (counts[mark], sample.count(mark)))
    rows = []
    limit = csv.field_size_limit(1_000_000)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        for number, fields in enumerate(reader, 1):
            if number > MAX_ROWS:
                raise Unreadable.too_large(name)
            rows.append(_row(fields, Spot(name, line=reader.line_num, table=1, row=number)))
    except csv.Error:
        raise Unreadable.broken(name) from None
    finally:
        csv.field_size_limit(limit)
    rows = [row for row in rows if row.filled()]
    return Document(name, (Table(tuple(rows), Spot(name, table=1)),) if rows else ())


def _blocks(lines: Sequence[str], name: str) -> Iterator[Paragraph | Table]:
    table: list[tuple[int, list[str]]] = []
    kind, tables, page = "", 0, 1
    for number, line in enumerate(lines, 1):
        page_of = page
        page += line.count("\f")
        line = line.replace("\f", " ").rstrip("\r")
        now = _kind(line)
        if table and now == "text" and line.strip() and _is_open(table[-1][1]):
            table[-1][1][-1] += f"\n{line}"
            continue
        if table and now != kind:
            tables += 1
            yield _table(table, name, tables, page_of)
            table = []
        if now == "text":
            if line.strip():
                text = _HEADING.sub("", line.strip(), count=1)
                yield Paragraph(_inline(text)[0], Spot(name, line=number))
        elif now != "blank" and not (_RULE if len(table) != 1 else _RULE_BELOW).fullmatch(line.strip()):
            table.append((number, _split(line, now)))
        kind = now
    if table:
        yield _table(table, name, tables + 1, page)


def _kind(line: str) -> str:
    text = line.strip()
    if text.startswith("|") and text.count("|") >= 2:
        return "pipes"
    if "\t" in line.strip(" \r\n") and text:
        return "tabs"
    if text.count(" | ") >= 2 or (_RULE.fullmatch(text) and "|" in text):
        return "pipes"
    return "text" if text else "blank"


def _split(line: str, kind: str) -> list[str]:
    if kind == "tabs":
        return line.strip(" \r\n").split("\t")
    text = line.strip()
    text = text[1:] if text.startswith("|") else text
    text = text[:-1] if text.endswith("|") and not text.endswith("\\|") else text
    return [part.replace("\\|", "|") for part in re.split(r"(?<!\\)\|", text)]


def _is_open(fields: Iterable[str]) -> bool:
    """Whether the last cell has a list or paragraph that is never closed: the next line may go on with it."""
    last = list(fields)[-1]
    return bool(_UNCLOSED.search(last)) and not last.rstrip().endswith(("</p>", "</li>"))


def _table(lines: list[tuple[int, list[str]]], name: str, number: int, page: int) -> Table:
    rows = tuple(
        _row(fields, Spot(name, line=line, table=number, row=index))
        for index, (line, fields) in enumerate(lines, 1)
    )
    return Table(rows, Spot(name, line=lines[0][0], table=number))


def _row(fields: Sequence[str], spot: Spot) -> Row:
    cells = []
    for column, text in enumerate(fields[:MAX_COLUMNS], 1):
        plain, links = _inline(text)
        at = Spot(spot.file, line=spot.line, table=spot.table, row=spot.row, column=column)
        cells.append(Cell(plain, links, at))
    return Row(tuple(cells), spot)


def _inline(text: str) -> tuple[str, tuple[Hyperlink, ...]]:
    """A cell's text without markup, and its links; Markdown's checkboxes too."""
    plain, links = fragment(_AUTOLINK.sub(r"\1", text))
    found = [Hyperlink(match[1].strip(), match[2]) for match in _MD_LINK.finditer(plain)]
    plain = _MD_LINK.sub(lambda match: match[1], plain)
    plain = re.sub(r"\[[xX✓/]\]", "☑", re.sub(r"\[\s\](?!\()", "☐", plain))
    plain = _MD_MARKS.sub(r"\2", plain)
    return "\n".join(line.strip() for line in plain.split("\n")).strip(), (*links, *found)
