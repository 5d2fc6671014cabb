"""A folder replaced as a whole: there is no moment without one."""

from pathlib import Path
from threading import Event, Thread

from prongsai.publish.folder import exchange, stage_beside, swap


def test_two_folders_change_places_and_nobody_sees_neither(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for folder in (one, two):
        folder.mkdir()
        (folder / "index.html").write_text(folder.name, "utf-8")
    stop, missing = Event(), []

    def watch() -> None:
        while not stop.is_set():
            if not (one / "index.html").exists():
                missing.append(1)

    watcher = Thread(target=watch)
    watcher.start()
    for _ in range(301):
        assert exchange(one, two)
    stop.set()
    watcher.join()
    assert (one / "index.html").read_text("utf-8") == "two"
    assert missing == []


def test_a_swap_leaves_nothing_beside(tmp_path: Path) -> None:
    target = tmp_path / "site"
    for text in ("one", "two"):
        stage = stage_beside(target)
        (stage / "index.html").write_text(text, "utf-8")
        swap(stage, target)
        assert (target / "index.html").read_text("utf-8") == text
        assert [path.name for path in tmp_path.iterdir()] == ["site"]
