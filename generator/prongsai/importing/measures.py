"""Rows of measures and of guidance by indicator."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from prongsai.importing import links as linked
from prongsai.importing import reasons
from prongsai.importing.accounts import account
from prongsai.importing.cells import NOTHING, steps
from prongsai.importing.context import Context
from prongsai.importing.document import Cell, Row
from prongsai.importing.draft import Draft, Leftover
from prongsai.importing.frame import (
    FROM_RESULTS,
    ISSUE,
    asked_title,
    frame_of,
    heads_of,
    period_of,
)
from prongsai.importing.grids import Grid, Line
from prongsai.importing.links import Linked
from prongsai.importing.periods import due_in
from prongsai.importing.results import results_of
from prongsai.importing.units import is_units, read_units
from prongsai.model.framework import Framework
from prongsai.thai.digits import to_arabic
from prongsai.thai.text import squash

_NUMBER: Final = re.compile(r"^\s*\(?(?P<number>[0-9๐-๙]{1,3})\s?[.)]?\s*(?=[^\s0-9๐-๙.]|$)")
_NUMBERED_TITLE: Final = re.compile(r"^\s*\(?(?P<number>[0-9๐-๙]{1,2})[.)]\s*(?=\S)")
_COLUMN: Final = re.compile(
    r"(?:หน่วยงาน|ส่วนราชการ|ผู้)(?:ที่)?รับผิดชอบ|ระยะเวลา(?:การ)?(?:ดำเนินการ|ดำเนินงาน)?|ผล(?:การ)?(?:ดำเนินการ|ดำเนินงาน|ปฏิบัติงาน)"
    r"|สถานะ(?:การดำเนินการ)?|(?:ขั้นตอน)?(?:วิธีการ?)?(?:ดำเนินการ|ปฏิบัติ)?|ข้อ(?:oit)?ที่เกี่ยวข้อง"
)
_TWICE: Final = re.compile(r"(?P<part>\S.{17,200}?)\s*(?P=part)")
_EVERY: Final = (
    ("six_months", re.compile(r"ทุก\s*(?:6|หก)\s*เดือน|ราย\s*6\s*เดือน|^(?:รายงาน.*)?รอบ\s*6\s*เดือน$")),
    ("year", re.compile(r"ทุกปี|ปีละ|รายปี|^(?:รายงาน.*)?รอบ\s*12\s*เดือน$")),
    ("quarter", re.compile(r"ทุกไตรมาส|ไตรมาสละ|รายไตรมาส|ทุก\s*3\s*เดือน")),
    ("month", re.compile(r"ทุกเดือน|เดือนละ|ประจำเดือน|รายเดือน")),
)


def all_links(grids: Sequence[Grid]) -> list[Linked]:
    """Every link of some tables of measures: by them the framework is found that they speak of."""
    return [
        link for grid in grids for line in grid.lines for cell in line.row.cells for link in _links_in(cell)
    ]


def _links_in(cell: Cell) -> list[Linked]:
    return linked.scored_links(cell.text) or [
        link for link in linked.lettered_links(cell.text) if len(link.title) > 12
    ]


def read_measures(grids: Sequence[Grid], context: Context) -> tuple[list[Draft], list[Leftover]]:
    """A draft for each measure; rows without a title are left over."""
    drafts: list[Draft] = []
    left: list[Leftover] = []
    has_results = [bool({"result", "done", "outcome"} & set(grid.labels)) for grid in grids]
    for grid in grids:
        stage = _stage(grid, has_results)
        inside: list[str] = []
        above: tuple[str, ...] = ()
        for line in grid.lines:
            if line.headings != above:
                inside, above = [], line.headings
            draft = _measure(line, grid, context, stage, inside)
            if draft is None:
                left += [Leftover.of(row, reasons.NO_MEASURE) for row in line.rows]
            else:
                drafts.append(draft)
    for number, draft in enumerate(drafts, 1):
        draft.record["id"] = f"m{number}"
    return drafts, left


def _stage(grid: Grid, has_results: Sequence[bool]) -> str:
    own = bool({"result", "done", "outcome"} & set(grid.labels))
    heading = " ".join(grid.lines[0].headings) if grid.lines else ""
    if not own and ("ข้อเสนอแนะ" in heading or any(has_results)):
        return "recommended"
    return "implemented" if own and not all(has_results) else "reported"


def _measure(line: Line, grid: Grid, context: Context, stage: str, inside: list[str]) -> Draft | None:
    draft = Draft({}, spot=line.spot)
    cells = _set_right(line.row, grid, draft, context)
    title_column = grid.column("measure", "subject", "title")
    title_text = cells.at(title_column).text
    number = _number(cells, grid)
    title_text, heads = heads_of(title_text)
    if heads:
        inside[:] = heads
    if match := _NUMBERED_TITLE.match(title_text):
        number, title_text = number or to_arabic(match["number"]), title_text[match.end() :]
    headings = (*line.headings, *inside)
    found = _found_links(cells, grid, context)
    asked = linked.lettered_links(title_text) if title_column is not None else []
    frame = frame_of(headings, cells, grid, context)
    title_text, related = linked.cut_codes(title_text)
    related += _related(cells, grid, draft)
    title = _mended_title(context.line(" ".join(steps(title_text)) or title_text), cells, draft, context)
    if asked and all(link.title for link in asked):
        title = asked_title(headings, asked, context)
        found = asked
    if not title or NOTHING.match(title) or is_name_of_column(title):
        return None
    if found is not asked:
        linked.settle(found, context.linked)
    results, outcomes, advice, said = _outcome(cells, grid, draft, context, found)
    method = _method(cells, grid, context, frame)
    draft.record = {
        "id": "",
        "number": number,
        "title": title,
        **{key: frame[key] for key in ("group",)},
        "stage": stage,
        **{key: frame[key] for key in ("instrument", "indicator", "issue")},
        "approach": [
            text for column in grid.columns("approach") for text in context.lines(cells.at(column).text)
        ]
        if "method" in grid.labels
        else [],
        "steps": method,
        "reporting": _reporting(cells, grid, context),
        "period": None,
        "responsible": [],
        "results": results,
        "outcomes": outcomes,
        "recommendations": advice,
        "links": [],
    }
    responsible = [
        unit for column in grid.columns("unit") for unit in context.responsible(draft, cells.at(column))
    ]
    draft.record["responsible"] = list(dict.fromkeys(responsible))
    draft.record["period"] = period_of(draft, context, cells, grid)
    draft.record["links"] = [
        *_written_links(found, draft, context, said),
        *_bare_links(related, found, draft, context),
    ]
    _others(cells, grid, draft, context)
    account(cells, grid, draft)
    return draft


def is_name_of_column(title: str) -> bool:
    """Whether a title is what columns are called: a row that lies on its side, no measure."""
    return bool(_COLUMN.fullmatch(squash(title)))


def _mended_title(title: str, cells: Row, draft: Draft, context: Context) -> str:
    """A title with a phrase twice, or words of a known heading misread, mended by the rest of its row."""
    rest = squash(" ".join(cell.text for cell in cells.cells))
    twice = _TWICE.search(title)
    if twice and _stands_once(title, twice, rest):
        once = title[: twice.start()] + twice["part"] + title[twice.end() :]
        draft.note("title", title, once, "มีวลีพิมพ์ซ้ำสองครั้ง ช่องอื่นในแถวเดียวกันพิมพ์ครั้งเดียว")
        return once
    plain = squash(title)
    for framework in context.frameworks.values():
        for sub in framework.sub_indicators:
            known = squash(sub.name)
            ends = plain[:12] == known[:12] and plain[-4:] == known[-4:]
            if plain != known and len(known) > 16 and ends and known in rest:
                draft.note("title", title, sub.name, "ข้อความจากภาพสแกนเพี้ยน ช่องอื่นในแถวเดียวกันเขียนชื่อนี้")
                return sub.name
    return title


def _stands_once(title: str, twice: re.Match[str], rest: str) -> bool:
    """Whether the rest of a row has the phrase once where the title has it twice."""
    before, after = squash(title[: twice.start()])[-12:], squash(title[twice.end() :])[:8]
    return bool(before) and f"{before}{squash(twice['part'])}{after}" in rest


def _number(cells: Row, grid: Grid) -> str | None:
    for column in (*grid.columns("number"), *grid.columns("code")):
        if match := _NUMBER.match(cells.at(column).text):
            return to_arabic(match["number"])
    return None


def _set_right(row: Row, grid: Grid, draft: Draft, context: Context) -> Row:
    """A row whose cells stand in each other's columns, put right where only one reading is possible."""
    unit, result = grid.column("unit"), grid.column("result", "done")
    cells = list(row.cells)
    if unit is None or is_units(row.at(unit).text) or not row.at(unit).text.strip():
        return row
    method, reporting = grid.column("method"), grid.column("reporting")
    title = squash(row.at(grid.column("measure", "subject", "title")).text)
    if (
        method is not None
        and reporting is not None
        and title
        and squash(row.at(reporting).text).startswith(title)
    ):
        text = row.at(unit).text
        start = re.search(r"(?:^|\s)[1๑]\s?[.)]\s*\S", text)
        if start and is_units(text[: start.start()]):
            cells[unit] = replace(cells[unit], text=text[: start.start()].strip())
            cells[reporting] = replace(cells[method], text=cells[method].text)
            cells[method] = replace(row.at(unit), text=text[start.start() :].strip())
            draft.note(
                "columns",
                context.line(text)[:120],
                None,
                "แถวนี้เลื่อนไปหนึ่งช่อง จึงจัดผู้รับผิดชอบ ขั้นตอน และการรายงานผลตามความหมาย",
            )
            return replace(row, cells=tuple(cells))
    if result is not None and is_units(row.at(result).text) and len(read_units(row.at(unit).text).units) < 9:
        cells[unit], cells[result] = row.at(result), row.at(unit)
        draft.note(
            "responsible",
            context.line(row.at(result).text)[:200],
            None,
            "ผู้รับผิดชอบพิมพ์สลับช่องกับผลการดำเนินการ จึงจัดตามความหมาย",
        )
        return replace(row, cells=tuple(cells))
    return row


def _found_links(cells: Row, grid: Grid, context: Context) -> list[Linked]:
    columns = [
        column
        for name in ("outcome", "score", "result", "code", "question", "indicator", "remark")
        for column in grid.columns(name)
    ]
    unlabelled = [column for column, name in enumerate(grid.labels) if name is None]
    return [link for column in (*columns, *unlabelled) for link in linked.scored_links(cells.at(column).text)]


def _method(cells: Row, grid: Grid, context: Context, frame: dict[str, Any]) -> list[str]:
    found = []
    names = ("method",) if "method" in grid.labels else ("approach", "guidance", "elements")
    for name in names:
        for column in grid.columns(name):
            text = cells.at(column).text
            if frame["issue"] and FROM_RESULTS.search(text):
                text = FROM_RESULTS.sub(" ", text)
                text = ISSUE.sub("\n", text, count=1)
            found += context.lines(text)
    return found


def _outcome(
    cells: Row, grid: Grid, draft: Draft, context: Context, found: Sequence[Linked]
) -> tuple[list[dict[str, Any]], list[str], list[str], bool]:
    """Results, outcomes and recommendations. A cell that holds links and nothing else gives no text."""
    results: list[dict[str, Any]] = []
    for name, state in (
        ("result", None),
        ("done", "done"),
        ("doing", "in_progress"),
        ("not_yet", "planned"),
        ("status", None),
    ):
        for column in grid.columns(name):
            if not linked.scored_links(cells.at(column).text):
                results += results_of(cells.at(column), state, draft, context)
    outcomes = [
        text
        for column in grid.columns("outcome")
        if not linked.scored_links(cells.at(column).text)
        for text in context.lines(cells.at(column).text)
    ]
    advice = [text for column in grid.columns("advice") for text in context.lines(cells.at(column).text)]
    return results, outcomes, advice, bool(found)


def _reporting(cells: Row, grid: Grid, context: Context) -> list[dict[str, Any]]:
    found = []
    for column in grid.columns("reporting"):
        for text in _led(context.lines(cells.at(column).text)):
            due = due_in(text, context.fiscal_year)
            plain = to_arabic(text)
            every = next((name for name, pattern in _EVERY if pattern.search(plain)), None)
            found.append({"text": text, "due": due.iso() if due else None, "every": every})
    return found


def _led(texts: list[str]) -> list[str]:
    """Rounds under a common beginning each get it: ``รายงานผล``, ``รอบ 6 เดือน``, ``รอบ 12 เดือน``."""
    rounds = texts[1:]
    if (
        rounds
        and all(text.startswith("รอบ") and len(text) < 30 for text in rounds)
        and not texts[0].startswith("รอบ")
    ):
        return [f"{texts[0]} {text}" for text in rounds]
    return texts


def _related(cells: Row, grid: Grid, draft: Draft) -> list[Linked]:
    """The codes of a column that says which items or questions a measure answers to."""
    found: list[Linked] = []
    for column in grid.columns("related"):
        cell = cells.at(column)
        listed = linked.listed_codes(cell.text, plain=True)
        if any(link.code is None for link in listed):
            draft.doubt("links", cell.text, reasons.SOME_CODES, cell.spot)
            draft.note("links", " ".join(cell.text.split())[:300], None, "อ่านรหัสไม่ออกทั้งหมด จึงผูกเฉพาะที่อ่านออก")
        found += [link for link in listed if link.code is not None]
    return found


def _bare_links(
    related: Sequence[Linked], found: Sequence[Linked], draft: Draft, context: Context
) -> list[dict[str, Any]]:
    """Codes without a text: which framework's they are nothing says, so that they carry none."""
    written: list[dict[str, Any]] = []
    known = {link.code for link in found}
    for link in related:
        if link.code in known:
            continue
        known.add(link.code)
        every = context.frameworks.values()
        catalogue = context.catalogue or context.linked
        own = [catalogue.framework] if catalogue else every
        if not any(_has_code(one, link.code or "") for one in own):
            draft.doubt("links", link.printed, reasons.CODE_OF_NONE)
        written.append(linked.record(link, None, context.spacing, None))
    return written


def _has_code(framework: Framework, code: str) -> bool:
    return code in framework.by_code or any(question.code == code for question in framework.questions)


def _written_links(
    found: Sequence[Linked], draft: Draft, context: Context, said: bool
) -> list[dict[str, Any]]:
    framework = context.linked.framework.framework if context.linked else None
    written = []
    for link in found:
        if link.code is None:
            draft.doubt("links", f"{link.printed} {link.title}", link.why or reasons.CODE)
            draft.note("links", f"{link.printed} {link.title}"[:300], None, "อ่านรหัสไม่ออก จึงไม่ได้ผูกไว้")
            continue
        if not link.sure:
            draft.doubt("links", f"{link.printed} {link.title}", link.why or reasons.CODE)
        elif link.why:
            draft.note("links", link.printed, link.code, link.why.th)
        if link.misprint:
            draft.note(f"links.{link.code}", link.misprint, link.title, "พิมพ์หรืออ่านผิดเล็กน้อยจากข้อความของกรอบ")
        written.append(linked.record(link, framework, context.spacing, context.linked))
    return written


def _others(cells: Row, grid: Grid, draft: Draft, context: Context) -> None:
    """What stands in columns for which a measure has no key."""
    for column, name in enumerate(grid.labels):
        text = cells.at(column).text
        if (
            name in (None, "remark", "place", "title", "elements", "score", "improve", "instrument")
            and text.strip()
            and not NOTHING.match(text)
        ):
            if linked.scored_links(text) or (
                name == "title" and "measure" not in grid.labels and "subject" not in grid.labels
            ):
                continue
            if name == "elements" and not {"method", "approach", "guidance"} & set(grid.labels):
                continue
            header = (
                context.line(grid.headers[column])
                if column < len(grid.headers) and grid.headers[column]
                else "คอลัมน์อื่น"
            )
            draft.note(header, context.line(text), None, "ช่องนี้ไม่มีที่ของตัวเองในข้อมูล จึงเก็บไว้ตามที่พิมพ์")
