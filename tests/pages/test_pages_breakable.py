"""Long words in cells get places to break, and the text stays as it was."""

from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from prongsai.pages.breakable import breakable


def test_an_address_breaks_after_its_parts_and_a_figure_not_at_all() -> None:
    told = breakable("https://www.example.go.th/files/report.pdf 2,980,000 งบประมาณ")
    assert told == (
        "https://<wbr>www.<wbr>example.<wbr>go.<wbr>th/<wbr>files/<wbr>report.<wbr>pdf 2,980,000 งบประมาณ"
    )


@given(st.lists(st.sampled_from(["a" * 20, "/", "<", "&", ">", "-", ".", " ", "ก"])).map("".join))
def test_the_text_stays_as_it_was(text: str) -> None:
    told = breakable(text)
    assert unescape(told.replace("<wbr>", "")) == text


def test_no_piece_is_longer_than_a_column_of_words() -> None:
    assert max(map(len, breakable("W" * 300 + "/" + "x" * 90).split("<wbr>"))) <= 9
