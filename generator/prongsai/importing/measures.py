"""Rows of measures and of guidance by indicator."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from prongsai.importing import links as linked
from prongsai.importing.cells import NOTHING, read_boxes, says_done, status_of, steps
from prongsai.importing.context import Context
from prongsai.importing.document import Cell, Row
from prongsai.importing.draft import Draft, Leftover
from prongsai.importing.grids import Grid, Line
from prongsai.importing.links import Linked
from prongsai.importing.periods import dates_in, due_in
from prongsai.importing.units import is_units, read_units
from prongsai.thai.digits import to_arabic
from prongsai.thai.text import squash

_INDICATOR: Final = re.compile(
    r"ตัวชี้วัด(?:ย่อย)?(?:ที่)?\s*(?P<number>[0-9๐-๙]{1,2}(?:\s?\.\s?[0-9๐-๙]{1,2})?)\s*\.?\s*(?P<name>[^\n]*)"
)
_INSTRUMENT: Final = re.compile(r"(?<![A-Za-z])(?P<name>IIT|EIT|OIT)(?![A-Za-z])")
_GROUP: Final = re.compile(
    r"^(?:\(?[0-9๐-๙]{1,2}[.)]|ด้านที่|ด้าน|หมวด(?:ที่)?|กลุ่มที่|ประเด็นที่)\s*(?:[0-9๐-๙]{1,2}\s*[.):]?\s*)?(?P<name>.+)$"
)
_NO_GROUP: Final = re.compile(r"ข้อเสนอแนะ|มาตรการเพื่อขับเคลื่อน|ผลการประเมิน|การวิเคราะห์|หลักการ|รายงาน")
_ISSUE: Final = re.compile(
    r"(?:ประเด็น(?!การประเมิน)(?:ที่)?\s*:?\s*)(?P<issue>.+?)(?=\s*(?:[1๑]\s?[.)]|\n|$))", re.DOTALL
)
_FROM_RESULTS: Final = re.compile(r"จากผลการประเมิน[^\n]*?(?=\s*(?:ประเด็น|[1๑]\s?[.)]|\n|$))")
_NUMBER: Final = re.compile(r"^\s*\(?(?P<number>[0-9๐-๙]{1,3})\s?[.)]?\s*(?=[^\s0-9๐-๙.]|$)")
_NUMBERED_TITLE: Final = re.compile(r"^\s*\(?(?P<number>[0-9๐-๙]{1,2})[.)]\s*(?=\S)")
_HEAD_LINE: Final = re.compile(r"^(?:เครื่องมือการประเมิน|ตัวชี้วัด(?:ย่อย)?ที่|แบบ(?:วัด|ตรวจ))")
_RECURRING: Final = re.compile(
    r"(?:ดำเนินการ|ปฏิบัติ|ทำ)?(?:เป็นประจำ|ต่อเนื่อง)?(?:ทุก|ราย)(?:วัน|สัปดาห์|เดือน|ไตรมาส|ปี)|อย่างต่อเนื่อง$|เป็นประจำ$"
)
_PLANNED: Final = re.compile(r"ให้แล้วเสร็จ|^ดำเนินการภายใน|จะดำเนินการ|^ภายใน|กำหนดดำเนินการ|^ดำเนินการใน")
_STILL: Final = re.compile(r"(?<=\S)\s+(?:และ\s*)?(?=อยู่ระหว่าง)")
_TWICE: Final = re.compile(r"(?P<part>\S.{17,200}?)\s*(?P=part)")
_BY: Final = re.compile(r"^(?P<by>.{3,80}?)\s*(?:ได้)?ดำเนินการ")
_EVERY: Final = (
    ("six_months", re.compile(r"ทุก\s*(?:6|หก)\s*เดือน|ราย\s*6\s*เดือน|^(?:รายงาน.*)?รอบ\s*6\s*เดือน$")),
    ("year", re.compile(r"ทุกปี|ปีละ|รายปี|^(?:รายงาน.*)?รอบ\s*12\s*เดือน$")),
    ("quarter", re.compile(r"ทุกไตรมาส|ไตรมาสละ|รายไตรมาส|ทุก\s*3\s*เดือน")),
    ("month", re.compile(r"ทุกเดือน|เดือนละ|ประจำเดือน|รายเดือน")),
)
_INSTRUMENTS: Final = {
    **dict.fromkeys(range(1, 6), "iit"),
    **dict.fromkeys(range(6, 9), "eit"),
    9: "oit",
    10: "oit",
}


def instrument_of(number: str | None) -> str | None:
    """The instrument that an indicator belongs to, in the ITA since 2562: 1–5, 6–8, 9–10."""
    head = (number or "").partition(".")[0]
    return _INSTRUMENTS.get(int(head)) if head.isdecimal() else None


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
                left += [Leftover.of(row, "แถวนี้ไม่มีชื่อมาตรการ") for row in line.rows]
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
    title_text, heads = _heads(title_text)
    if heads:
        inside[:] = heads
    if match := _NUMBERED_TITLE.match(title_text):
        number, title_text = number or to_arabic(match["number"]), title_text[match.end() :]
    headings = (*line.headings, *inside)
    found = _found_links(cells, grid, context)
    asked = linked.lettered_links(title_text) if title_column is not None else []
    frame = _frame(headings, cells, grid, context)
    title = _mended_title(context.line(" ".join(steps(title_text)) or title_text), cells, draft, context)
    if asked and all(link.title for link in asked):
        title = _asked_title(headings, asked, context)
        found = asked
    if not title or NOTHING.match(title):
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
    draft.record["period"] = _period(draft, context, cells, grid)
    draft.record["links"] = _written_links(found, draft, context, said)
    _others(cells, grid, draft, context)
    return draft


def _mended_title(title: str, cells: Row, draft: Draft, context: Context) -> str:
    """A title in which a phrase comes twice, or words of a known heading were misread, by the rest of its row."""
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


def _period(draft: Draft, context: Context, cells: Row, grid: Grid) -> object:
    found = context.period(draft, [cells.at(column) for column in grid.columns("period")])
    periods = found["periods"]
    if isinstance(periods, list) and periods:
        whole = context.line(" - ".join(cells.at(column).text for column in grid.columns("period")))
        return {"start": None, "end": None, "text": whole}
    return found["period"]


def _number(cells: Row, grid: Grid) -> str | None:
    for column in (*grid.columns("number"), *grid.columns("code")):
        if match := _NUMBER.match(cells.at(column).text):
            return to_arabic(match["number"])
    return None


def _heads(text: str) -> tuple[str, list[str]]:
    """Headings that stand in a measure's own cell, above its title."""
    lines = [line for line in text.split("\n") if line.strip()]
    heads: list[str] = []
    if len(lines) > 1 and _HEAD_LINE.match(lines[0].strip()):
        first = lines.pop(0).strip()
        match = _INDICATOR.search(first)
        heads = [first[: match.start()].strip(), first[match.start() :].strip()] if match else [first]
        while len(lines) > 1 and _HEAD_LINE.match(lines[0].strip()):
            heads.append(lines.pop(0).strip())
    return "\n".join(lines), [head for head in heads if head]


def _frame(headings: Sequence[str], cells: Row, grid: Grid, context: Context) -> dict[str, Any]:
    """Group, instrument, indicator and issue, by the headings above and by what the row says."""
    frame: dict[str, Any] = {"group": None, "instrument": None, "indicator": None, "issue": None}
    for heading in headings:
        if (match := _GROUP.match(heading)) and len(heading) < 160 and not _NO_GROUP.search(heading):
            frame["group"] = context.line(match["name"])
        if heading.startswith("เครื่องมือการประเมิน"):
            frame["group"] = context.line(heading)
            frame["indicator"] = None
        named = _INSTRUMENT.findall(heading)
        if len(heading) < 120 and len(named) == 1 and not re.search("รายงาน|ประจำปี", heading):
            frame["instrument"] = named[0].lower()
        if len(heading) < 120 and (match := _INDICATOR.match(heading)):
            frame["indicator"] = _plain_number(match["number"])
    for column in grid.columns("indicator"):
        if match := _INDICATOR.search(cells.at(column).text) or re.match(
            r"\s*(?P<number>[0-9๐-๙]{1,2})\b", cells.at(column).text
        ):
            frame["indicator"] = _plain_number(match["number"])
    for column in grid.columns("group"):
        frame["group"] = context.line(cells.at(column).text) or frame["group"]
    columns = [*grid.columns("method"), *grid.columns("issue")]
    for text in (cells.at(column).text for column in columns):
        if (match := _INDICATOR.search(text)) and (_FROM_RESULTS.search(text) or grid.columns("issue")):
            frame["indicator"] = frame["indicator"] or _plain_number(match["number"])
        if grid.columns("method") and (issue := _ISSUE.search(text)):
            frame["issue"] = context.line(issue["issue"])
    for column in grid.columns("issue"):
        frame["issue"] = frame["issue"] or context.line(cells.at(column).text) or None
    frame["instrument"] = instrument_of(frame["indicator"]) or frame["instrument"]
    if frame["instrument"] is None:
        title = cells.at(grid.column("measure", "subject", "title")).text
        inside = _INSTRUMENT.findall(title)
        method = [
            name for column in grid.columns("method") for name in _INSTRUMENT.findall(cells.at(column).text)
        ]
        one = set(inside) or set(method)
        frame["instrument"] = next(iter(one)).lower() if len(one) == 1 else None
    return frame


def _plain_number(text: str) -> str:
    return re.sub(r"\s", "", to_arabic(text)).strip(".")


def _asked_title(headings: Sequence[str], asked: Sequence[Linked], context: Context) -> str:
    """A measure that is named by its questions alone: the indicator and their codes."""
    codes = ", ".join(link.code or link.printed for link in asked)
    above = next((heading for heading in reversed(headings) if _INDICATOR.match(heading)), None)
    return f"{context.line(to_arabic(above))} ({codes})" if above else context.line(asked[0].title)


def _set_right(row: Row, grid: Grid, draft: Draft, context: Context) -> Row:
    """A row whose cells stand in each other's columns: by what they hold, where only one reading is possible."""
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
            if frame["issue"] and _FROM_RESULTS.search(text):
                text = _FROM_RESULTS.sub(" ", text)
                text = _ISSUE.sub("\n", text, count=1)
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
                results += _results(cells.at(column), state, draft, context)
    outcomes = [
        text
        for column in grid.columns("outcome")
        if not linked.scored_links(cells.at(column).text)
        for text in context.lines(cells.at(column).text)
    ]
    advice = [text for column in grid.columns("advice") for text in context.lines(cells.at(column).text)]
    return results, outcomes, advice, bool(found)


def _results(cell: Cell, state: str | None, draft: Draft, context: Context) -> list[dict[str, Any]]:
    if cell.formula:
        draft.doubt("results", cell.text, "ช่องเป็นสูตรที่ไม่มีค่าเก็บไว้ เปิดใน Excel แล้วบันทึกใหม่", cell.spot)
        return []
    ticked = read_boxes(cell.text)
    status = {"done": "done", "in_progress": "in_progress", "not_started": "planned"}.get(ticked.status or "")
    found = []
    for text in context.lines(ticked.rest):
        plain = re.sub(r"^[0-9๐-๙]\s+", "", text)
        for part in _STILL.split(plain):
            found += _result(part, status or state)
    return found


def _result(text: str, given: str | None) -> list[dict[str, Any]]:
    """One result, or one for each day that it names."""
    plain = to_arabic(text)
    state = given or "done"
    if re.search(r"อยู่(?:ใน)?ระหว่าง|กำลัง(?:จัดทำ|ดำเนิน)", plain) and given in (None, "done"):
        state = (
            "in_progress"
            if given is None or re.match(r"\s*(?:และ\s*)?อยู่", plain) or "แล้ว" not in plain
            else state
        )
    elif given is None and _RECURRING.search(plain) and not dates_in(text):
        state = "recurring"
    elif given is None and _PLANNED.search(plain) and "แล้ว เมื่อ" not in plain and not says_done_already(plain) or given is None and status_of(text) == "not_started":
        state = "planned"
    days = dates_in(text)
    by = _BY.match(text)
    who = by["by"].strip() if by and is_units(by["by"]) else None
    due = due_in(text) if state == "planned" else None
    if len(days) > 1 and state == "done":
        return [{"text": text, "date": day.iso(), "state": state, "by": who} for day in days]
    date = days[0].iso() if days else due.iso() if due else None
    return [{"text": text, "date": date, "state": state, "by": who}]


def says_done_already(text: str) -> bool:
    """Whether a text tells of something that is over, with a day on which it was done."""
    return "เมื่อ" in text and says_done(text) and not text.startswith("ภายใน")


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


def _written_links(
    found: Sequence[Linked], draft: Draft, context: Context, said: bool
) -> list[dict[str, Any]]:
    framework = context.linked.framework.framework if context.linked else None
    written = []
    for link in found:
        if link.code is None:
            draft.doubt("links", f"{link.printed} {link.title}", link.why or "อ่านรหัสไม่ออก")
            draft.note("links", f"{link.printed} {link.title}"[:300], None, "อ่านรหัสไม่ออก จึงไม่ได้ผูกไว้")
            continue
        if not link.sure:
            draft.doubt("links", f"{link.printed} {link.title}", link.why)
        elif link.why:
            draft.note("links", link.printed, link.code, link.why)
        if link.misprint:
            draft.note(f"links.{link.code}", link.misprint, link.title, "พิมพ์หรืออ่านผิดเล็กน้อยจากข้อความของกรอบ")
        written.append(linked.record(link, framework, context.spacing, context.linked))
    return written


def _others(cells: Row, grid: Grid, draft: Draft, context: Context) -> None:
    """What stands in columns for which a measure has no key."""
    for column, name in enumerate(grid.labels):
        text = cells.at(column).text
        if (
            name in (None, "remark", "place", "title", "elements", "score", "improve")
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


def read_guidance(grids: Sequence[Grid], context: Context) -> tuple[list[Draft], list[Leftover]]:
    """A draft for each indicator that there is guidance for."""
    drafts: list[Draft] = []
    left: list[Leftover] = []
    for grid in grids:
        for line in grid.lines:
            draft = _guidance(line, grid, context)
            if draft is None:
                left += [Leftover.of(row, "ไม่รู้ว่าเป็นตัวชี้วัดใด") for row in line.rows]
            else:
                drafts.append(draft)
    return drafts, left


def _guidance(line: Line, grid: Grid, context: Context) -> Draft | None:
    cells, draft = line.row, Draft({}, spot=line.spot)
    text = cells.at(grid.column("indicator")).text
    match = _INDICATOR.match(text.strip()) or re.match(
        r"\s*(?P<number>[0-9๐-๙]{1,2})\s?[.)]?\s*(?P<name>\D.*)$", text, re.DOTALL
    )
    name = context.line(match["name"] if match else text)
    number = _plain_number(match["number"]) if match else _number_of(name, context)
    if not name and not number:
        return None
    results = [
        cells.at(column) for label in ("result", "status", "done", "doing") for column in grid.columns(label)
    ]
    reported = None
    actions: list[str] = []
    for cell in results:
        ticked = read_boxes(cell.text)
        if ticked.ticked and ticked.status is None:
            draft.doubt("reported", cell.text, "ทำเครื่องหมายไว้มากกว่าหนึ่งช่อง หรืออ่านไม่ออก", cell.spot)
        label = grid.labels[cells.cells.index(cell)] if cell in cells.cells else None
        stated = (
            ticked.status
            or status_of(ticked.rest)
            or ("done" if ticked.rest.strip() and (label == "done" or says_done(ticked.rest)) else None)
        )
        reported = reported or stated
        actions += context.lines(ticked.rest)
    instrument = instrument_of(number)
    printed = _INSTRUMENT.findall(" ".join(line.headings[-2:]))
    if instrument and len(printed) == 1 and printed[0].lower() != instrument:
        draft.note(
            "instrument",
            printed[0],
            instrument.upper(),
            f"หัวข้อเขียน {printed[0]} แต่ตัวชี้วัดที่ {number} เป็นของ {instrument.upper()}",
        )
    guidance = [
        one
        for label in ("guidance", "method", "approach")
        for column in grid.columns(label)
        for one in context.lines(cells.at(column).text)
    ]
    draft.record = {
        "indicator": number,
        "name": name or None,
        "instrument": instrument or (printed[0].lower() if len(printed) == 1 else None),
        "guidance": guidance,
        "responsible": [
            unit for column in grid.columns("unit") for unit in context.responsible(draft, cells.at(column))
        ],
        "period": _period(draft, context, cells, grid),
        "reported": reported,
        "actions": actions,
    }
    return draft


def _number_of(name: str, context: Context) -> str | None:
    """The number of an indicator that is printed by its name alone."""
    plain = squash(name)
    for framework in context.frameworks.values():
        surveys = [one for survey in framework.instruments.values() for one in survey.indicators]
        for one in (*surveys, *framework.indicators):
            if squash(one.name) == plain:
                return one.number
    return None
