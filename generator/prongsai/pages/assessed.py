"""Of which year a score is: a measures report prints the results of the year before, on which it builds."""

from prongsai.errors import Lang
from prongsai.model.site import Year
from prongsai.pages import words
from prongsai.pages.labels import labels


def other_year(year: Year) -> int | None:
    """The year that was assessed, where it is another one than the year in whose report the scores stand."""
    assessed = year.settings.scores.assessed_year if year.settings.scores else None
    return assessed if assessed != year.fiscal_year else None


def assessed_year(year: Year) -> int:
    """The year that was assessed; the report's own where nobody names another."""
    return other_year(year) or year.fiscal_year


def unsaid(year: Year) -> bool:
    """Whether there are scores of which nobody says what year they are."""
    return year.settings.scores is not None and year.settings.scores.assessed_year is None


def scores_title(year: Year, lang: Lang) -> str:
    """What a year's page of scores is called: by the year that was assessed."""
    t = labels(lang)
    return f"{t.scores} {words.year(assessed_year(year), lang)}"


def scores_door(year: Year, lang: Lang) -> str:
    """The same on the tile that leads there: with its year, unless nobody says of which year they are.

    In short: beside the link to that year somebody who looks for the year would take the one for the other.
    """
    t = labels(lang)
    return str(t.scores) if unsaid(year) else str(t.scores_of.format(year=assessed_year(year)))


def scores_link(year: Year, lang: Lang) -> str:
    """The same where its year stands beside it: the other year is named, its own goes without saying."""
    t = labels(lang)
    return scores_title(year, lang) if other_year(year) else str(t.scores)


def scores_short(year: Year, lang: Lang) -> str:
    """The same in the menu."""
    t = labels(lang)
    return str(t.scores_short_unsaid if unsaid(year) else t.scores_short_of.format(year=assessed_year(year)))


def scores_why(year: Year, lang: Lang) -> str | None:
    """A sentence that says of which year the scores are, where it isn't the year's own or nobody says."""
    t, scores = labels(lang), year.settings.scores
    if scores is None:
        return None
    if unsaid(year):
        return str(t.assessed_unknown)
    other = other_year(year)
    return str(t.assessed_year.format(assessed=other, year=year.fiscal_year)) if other else None
