"""A folder that people reach: swapped as a whole, kept, brought back, whatever kills the run."""

import subprocess
import sys
from pathlib import Path

import pytest

from prongsai.errors import OutputError
from prongsai.publish import folder
from prongsai.publish.listing import MANIFEST, listing_of
from prongsai.publish.placed import beside, place, standing, strangers, undo
from tests.publish.sites import Killer, is_whole, make_site

PLACE = (
    "import sys; from pathlib import Path; from prongsai.publish.placed import place;"
    "from prongsai.publish.listing import listing_of;"
    "site = Path(sys.argv[1]); print('ready', flush=True);"
    "place(site, listing_of(site), Path(sys.argv[2]), lambda: None)"
)


def put(site: Path, target: Path) -> None:
    place(site, listing_of(site), target, lambda: None)


@pytest.fixture
def one(tmp_path: Path) -> Path:
    return make_site(tmp_path / "one", "one")


@pytest.fixture
def two(tmp_path: Path) -> Path:
    return make_site(tmp_path / "two", "two")


def test_the_site_before_comes_back_and_goes_again(one: Path, two: Path, tmp_path: Path) -> None:
    www, first, second = tmp_path / "www", listing_of(one), listing_of(two)
    put(one, www)
    with pytest.raises(OutputError):
        undo(www)
    put(two, www)
    assert is_whole(www, second)
    undo(www)
    assert is_whole(www, first)
    undo(www)
    assert is_whole(www, second)
    assert not beside(www, "new").exists()
    assert standing(www) == second


def test_without_a_single_step_the_system_is_used_as_it_is(
    one: Path, two: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "_exchanger", lambda: None)
    www = tmp_path / "www"
    put(one, www)
    put(two, www)
    assert is_whole(www, listing_of(two))
    undo(www)
    assert is_whole(www, listing_of(one))
    # killed between its two steps: the next run brings the site back before it does anything else
    www.rename(beside(www, "before-x"))
    beside(www, "before").rename(tmp_path / "aside")
    beside(www, "before-x").rename(beside(www, "before"))
    assert standing(www) == listing_of(one)
    assert www.is_dir()


def test_files_that_others_put_there_come_along(one: Path, two: Path, tmp_path: Path) -> None:
    www = tmp_path / "www"
    put(one, www)
    (www / ".well-known").mkdir()
    (www / ".well-known/proof.txt").write_text("town", "utf-8")
    assert strangers(www) == [".well-known/proof.txt"]
    put(two, www)
    assert (www / ".well-known/proof.txt").read_text("utf-8") == "town"
    assert not (www / "assets/one.css").exists()


def test_a_file_that_changed_meanwhile_leaves_what_stood(one: Path, two: Path, tmp_path: Path) -> None:
    www = tmp_path / "www"
    put(one, www)
    listing = listing_of(two)
    (two / "index.html").write_text("half", "utf-8")
    with pytest.raises(OutputError, match=r"index\.html"):
        place(two, listing, www, lambda: None)
    assert is_whole(www, listing_of(one))
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_two_at_once_do_not_mix(one: Path, two: Path, tmp_path: Path) -> None:
    www = tmp_path / "www"
    put(one, www)

    def meanwhile() -> None:
        with pytest.raises(OutputError, match="another run"):
            put(one, www)

    place(two, listing_of(two), www, meanwhile)
    assert is_whole(www, listing_of(two))


def test_a_full_disk_leaves_what_stood(one: Path, two: Path, tmp_path: Path) -> None:
    www = tmp_path / "www"
    put(one, www)
    (two / "2566/files/plan.pdf").write_bytes(b"x" * 200_000)
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)); {PLACE}"
    done = subprocess.run(
        [sys.executable, "-c", limited, two, www], capture_output=True, text=True, check=False
    )
    assert "OutputError" in done.stderr
    assert is_whole(www, listing_of(one))
    assert not beside(www, "new").exists()


def killed(times: int, one: Path, two: Path, www: Path) -> int:
    """Kill so many runs that alternate between two sites; how many of them had swapped the sites."""
    first, second, killer, swapped = listing_of(one), listing_of(two), Killer(7, 0.05), 0
    put(one, www)
    for number in range(times):
        before = listing_of(www)
        killer.run(PLACE, two if number % 2 == 0 else one, www)
        assert is_whole(www, first, second), number
        assert (www / MANIFEST).is_file()
        swapped += listing_of(www) != before
    put(two, www)
    assert is_whole(www, second)
    assert not beside(www, "new").exists()
    return swapped


def test_a_run_killed_at_any_moment_leaves_a_whole_site(one: Path, two: Path, tmp_path: Path) -> None:
    killed(8, one, two, tmp_path / "www")


@pytest.mark.more
def test_a_hundred_and_twenty_killed_runs(one: Path, two: Path, tmp_path: Path) -> None:
    assert 5 < killed(120, one, two, tmp_path / "www") < 115
