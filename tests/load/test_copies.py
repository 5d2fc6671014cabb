"""Copies found by what a lock file says, however it lies."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from prongsai.errors import Text
from prongsai.load.copies import archive_in, copies_of
from prongsai.model.disclosure import HeldFile
from prongsai.model.receipt import Receipt
from prongsai.source.problems import Problems

BODY = b"%PDF-1.4 a plan %%EOF"
HASH = hashlib.sha256(BODY).hexdigest()
NAME = f"{HASH}.pdf"
URL = "https://a.invalid/แผน.pdf"
GONE = Receipt(URL, "not_found", Text("ไม่พบ", "gone"), accepted=HASH, copy=NAME)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one copy."""
    folder = tmp_path / "town/archive/documents"
    folder.mkdir(parents=True)
    (folder / NAME).write_bytes(BODY)
    (tmp_path / NAME).write_bytes(BODY)
    (tmp_path / "town/content").mkdir()
    return tmp_path / "town"


def found(root: Path, place: object, receipt: Receipt = GONE) -> tuple[dict[str, HeldFile], list[str]]:
    lock = root / "content/receipts.lock.json"
    text = json.dumps({"archive": place, "receipts": {receipt.url: {}}}, ensure_ascii=False, indent=1)
    lock.write_text(text, "utf-8")
    problems = Problems()
    copies = copies_of(root, lock, "lock", {receipt.url: receipt}, problems)
    return copies, [f"{problem.place} {problem.kind.code}" for problem in problems]


def test_a_copy_and_where_it_will_stand(root: Path) -> None:
    copies, told = found(root, "archive")
    assert told == []
    assert copies == {
        URL: HeldFile(
            address=f"copies/{NAME}", source=str(root / "archive/documents" / NAME), bytes=len(BODY),
            media_type="application/pdf", sha256=HASH,
        )
    }  # fmt: skip


@pytest.mark.parametrize("verdict", ["ok", "moved", "timeout", "blocked"])
def test_what_is_not_known_to_be_broken_needs_no_copy(verdict: str, root: Path) -> None:
    assert found(root, "archive", replace(GONE, verdict=verdict)) == ({}, [])  # type: ignore[arg-type]


@pytest.mark.parametrize("verdict", ["not_found", "gone", "changed", "soft_404", "dns_error"])
def test_what_is_broken_gets_its_copy(verdict: str, root: Path) -> None:
    copies, _ = found(root, "archive", replace(GONE, verdict=verdict))  # type: ignore[arg-type]
    assert list(copies) == [URL]


def test_unknown_for_so_long_that_it_failed(root: Path) -> None:
    assert list(found(root, "archive", replace(GONE, verdict="timeout", failures=3))[0]) == [URL]


@pytest.mark.parametrize(
    "place", ["..", "archive/../..", "/", "\\\\host\\x", "C:archive", "archive\0", "nowhere"]
)
def test_places_that_are_none(place: str, root: Path) -> None:
    assert found(root, place) == ({}, ["lock:4:3 S511"])


@pytest.mark.parametrize("place", [None, "", 5, ["archive"], {"x": 1}])
def test_no_place_recorded_no_copies(place: object, root: Path) -> None:
    assert found(root, place) == ({}, [])


@pytest.mark.parametrize(
    "name",
    ["", "../" + NAME, f"{HASH}.html", f"{HASH}.svg", f"{HASH}.exe", f"{HASH.upper()}.pdf", "0" * 64 + ".pdf",
     NAME + "\n", f"{HASH}.pdf/x"],
)  # fmt: skip
def test_names_that_are_not_the_documents(name: str, root: Path) -> None:
    copies, told = found(root, "archive", replace(GONE, copy=name))
    assert copies == {}
    assert told == (["lock:4:3 S511"] if name else [])


def test_a_folder_that_leads_out(root: Path, tmp_path: Path) -> None:
    (root / "link").mkdir()
    (root / "link/documents").symlink_to(tmp_path)
    assert found(root, "link") == ({}, ["lock:4:3 S511"])


@pytest.mark.parametrize("text", ["", "{", "[]", "[" * 100_000, '{"archive": 1}'])
def test_a_lock_without_a_place(text: str, tmp_path: Path) -> None:
    assert archive_in(tmp_path / "none") is None
    (tmp_path / "lock").write_text(text, "utf-8")
    assert archive_in(tmp_path / "lock") is None
