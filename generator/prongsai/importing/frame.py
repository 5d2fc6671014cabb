"""What stands above and around a row: group, instrument, indicator, issue and time."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any, Final

from prongsai.importing.context import Context
from prongsai.importing.document import Row
from prongsai.importing.draft import Draft
from prongsai.importing.grids import Grid
from prongsai.importing.links import Linked
from prongsai.thai.digits import to_arabic
from prongsai.thai.text import squash

INDICATOR: Final = re.compile(
    r"ตัวชี้วัด(?:ย่อย)?(?:ที่)?\s*(?P<number>[0-9๐-๙]{1,2}(?:\s?\.\s?[0-9๐-๙]{1,2})?)\s*\.?\s*(?P<name>[^\n]*)"
)
INSTRUMENT: Final = re.compile(r"(?<![A-Za-z])(?P<name>IIT|EIT|OIT)(?![A-Za-z])")
_ALIKE: Final = 0.85
_GROUP: Final = re.compile(
    r"^(?:\(?[0-9๐-๙]{1,2}[.)]|ด้านที่|ด้าน|หมวด(?:ที่)?|กลุ่มที่|ประเด็นที่)\s*(?:[0-9๐-๙]{1,2}\s*[.):]?\s*)?(?P<name>.+)$"
)
_NO_GROUP: Final = re.compile(r"ข้อเสนอแนะ|มาตรการเพื่อขับเคลื่อน|ผลการประเมิน|การวิเคราะห์|หลักการ|รายงาน")
ISSUE: Final = re.compile(
    r"(?:ประเด็น(?!การประเมิน)(?:ที่)?\s*:?\s*)(?P<issue>.+?)(?=\s*(?:[1๑]\s?[.)]|\n|$))", re.DOTALL
)
FROM_RESULTS: Final = re.compile(r"จากผลการประเมิน[^\n]*?(?=\s*(?:ประเด็น|[1๑]\s?[.)]|\n|$))")
_HEAD_LINE: Final = re.compile(r"^(?:เครื่องมือการประเมิน|ตัวชี้วัด(?:ย่อย)?ที่|แบบ(?:วัด|ตรวจ))")
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


def period_of(draft: Draft, context: Context, cells: Row, grid: Grid) -> object:
    found = context.period(draft, [cells.at(column) for column in grid.columns("period")])
    periods = found["periods"]
    if isinstance(periods, list) and periods:
        whole = context.line(" - ".join(cells.at(column).text for column in grid.columns("period")))
        return {"start": None, "end": None, "text": whole}
    return found["period"]


def heads_of(text: str) -> tuple[str, list[str]]:
    """Headings that stand in a measure's own cell, above its title."""
    lines = [line for line in text.split("\n") if line.strip()]
    heads: list[str] = []
    if len(lines) > 1 and _HEAD_LINE.match(lines[0].strip()):
        first = lines.pop(0).strip()
        match = INDICATOR.search(first)
        heads = [first[: match.start()].strip(), first[match.start() :].strip()] if match else [first]
        while len(lines) > 1 and _HEAD_LINE.match(lines[0].strip()):
            heads.append(lines.pop(0).strip())
    return "\n".join(lines), [head for head in heads if head]


def frame_of(headings: Sequence[str], cells: Row, grid: Grid, context: Context) -> dict[str, Any]:
    """Group, instrument, indicator and issue, by the headings above and by what the row says."""
    frame: dict[str, Any] = {"group": None, "instrument": None, "indicator": None, "issue": None}
    for heading in headings:
        if (match := _GROUP.match(heading)) and len(heading) < 160 and not _NO_GROUP.search(heading):
            frame["group"] = context.line(match["name"])
        if heading.startswith("เครื่องมือการประเมิน"):
            frame["group"] = context.line(heading)
            frame["indicator"] = None
        named = INSTRUMENT.findall(heading)
        if len(heading) < 120 and len(named) == 1 and not re.search("รายงาน|ประจำปี", heading):
            frame["instrument"] = named[0].lower()
        if len(heading) < 120 and (match := INDICATOR.match(heading)):
            frame["indicator"] = plain_number(match["number"])
    for column in grid.columns("indicator"):
        if match := INDICATOR.search(cells.at(column).text) or re.match(
            r"\s*(?P<number>[0-9๐-๙]{1,2})\b", cells.at(column).text
        ):
            frame["indicator"] = plain_number(match["number"])
    for column in grid.columns("group"):
        frame["group"] = context.line(cells.at(column).text) or frame["group"]
    columns = [*grid.columns("method"), *grid.columns("issue")]
    for text in (cells.at(column).text for column in columns):
        if (match := INDICATOR.search(text)) and (FROM_RESULTS.search(text) or grid.columns("issue")):
            frame["indicator"] = frame["indicator"] or plain_number(match["number"])
        if grid.columns("method") and (issue := ISSUE.search(text)):
            frame["issue"] = context.line(issue["issue"])
    for column in grid.columns("issue"):
        frame["issue"] = frame["issue"] or context.line(cells.at(column).text) or None
    frame["instrument"] = instrument_of(frame["indicator"]) or frame["instrument"]
    if frame["instrument"] is None:
        title = cells.at(grid.column("measure", "subject", "title")).text
        inside = INSTRUMENT.findall(title)
        method = [
            name for column in grid.columns("method") for name in INSTRUMENT.findall(cells.at(column).text)
        ]
        one = set(inside) or set(method)
        frame["instrument"] = next(iter(one)).lower() if len(one) == 1 else None
    return frame


def plain_number(text: str) -> str:
    return re.sub(r"\s", "", to_arabic(text)).strip(".")


def asked_title(headings: Sequence[str], asked: Sequence[Linked], context: Context) -> str:
    """A measure that is named by its questions alone: the indicator and their codes."""
    codes = ", ".join(link.code or link.printed for link in asked)
    above = next((heading for heading in reversed(headings) if INDICATOR.match(heading)), None)
    return f"{context.line(to_arabic(above))} ({codes})" if above else context.line(asked[0].title)


def number_of(name: str, context: Context) -> str | None:
    """The number of an indicator that is printed by its name alone, a letter or two of it misprinted."""
    plain = squash(name)
    known: dict[str, str] = {}
    for framework in context.frameworks.values():
        for one in framework.indicators:
            known.setdefault(squash(one.name), one.number)
        for survey in framework.instruments.values():
            for indicator in survey.indicators:
                known.setdefault(squash(indicator.name), indicator.number)
    if plain in known:
        return known[plain]
    near = {
        number
        for title, number in known.items()
        if SequenceMatcher(None, plain, title, autojunk=False).ratio() >= _ALIKE
    }
    return near.pop() if len(near) == 1 else None
