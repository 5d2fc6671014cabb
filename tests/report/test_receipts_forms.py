"""Receipts in every form in which they are printed, letter by letter. PRONGSAI_REWRITE=1 writes them anew."""

import json
import os
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sarif_pydantic import Sarif

from prongsai.cli.receipts_markdown import MOST, receipts_markdown
from prongsai.cli.receipts_text import receipts_text
from prongsai.errors import Lang, Text
from prongsai.model.receipt import CLASS_OF, Receipt
from prongsai.model.verdicts import CLASSES, WORDS
from prongsai.report.receipt_forms import Looks, Spot, github_receipts, junit_receipts, sarif_receipts
from prongsai.source.place import Place

GOLDEN = Path(__file__).parent / "golden" / "receipts"
LOOKED = "2026-03-05T18:30:00+00:00"  # the sixth, in Thailand


def receipt(url: str, verdict: str, thai: str, *items: str, **more: object) -> Receipt:
    found = Receipt(url, verdict, Text(thai, thai), items=items, checked_at=LOOKED)  # type: ignore[arg-type]
    return replace(found, **more)  # type: ignore[arg-type]


LOOKS = Looks(
    (
        receipt("https://a.go.th/ดี.pdf", "ok", "พบเอกสาร PDF", "2566/o1", status=200),
        receipt("https://a.go.th/old", "moved", "พบหน้าเว็บ", "2566/o1", final_url="https://a.go.th/new"),
        receipt("https://a.go.th/x.pdf", "not_found", "เครื่องตอบ 404, 100%", "2566/o2", "2567/o3",
                status=404, last_ok="2026-01-31T20:00:00+00:00", failures=2),
        receipt("https://a.go.th/`*_<b>@all", "changed", "PDF ต่างจากเดิม\n::error::\x1b[2J\ufffe", "2566/o2"),
        receipt("https://a.go.th/slow", "timeout", "ไม่ตอบภายในเวลาที่รอ", "2566/o4", failures=1),
        receipt("https://a.go.th/dead", "timeout", "ไม่ตอบภายในเวลาที่รอ", "2566/o4", failures=3),
        receipt("ftp://a.go.th/", "invalid_url", "ไม่ใช่ที่อยู่ http:// หรือ https://"),
    ),
    (
        (),
        (),
        (Spot(Place("content/2566/o2.md", 5, 24), "2566/o2"),
         Spot(Place("content/2567/o3.md", 7, 10), "2567/o3")),
        (Spot(Place("content/2566/o2.md", 6, 24), "2566/o2"),),
        (Spot(Place("content/2566/o4.md", 4, 24), "2566/o4"),),
        (Spot(Place("content/2566/o4.md", 5, 24), "2566/o4"),),
        (),
    ),
    {"2566/o2": "ข้อมูลผู้บริหาร", "2566/o4": "แผนยุทธศาสตร์"},
)  # fmt: skip

FORMS: dict[str, Callable[[Looks, Lang], str]] = {
    "text.txt": receipts_text,
    "issue.md": receipts_markdown,
    "annotations.txt": github_receipts,
    "junit.xml": junit_receipts,
    "results.sarif": lambda looks, lang: json.dumps(
        sarif_receipts(looks, lang, "0.1.0"), ensure_ascii=False, indent=1
    ),
}


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("name", FORMS)
def test_form(name: str, lang: Lang) -> None:
    found = FORMS[name](LOOKS, lang).rstrip("\n") + "\n"
    path = GOLDEN / lang / name
    if os.environ.get("PRONGSAI_REWRITE"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found, "utf-8")
    assert found == path.read_text("utf-8")


def test_sarif_holds_for_its_own_model_and_its_levels_follow_the_class() -> None:
    document = sarif_receipts(LOOKS, "th", "0.1.0")
    Sarif.model_validate(document)
    run = document["runs"][0]
    found = [(one["ruleId"], one["level"]) for one in run["results"]]
    assert found == [
        ("not_found", "error"), ("not_found", "error"), ("changed", "error"), ("timeout", "note"),
        ("timeout", "error"), ("invalid_url", "error"),
    ]  # fmt: skip
    prints = [one["partialFingerprints"]["prongsai/v1"] for one in run["results"]]
    assert len(set(prints)) == len(prints)
    later = tuple(replace(one, reason=Text("คำอื่น", "other words")) for one in LOOKS.receipts)
    again = sarif_receipts(replace(LOOKS, receipts=later), "th", "0.1.0")["runs"][0]["results"]
    assert [one["partialFingerprints"]["prongsai/v1"] for one in again] == prints


def test_junit_has_a_case_for_each_item_of_each_address() -> None:
    suites = ET.fromstring(junit_receipts(LOOKS, "th"))
    cases = [(case.get("classname"), [child.tag for child in case]) for case in suites.iter("testcase")]
    assert cases == [
        ("2566/o1", []), ("2566/o1", []), ("2566/o2", ["failure"]), ("2567/o3", ["failure"]),
        ("2566/o2", ["failure"]), ("2566/o4", ["skipped"]), ("2566/o4", ["failure"]), ("links", ["failure"]),
    ]  # fmt: skip
    assert [suites.get(key) for key in ("tests", "failures", "skipped")] == ["8", "5", "1"]


def test_an_annotation_is_one_line_whatever_a_server_says() -> None:
    lines = github_receipts(LOOKS, "th").split("\n")
    assert len(lines) == 6
    assert all(line.startswith(("::error file=", "::notice file=")) for line in lines)
    assert not any("\x1b" in line for line in lines)


def test_an_issue_never_grows_beyond_what_is_taken() -> None:
    many = Looks(tuple(
        receipt(f"https://a.go.th/{'ก' * 60}{number}", "not_found", "ตอบ 404", f"2566/o{number % 43 + 1}")
        for number in range(3_000)
    ))  # fmt: skip
    text = receipts_markdown(many, "th")
    assert MOST - 2_000 < len(text) < 65_536
    told = text.count("- [ ] ")
    assert f"…และอีก {3_000 - told} ลิงก์" in text


def test_every_verdict_is_explained_in_both_languages() -> None:
    assert set(WORDS) == set(CLASS_OF)
    assert set(CLASSES) == set(CLASS_OF.values())
    texts = [text for known in WORDS.values() for text in (known.title, known.remedy)]
    assert all(re.search("[ก-๙]", text.th) and not re.search("[ก-๙]", text.en) for text in texts)
    assert len({known.title for known in WORDS.values()}) == len(WORDS)
