"""Of which kind a table is, and which of its columns hold something else than their headers say."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, Literal

from prongsai.importing.catalogue import Catalogue, is_code_alone, read_code
from prongsai.importing.cells import marked, status_of, steps, with_boxes
from prongsai.importing.grids import Grid
from prongsai.importing.item_rows import listed_items
from prongsai.importing.links import is_code_list
from prongsai.importing.periods import read_period
from prongsai.importing.spans import join_spans
from prongsai.importing.ticks import is_tick, settle_ticks
from prongsai.importing.units import is_units
from prongsai.thai.digits import to_arabic

TableKind = Literal["items", "measures", "guidance", "improve", "scores", "questions", "unknown"]

_ABOUT_ITEMS: Final = ("place", "unit", "result", "done", "status", "elements", "method", "period", "title")
_LOOSE: Final = frozenset(
    ("reporting", "remark", "advice", "outcome", "issue", "guidance", "group", "measure")
)
"""What a table of items has no place for: a column that is called so may hold what another lacks."""
_SCORED: Final = frozenset(("indicator", "instrument", "title", "issue", "question", "code", "elements"))
_WAY: Final = re.compile(r"https?:|www\.|หน้าแรก|หน้าหลัก|เมนู|แบนเนอร์|>")
_LACKING: Final = {
    "items": (frozenset(("unit",)), frozenset(("status", "done", "doing", "not_yet", "result"))),
    "measures": (
        frozenset(("unit",)),
        frozenset(("period",)),
        frozenset(("method", "approach", "guidance", "elements")),
        frozenset(("result", "done", "doing", "outcome", "status")),
    ),
}
"""What tables of a kind usually have: an unknown column may be what one of them lacks."""
_MOST_INDICATORS: Final = 10
_ENOUGH: Final = 0.6
_MOSTLY: Final = 0.8
_FEW: Final = 0.25
_REPORTS: Final = re.compile("รายงาน|รอบ|ทุก|ภายใน|ติดตาม|ราย(?:ไตรมาส|เดือน|ปี)|กำกับ|ประชุม|เสนอ")
_ANY_CODE: Final = re.compile(r"\s*[ieoIEO๐0]\s?[.\-]?\s?[0-9๐-๙]{1,2}(?![0-9๐-๙])")
_ALONE: Final = re.compile(r"\s*[0-9๐-๙]{1,2}\s*[.)]?\s*")
_INDICATOR: Final = re.compile(
    r"\s*(?:ตัวชี้วัด(?:ย่อย)?(?:ที่)?\s*)?\(?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})?[.)]?\s*\S"
)


def part(grid: Grid, column: int, holds: Callable[[str], bool]) -> float:
    """Which part of a column's filled cells holds something, from 0 to 1."""
    texts = grid.texts(column)
    return sum(holds(text) for text in texts) / len(texts) if texts else 0.0


def settle(grid: Grid, catalogues: list[Catalogue]) -> TableKind:
    """The kind of a table, after its labels were set right by what the cells hold."""
    labels = list(grid.labels)
    _find_indicators(grid, labels, catalogues)
    _find_related(grid, labels)
    _find_codes(grid, labels)
    grid.labels = tuple(labels)
    settle_ticks(grid)
    join_spans(grid)
    kind = _kind(grid, catalogues)
    if kind == "items":
        _has_titles(grid, catalogues)
    if kind == "measures":
        _find_reports(grid)
        _find_parts(grid)
    if kind in ("items", "measures", "guidance"):
        _set_right(grid, "unit", is_units, kind)
        _set_right(grid, "period", is_period, kind)
        if kind == "items":
            _find_status(grid)
            _set_right(grid, "place", lambda text: bool(_WAY.search(text)), kind)
            _set_right(grid, "status", is_status, kind)
    if kind in _LACKING:
        _tell_unknown(grid, _LACKING[kind])
    return kind


def _find_parts(grid: Grid) -> None:
    """The steps and the results of measures in columns that are called otherwise, by what they hold."""
    labels = list(grid.labels)
    named = [column for column, name in enumerate(labels) if name in ("measure", "subject")]
    if not {"method", "approach", "guidance", "elements"} & set(labels) and labels.count("measure") > 1:
        labels[named[-1]] = "method"
    for name, others, holds in (
        ("method", {"method", "approach", "guidance", "elements"}, _is_steps),
        ("result", {"result", "done", "doing", "outcome", "status"}, _is_result),
    ):
        if others & set(labels):
            continue
        free = [column for column, label in enumerate(labels) if label is None and column > named[0]]
        found = [column for column in free if grid.texts(column) and part(grid, column, holds) >= _ENOUGH]
        if found:
            labels[found[-1]] = name
            grid.guessed[found[-1]] = name
    grid.labels = tuple(labels)


def _find_status(grid: Grid) -> None:
    """``มีข้อมูลบนเว็บไซต์`` above nothing but statuses asks for one, not for an address."""
    if _LACKING["items"][1] & set(grid.labels):
        return
    for column in grid.columns("place"):
        linked = any(
            line.row.at(column).links or _WAY.search(line.row.at(column).text) for line in grid.lines
        )
        if not linked and len(grid.texts(column)) > 1 and part(grid, column, _says_status) >= _MOSTLY:
            grid.labels = tuple("status" if one == column else name for one, name in enumerate(grid.labels))
            return


def _says_status(text: str) -> bool:
    return is_status(text) or is_tick(text)


def _find_reports(grid: Grid) -> None:
    """``รายงานผล`` that says what came of it, not when it is reported, holds the results that are lacking."""
    column = grid.column("reporting")
    if column is None or {"result", "done", "doing", "outcome", "status"} & set(grid.labels):
        return
    if part(grid, column, lambda text: bool(_REPORTS.search(text))) <= _FEW:
        grid.labels = tuple("result" if one == column else name for one, name in enumerate(grid.labels))


def _is_steps(text: str) -> bool:
    return len(steps(text)) > 1


def _is_result(text: str) -> bool:
    return bool(
        re.search(r"แล้ว|เสร็จ|อยู่ระหว่าง|[0-9๐-๙]+\s*(?:ครั้ง|คน|ราย|แห่ง|จุด|เรื่อง|รายการ|โครงการ|งาน)", text)
    )


def _tell_unknown(grid: Grid, lacking: Sequence[frozenset[str]]) -> None:
    """Mark columns with unknown headers where the table lacks what one of them may hold."""
    if all(names & set(grid.labels) for names in lacking):
        return
    for column, name in enumerate(grid.labels):
        if name is None and grid.headers[column].strip() and len(grid.texts(column)) > 1:
            grid.guessed.setdefault(column, "")


def _find_related(grid: Grid, labels: list[str | None]) -> None:
    """Codes right of measures, one or several in a cell, are what the measures answer to."""
    named = [column for column, name in enumerate(labels) if name in ("measure", "subject")]
    if not named or "title" in labels or "related" in labels:
        return
    for column in range(named[0] + 1, len(labels)):
        if (
            labels[column] in (None, "code", "indicator", "remark")
            and part(grid, column, is_code_list) >= 0.8
        ):
            labels[column] = "related"


def _find_codes(grid: Grid, labels: list[str | None]) -> None:
    """The column of item codes, whatever its header says or a scan made of it."""
    shares = [
        part(grid, column, is_code_alone) if name != "related" else 0.0 for column, name in enumerate(labels)
    ]
    best = max(range(len(labels)), key=lambda column: shares[column], default=None)
    if best is None or shares[best] < 0.5 or not grid.texts(best):
        # A table of titles stays one of items where codes cannot be read: its rows are told, not refused.
        if (
            "code" in labels
            and "title" not in labels
            and part(grid, labels.index("code"), lambda text: read_code(text) is not None) < 0.5
        ):
            labels[labels.index("code")] = "indicator" if "indicator" not in labels else None
        return
    for column, name in enumerate(labels):
        if name == "code" and column != best:
            labels[column] = "number"
    labels[best] = "code"


def _find_indicators(grid: Grid, labels: list[str | None], catalogues: list[Catalogue]) -> None:
    """A column that names indicators ("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่") holds no codes of items."""
    column = grid.column("code")
    if column is None or "indicator" in labels:
        return
    if part(grid, column, lambda text: any(one.is_indicator(text) for one in catalogues)) >= _ENOUGH:
        labels[column] = "indicator"


def _kind(grid: Grid, catalogues: list[Catalogue]) -> TableKind:
    labels = set(grid.labels)
    code = grid.column("code")
    if code is not None:
        texts = grid.texts(code)
        asked = [text for text in texts if re.match(r"\s*[ieIE]", text)]
        about = labels & set(_ABOUT_ITEMS)
        numbered = "indicator" in labels and _are_indicators(texts)
        if "score" in labels and (numbered or _beside_indicators(grid, code, about, catalogues)):
            return "scores"
        if "score" in labels and (asked or not about - {"title", "elements"}):
            return "questions"
        if (
            about
            and len(asked) * 2 <= len(texts)
            and not (
                labels & {"measure", "subject"}
                and "title" not in labels
                and part(grid, code, is_code_alone) < 0.8
            )
        ):
            return "items"
    title = grid.column("title")
    if title is not None and part(grid, title, lambda text: len(listed_items(text)) > 1) >= _ENOUGH:
        return "items"
    if _has_titles(grid, catalogues):
        return (
            "questions" if "score" in labels and not labels & {"unit", "place", "result", "done"} else "items"
        )
    if labels - {None, "number"} == {"measure", "period"} and _is_calendar(grid):
        return "unknown"
    if labels & {"measure", "subject"} and labels & {
        "method",
        "unit",
        "result",
        "period",
        "outcome",
        "approach",
        "done",
        "reporting",
    }:
        return "measures"
    indicator = grid.column("indicator", "code", "title", "issue")
    if indicator is not None and "improve" in labels:
        if not labels & {"unit", "period", "result", "done", "status"}:
            return "improve"
        grid.labels = tuple("guidance" if name == "improve" else name for name in grid.labels)
        return "guidance"
    if "indicator" in labels and labels & {"guidance", "method", "approach"}:
        return "guidance"
    if "score" in labels and labels & _SCORED:
        column = grid.column("code", "question", "indicator", "title", "issue")
        if column is not None and part(grid, column, lambda text: bool(_ANY_CODE.match(text))) >= 0.5:
            return "questions"
        return "scores"
    if "title" in labels and labels & {"method", "guidance"} and labels & {"unit", "result", "done"}:
        return "measures"
    return "unknown"


def _is_calendar(grid: Grid) -> bool:
    """Whether what is to be done stands beneath a heading of days to keep: no measure of a report."""
    return bool(grid.lines) and any(re.search("กำหนดการ|ปฏิทิน", one) for one in grid.lines[0].headings[-2:])


def _are_indicators(texts: Sequence[str]) -> bool:
    """Whether codes are the numbers of indicators, each once: ten of them there are."""
    numbers = [to_arabic(text).strip(" .") for text in texts]
    return len(set(numbers)) == len(numbers) > 2 and all(
        number.isdecimal() and 1 <= int(number) <= _MOST_INDICATORS for number in numbers
    )


def _beside_indicators(grid: Grid, code: int, about: set[str | None], catalogues: list[Catalogue]) -> bool:
    """Whether what stands beside the numbers of a column are the names of indicators, and no items."""
    if about - {"title", "result"} or part(grid, code, lambda text: bool(_ALONE.fullmatch(text))) < _ENOUGH:
        return False
    return any(
        part(grid, column, lambda text: any(one.is_indicator(text) for one in catalogues)) >= _ENOUGH
        or (name == "indicator" and not part(grid, column, lambda text: _is_any_title(text, catalogues)))
        for name in ("indicator", "title", "issue")
        for column in grid.columns(name)
    )


def _is_any_title(text: str, catalogues: list[Catalogue]) -> bool:
    return any(one.by_title(text) for one in catalogues)


def _has_titles(grid: Grid, catalogues: list[Catalogue]) -> bool:
    """Whether a column holds official titles of items; it becomes the titles' column."""
    for column in range(len(grid.labels)):
        texts = grid.texts(column)[:60]
        if len(texts) < 2 or grid.labels[column] in ("elements", "place", "method", "result"):
            continue
        for catalogue in catalogues:
            if sum(_is_title(catalogue, text) for text in texts) >= _ENOUGH * len(texts):
                labels: list[str | None] = [
                    "title" if index == column else None if name == "title" else name
                    for index, name in enumerate(grid.labels)
                ]
                grid.labels = tuple(labels)
                return True
    return False


def _is_title(catalogue: Catalogue, text: str) -> bool:
    """Whether a cell is a title, or begins with one above what its item must show."""
    plain = _without_code(text)
    first, *others = plain.split("\n")
    if catalogue.by_title(plain):
        return True
    listed = any((written := read_code(line)) and written.code for line in others)
    return bool(others) and not listed and catalogue.by_title(first) is not None


def _without_code(text: str) -> str:
    written = read_code(text)
    return written.rest if written and written.rest else text


def _set_right(grid: Grid, name: str, holds: Callable[[str], bool], kind: str) -> None:
    """Give a label to the column that holds it, where the one that bears it does not."""
    labels = list(grid.labels)
    own = grid.column(name)
    if own is not None and part(grid, own, holds) > _FEW:
        return
    keep = {"code", "number", "title", "measure", "subject", "indicator", "elements", name}
    others = [
        (part(grid, column, holds), column)
        for column, label in enumerate(labels)
        if column != own
        and label not in keep
        and (own is not None or label is None or (kind == "items" and label in _LOOSE))
    ]
    share, column = max(others, default=(0.0, -1))
    if (
        share < _ENOUGH
        or len(grid.texts(column)) < 2
        or (name == "status" and own is None and labels[column])
    ):
        return
    if own is not None:
        if not grid.texts(own) and labels[column] is not None:
            return
        labels[own] = labels[column]
    if name == "period" and labels[column] is None and grid.headers[column].strip():
        grid.guessed[column] = name
    labels[column] = name
    grid.labels = tuple(labels)


def is_period(text: str) -> bool:
    """Whether a cell says when: days, months, or a phrase for a time."""
    read = read_period(text)
    if read.periods:
        return True
    return bool(
        read.period
        and (read.period.start or read.period.end or re.match(r"ตลอด|ทุก|ปีงบ", text.strip()))
        and len(text) < 80
    )


def is_status(text: str) -> bool:
    """Whether a cell says how far something is, by boxes, a mark or a word."""
    return bool(re.search("[☐☑]", with_boxes(text))) or (
        len(text) < 40 and (marked(text) or status_of(text)) is not None
    )


def copy_of(grid: Grid) -> Grid:
    """A grid whose labels may be changed."""
    return replace(grid)
