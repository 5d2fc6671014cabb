"""Which names every system can hold."""

import unicodedata

import pytest

from prongsai.model.portable import clashes, fault_of

CAFE = "2566/files/café.pdf"


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("2566/files/แผน.pdf", None),
        ("2566/files/conference.pdf", None),
        ("2566/files/com10.pdf", None),
        ("2566/files/con.pdf", ("reserved", "con.pdf")),
        ("2566/files/NUL", ("reserved", "NUL")),
        ("2566/files/Lpt¹.tar.gz", ("reserved", "Lpt¹.tar.gz")),
        ("2566/files/aux .pdf", ("reserved", "aux .pdf")),
        ("2566/files/a./b.pdf", ("end", "a.")),
        ("2566/files/a /b.pdf", ("end", "a ")),
        (f"2566/files/{'ก' * 83}.pdf", None),
        (f"2566/files/{'ก' * 84}.pdf", ("long_name", f"{'ก' * 84}.pdf")),
        (f"2566/files/{'a' * 165}.pdf", None),
        (f"2566/files/{'a' * 166}.pdf", ("long_path", f"2566/files/{'a' * 166}.pdf")),
    ],
)
def test_what_some_system_cannot_hold(path: str, fault: tuple[str, str] | None) -> None:
    assert fault_of(path) == fault


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (["a.pdf", "b.pdf"], {}),
        (["ก.PDF", "ก.pdf"], {"ก.pdf": "ก.PDF"}),
        (["A/x.pdf", "a/y.pdf"], {}),
        (["A/x.pdf", "a/x.pdf", "a/X.pdf"], {"a/x.pdf": "A/x.pdf", "a/X.pdf": "A/x.pdf"}),
        ([CAFE, unicodedata.normalize("NFD", CAFE)], {unicodedata.normalize("NFD", CAFE): CAFE}),
        (["น้ำ.pdf", "น\u0e4d\u0e49า.pdf"], {"น\u0e4d\u0e49า.pdf": "น้ำ.pdf"}),
        (["Straße.pdf", "STRASSE.pdf"], {"STRASSE.pdf": "Straße.pdf"}),
    ],
)
def test_names_that_some_system_takes_for_one(paths: list[str], found: dict[str, str]) -> None:
    assert clashes(paths) == found
