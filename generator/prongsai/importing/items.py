"""Rows of a table of items: one disclosure each."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final
from urllib.parse import urlsplit

from prongsai.importing import reasons
from prongsai.importing.accounts import account, odd_unit
from prongsai.importing.catalogue import ALIKE
from prongsai.importing.cells import (
    NOTHING,
    status_of,
)
from prongsai.importing.context import Context
from prongsai.importing.draft import Draft, Leftover
from prongsai.importing.grids import Grid
from prongsai.importing.item_rows import ItemRow, rows_of, settle_codes
from prongsai.importing.outcomes import records_of
from prongsai.importing.owners import owners_of, with_owner
from prongsai.importing.periods import dates_in
from prongsai.importing.places import read_place
from prongsai.importing.states import read_state
from prongsai.importing.swaps import set_right
from prongsai.model.fields import Reported
from prongsai.thai.codes import sort_key
from prongsai.thai.text import squash

_SHORTEST: Final = 12
"""Letters of the shortest beginning of an official title that is taken for it."""
_SAYS_STATUS: Final = frozenset(("status", "done", "doing", "not_yet", "result"))
_OTHER: Final = (
    "advice",
    "remark",
    "outcome",
    "issue",
    "guidance",
    "approach",
    "reporting",
    "group",
    "measure",
    "score",
    "instrument",
    "related",
)


def read_items(grids: Sequence[Grid], context: Context) -> tuple[list[Draft], list[Leftover]]:
    """A draft for each item of some tables; rows for which there is no item are left over."""
    rows = [row for grid in grids for row in rows_of(grid)]
    settle_codes(rows, context)
    context.owners = owners_of(grids)
    drafts: dict[str, Draft] = {}
    left: list[Leftover] = []
    for row in rows:
        if row.code is None:
            left += row.left(row.why or reasons.NO_ITEM)
            continue
        draft = _draft(row, context)
        if row.code in drafts:
            _merge(drafts[row.code], draft)
        else:
            drafts[row.code] = draft
    found = [drafts[code] for code in sorted(drafts, key=sort_key)]
    _check_hosts(found)
    return found, left


def _draft(row: ItemRow, context: Context) -> Draft:
    code = row.code or ""
    draft = Draft({}, spot=row.line.spot)
    row.line = replace(row.line, row=set_right(row.line.row, row.grid, draft))
    official = context.catalogue.official(code) if context.catalogue else None
    record: dict[str, Any] = {"code": code, "code_published": row.written.printed if row.written else None}
    _title(row, draft, record, context, official)
    _code_notes(row, draft, context)
    record |= _body(row, draft, context, official or row.title or code)
    draft.record = record
    account(row.line.row, row.grid, draft)
    return draft


def _title(
    row: ItemRow, draft: Draft, record: dict[str, Any], context: Context, official: str | None
) -> None:
    """The title where it is not the official one: misread ones are mended, others stay with a doubt."""
    if not row.title or official is None or squash(row.title) == squash(official):
        return
    printed = context.line(row.title)
    whole = squash(row.title).removesuffix("ฯ")
    likeness = context.catalogue.likeness(row.code or "", row.title) if context.catalogue else 0.0
    spot = row.line.row.at(row.grid.column("title")).spot
    if likeness == 1.0:
        record["title"] = printed
        return
    record["title"] = printed
    if row.match is None and len(whole) >= _SHORTEST and squash(official).startswith(whole):
        draft.note("title", printed, official, "ชื่อที่พิมพ์เป็นต้นชื่อทางการของข้อนี้")
    elif row.match and row.match.code == row.code:
        draft.note(
            "title", printed, official, f"ชื่อที่พิมพ์ใกล้กับชื่อทางการของข้อนี้ (ตรงกัน {likeness:.0%}) จึงถือว่าอ่านหรือพิมพ์ผิด"
        )
    else:
        draft.doubt("title", printed, reasons.other_title(row.code, official), spot)


def _code_notes(row: ItemRow, draft: Draft, context: Context) -> None:
    printed = row.written.code if row.written else None
    if row.written is None:
        if row.match and row.match.confidence != "exact":
            draft.doubt("code", row.title, reasons.by_title(row.code), row.line.spot)
        return
    if printed is not None and printed != row.code:
        if row.match and row.match.code == row.code:
            draft.note("code", row.written.printed, row.code, "รหัสที่พิมพ์ซ้ำหรือไม่ตรงลำดับ ชื่อข้อตรงกับข้อนี้")
        else:
            draft.doubt("code", row.written.printed, reasons.other_code(row.code), row.line.spot)
    elif (
        row.match
        and row.match.code != row.code
        and context.catalogue
        and context.catalogue.likeness(row.code or "", row.title) < ALIKE
    ):
        draft.doubt(
            "code", row.written.printed, reasons.title_of_other(row.match.code, row.code), row.line.spot
        )


def _body(row: ItemRow, draft: Draft, context: Context, title: str) -> dict[str, Any]:
    cells = row.line.row
    grid = row.grid
    reported, results = read_state(row, draft, context)
    unit = grid.columns("unit")
    responsible: list[str] = []
    for column in unit:
        responsible += context.responsible(draft, cells.at(column))
        if odd_unit(grid, column, cells.at(column)) and all(one.key != "responsible" for one in draft.doubts):
            draft.doubt("responsible", cells.at(column).text, reasons.ODD_UNIT, cells.at(column).spot)
    responsible = with_owner(responsible, context.owners.get(row.line.headings))
    place = _places(row, draft, context, title)
    method = [
        line
        for column in (*grid.columns("method"), *grid.columns("approach"))
        for line in context.lines(cells.at(column).text)
    ]
    updated = _updated(row)
    if reported is None and not _SAYS_STATUS & set(grid.labels):
        if said := _said_in_place(row, place, context):
            reported, results, place["documents"] = said[0], [*results, *said[1]], []
        elif updated and place["evidence"]:
            reported = "done"
            draft.note("reported", updated, "done", "ตารางไม่มีช่องสถานะ มีวันที่เผยแพร่และที่อยู่ จึงถือว่าเผยแพร่แล้ว")
    return {
        "reported": reported,
        "updated": updated,
        "responsible": list(dict.fromkeys(responsible)),
        **context.period(draft, [cells.at(column) for column in grid.columns("period")]),
        "breadcrumbs": place["ways"],
        "method": method,
        "results": results,
        "elements": {},
        "evidence": place["evidence"],
        "documents": place["documents"],
        "silence": {},
        "body": _others(row, context),
    }


def _said_in_place(
    row: ItemRow, place: dict[str, Any], context: Context
) -> tuple[Reported, list[dict[str, Any]]] | None:
    """The status that stands where a link is missing, as in ``อยู่ระหว่างปรับปรุง``, and its words."""
    for column in row.grid.columns("place"):
        text = row.line.row.at(column).text
        if not place["evidence"] and not place["ways"] and (state := status_of(text)):
            return state, records_of(context, text, state)
    return None


def _updated(row: ItemRow) -> str | None:
    column = row.grid.column("updated")
    days = dates_in(row.line.row.at(column).text) if column is not None else []
    return days[-1].iso() if days else None


def _places(row: ItemRow, draft: Draft, context: Context, title: str) -> dict[str, Any]:
    evidence: list[dict[str, object]] = []
    ways: list[str] = []
    documents: list[str] = []
    columns = [
        *row.grid.columns("place"),
        *(c for name in ("result", "done", "title", "remark", "doing") for c in row.grid.columns(name)),
    ]
    # An address under the words of any other cell is read nowhere else.
    columns += [c for c, cell in enumerate(row.line.row.cells) if cell.links and c not in columns]
    for column in columns:
        cell = row.line.row.at(column)
        whole = row.grid.labels[column] == "place"
        if cell.formula:
            draft.doubt("evidence", cell.text, reasons.FORMULA, cell.spot)
            continue
        found = read_place(cell, title, context.line)
        known = {one["url"] for one in evidence}
        evidence += [one for one in found.evidence if one["url"] not in known]
        for address in found.oddly:
            draft.note("evidence", address.printed, address.url, "ที่อยู่ขาดกลางคำเมื่อขึ้นบรรทัดใหม่ จึงต่อให้ติดกัน")
        for words in found.lost if whole else ():
            draft.doubt("evidence", words, reasons.NO_ADDRESS, cell.spot)
        for url in found.refused:
            draft.doubt("evidence", url, reasons.NOT_OPENED, cell.spot)
            documents.append(context.line(url)[:300])
        if whole:
            ways += found.ways
            documents += found.documents
    _check_cut(evidence, draft)
    for one in evidence:
        way = one["way"]
        one["way"] = way if isinstance(way, int) and way <= len(ways) else None
    return {"evidence": evidence, "ways": ways, "documents": documents}


def _check_cut(evidence: list[dict[str, object]], draft: Draft) -> None:
    """An address that is the beginning of another in the same cell, cut inside a word, may lack its end."""
    urls = [str(one["url"]) for one in evidence]
    for url in urls:
        if any(
            other != url
            and other.startswith(url)
            and re.match("[A-Za-z]", other[len(url) :])
            and url[-1].isalpha()
            for other in urls
        ):
            draft.doubt("evidence", url, reasons.CUT)


def _others(row: ItemRow, context: Context) -> str:
    """What stands in columns for which a source has no key of its own: text for the item's page."""
    parts = ["; ".join(context.lines(row.rest))] if row.rest else []
    for column, name in enumerate(row.grid.labels):
        text = row.line.row.at(column).text.strip()
        if (name is None or name in _OTHER) and text and not NOTHING.match(text):
            header = context.line(row.grid.headers[column]) if column < len(row.grid.headers) else ""
            lines = context.lines(text)
            parts.append(f"{header}: {'; '.join(lines)}" if header else "; ".join(lines))
    return "\n\n".join(part for part in parts if part.strip())


def _merge(draft: Draft, other: Draft) -> None:
    """A second row of the same item goes on with the first."""
    for key in ("responsible", "breadcrumbs", "method", "results", "evidence", "documents", "periods"):
        for value in other.record[key]:
            if value not in draft.record[key]:
                draft.record[key].append(value)
    for key in ("reported", "updated", "period"):
        draft.record[key] = draft.record[key] or other.record[key]
    draft.record["body"] = "\n\n".join(text for text in (draft.record["body"], other.record["body"]) if text)
    draft.doubts += other.doubts
    draft.notes += other.notes
    draft.doubt("code", draft.record["code"], reasons.TWO_ROWS, other.spot)


def _check_hosts(drafts: Iterable[Draft]) -> None:
    """An address of another municipality, or of the own one misspelt, is worth a look."""
    hosts: dict[str, int] = {}
    for draft in drafts:
        for one in draft.record["evidence"]:
            host = _host(str(one["url"]))
            hosts[host] = hosts.get(host, 0) + 1
    usual = max(hosts, key=lambda host: hosts[host], default="")
    if not usual or hosts[usual] < 3 or not usual.endswith(".go.th"):
        return
    for draft in drafts:
        for one in draft.record["evidence"]:
            host = _host(str(one["url"]))
            if (
                host != usual
                and host.endswith(".go.th")
                and hosts[host] * 5 <= hosts[usual]
                and not _state(host)
            ):
                draft.doubt("evidence", str(one["url"]), reasons.other_host(host, usual))


def _state(host: str) -> bool:
    """Hosts of the state that municipalities lawfully point to."""
    return bool(
        re.search(
            r"(?:^|\.)(?:gprocurement|egp\d?|process\d?|nacc|dla|ocsc|ratchakitcha|krisdika|oic|pdpc|mof|cgd|itas)\.",
            host,
        )
    )


def _host(url: str) -> str:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
