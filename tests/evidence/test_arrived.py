"""The look after a publishing: every address answers with its very bytes, however large they are."""

import asyncio
import tracemalloc
from hashlib import sha256
from pathlib import Path

from prongsai.evidence.arrived import Astray, Due, astray
from prongsai.evidence.settings import Settings
from tests.site.web import served

LARGE = 6_000_000
LIMIT = 1_000_000


def looked(folder: Path, wanted: dict[str, Due]) -> tuple[list[Astray], int]:
    """What fails, and how much memory the look took at the most, in bytes."""
    with served(folder) as server:
        settings = Settings(allow=(server.host,), most_sent=LIMIT, most_inflated=LIMIT)
        tracemalloc.start()
        try:
            found = asyncio.run(astray(f"http://{server.host}/", wanted, settings, lambda: None))
            return found, tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()


def due(data: bytes) -> Due:
    return Due(len(data), sha256(data).hexdigest())


def test_a_file_beyond_every_limit_of_a_visit_is_fetched_and_never_held(tmp_path: Path) -> None:
    data = bytes(range(250)) * (LARGE // 250)
    (tmp_path / "large.zip").write_bytes(data)
    (tmp_path / "index.html").write_text("<title>x</title>", "utf-8")
    wanted = {"large.zip": due(data), "": due(b"<title>x</title>")}
    found, memory = looked(tmp_path, wanted)
    assert found == []
    assert memory < LARGE // 2
    (tmp_path / "large.zip").write_bytes(data[:-1] + b"!")
    (one,), _ = looked(tmp_path, wanted)
    assert one.url.endswith("/large.zip")
    assert "something else" in one.reason.en


def test_more_than_the_largest_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(b"x" * 4 * LARGE)
    (one,), memory = looked(tmp_path, {"plan.pdf": due(b"x" * 100)})
    assert one.url.endswith("/plan.pdf")
    assert memory < LARGE


def test_what_is_missing_or_another_page_is_told(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<title>parked</title>", "utf-8")
    found, _ = looked(tmp_path, {"": due(b"<title>x</title>"), "2566/o1/": due(b"y")})
    assert ["404" in one.reason.en for one in found] == [True, False]
