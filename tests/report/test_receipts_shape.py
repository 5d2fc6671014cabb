"""Receipts in the files for machines: as kept, judged, and never guessed."""

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from prongsai.errors import Text
from prongsai.model.receipt import CLASS_OF, Receipt, Verdict
from prongsai.model.site import Site
from prongsai.report.files import render_files
from prongsai.report.receipts import Receipts
from prongsai.report.schemas import output_schema
from tests.report.conftest import BUILT, CHANGED, URL

NAMES = [
    "verdict", "class", "reason", "status", "final_url", "media_type", "bytes", "sha256", "checked_at",
    "first_ok", "last_ok", "failures", "copy",
]  # fmt: skip


def oit_of(site: Site) -> Any:
    return json.loads(render_files(site, {}, built=BUILT)["data/2565/oit.json"])


def first(site: Site) -> Any:
    return oit_of(site)["items"][0]["evidence"][0]


def test_the_names_are_those_of_the_receipts_document(site: Site) -> None:
    assert list(first(site)["receipt"]) == NAMES


def test_a_link_s_own_fields_stay_null(site: Site) -> None:
    found = first(site)
    assert (found["media_type"], found["bytes"], found["sha256"]) == (None, None, None)


def test_no_receipt_is_null(site: Site) -> None:
    assert first(replace(site, receipts={}))["receipt"] is None
    held = oit_of(site)["items"][0]["evidence"][1]
    assert held["receipt"] is None


@pytest.mark.parametrize("verdict", CLASS_OF)
def test_every_verdict_keeps_the_schema(verdict: Verdict, site: Site) -> None:
    receipt = Receipt(URL, verdict, Text("เหตุ", "cause"), failures=3)
    document = oit_of(replace(site, receipts={URL: receipt}))
    jsonschema.Draft202012Validator(output_schema("oit")).validate(document)
    found = document["items"][0]["evidence"][0]["receipt"]
    assert (found["verdict"], found["class"]) == (verdict, receipt.judgement)
    assert found["class"] == ("pass" if CLASS_OF[verdict] == "pass" else "fail")


def test_a_hash_that_is_none_is_null() -> None:
    shape = Receipts({URL: replace(CHANGED, sha256="ABC")}).shape(URL)
    assert shape is not None
    assert shape["sha256"] is None


def test_reasons_are_in_the_site_s_language(site: Site) -> None:
    english = replace(site, agency=site.agency.model_copy(update={"language": "en"}))
    assert first(site)["receipt"]["reason"] == CHANGED.reason.th
    assert first(english)["receipt"]["reason"] == CHANGED.reason.en


def test_a_year_without_a_filing_has_no_such_file(site: Site) -> None:
    files = render_files(site, {}, built=BUILT)
    assert [name for name in files if name.endswith("receipts-filed.json")] == [
        "data/schema/receipts-filed.json",
        "data/2565/receipts-filed.json",
    ]
    index = json.loads(files["data/index.json"])
    listed = [year["fiscal_year"] for year in index["years"] if "receipts_filed" in year["files"]]
    assert listed == [2565]
