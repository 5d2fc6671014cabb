"""What can go wrong beside what each target's own tests have: a full disk, a kill, a file that changes."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from prongsai.errors import OutputError
from prongsai.publish.github import Branch, fetched, hashed, push
from prongsai.publish.listing import listing_of
from prongsai.publish.zipped import write_zip
from tests.publish.sites import Killer, make_site

ROOT = Path(__file__).parents[2]
ZIP = (
    "import sys; from pathlib import Path; from prongsai.publish.zipped import write_zip;"
    "from prongsai.publish.listing import listing_of; site = Path(sys.argv[1]);"
    "print('ready', flush=True); write_zip(site, listing_of(site), Path(sys.argv[2]), lambda: None)"
)


@pytest.mark.more
@pytest.mark.parametrize("kind", ["folder", "zip", "sftp", "github"])
def test_a_disk_that_is_really_full_leaves_what_stood(kind: str, tmp_path: Path) -> None:
    """In a name space of its own, where a small disk may be mounted; nobody else sees it."""
    alone = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--mount", "--map-root-user"]
    done = subprocess.run(
        [*alone, sys.executable, "-m", "tests.publish.full_disk", kind, tmp_path],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "told:" in done.stdout
    assert done.stdout.endswith("whole\n")


@pytest.mark.more
def test_twenty_killed_packings(tmp_path: Path) -> None:
    one, two = make_site(tmp_path / "one", "one", 40), make_site(tmp_path / "two", "two", 40)
    out, killer, known = tmp_path / "site.zip", Killer(3, 0.1), {}
    for site in (one, two):
        write_zip(site, listing_of(site), out, lambda: None)
        known[out.read_bytes()] = site
    seen = set()
    for number in range(20):
        killer.run(ZIP, two if number % 2 == 0 else one, out)
        seen.add(known[out.read_bytes()])
    write_zip(one, listing_of(one), out, lambda: None)
    assert seen == {one, two}
    assert killer.done < 20
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "site.zip", "two"]


def test_a_file_that_changes_between_being_listed_and_packed(tmp_path: Path) -> None:
    site, out = make_site(tmp_path / "one", "one"), tmp_path / "site.zip"
    listing = listing_of(site)
    write_zip(site, listing, out, lambda: None)
    before = out.read_bytes()

    def meanwhile() -> None:
        (site / "index.html").write_text("half", "utf-8")

    with pytest.raises(OutputError, match=r"index\.html"):
        write_zip(site, listing, out, meanwhile)
    assert out.read_bytes() == before
    assert zipfile.is_zipfile(out)


def test_a_file_that_changes_before_it_is_committed_is_not_pushed(tmp_path: Path) -> None:
    site = make_site(tmp_path / "one", "one")
    for words in (["--bare", "server.git"], ["town"]):
        subprocess.run(["git", "init", "-q", *words], cwd=tmp_path, check=True)
    town = tmp_path / "town"
    subprocess.run(["git", "remote", "add", "origin", tmp_path / "server.git"], cwd=town, check=True)
    branch = Branch(town)
    files = hashed(site, listing_of(site))
    (site / "2566/o1/index.html").write_text("half", "utf-8")
    with pytest.raises(OutputError, match="changed while it was published"):
        push(branch, site, files, "m", None, there=fetched(branch))
    assert not fetched(branch)
