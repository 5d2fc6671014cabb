"""Long paths on Windows, as far as another system can show them."""

from pathlib import Path, PureWindowsPath

import pytest

from prongsai.source.reach import ANY_LENGTH, extended, reach

HOME = "C:\\Users\\somchai\\Documents"
LONG = HOME + "\\" + "ก" * 230


@pytest.mark.parametrize(
    ("path", "below", "text"),
    [
        (HOME, 0, HOME),
        (HOME, 220, HOME),
        (HOME, 221, f"\\\\?\\{HOME}"),
        (HOME, ANY_LENGTH, f"\\\\?\\{HOME}"),
        (LONG, 0, f"\\\\?\\{LONG}"),
        (f"\\\\?\\{LONG}", 0, f"\\\\?\\{LONG}"),
        ("\\\\server\\share\\town", ANY_LENGTH, "\\\\?\\UNC\\server\\share\\town"),
        ("C:/Users/somchai/Documents", ANY_LENGTH, f"\\\\?\\{HOME}"),
    ],
)
def test_a_long_path_says_that_it_is_one(path: str, below: int, text: str) -> None:
    assert extended(PureWindowsPath(path), below) == text


def test_what_stands_under_it_is_reached_by_names_with_forward_slashes() -> None:
    folder = PureWindowsPath(extended(PureWindowsPath(HOME), ANY_LENGTH))
    path = folder / "2566/files/แผน.pdf"
    assert str(path) == f"\\\\?\\{HOME}\\2566\\files\\แผน.pdf"
    assert path.relative_to(folder).as_posix() == "2566/files/แผน.pdf"


def test_other_systems_take_paths_as_they_are(tmp_path: Path) -> None:
    assert reach(tmp_path / ("a" * 300), ANY_LENGTH) == tmp_path / ("a" * 300)
