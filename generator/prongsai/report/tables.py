"""The tables as CSV for spreadsheets: UTF-8 with a byte order mark, CRLF, no cell that would be run."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

from prongsai.report import measure_shapes, score_shapes, shapes

Cell = str | int | float | None

_RISKY: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def guarded(cell: Cell) -> Cell:
    """``cell``, with an apostrophe before a text that a spreadsheet would take for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_RISKY) else cell


def table(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A CSV file."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _listed(texts: Iterable[str]) -> str:
    return "; ".join(texts)


def _lined(texts: Iterable[str]) -> str:
    return "\n".join(texts)


def listed_period(*periods: shapes.Period | None) -> tuple[str, str, str]:
    known = [period for period in periods if period]
    return (
        _listed(period["start"] or "" for period in known),
        _listed(period["end"] or "" for period in known),
        _listed(period["text"] or "" for period in known),
    )


def _results(results: Iterable[shapes.Result]) -> str:
    return _lined(result["text"] for result in results)


_OIT: Final = (
    "code", "code_published", "title", "title_published", "topic", "indicator", "sub_indicator", "group",
    "reported", "shown", "updated", "responsible", "period_start", "period_end", "period_text", "breadcrumbs",
    "method", "results", "evidence", "addresses", "documents", "page",
)  # fmt: skip


def oit_csv(oit: shapes.Oit) -> bytes:
    """One row an item."""
    return table(_OIT, map(_oit_row, oit["items"]))


def _oit_row(item: shapes.Item) -> Sequence[Cell]:
    return (
        item["code"],
        item["code_published"],
        item["title"],
        item["title_published"],
        item["topic"],
        item["indicator"],
        item["sub_indicator"],
        item["group"],
        item["reported"],
        item["shown"],
        item["updated"],
        _listed(item["responsible"]),
        *listed_period(item["period"], *item["periods"]),
        _lined(" > ".join(way) for way in item["breadcrumbs"]),
        _lined(item["method"]),
        _results(item["results"]),
        len(item["evidence"]),
        _lined(evidence["url"] for evidence in item["evidence"]),
        _lined(document["title"] for document in item["documents"]),
        item["page"],
    )


_EVIDENCE: Final = (
    "code", "item_title", "number", "title", "url", "published_as", "breadcrumb", "elements", "fiscal_years",
    "media_type", "bytes", "sha256", "receipt_verdict", "receipt_class", "receipt_reason", "receipt_status",
    "receipt_final_url", "receipt_media_type", "receipt_bytes", "receipt_sha256", "receipt_checked_at",
    "receipt_first_ok", "receipt_last_ok", "receipt_failures", "receipt_copy",
)  # fmt: skip


def evidence_csv(oit: shapes.Oit) -> bytes:
    """One row a piece of evidence; ``number`` counts from 1 within its item."""
    return table(
        _EVIDENCE,
        (
            _evidence_row(item, place, evidence)
            for item in oit["items"]
            for place, evidence in enumerate(item["evidence"])
        ),
    )


def _evidence_row(item: shapes.Item, place: int, evidence: shapes.Evidence) -> Sequence[Cell]:
    way = evidence["way"]
    known_way = way is not None and 0 <= way < len(item["breadcrumbs"])
    return (
        item["code"],
        item["title"],
        place + 1,
        evidence["title"],
        evidence["url"],
        evidence["published_as"],
        " > ".join(item["breadcrumbs"][way]) if way is not None and known_way else None,
        _listed(element["id"] for element in item["elements"] if place in element["evidence"]),
        _listed(map(str, evidence["fiscal_years"])),
        evidence["media_type"],
        evidence["bytes"],
        evidence["sha256"],
        *_receipt_cells(evidence["receipt"]),
    )


def _receipt_cells(receipt: shapes.Receipt | None) -> Sequence[Cell]:
    if receipt is None:
        return [None] * 13
    return (
        receipt["verdict"],
        receipt["class"],
        receipt["reason"],
        receipt["status"],
        receipt["final_url"],
        receipt["media_type"],
        receipt["bytes"],
        receipt["sha256"],
        receipt["checked_at"],
        receipt["first_ok"],
        receipt["last_ok"],
        receipt["failures"],
        receipt["copy"]["address"] if receipt["copy"] else None,
    )


_MEASURES: Final = (
    "id", "number", "title", "group", "stage", "instrument", "indicator", "issue", "approach", "steps",
    "reporting", "reporting_due", "reporting_every", "period_start", "period_end", "period_text",
    "responsible", "results", "outcomes", "recommendations", "links",
)  # fmt: skip


def measures_csv(measures: measure_shapes.Measures) -> bytes:
    """One row a measure."""
    return table(_MEASURES, map(_measure_row, measures["measures"]))


def _measure_row(measure: measure_shapes.Measure) -> Sequence[Cell]:
    return (
        measure["id"],
        measure["number"],
        measure["title"],
        measure["group"],
        measure["stage"],
        measure["instrument"],
        measure["indicator"],
        measure["issue"],
        _lined(measure["approach"]),
        _lined(measure["steps"]),
        _lined(each["text"] for each in measure["reporting"]),
        _listed(each["due"] for each in measure["reporting"] if each["due"]),
        _listed(each["every"] for each in measure["reporting"] if each["every"]),
        *listed_period(measure["period"]),
        _listed(measure["responsible"]),
        _results(measure["results"]),
        _lined(measure["outcomes"]),
        _lined(measure["recommendations"]),
        _listed(f"{link['framework'] or '?'}/{link['code']}" for link in measure["links"]),
    )


_GUIDANCE: Final = (
    "indicator", "name", "instrument", "guidance", "responsible", "period_start", "period_end", "period_text",
    "reported", "actions",
)  # fmt: skip


def guidance_csv(measures: measure_shapes.Measures) -> bytes:
    """One row an indicator for which there is guidance."""
    return table(
        _GUIDANCE,
        (
            (
                each["indicator"],
                each["name"],
                each["instrument"],
                _lined(each["guidance"]),
                _listed(each["responsible"]),
                *listed_period(each["period"]),
                each["reported"],
                _lined(each["actions"]),
            )
            for each in measures["guidance"]
        ),
    )


_SCORES: Final = ("level", "number", "name", "instrument", "stated", "computed", "grades_stated")


def scores_csv(scores: score_shapes.Scores) -> bytes:
    """One row a score: overall, each instrument, indicator and question."""
    rows: list[Sequence[Cell]] = [_stated_row("overall", None, scores["overall"])]
    stated = scores["instruments"]
    rows += [
        _stated_row("instrument", "iit", stated["iit"]),
        _stated_row("instrument", "eit", stated["eit"]),
        _stated_row("instrument", "oit", stated["oit"]),
    ]
    rows += [
        ("indicator", each["number"], each["name"], each["instrument"], each["stated"], None, None)
        for each in scores["indicators"]
    ]
    rows += [
        ("question", each["code"], each["text"], _INSTRUMENT[each["code"][0]], each["score"], None, None)
        for each in scores["questions"]
    ]
    return table(_SCORES, rows)


_INSTRUMENT: Final = {"i": "iit", "e": "eit", "o": "oit"}


def _stated_row(level: str, instrument: str | None, value: score_shapes.Stated) -> Sequence[Cell]:
    grades = _listed(value["grades_stated"])
    return (level, None, None, instrument, value["stated"], value["computed"], grades)


_CHANNELS: Final = ("kind", "title", "url", "phone")


def channels_csv(agency: shapes.AgencyFile) -> bytes:
    """One row a channel."""
    return table(
        _CHANNELS, ((each["kind"], each["title"], each["url"], each["phone"]) for each in agency["channels"])
    )
