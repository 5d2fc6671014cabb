"""Every text that the sources hold, with its place."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pydantic import BaseModel

from prongsai.rules.context import Context
from prongsai.rules.rule import Loc

BODY = "body"


class Said(NamedTuple):
    """One text of a source: ``loc`` leads to it from the top of the file's data."""

    source: str
    loc: Loc
    text: str
    fiscal_year: int | None = None
    item: str | None = None
    topic: str | None = None


def strings(model: BaseModel, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Each text in ``model`` and in what it holds, as its source has it, without what is worked out of it."""
    names = _written(type(model))
    for name, value in model.__dict__.items():
        if value is not None and name in names:
            yield from _strings(value, (*loc, name))


def _strings(value: object, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, BaseModel):
        yield from strings(value, loc)
    elif isinstance(value, tuple):
        for number, entry in enumerate(value):
            yield from _strings(entry, (*loc, number))
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _strings(entry, (*loc, key))


@lru_cache(maxsize=100)
def _written(kind: type[BaseModel]) -> frozenset[str]:
    """The fields that a source writes: its data, and the text after it."""
    return frozenset(name for name, field in kind.model_fields.items() if not field.exclude or name == BODY)


def said(context: Context) -> Iterator[Said]:
    """Each text of the agency's, the years', the measures' and the items' sources."""
    site = context.site
    for loc, text in strings(site.agency):
        yield Said(context.agency_source, loc, text)
    for year in site.years:
        for loc, text in strings(year.settings):
            yield Said(context.year_source(year), loc, text, year.fiscal_year)
        for loc, text in strings(year.measures) if year.measures else ():
            yield Said(context.measures_source(year), loc, text, year.fiscal_year)
        topics = {entry.code: entry.item.topic for entry in year.entries}
        for code, disclosure in year.disclosures.items():
            source = disclosure.source or f"{context.content}/{year.fiscal_year}/{code}.md"
            topic = topics.get(code)
            for loc, text in strings(disclosure):
                yield Said(source, loc, text, year.fiscal_year, code, topic)
