"""The JSON files keep the contract."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.model.arithmetic import compute_years
from prongsai.model.finding import Finding
from prongsai.model.site import Site
from prongsai.report.files import render_files
from prongsai.report.headers import header_files
from prongsai.report.jsontext import dump, number
from prongsai.report.well_known import well_known_files


def load(files: dict[str, bytes], name: str) -> Any:
    return json.loads(files[f"data/{name}"])


def test_keys_stand_in_the_contract_s_order(files: dict[str, bytes]) -> None:
    oit = load(files, "2565/oit.json")
    assert list(oit) == ["format", "agency", "fiscal_year", "framework", "summary", "items", "notes"]
    assert list(oit["agency"]) == ["name", "kind", "subdistrict", "district", "province", "website"]
    assert list(oit["summary"]) == [
        "items", "done", "in_progress", "not_started", "not_applicable", "unreported", "with_evidence",
        "evidence",
    ]  # fmt: skip
    item = oit["items"][0]
    assert list(item) == [
        "code", "code_published", "title", "title_published", "topic", "indicator", "sub_indicator", "group",
        "page", "reported", "shown", "updated", "responsible", "period", "periods", "breadcrumbs", "method",
        "results", "elements", "evidence", "documents", "notes",
    ]  # fmt: skip
    assert list(item["elements"][0]) == [
        "id", "text", "covers", "required", "at_least", "min_count", "evidence", "none",
    ]  # fmt: skip
    assert list(item["evidence"][0]) == [
        "title", "url", "published_as", "way", "fiscal_years", "media_type", "bytes", "sha256", "receipt",
    ]  # fmt: skip


def test_numbers_count_from_nought(files: dict[str, bytes]) -> None:
    item = load(files, "2565/oit.json")["items"][0]
    assert item["elements"][0]["evidence"] == [0, 1]
    assert item["evidence"][0]["way"] == 1
    assert item["evidence"][1]["way"] is None


def test_shown_is_derived(files: dict[str, bytes]) -> None:
    assert [item["shown"] for item in load(files, "2565/oit.json")["items"]] == ["full", "some", "none"]


def test_a_held_file_has_its_address_size_and_digest(files: dict[str, bytes]) -> None:
    held = load(files, "2565/oit.json")["items"][0]["evidence"][1]
    assert held["url"] == "2565/files/plan.pdf"
    assert (held["bytes"], held["media_type"], held["sha256"]) == (1234, "application/pdf", "ab" * 32)


def test_a_printed_title_differs_by_more_than_spaces(files: dict[str, bytes]) -> None:
    items = load(files, "2565/oit.json")["items"]
    assert [item["title_published"] for item in items] == ["โครงสร้างองค์กร", None, None]
    assert [item["title"] for item in items] == ["โครงสร้าง", "ข้อมูล ผู้บริหาร", "อำนาจหน้าที่"]


def test_a_framework_with_nothing_reported_lists_every_item(files: dict[str, bytes]) -> None:
    oit = load(files, "2566/oit.json")
    assert [item["reported"] for item in oit["items"]] == [None] * 3
    assert oit["summary"]["unreported"] == oit["summary"]["items"] == 3


def test_a_year_without_framework_or_report(files: dict[str, bytes]) -> None:
    oit = load(files, "2567/oit.json")
    assert (oit["framework"], oit["items"], oit["summary"]["items"]) == (None, [], 0)
    measures = load(files, "2567/measures.json")
    assert (measures["round"], measures["measures"], measures["guidance"]) == (None, [], [])
    scores = load(files, "2567/scores.json")
    nothing: dict[str, Any] = {"stated": None, "computed": None, "grades_stated": []}
    assert scores["overall"] == nothing
    assert scores["instruments"] == {"iit": nothing, "eit": nothing, "oit": nothing}
    assert scores["analysis"] == {
        "strengths": [],
        "weaknesses": [],
        "highest": [],
        "lowest": [],
        "improve": [],
    }


def test_scores(files: dict[str, bytes]) -> None:
    scores = load(files, "2565/scores.json")
    assert scores["overall"] == {"stated": 91.25, "computed": 85.5325, "grades_stated": ["ผ่านดี"]}
    assert scores["instruments"]["oit"] == {"stated": None, "computed": 66.67, "grades_stated": []}
    assert scores["questions"][1] == {"code": "o2", "text": None, "score": None}
    assert b'"score": 100,' not in files["data/2565/scores.json"]
    assert b'"score": 100\n' in files["data/2565/scores.json"]


def test_the_index_names_every_file(site: Site, files: dict[str, bytes]) -> None:
    index = load(files, "index.json")
    named = {*index["files"].values(), *index["schemas"].values()}
    named |= {unit["deadlines"] for unit in index["units"]}
    for year in index["years"]:
        named |= set(year["files"].values())
    for_servers = set(header_files(None)) | set(well_known_files(site.agency, 0, None))
    assert named == set(files) - for_servers
    assert [year["page"] for year in index["years"]] == ["2567/", "2566/", "2565/"]


def test_the_same_site_gives_the_same_bytes(
    site: Site, files: dict[str, bytes], findings: tuple[Finding, ...]
) -> None:
    again = render_files(site, compute_years(site), built=1_700_000_000, silenced=findings)
    assert again == files
    assert list(again) == list(files)


@pytest.mark.parametrize(
    ("value", "text"),
    [("100.00", b"100"), ("0", b"0"), ("91.250", b"91.25"), ("98.965", b"98.965"), ("79.8398", b"79.8398"),
     ("1E+1", b"10"), ("33.33333333333333333333333333333333", b"33.333333333333336")],
)  # fmt: skip
def test_numbers(value: str, text: bytes) -> None:
    assert dump(number(Decimal(value))) == text + b"\n"


_PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text('กa_"\\'), inner, max_size=4),
    max_leaves=20,
)


@given(_PLAIN)
def test_dump_writes_what_the_standard_library_reads(value: Any) -> None:
    text = dump(value)
    assert json.loads(text) == value
    assert text.endswith(b"\n")


def test_dump_keeps_thai_and_indents_by_one() -> None:
    assert dump({"ก": ["ข", {}, []]}).decode() == '{\n "ก": [\n  "ข",\n  {},\n  []\n ]\n}\n'
