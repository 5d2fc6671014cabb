"""New files: all of them or none, and never in the place of another."""

from pathlib import Path

import pytest

from prongsai.errors import OutputError, ProjectError
from prongsai.starting.disk import replace, take_back, write_new

FILES = {"a.txt": b"1", "b/c.txt": b"2", "b/d/e.txt": b"3"}


def tree(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_files_and_their_folders_are_made_and_taken_back(tmp_path: Path) -> None:
    made = write_new(tmp_path / "x/y", FILES)
    assert tree(tmp_path) == ["x", "x/y", "x/y/a.txt", "x/y/b", "x/y/b/c.txt", "x/y/b/d", "x/y/b/d/e.txt"]
    assert (tmp_path / "x/y/b/d/e.txt").read_bytes() == b"3"
    take_back(made)
    assert tree(tmp_path) == []


@pytest.mark.parametrize("last", range(1, 7))
def test_a_disk_that_fails_midway_leaves_nothing(
    last: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = 0

    def failing(name: str) -> None:
        whole = getattr(Path, name)

        def act(self: Path, *words: object) -> object:
            nonlocal count
            count += 1
            if count == last:
                raise OSError(28, "No space left on device", str(self))
            return whole(self, *words)

        monkeypatch.setattr(Path, name, act)

    failing("write_bytes")
    failing("replace")
    with pytest.raises(OutputError, match="No space left"):
        write_new(tmp_path / "town", FILES)
    assert tree(tmp_path) == []


@pytest.mark.parametrize("times", [1, 3, 4])
def test_a_file_that_is_held_for_a_moment_is_waited_for(
    times: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "o1.md"
    path.write_bytes(b"old")
    whole, count = Path.replace, 0

    def held(self: Path, target: Path) -> Path:
        nonlocal count
        count += 1
        if count <= times:
            raise PermissionError(13, "it is open in another program", str(target))
        return whole(self, target)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr("time.sleep", lambda _: None)
    if times < 4:
        replace(path, b"new")
    else:
        with pytest.raises(OutputError):
            replace(path, b"new")
    assert path.read_bytes() == (b"new" if times < 4 else b"old")
    assert tree(tmp_path) == ["o1.md"]


def test_what_others_put_there_meanwhile_stays(tmp_path: Path) -> None:
    made = write_new(tmp_path / "town", FILES)
    (tmp_path / "town/b/other.txt").write_bytes(b"x")
    take_back(made)
    assert tree(tmp_path) == ["town", "town/b", "town/b/other.txt"]


@pytest.mark.parametrize("name", ["a.txt", "b/c.txt"])
def test_nothing_is_written_over_a_file_or_a_dangling_link(name: str, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / name).symlink_to("nowhere")
    before = tree(tmp_path)
    with pytest.raises(ProjectError, match=name):
        write_new(tmp_path, FILES)
    assert tree(tmp_path) == before


def test_a_file_is_replaced_as_a_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "o1.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    (tmp_path / "link.md").symlink_to(path)
    replace(tmp_path / "link.md", b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "link.md").is_symlink()
    assert tree(tmp_path) == ["link.md", "o1.md"]
