"""Sources and rules in, findings out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from prongsai.errors import Lang, Text
from prongsai.load.held import read_tables, read_texts
from prongsai.load.places import Places
from prongsai.load.project import CONTENT, Loaded, load_project
from prongsai.model.finding import Finding, in_order
from prongsai.model.site import Site
from prongsai.rules.context import Context
from prongsai.rules.registry import RULES
from prongsai.rules.rule import Hit, Rule


def check_project(root: Path, today: date, content: str = CONTENT) -> tuple[Finding, ...]:
    """All findings over the sources of the project in ``root``, in the order of files and lines.

    Raises:
        ProjectError: there are no sources.
    """
    return check_loaded(load_project(root, content), root, today, content)


def check_loaded(loaded: Loaded, root: Path, today: date, content: str = CONTENT) -> tuple[Finding, ...]:
    """The findings of loading, and those of every rule."""
    if loaded.site is None:
        return loaded.findings
    held = [file for year in loaded.site.years for file in year.held]
    context = replace(context_of(loaded.site, today, content), texts=read_texts(held))
    return with_rules(loaded, context, Places(root))


def with_rules(loaded: Loaded, context: Context, places: Places) -> tuple[Finding, ...]:
    """The findings of loading and of every rule; of an item that could not be read, the rules say nothing."""
    unread = {(finding.fiscal_year, finding.item) for finding in loaded.errors if finding.item}
    found = (one for one in run_rules(context, places) if (one.fiscal_year, one.item) not in unread)
    return in_order([*loaded.findings, *found])


def context_of(site: Site, today: date, content: str = CONTENT) -> Context:
    """What rules look at but for the text of documents, which takes time to read."""
    held = [file for year in site.years for file in year.held]
    return Context(site, today, tables=read_tables(held), content=content)


def run_rules(context: Context, places: Places, rules: Iterable[Rule] = RULES) -> Iterator[Finding]:
    """What ``rules`` find, each with its place and, where somebody silenced it, the reason."""
    silences, pieces = _silences(context), _pieces(context)
    for rule in rules:
        for hit in rule.check(context):
            yield _finding(rule, hit, places, silences, _piece(hit, pieces))


_Pieces = Mapping[tuple[str, int | None, str | None], int]


def _pieces(context: Context) -> _Pieces:
    """The number of each held document within the evidence of its item, by file, year and item."""
    return {
        (f"{context.content}/{one.held.address}", year.fiscal_year, entry.code): number
        for year, entry, disclosure in context.disclosed
        for number, one in reversed(list(enumerate(disclosure.evidence, start=1)))
        if one.held
    }


def _piece(hit: Hit, pieces: _Pieces) -> int | None:
    """The piece of evidence that a hit is about: its entry in the item's source, or the document itself."""
    match hit.loc:
        case ("evidence", int(place), *_):
            return place + 1
    return pieces.get((hit.source, hit.fiscal_year, hit.item))


def _finding(
    rule: Rule, hit: Hit, places: Places, silences: Mapping[str, Mapping[str, str]], piece: int | None
) -> Finding:
    if hit.line is not None:
        place = places.of_line(hit.source, hit.line, hit.cell)
    else:
        place = places.find(hit.source, hit.loc, hit.find, key=hit.on_key)
    return Finding(
        rule=rule.code,
        name=rule.name,
        family=rule.family,
        severity=hit.severity or rule.severity,
        message=Text(_message(rule, hit, "th"), _message(rule, hit, "en")),
        path=place.path,
        line=place.line,
        column=place.column,
        confidence=hit.confidence or rule.confidence,
        fiscal_year=hit.fiscal_year,
        item=hit.item,
        silenced=silences.get(hit.source, {}).get(rule.code) or silences[""].get(rule.code),
        evidence=piece,
    )


def _message(rule: Rule, hit: Hit, lang: Lang) -> str:
    values = {key: value.in_(lang) if isinstance(value, Text) else value for key, value in hit.values.items()}
    return rule.message.in_(lang).format_map(values)


def _silences(context: Context) -> dict[str, Mapping[str, str]]:
    """By source file, the rules that it silences; under the empty name those that the whole site silences."""
    site: Site = context.site
    found: dict[str, Mapping[str, str]] = {
        "": site.agency.silence,
        context.agency_source: site.agency.silence,
    }
    for year in site.years:
        found[context.year_source(year)] = year.settings.silence
        if year.measures:
            found[context.measures_source(year)] = year.measures.silence
    for _, entry, disclosure in context.disclosed:
        found[context.item_source(entry)] = disclosure.silence
        shown = [one.held for one in disclosure.evidence] + [one.held for one in disclosure.tables]
        for held in filter(None, shown):
            file = f"{context.content}/{held.address}"
            found[file] = {**disclosure.silence, **found.get(file, {})}
    return found
