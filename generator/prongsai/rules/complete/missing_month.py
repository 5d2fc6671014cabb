"""Months missing in a monthly series."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Final

from prongsai.errors import Text
from prongsai.model.site import Entry
from prongsai.rules.complete._series import LEAST, Asked, Named, asked, documents, tables
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.source.problems import quoted
from prongsai.thai import months as _months
from prongsai.thai.dates import format_date

_NONE: Final = re.compile("(?<!ให้)ไม่มี|ไม่ได้(?:จัด)?(?:ซื้อ|จ้าง)")
_OTHERS: Final = re.compile(r"(?:เดือน|ช่วง)อื่น\s*ๆ?\s*(?:ที่เหลือ)?\s*(?:ไม่มี|ไม่ได้)|(?:ทุกเดือน|ทั้งหกเดือน)\s*ไม่มี")
_SENTENCE: Final = re.compile(r"[.;\n]|\s(?:และ|ส่วน|แต่|โดย)")
_UNTIL: Final = re.compile(r"(?:มี|ข้อมูล|สถิติ|ตัวเลข|รายงาน)\s*(?:อยู่)?\s*(?:จน)?ถึง\s*(?:สิ้น)?\s*(?:เดือน)?\s*")


def check(context: Context) -> Iterator[Hit]:
    """Months of the first half, or between the named ones, of which there is nothing; one an item."""
    for _, entry, disclosure in context.disclosed:
        if disclosure.reported not in ("done", "in_progress"):
            continue
        wanted = asked(entry, context.today)
        if wanted:
            yield from _first(context, entry, wanted)


def _first(context: Context, entry: Entry, wanted: Asked) -> Iterator[Hit]:
    """The first finding of the item's tables, else of its documents, else of its own words."""
    for found in (_in_tables, _in_documents, _in_words):
        hit = next(found(context, entry, wanted), None)
        if hit:
            yield hit
            return


def _in_tables(context: Context, entry: Entry, wanted: Asked) -> Iterator[Hit]:
    """A table says of each month what there was: one that it leaves out is missing, whatever else is said."""
    for series in tables(context, entry):
        missing = wanted.missing(series.months)
        if missing and series.months & set(wanted.months):
            yield Hit(
                series.source,
                line=series.line_before(missing[0]),
                values=_values(entry, missing, _in("ตาราง", "the table", PurePosixPath(series.address).name)),
                fiscal_year=entry.fiscal_year,
                item=entry.code,
            )


def _in_documents(context: Context, entry: Entry, wanted: Asked) -> Iterator[Hit]:
    """Documents whose titles are the same but for the month, or one that names several months."""
    found = list(documents(entry))
    if not wanted.monthly and any(named.half for named in found):
        return
    series = next((each for each in _alike(found) if _is_series(each, wanted)), None)
    if series is None:
        return
    shown = _stated_nil(entry).union(*(_filled(named, wanted) for named in found))
    if missing := wanted.missing(shown):
        yield Hit(
            context.item_source(entry),
            _place(entry, series, missing[0]),
            values=_values(entry, missing, _in("ชุดเอกสาร", "the documents like", series[0].text)),
            fiscal_year=entry.fiscal_year,
            item=entry.code,
        )


def _is_series(series: list[Named], wanted: Asked) -> bool:
    months = frozenset[int]().union(*(_filled(named, wanted) for named in series))
    return len(months) >= LEAST and bool(months & set(wanted.months))


def _filled(named: Named, wanted: Asked) -> frozenset[int]:
    """The months that a document shows; where each must be shown for itself, one on the half shows none."""
    return named.months.single if wanted.monthly and named.half else named.months.all


def _alike(found: Iterable[Named]) -> Iterator[list[Named]]:
    by_skeleton: dict[str, list[Named]] = {}
    for named in found:
        if named.months.all:
            by_skeleton.setdefault(named.skeleton, []).append(named)
    yield from by_skeleton.values()


def _place(entry: Entry, series: list[Named], month: int) -> tuple[int | str, ...]:
    """Where a missing month's document belongs: what follows the document of the month before it."""
    place = _months.place_in_year(month)
    before = [
        named for named in series if any(_months.place_in_year(other) < place for other in named.months.all)
    ]
    if not before:
        return series[0].loc
    kind, number = before[-1].loc[0], before[-1].loc[1]
    count = len(entry.evidence) if kind == "evidence" else 0
    if isinstance(number, int) and number + 1 < count:
        return ("evidence", number + 1, "title")
    return before[-1].loc


def _in_words(context: Context, entry: Entry, wanted: Asked) -> Iterator[Hit]:
    """A result that says up to which month there are figures: ``มีถึงเดือน ก.พ. 2565``."""
    disclosure = entry.disclosure
    for number, result in enumerate(disclosure.results if disclosure else ()):
        for match in _UNTIL.finditer(result.text):
            months = _months.months_in(_next_words(result.text[match.end() :]), entry.fiscal_year).single
            last = max((_months.place_in_year(month) for month in months), default=None)
            missing = [
                month for month in wanted.months if last is not None and _months.place_in_year(month) > last
            ]
            if missing:
                yield Hit(
                    context.item_source(entry),
                    ("results", number, "text"),
                    find=match.group().strip(),
                    values=_values(entry, missing, _in("ตามผลที่เขียนว่า", "by the result", result.text)),
                    fiscal_year=entry.fiscal_year,
                    item=entry.code,
                    confidence="medium",
                )


def _next_words(text: str) -> str:
    """The month and the year right after a phrase."""
    return " ".join(text.split()[:3])


def _stated_nil(entry: Entry) -> frozenset[int]:
    """Months of which the item says that there was nothing."""
    disclosure = entry.disclosure
    if disclosure is None:
        return frozenset()
    texts = [result.text for result in disclosure.results]
    texts += [*disclosure.method, disclosure.body, *disclosure.documents]
    texts += [proof.none for proof in disclosure.elements.values() if proof.none]
    found: set[int] = set()
    for text in texts:
        if _OTHERS.search(text):
            return frozenset(range(1, 13))
        for sentence in _SENTENCE.split(text):
            if _NONE.search(sentence):
                found |= _months.months_in(sentence, entry.fiscal_year).all
    return frozenset(found)


def _in(thai: str, english: str, value: str) -> Text:
    return Text(f"{thai} {quoted(value)}", f"{english} {quoted(value)}")


def _values(entry: Entry, missing: list[int], value: Text) -> dict[str, object]:
    dates = [_months.as_date(entry.fiscal_year, month) for month in missing]
    return {
        "item": entry.code,
        "title": entry.item.title,
        "value": value,
        "months": Text(
            ", ".join(format_date(day, style="short") for day in dates),
            ", ".join(format_date(day, lang="en", style="short") for day in dates),
        ),
    }


def _item(months: Iterable[str]) -> str:
    evidence = "".join(
        f"  - {{title: สรุปผลการจัดซื้อจัดจ้าง เดือน{month}, url: https://www.example.go.th/{number}}}\n"
        for number, month in enumerate(months, 1)
    )
    return f"---\nreported: done\nevidence:\n{evidence}---\n"


_ALL: Final = tuple(f"{month} 2564" for month in ("ตุลาคม", "พฤศจิกายน", "ธันวาคม")) + tuple(
    f"{month} 2565" for month in ("มกราคม", "กุมภาพันธ์", "มีนาคม")
)

RULE = Rule(
    code="C107",
    name="missing-month",
    family="complete",
    severity="warning",
    title=Text("ขาดบางเดือนในข้อมูลรายเดือน", "months missing in a monthly series"),
    what=Text(
        "ข้อที่ต้องครบหกเดือนแรก (ตุลาคมถึงมีนาคม) หรือต้องแยกรายเดือน มีบางเดือนหายไปจากตาราง จากชื่อเอกสารชุดเดียวกัน"
        " หรือผลที่เขียนว่ามีถึงเดือนใด เดือนที่บอกไว้ว่าไม่มีถือว่าครบ และไม่นับเดือนที่ยังไม่สิ้นสุด",
        "an item that must have the first six months (October to March), or each month for itself, lacks"
        " some: in a"
        " table, in the titles of a series of documents, or by a result that says up to which month there"
        " is data;"
        " a month that is said to have had nothing is there, and months that are not over don't count",
    ),
    why=Text(
        "ข้อที่ขอให้ครบหกเดือนได้คะแนนเมื่อครบทุกเดือน และประชาชนเห็นว่าเดือนที่หายไปไม่มีใครตอบได้ว่าเกิดอะไรขึ้น",
        "the item scores when every month is there, and of a month left out citizens can't tell what"
        " happened",
    ),
    mend=Text(
        "เพิ่มข้อมูลของเดือนที่ขาด ถ้าเดือนนั้นไม่มีรายการ ให้เพิ่มแถวหรือเอกสารที่บอกว่าเดือนนั้นไม่มี",
        "add the data of the month; where it had none, add a row or a document that says so",
    ),
    message=Text(
        "ข้อ {item} {title} {value} ขาดเดือน {months} — เพิ่มข้อมูลของเดือนนั้น หรือบอกไว้ว่าเดือนนั้นไม่มี",
        "{item} {title} lacks {months} in {value} — add the month's data, or say that it had none",
    ),
    example=Example(
        bad={"2565/year.yml": "framework: nacc-2565\n", "2565/o23.md": _item(_ALL[:2] + _ALL[3:])},
        good={"2565/year.yml": "framework: nacc-2565\n", "2565/o23.md": _item(_ALL)},
    ),
    check=check,
)
