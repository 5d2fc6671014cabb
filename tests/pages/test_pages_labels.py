"""The texts of pages are one list, wherever they stand."""

from string import Formatter

from prongsai.pages.labels import PARTS, labels


def test_no_text_is_given_twice() -> None:
    names = [name for part in PARTS for name in part]
    assert len(names) == len(set(names)) > 200
    assert set(vars(labels("th"))) == set(names)


def test_both_languages_name_the_same_places() -> None:
    """But for plain English, which may leave one out."""
    thai, english = vars(labels("th")), vars(labels("en"))
    places = {
        name: {place for _, place, _, _ in Formatter().parse(text) if place} for name, text in thai.items()
    }
    other = {
        name: {place for _, place, _, _ in Formatter().parse(text) if place} for name, text in english.items()
    }
    assert {name for name, found in other.items() if found - places[name]} == set()
