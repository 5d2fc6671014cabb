"""Whether a year asks for the address of its EIT questionnaire, when, and whether one is given."""

from datetime import date
from typing import Final

from prongsai.model.agency import Channel
from prongsai.model.disclosure import Evidence
from prongsai.model.framework import Element, Item, Milestone
from prongsai.model.site import Entry, Year
from prongsai.rules.context import Context
from prongsai.rules.years import mentioned, read_name_years, read_years

_WORDS: Final = ("eit", "ผู้มีส่วนได้ส่วนเสียภายนอก")
"""By which a milestone or a piece of evidence names the questionnaire."""
_FORMS: Final = ("qr", "คิวอาร์", "แบบวัด", "แบบสำรวจ", "แบบสอบถาม")
"""By which a title says that it is the questionnaire itself."""
_QUESTIONNAIRE: Final = "/go/eit/"
"""A part of every questionnaire's address."""


def is_of_year(channel: Channel, fiscal_year: int) -> bool:
    """Whether a channel that changes by the year is the one of ``fiscal_year``: it names no other year."""
    said = mentioned(read_years(channel.title)) or mentioned(read_name_years(channel.url or ""))
    return not said or fiscal_year in said


def elements_of(item: Item) -> tuple[Element, ...]:
    """The elements of an item that ask for the questionnaire."""
    return tuple(element for element in item.elements if "eit" in element.id.split("-"))


def asking_entry(year: Year) -> Entry | None:
    """The item of a year that asks for the questionnaire."""
    return next((entry for entry in year.entries if elements_of(entry.item)), None)


def window(year: Year) -> Milestone | None:
    """The span in which people answer the questionnaire, where the year or its framework tells it."""
    known = year.settings.calendar or (year.framework.calendar if year.framework else ())
    return next((span for span in known if _names_eit(span.name) and span.start and span.end), None)


def is_open(year: Year, today: date) -> bool | None:
    """Whether the questionnaire is open on a day; None where nobody says when it is."""
    span = window(year)
    return None if span is None else bool(span.start.first() <= today <= span.end.last())


def lacks_address(context: Context, year: Year) -> bool:
    """Whether a year needs the address of its questionnaire now, and gives none.

    Needed is that of the newest year, and that of any year in whose window today lies, where the framework or
    the calendar speaks of the questionnaire at all. An agency that names no channel lacks more than this one.
    """
    if not context.site.agency.channels:
        return False
    if asking_entry(year) is None and window(year) is None:
        return False
    if year is not context.site.newest and not is_open(year, context.today):
        return False
    return not _is_given(context, year)


def _is_given(context: Context, year: Year) -> bool:
    channels = (channel for channel in context.site.agency.channels if channel.kind == "eit")
    if any(channel.url and is_of_year(channel, year.fiscal_year) for channel in channels):
        return True
    entry = asking_entry(year)
    if entry and entry.disclosure:
        tied = entry.disclosure.elements
        if any(entry.proof(element).evidence for element in elements_of(entry.item)) or (
            entry.evidence and not tied
        ):
            return True
    return any(_shows_eit(evidence) for entry in year.entries for evidence in entry.evidence)


def _shows_eit(evidence: Evidence) -> bool:
    """Whether evidence is the questionnaire, and not a report on its results."""
    if evidence.url is None:
        return False
    title = evidence.title.lower()
    return _QUESTIONNAIRE in evidence.url.lower() or (
        _names_eit(title) and any(word in title for word in _FORMS)
    )


def _names_eit(text: str) -> bool:
    return any(word in text.lower() for word in _WORDS)
