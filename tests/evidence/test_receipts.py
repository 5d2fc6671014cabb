"""What a new visit makes of a kept receipt, and how receipts are written."""

import json
from dataclasses import replace
from pathlib import Path

from prongsai.errors import Text
from prongsai.evidence.links import accepting
from prongsai.evidence.receipts import merged, put_aside, write_lock
from prongsai.load.receipts import load_receipts
from prongsai.model.receipt import Receipt
from prongsai.source.problems import Problems

URL = "https://a.invalid/1.pdf"
OK = Receipt(
    URL, "ok", Text("พบเอกสาร PDF", "a PDF is there"), 200, URL, media_type="application/pdf", bytes=10,
    sha256="aa", etag='"1"', checked_at="2026-03-01T00:00:00+00:00",
)  # fmt: skip


def seen(verdict: str, day: int, **more: object) -> Receipt:
    return replace(OK, verdict=verdict, checked_at=f"2026-03-{day:02}T00:00:00+00:00", **more)  # type: ignore[arg-type]


def test_what_passes_is_accepted() -> None:
    first = merged(None, OK)
    assert (first.accepted, first.first_ok, first.last_ok, first.failures) == (
        "aa", OK.checked_at, OK.checked_at, 0,
    )  # fmt: skip
    again = merged(first, seen("ok", 9))
    assert (again.first_ok, again.last_ok) == (OK.checked_at, "2026-03-09T00:00:00+00:00")


def test_a_changed_document_stays_changed_until_it_is_taken() -> None:
    kept = merged(None, OK)
    for day in (5, 9, 14):
        kept = merged(kept, seen("changed", day, sha256="bb", etag='"2"'))
        assert (kept.accepted, kept.sha256, kept.etag) == ("aa", "bb", '"1"')
    taken = merged(accepting({URL: kept}, [URL])[URL], seen("ok", 15, sha256="bb", etag='"2"'))
    assert (taken.accepted, taken.etag, taken.first_ok) == ("bb", '"2"', OK.checked_at)


def test_a_failure_keeps_what_was_known() -> None:
    kept = merged(replace(merged(None, OK), copy="aa.pdf"), seen("not_found", 3, sha256=None, etag=None))
    assert (kept.accepted, kept.etag, kept.copy, kept.last_ok) == ("aa", '"1"', "aa.pdf", OK.checked_at)


def test_a_copy_of_another_document_is_no_copy_of_this() -> None:
    old = replace(merged(None, OK), copy="aa.pdf")
    assert merged(old, seen("ok", 4)).copy == "aa.pdf"
    assert merged(replace(old, accepted=None), seen("ok", 4, sha256="bb")).copy is None


def test_not_changed_keeps_size_and_type() -> None:
    again = merged(merged(None, OK), seen("ok", 8, status=304, media_type=None, bytes=None))
    assert (again.media_type, again.bytes) == ("application/pdf", 10)


def test_failures_count_at_most_once_in_three_days() -> None:
    kept = merged(None, seen("timeout", 1))
    for day, failures, judgement in ((2, 1, "unknown"), (4, 2, "unknown"), (6, 2, "unknown"), (7, 3, "fail")):
        kept = merged(kept, seen("timeout", day))
        assert (kept.failures, kept.judgement) == (failures, judgement)
    assert merged(kept, seen("ok", 8)).failures == 0


def test_the_file_is_sorted_and_reads_back(tmp_path: Path) -> None:
    path = tmp_path / "receipts.lock.json"
    other = replace(
        merged(None, seen("changed", 2, sha256="bb")), url="https://a.invalid/0.pdf", accepted="aa"
    )
    receipts = [merged(None, replace(OK, items=("2566/o1",), redirects=("https://b.invalid/",))), other]
    write_lock(path, receipts)
    text = path.read_text("utf-8")
    assert list(json.loads(text)["receipts"]) == ["https://a.invalid/0.pdf", URL]
    assert text.count('"accepted"') == 1
    problems = Problems()
    assert load_receipts(path, "lock", problems) == {receipt.url: receipt for receipt in receipts}
    assert not problems.found
    write_lock(path, reversed(receipts))
    assert path.read_text("utf-8") == text
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_nothing_put_aside_is_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "receipts.lock.json"
    for number in (1, 2):
        path.write_text(str(number), "utf-8")
        assert put_aside(path).name == f"{path.name}.broken-{number}"
    assert (tmp_path / f"{path.name}.broken-1").read_text("utf-8") == "1"
