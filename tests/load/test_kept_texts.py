"""The text of documents kept between builds."""

import os
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from prongsai.load import kept_texts as module
from prongsai.load.held import read_texts
from prongsai.load.kept_texts import FOLDER, kept_texts
from prongsai.model.disclosure import HeldFile
from prongsai.model.held import HeldText


def document(path: Path, text: str) -> HeldFile:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    data = path.read_bytes()
    return HeldFile(
        address=f"2566/files/{path.name}",
        source=str(path),
        bytes=len(data),
        media_type="text/plain",
        sha256=sha256(data).hexdigest(),
    )


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of what was really read."""
    done: list[str] = []

    def noting(held: Iterable[HeldFile]) -> Mapping[str, HeldText]:
        files = list(held)
        done.extend(file.address for file in files)
        return read_texts(files)

    monkeypatch.setattr(module, "read_texts", noting)
    return done


def test_a_document_is_read_once(tmp_path: Path, read: list[str]) -> None:
    file = document(tmp_path / "content/a.txt", "น้ำประปา")
    first = kept_texts([file], tmp_path)
    assert first == {file.address: HeldText(("น้ำประปา",))}
    assert kept_texts([file], tmp_path) == first
    assert read == [file.address]


def test_a_changed_document_is_read_anew(tmp_path: Path, read: list[str]) -> None:
    kept_texts([document(tmp_path / "content/a.txt", "หนึ่ง")], tmp_path)
    changed = document(tmp_path / "content/a.txt", "สอง")
    assert kept_texts([changed], tmp_path)[changed.address].pages == ("สอง",)
    assert len(read) == 2


def test_what_is_kept_may_be_deleted_or_damaged(tmp_path: Path, read: list[str]) -> None:
    file = document(tmp_path / "content/a.txt", "หนึ่ง")
    kept_texts([file], tmp_path)
    for kept in (tmp_path / FOLDER).rglob("*.json"):
        kept.write_text('{"pages": 5', "utf-8")
    assert kept_texts([file], tmp_path)[file.address].pages == ("หนึ่ง",)
    assert kept_texts([file], tmp_path)[file.address].pages == ("หนึ่ง",)
    assert len(read) == 2


def test_the_folder_keeps_itself_out_of_git(tmp_path: Path) -> None:
    kept_texts([document(tmp_path / "content/a.txt", "หนึ่ง")], tmp_path)
    assert (tmp_path / ".prongsai/.gitignore").read_text("utf-8") == "*\n"
    assert not [path for path in tmp_path.rglob("*") if path.suffix == f".{os.getpid()}"]


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    file = document(tmp_path / "content/a.txt", "หนึ่ง")
    (tmp_path / ".prongsai").write_text("in the way", "utf-8")
    assert kept_texts([file], tmp_path)[file.address].pages == ("หนึ่ง",)


def test_a_document_that_took_too_long_gets_another_chance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = document(tmp_path / "content/a.txt", "หนึ่ง")
    monkeypatch.setattr(
        module, "read_texts", lambda held: {one.address: HeldText(reason="too_slow") for one in held}
    )
    assert kept_texts([file], tmp_path)[file.address].reason == "too_slow"
    assert not list((tmp_path / FOLDER).rglob("*.json"))


def test_pictures_and_tables_are_no_documents(tmp_path: Path) -> None:
    assert (
        kept_texts(
            [document(tmp_path / "content/a.png", "x"), document(tmp_path / "content/a.csv", "x")], tmp_path
        )
        == {}
    )
