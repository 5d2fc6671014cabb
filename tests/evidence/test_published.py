"""Addresses in a stranger's files, and what is taken from them."""

import json
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.evidence.published import (
    Index,
    Misread,
    OitFile,
    inside,
    is_relative,
    read_published,
    told,
)
from prongsai.evidence.wire import target

BASE = "https://a.go.th/oit/"
PIECES = st.sampled_from(
    ["..", ".", "%2e", "%2E%2e", "%252e%252e", "/", "//", "\\", "%2f", "%5c", "a", "ก", "#", "?", "%", "%41", " ",
     "http:", "https://b.go.th", "@b.go.th", ":", "\t", "\x00", ";", "..;", "2566", "files", "\u2028"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=8).map("".join))
def test_no_address_leads_out_of_the_site(address: str) -> None:
    found = inside(BASE, address)
    if found is None:
        return
    at = target(found)
    assert at.origin == "https://a.go.th"
    path = at.path
    for _ in range(4):
        whole = PurePosixPath("/")
        for part in path.replace("\\", "/").split("/"):
            whole = whole.parent if part.strip() == ".." else whole / part
        assert str(whole).startswith("/oit")
        assert urlsplit(urljoin(BASE, path)).path.startswith("/oit/")
        path = unquote(path, errors="replace")


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("2566/o1/", "2566/o1/"),
        ("2566/files/ผัง ๑.pdf", "2566/files/%E0%B8%9C%E0%B8%B1%E0%B8%87%20%E0%B9%91.pdf"),
        ("2566/files/แผน #1.pdf", "2566/files/%E0%B9%81%E0%B8%9C%E0%B8%99%20%231.pdf"),
        ("2566/files/100%.pdf", "2566/files/100%25.pdf"),
        ("2566/files/%E0%B8%9C.pdf", "2566/files/%E0%B8%9C.pdf"),
        ("2566/files/what?.pdf", "2566/files/what%3F.pdf"),
        ("2566/files/a..b...pdf", "2566/files/a..b...pdf"),
    ],
)
def test_a_held_file_is_asked_for_by_its_name(address: str, sent: str) -> None:
    found = inside(BASE, address)
    assert found is not None
    assert target(found).url == BASE + sent


@pytest.mark.parametrize(
    "address", ["https://a.go.th/", "mailto:x@y", "JAVASCRIPT:x", "file:///etc", "http:x"]
)
def test_an_address_with_a_scheme_is_one_of_its_own(address: str) -> None:
    assert not is_relative(address)
    assert inside(BASE, address) is None


def test_only_what_can_be_read_of_a_receipt_is_taken() -> None:
    found = told({"verdict": "ok", "class": "pass", "checked_at": "2026-03-05", "sha256": "A" * 64, "x": [1]})
    assert found is not None
    assert (found.verdict, found.judgement, found.checked_at, found.sha256) == (
        "ok",
        "pass",
        "2026-03-05",
        "a" * 64,
    )
    unknown = told({"verdict": "timeout", "class": "fail", "checked_at": 5, "sha256": "zz"})
    assert unknown is not None
    assert (unknown.judgement, unknown.checked_at, unknown.sha256) == ("fail", None, None)
    for nothing in (None, [], "ok", {}, {"verdict": "fine"}, {"verdict": ["ok"]}, {"verdict": None}):
        assert told(nothing) is None


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5),
                    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(
                        ["format", "fiscal_year", "items", "code", "evidence", "url", "years", "files"]), inner),
                    max_leaves=20))  # fmt: skip
def test_any_json_is_read_or_refused(value: object) -> None:
    data = json.dumps(value).encode()
    for kind in (Index, OitFile):
        with pytest.raises(Misread):
            read_published(kind, data)


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"{", b"[" * 150_000, b"9" * 10_000, b'"\\ud800"', b"NaN", b"{}x"]
)
def test_what_is_no_json_is_refused(data: bytes) -> None:
    with pytest.raises(Misread):
        read_published(Index, data)
