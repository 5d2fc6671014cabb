"""The codes of items, in every way that officers write them."""

import pickle
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.thai.codes import MAX_LENGTH, CodeError, parse_code, sort_key, split_code
from prongsai.thai.digits import to_thai

EXAMPLES = {
    "o12": [
        *("o12", "O12", "o๑๒", "O๑๒", "๐๑๒", "012", "o 12", "ข้อ 12", "ข้อ o12", "ข้อ ๑๒", "ข้อ๑๒", "OIT 12"),
        *("OIT o12", "oit ๑๒", "OIT ข้อ 12", "ข้อที่ ๑๒", "ข้อ ๐๑๒", "ｏ１２", "Ｏ１２", "０１２", " o12\n"),
        *("o\u200b12", "o\u00a012", "o012", "0012", "๐ ๑๒"),
    ],
    "o1": ["๐๑", "01", "o01", "o1", "O๐๑", "o001", "ข้อ 1", "ข้อ 01"],
    "o10": ["๐๑๐", "010", "o10", "ข้อ 10", "ข้อ ๑๐"],
    "o100": ["๐๑๐๐", "0100", "ข้อ 100"],
    "i1": ["i๑", "I1", "i1", "ｉ１", "i01", "I ๑", "ข้อ i1"],
    "e9": ["e๙", "E9", "Ｅ９", "e09", "ข้อ E9"],
    "o199": ["o199", "๐๑๙๙"],
}
REFUSED = ["", " ", "12", "๑๒", "1", "0", "๐", "00", "o", "o0", "ข้อ", "ข้อ 0", "OIT", "o200", "o1000", "x1"]
REFUSED += [
    "o-1",
    "o1.5",
    "o1a",
    "oo1",
    "io1",
    "o1 o2",
    "o1-o5",
    "ข้อ ก",
    "OIT i3",
    "o²",
    "o٣",
    "๐.๑",
    "-1",
    "i",
]


@pytest.mark.parametrize(
    ("written", "code"), [(written, code) for code, forms in EXAMPLES.items() for written in forms]
)
def test_examples(written: str, code: str) -> None:
    assert parse_code(written) == code


@pytest.mark.parametrize("written", REFUSED)
def test_refused(written: str) -> None:
    with pytest.raises(CodeError) as caught:
        parse_code(written)
    assert caught.value.value == written
    assert repr(written) in str(caught.value)


def test_error_is_a_value_error_and_survives_pickling() -> None:
    error = pickle.loads(pickle.dumps(CodeError("x1")))
    assert isinstance(error, CodeError)
    assert issubclass(CodeError, ValueError)
    assert error.value == "x1"


def written_forms(letter: str, number: int) -> list[str]:
    heads = [
        letter,
        letter.upper(),
        chr(ord(letter) + 0xFEE0),
        f"{letter} ",
        f"ข้อ {letter}",
        f"ข้อ{letter.upper()} ",
    ]
    if letter == "o":
        heads += ["0", "๐", "ข้อ ", "ข้อ", "ข้อที่ ", "OIT ", "OIT o", "OIT ข้อ "]
    numbers = [str(number), f"0{number}", f"{number:03d}"]
    numbers += [to_thai(form) for form in numbers]
    return [f"{pad}{head}{form}{pad}" for pad in ("", " ", "\u00a0") for head in heads for form in numbers]


@settings(deadline=None)
@given(st.sampled_from("oie"), st.integers(1, 199))
def test_every_written_form_reads_back(letter: str, number: int) -> None:
    code = f"{letter}{number}"
    assert {parse_code(form) for form in written_forms(letter, number)} == {code}
    assert split_code(code) == (letter, number)


@settings(deadline=None)
@given(st.text(max_size=30) | st.text("oiOIeTt0๐1๑29 ข้อที่.-０１\u200b", max_size=12))
def test_arbitrary_text_gives_a_canonical_code_or_code_error(text: str) -> None:
    try:
        code = parse_code(text)
    except CodeError:
        return
    assert parse_code(code) == code
    letter, number = split_code(code)
    assert f"{letter}{number}" == code
    assert 1 <= number <= 199


@pytest.mark.parametrize("code", ["", "O12", "o01", "012", "o๑๒", "o0", "o200", "o12 ", "o12\n", "x1", "12"])
def test_split_wants_canonical_codes(code: str) -> None:
    with pytest.raises(CodeError):
        split_code(code)
    with pytest.raises(CodeError):
        sort_key(code)


def test_sort_key_counts_and_keeps_instruments_together() -> None:
    codes = ["o10", "e1", "o2", "i10", "o1", "i9"]
    assert sorted(codes, key=sort_key) == ["i9", "i10", "e1", "o1", "o2", "o10"]


@pytest.mark.parametrize("piece", ["0", " ", "ข้อ ", "o", "\u200b", "1", "OIT "])
def test_long_text_is_refused_at_once(piece: str) -> None:
    started = time.process_time()
    with pytest.raises(CodeError) as caught:
        parse_code(piece * 1_000_000)
    with pytest.raises(CodeError):
        parse_code("o" + piece * (MAX_LENGTH // len(piece) - 1) + "x")
    assert time.process_time() - started < 1
    assert len(caught.value.value) == MAX_LENGTH
