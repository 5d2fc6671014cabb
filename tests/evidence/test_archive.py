"""Copies over real sockets, disks and processes: what is kept, what a standard reader makes of it, what is told."""

import asyncio
import gzip
import hashlib
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path
from typing import Any

import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator as Records

from prongsai.errors import OutputError, Text
from prongsai.evidence.answer import Answer, Exchange
from prongsai.evidence.archive import DOCUMENTS, MARK, Archive, Document, holds
from prongsai.evidence.settings import Settings
from prongsai.evidence.visit import Wanted, visit
from prongsai.evidence.warc import Warc, _is_ours, repair
from prongsai.model.receipt import Receipt
from tests.evidence import bodies
from tests.evidence.server import Behaviour, FaultServer, answer, raw, redirect, turns

PLAN = bodies.pdf("A plan")
PAGE = bodies.page(bodies.ARTICLE)
HTML = "text/html; charset=utf-8"
ODD = (
    b"HTTP/1.1 200 Fi\xe1ne\r\nX-Name: \xe0\xb9\x81\r\nX-Two: 1\r\nx-two: 2\r\nContent-Type: application/pdf\r\n"
    b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(PLAN), PLAN)
)
TABLE: dict[str, Behaviour] = {
    "/plan.pdf": answer(PLAN, Content_Disposition="attachment; filename=แผน.pdf"),
    "/same.exe": answer(PLAN, "application/octet-stream"),
    "/old.pdf": redirect(301, "/plan.pdf"),
    "/page.html": answer(PAGE, HTML),
    "/zipped.html": answer(gzip.compress(PAGE), HTML, Content_Encoding="gzip"),
    "/odd.pdf": raw(ODD),
    "/photo": answer(bodies.png(), "image/png"),
    "/notes": answer("บันทึกการประชุมสภาเทศบาล\n".encode(), "text/plain; charset=utf-8"),
    "/cut.pdf": raw(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n" + PLAN),
    "/grown.pdf": turns(answer(PLAN), answer(bodies.pdf("Another plan"))),
    "/tagged.pdf": turns(answer(PLAN, ETag='"1"'), answer(b"", status=304, ETag='"1"')),
}


def hashed(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[FaultServer]:
    folder = tmp_path / "authority"
    folder.mkdir()
    with FaultServer({"town": TABLE}, {}, folder) as running:
        yield running


def run(server: FaultServer, folder: Path, links: Sequence[Wanted | str]) -> list[Receipt]:
    """One run of visits whose answers are kept in ``folder``."""
    wanted = [Wanted(server.fill("{town}" + one)) if isinstance(one, str) else one for one in links]
    settings = Settings(allow=tuple(server.allowed()), gap=0.0, quick=3.0, slow=3.0)
    archive = Archive(folder)

    async def take(found: Answer, receipt: Receipt) -> None:
        archive.take(found, receipt)

    try:
        return asyncio.run(visit(wanted, settings, lambda _: None, take))
    finally:
        archive.close()


def documents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / DOCUMENTS).iterdir()}


def warcs(folder: Path) -> list[Path]:
    return sorted((folder / "warc").iterdir())


def records(path: Path) -> list[dict[str, Any]]:
    """What another program's reader finds in a WARC: FastWARC, which shares nothing with warcio."""
    found = []
    with path.open("rb") as file:
        for record in ArchiveIterator(file, record_types=WarcRecordType.any_type):
            http = record.http_headers
            found.append({
                "type": record.headers["WARC-Type"],
                "url": record.headers.get("WARC-Target-URI"),
                "warc": dict(record.headers.items()),
                "status": http.status_line if http else None,
                "http": list(http) if http else [],
                "digest": record.headers.get("WARC-Payload-Digest"),
                "body": record.reader.read(),
            })  # fmt: skip
    return found


def of_type(found: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [record for record in found if record["type"] == kind]


def checked(path: Path) -> "subprocess.CompletedProcess[str]":
    """``warcio check``, which computes every digest again."""
    words = [sys.executable, "-c", "import sys; from warcio.cli import main; sys.exit(main())", "check", "-v"]
    return subprocess.run([*words, str(path)], capture_output=True, text=True, check=False, timeout=60)


# what is kept


def test_a_document_is_kept_once_by_what_it_is(server: FaultServer, tmp_path: Path) -> None:
    """Three addresses of one PDF, one of them named like a program; pages and cut files are no documents."""
    run(server, tmp_path / "kept", ["/plan.pdf", "/same.exe", "/old.pdf", "/photo", "/notes", "/page.html",
                                    "/cut.pdf"])  # fmt: skip
    kept = documents(tmp_path / "kept")
    assert {name.rpartition(".")[2] for name in kept} == {"pdf", "png", "txt"}
    assert all(name.partition(".")[0] == hashed(body) for name, body in kept.items())
    assert kept[f"{hashed(PLAN)}.pdf"] == PLAN


def test_every_answer_is_in_the_warc_as_it_came(server: FaultServer, tmp_path: Path) -> None:
    run(server, tmp_path / "kept", ["/old.pdf", "/page.html", "/zipped.html", "/gone.html", "/odd.pdf"])
    (path,) = warcs(tmp_path / "kept")
    found = records(path)
    done = checked(path)
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("digest pass") == len(found) - len(of_type(found, "revisit"))
    assert found[0]["type"] == "warcinfo"
    by_url = {record["url"].partition("//")[2].partition("/")[2]: record for record in found[1:]
              if record["type"] in ("response", "revisit")}  # fmt: skip
    assert by_url["old.pdf"]["status"].startswith("HTTP/1.1 301")
    assert dict(by_url["old.pdf"]["http"])["Location"] == "/plan.pdf"
    assert by_url["gone.html"]["status"].startswith("HTTP/1.1 404")
    assert by_url["page.html"]["body"] == by_url["zipped.html"]["body"] == PAGE
    assert len(of_type(found, "request")) == len(of_type(found, "response")) + len(of_type(found, "revisit"))
    originals = [each for each in found if each["digest"] == f"sha256:{hashed(PLAN)}" and each["body"]]
    assert [each["body"] for each in originals] == [PLAN]


def test_a_record_agrees_with_itself(server: FaultServer, tmp_path: Path) -> None:
    """The encoding was undone, so no header may still speak of it; other headers keep their bytes and order."""
    run(server, tmp_path / "kept", ["/zipped.html", "/odd.pdf"])
    found = of_type(records(warcs(tmp_path / "kept")[0]), "response")
    zipped, odd = sorted(found, key=lambda record: record["url"], reverse=True)
    headers = dict(zipped["http"])
    assert headers["Content-Length"] == str(len(PAGE))
    assert headers["X-Archive-Orig-Content-Encoding"] == "gzip"
    assert not {"Content-Encoding", "Transfer-Encoding"} & {
        name for each in found for name, _ in each["http"]
    }
    assert dict(odd["http"])["X-Archive-Orig-Transfer-Encoding"] == "chunked"
    assert [value for name, value in odd["http"] if name.lower() == "x-two"] == ["1", "2"]
    data = gzip.decompress(warcs(tmp_path / "kept")[0].read_bytes())
    assert b"HTTP/1.1 200 Fi\xe1ne\r\nX-Name: \xe0\xb9\x81\r\n" in data


def test_a_cut_answer_says_so(server: FaultServer, tmp_path: Path) -> None:
    run(server, tmp_path / "kept", ["/cut.pdf"])
    (record,) = of_type(records(warcs(tmp_path / "kept")[0]), "response")
    assert record["warc"]["WARC-Truncated"] == "disconnect"
    assert documents(tmp_path / "kept") == {}


def test_a_second_run_adds_nothing_but_that_it_was_met_again(server: FaultServer, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    run(server, folder, ["/plan.pdf"])
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    run(server, folder, ["/plan.pdf", "/same.exe"])
    after = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    (new,) = after.keys() - before.keys()
    assert {path: after[path] for path in before} == before
    again = records(new)
    assert not of_type(again, "response")
    for record in of_type(again, "revisit"):
        assert record["warc"]["WARC-Profile"].endswith("/identical-payload-digest")
        assert record["warc"]["WARC-Refers-To-Target-URI"] == server.fill("{town}/plan.pdf")
        assert record["digest"] == f"sha256:{hashed(PLAN)}"
    assert len(of_type(again, "revisit")) == 2


def test_a_changed_document_is_kept_beside_the_first(server: FaultServer, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    run(server, folder, ["/grown.pdf"])
    url = server.fill("{town}/grown.pdf")
    (receipt,) = run(server, folder, [Wanted(url, sha256=hashed(PLAN))])
    assert receipt.verdict == "changed"
    assert set(documents(folder)) == {f"{hashed(PLAN)}.pdf", f"{receipt.sha256}.pdf"}


def test_unchanged_by_its_tag_is_a_revisit_without_a_body(server: FaultServer, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    run(server, folder, ["/tagged.pdf"])
    url = server.fill("{town}/tagged.pdf")
    (receipt,) = run(server, folder, [Wanted(url, sha256=hashed(PLAN), etag='"1"')])
    assert (receipt.verdict, receipt.status) == ("ok", 304)
    (record,) = of_type(records(warcs(folder)[1]), "revisit")
    assert record["warc"]["WARC-Profile"].endswith("/server-not-modified")
    assert record["warc"]["WARC-Refers-To-Target-URI"] == url


# what may go wrong


def made(folder: Path, body: bytes, url: str = "http://a.invalid/x", **more: Any) -> str:
    """Keep one answer as a run would; returns its hash."""
    archive = Archive(folder)
    try:
        archive.take(an_answer(body, url, **more), a_receipt(body, url))
    finally:
        archive.close()
    return hashed(body)


def an_answer(body: bytes, url: str = "http://a.invalid/x", **more: Any) -> Answer:
    headers = more.pop("headers", ((b"Content-Type", b"application/pdf"),))
    line = more.pop("line", "HTTP/1.1 200 OK")
    exchange = Exchange(url, datetime.now(UTC), (("Host", "a.invalid"),), line, headers)
    return Answer(url, url, 200, body=body, exchanges=(exchange,), **more)


def a_receipt(body: bytes, url: str = "http://a.invalid/x") -> Receipt:
    return Receipt(url, "ok", Text("", ""), 200, url, media_type="application/pdf", sha256=hashed(body))


def test_a_damaged_document_is_never_taken_for_whole(tmp_path: Path) -> None:
    """Cut, or of the same length: the next visit puts it right, and until then its hash tells."""
    sha256 = made(tmp_path, PLAN)
    path = tmp_path / DOCUMENTS / f"{sha256}.pdf"
    for broken in (PLAN[:-1], b"x" * len(PLAN)):
        path.write_bytes(broken)
        assert not holds(path, sha256)
        made(tmp_path, PLAN)
        assert path.read_bytes() == PLAN


def test_the_record_is_written_again_where_the_first_is_lost(tmp_path: Path) -> None:
    made(tmp_path, PLAN)
    warcs(tmp_path)[0].unlink()
    made(tmp_path, PLAN)
    (path,) = warcs(tmp_path)
    assert of_type(records(path), "response")[0]["body"] == PLAN


@pytest.mark.parametrize("broken", ["", "{", "[" * 10_000, '{"name": "../../x"}', "\0"])
def test_a_broken_index_only_costs_a_record(broken: str, tmp_path: Path) -> None:
    sha256 = made(tmp_path, PLAN)
    (tmp_path / "index" / f"{sha256}.json").write_text(broken, "utf-8")
    made(tmp_path, PLAN)
    archive = Archive(tmp_path)
    found = archive.document(sha256)
    archive.close()
    assert found is not None and found.name == f"{sha256}.pdf"
    assert len([each for path in warcs(tmp_path) for each in of_type(records(path), "response")]) == 2


def test_an_index_that_leads_elsewhere_is_not_believed(tmp_path: Path) -> None:
    sha256 = made(tmp_path / "kept", PLAN)
    entry = tmp_path / "kept" / "index" / f"{sha256}.json"
    (tmp_path / "secret.pdf").write_bytes(PLAN)
    for name in ("../../secret.pdf", "/etc/passwd", f"{sha256}.pdf/../x"):
        entry.write_text(json.dumps(json.loads(entry.read_text("utf-8")) | {"name": name}), "utf-8")
        assert Archive(tmp_path / "kept").document(sha256) == Document(f"{sha256}.pdf", len(PLAN))
    record = {"url": "http://a.invalid/", "at": "", "warc": "../../secret.pdf", "end": 1}
    entry.write_text(json.dumps({"name": f"{sha256}.pdf", "bytes": len(PLAN), "original": record}), "utf-8")
    assert not Archive(tmp_path / "kept").is_recorded(sha256)


def test_the_documents_alone_are_enough(tmp_path: Path) -> None:
    """As a repository that leaves the rest out: a dead link's copy is still known, a living one recorded again."""
    sha256 = made(tmp_path, PLAN)
    for name in ("index", "warc"):
        for path in (tmp_path / name).iterdir():
            path.unlink()
    archive = Archive(tmp_path)
    assert archive.document(sha256) == Document(f"{sha256}.pdf", len(PLAN))
    assert not archive.is_recorded(sha256)
    unchanged = replace(an_answer(b"", line="HTTP/1.1 304 Not Modified"), status=304)
    archive.take(unchanged, a_receipt(PLAN))
    assert warcs(tmp_path) == []
    archive.take(an_answer(PLAN), a_receipt(PLAN))
    assert archive.is_recorded(sha256)
    archive.close()
    (path,) = warcs(tmp_path)
    assert [each["type"] for each in records(path)] == ["warcinfo", "response", "request"]


def test_a_judgement_is_kept_until_the_program_changes(tmp_path: Path) -> None:
    sha256 = made(tmp_path, PLAN)
    archive = Archive(tmp_path)
    assert not archive.document(sha256).is_judged  # type: ignore[union-attr]
    archive.judge(sha256, Text("มีเลข", "a number"))
    found = Archive(tmp_path).document(sha256)
    assert found is not None
    assert (found.is_judged, found.withheld) == (True, Text("มีเลข", "a number"))
    assert not replace(found, looked_by="0.0.1").is_judged


KILLED = """
import sys, hashlib
from pathlib import Path
from tests.evidence.test_archive import an_answer, a_receipt
from prongsai.evidence.archive import Archive
archive = Archive(Path(sys.argv[1]))
number = 0
while True:
    body = b"%PDF-1.4 " + hashlib.sha256(str(number).encode()).hexdigest().encode() * 40_000 + b" %%EOF"
    archive.take(an_answer(body, f"http://a.invalid/{number}"), a_receipt(body))
    print(number, flush=True)
    number += 1
"""


@pytest.mark.parametrize("pause", [0.0, 0.013, 0.04, 0.11])
def test_killed_at_any_moment(pause: float, tmp_path: Path, root: Path) -> None:
    """Whatever is there is whole; the next run finishes the record and goes on."""
    folder = tmp_path / "kept"
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(folder)], cwd=root, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    for _ in range(3):
        process.stdout.readline()
    time.sleep(pause)
    process.kill()
    process.communicate()
    (cut,) = warcs(folder)
    assert cut.name.endswith(".warc.gz.open")
    for name, body in documents(folder).items():
        assert name.endswith(".new") or name == f"{hashed(body)}.pdf"
    made(folder, PLAN)
    assert len(warcs(folder)) == 2
    for path in warcs(folder):
        assert path.name.endswith(".warc.gz")
        assert checked(path).returncode == 0
    bodies_kept = [each["body"] for each in of_type(records(warcs(folder)[0]), "response")]
    assert len(bodies_kept) >= 3
    assert all(body.endswith(b" %%EOF") for body in bodies_kept)


def test_a_cut_record_is_taken_away_wherever_it_was_cut(tmp_path: Path) -> None:
    made(tmp_path, PLAN)
    (path,) = warcs(tmp_path)
    data = path.read_bytes()
    members = [match.start() for match in re.finditer(b"\x1f\x8b\x08\0", data)]
    last = members[-1]
    for end in (last, last + 1, last + 9, (last + len(data)) // 2, len(data) - 1, len(data)):
        path.with_name(f"{path.name}.open").write_bytes(data[:end])
        path.unlink()
        repair(tmp_path / "warc")
        assert path.read_bytes() == (data if end == len(data) else data[:last])
        assert checked_here(path)
    for end in (0, 1, members[1] - 1):
        path.with_name(f"{path.name}.open").write_bytes(data[:end])
        path.unlink(missing_ok=True)
        repair(tmp_path / "warc")
        assert warcs(tmp_path) == []


def test_what_follows_a_cut_record_is_no_record(tmp_path: Path) -> None:
    """Nor does a file that is put away take the place of another."""
    made(tmp_path, PLAN)
    (path,) = warcs(tmp_path)
    data = path.read_bytes()
    path.with_name(f"{path.name}.open").write_bytes(data + b"zeros \0\0\0 after a crash")
    repair(tmp_path / "warc")
    assert len(warcs(tmp_path)) == 2
    assert {each.read_bytes() for each in warcs(tmp_path)} == {data}


def test_a_file_that_was_put_away_meanwhile_is_nobodys(tmp_path: Path) -> None:
    with FileIO(tmp_path / "x", "xb") as file:
        (tmp_path / "x").unlink()
        assert not _is_ours(file)


def test_a_disk_that_takes_a_part_is_given_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stingy(FileIO):
        def write(self, data: Any) -> int:
            return super().write(data[:7])

    monkeypatch.setattr("prongsai.evidence.warc.FileIO", Stingy)
    made(tmp_path, PLAN)
    (path,) = warcs(tmp_path)
    assert of_type(records(path), "response")[0]["body"] == PLAN


def test_a_file_in_use_is_left_alone(tmp_path: Path) -> None:
    first = Archive(tmp_path)
    first.take(an_answer(PLAN), a_receipt(PLAN))
    made(tmp_path, b"%PDF-1.4 other %%EOF")
    assert [path.name.endswith(".open") for path in warcs(tmp_path)].count(True) == 1
    first.take(an_answer(b"%PDF-1.4 third %%EOF"), a_receipt(b"%PDF-1.4 third %%EOF"))
    first.close()
    assert all(checked(path).returncode == 0 for path in warcs(tmp_path))
    assert {path.suffix for path in warcs(tmp_path)} == {".gz"}


FULL = """
import resource, signal, sys
from pathlib import Path
from tests.evidence.test_archive import an_answer, a_receipt
from prongsai.evidence.archive import Archive
import os
import re
archive = Archive(Path(sys.argv[1]))
small = b"%PDF-1.4 small %%EOF"
archive.take(an_answer(small), a_receipt(small))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), -1))
large = os.urandom(300_000)
try:
    archive.take(an_answer(large), a_receipt(large))
except OSError as error:
    print("refused", error.errno)
archive.take(an_answer(small, "http://a.invalid/again"), a_receipt(small))
archive.close()
"""


@pytest.mark.parametrize("limit", [100_000, 300_100])
def test_a_full_disk_loses_nothing_that_was_whole(limit: int, tmp_path: Path, root: Path) -> None:
    """The disk refuses in the document, or in its record: what was written of it is taken back."""
    words = [sys.executable, "-c", FULL, str(tmp_path), str(limit)]
    done = subprocess.run(words, cwd=root, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("refused")
    (path,) = warcs(tmp_path)
    assert checked(path).returncode == 0
    assert [each["type"] for each in records(path)] == [
        "warcinfo", "response", "request", "revisit", "request",
    ]  # fmt: skip
    assert all(name.partition(".")[0] == hashed(body) for name, body in documents(tmp_path).items())
    assert not list((tmp_path / DOCUMENTS).glob(".*"))


def test_a_full_record_is_followed_by_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("prongsai.evidence.warc._LARGEST", 1000)
    archive = Archive(tmp_path)
    for number in range(4):
        body = os.urandom(2000)
        archive.take(an_answer(body, f"http://a.invalid/{number}"), a_receipt(body))
    archive.close()
    assert len(warcs(tmp_path)) == 4
    assert all(checked(path).returncode == 0 for path in warcs(tmp_path))


# what hostile hosts and folders try


@given(
    st.lists(st.tuples(st.binary(max_size=30), st.binary(max_size=60)), max_size=6),
    st.text(max_size=40),
    st.binary(max_size=200),
)
def test_no_header_begins_a_record_of_its_own(
    tmp_path_factory: pytest.TempPathFactory,
    headers: list[tuple[bytes, bytes]],
    line: str,
    body: bytes,
) -> None:
    folder = tmp_path_factory.mktemp("warc")
    warc = Warc(folder)
    given_headers = (*headers, (b"X-Trap", b"a\r\nWARC-Type: warcinfo\r\n\r\n\r\n\r\nWARC/1.1\r\n"))
    warc.record(an_answer(body, headers=given_headers, line="HTTP/1.1 " + line), hashed(body), None)
    warc.close()
    (path,) = folder.iterdir()
    found = records(path)
    assert [record["type"] for record in found] == ["warcinfo", "response", "request"]
    assert found[1]["body"] == body
    assert checked_here(path)


def checked_here(path: Path) -> bool:
    """The same as ``warcio check``, without a process for each example."""
    with path.open("rb") as file:
        for record in Records(file, check_digests="raise"):
            record.content_stream().read()
    return True


@pytest.mark.parametrize("name", ["documents", "index", "warc"])
def test_a_folder_that_leads_elsewhere_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    Archive(tmp_path / "kept")
    (tmp_path / "kept" / name).rmdir()
    (tmp_path / "kept" / name).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputError, match="elsewhere"):
        Archive(tmp_path / "kept")


def test_a_link_in_a_documents_place_is_replaced_not_followed(tmp_path: Path) -> None:
    sha256 = made(tmp_path / "kept", PLAN)
    path = tmp_path / "kept" / DOCUMENTS / f"{sha256}.pdf"
    path.unlink()
    (tmp_path / "precious").write_text("keep", "utf-8")
    path.symlink_to(tmp_path / "precious")
    made(tmp_path / "kept", PLAN)
    assert (tmp_path / "precious").read_text("utf-8") == "keep"
    assert path.read_bytes() == PLAN and not path.is_symlink()


def test_a_folder_with_something_else_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("keep", "utf-8")
    with pytest.raises(OutputError, match="something else"):
        Archive(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
    (tmp_path / "hidden").mkdir()
    (tmp_path / "hidden" / ".gitignore").write_text("*", "utf-8")
    Archive(tmp_path / "hidden")
    assert (tmp_path / "hidden" / MARK).is_file()


def test_an_unwritable_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(OutputError):
        Archive(tmp_path / "file")
