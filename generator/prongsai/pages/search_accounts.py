"""What the search finds on the pages of measures and of scores."""

from collections.abc import Iterator, Mapping
from typing import Any

from prongsai.errors import Lang
from prongsai.model.fields import Lines
from prongsai.model.measure import Guidance, Measure
from prongsai.model.site import Year
from prongsai.model.vocabulary import Vocabulary
from prongsai.model.year import Scores
from prongsai.pages import words
from prongsai.pages.measures import guidance_anchor
from prongsai.pages.search_texts import fields_of, part_of, parts_of, within
from prongsai.thai.dates import format_date
from prongsai.thai.matching import plain


def measures_of(year: Year, aimed: Mapping[str, Lines], vocabulary: Vocabulary, lang: Lang) -> dict[str, Any]:
    """The measures and the guidance of a year, each a place on their page."""
    report = year.measures
    if report is None:
        return {"empty": True}
    return parts_of(
        [
            *(_measure(one, aimed, vocabulary, lang) for one in report.measures),
            *(_guidance(one, vocabulary) for one in report.guidance),
        ]
    )


def _measure(one: Measure, aimed: Mapping[str, Lines], vocabulary: Vocabulary, lang: Lang) -> dict[str, Any]:
    about = [word for link in one.links for word in aimed.get(plain(link.title or ""), ())]
    results = [result.text for result in one.results]
    return part_of(
        one.id,
        one.title,
        words=[*about, *vocabulary.subject(one.title, one.group, one.issue)],
        also=[
            *(link.title for link in one.links if link.code.startswith(("i", "e"))),
            *vocabulary.subject(*one.approach, *one.steps, *results),
        ],
        asks=[one.group, one.issue],
        units=one.responsible,
        shown=[link.title for link in one.links],
        said=[
            *(format_date(result.date, lang=lang) for result in one.results if result.date),
            *one.approach,
            *one.steps,
            *results,
            *one.outcomes,
            *one.recommendations,
        ],
    ) | {"codes": list(dict.fromkeys(link.code for link in one.links))}


def _guidance(one: Guidance, vocabulary: Vocabulary) -> dict[str, Any]:
    title = " ".join(filter(None, (one.indicator, one.name)))
    return part_of(
        guidance_anchor(one),
        title,
        names=[one.name],
        words=vocabulary.subject(one.name),
        units=one.responsible,
        said=[*one.guidance, *one.actions],
    ) | {"codes": [one.indicator]}


def scores_of(year: Year, vocabulary: Vocabulary) -> dict[str, Any]:
    """The scores of a year: figures, what is to improve, and each question as a place on their page."""
    scores = year.settings.scores
    if scores is None:
        return {"empty": True}
    told = {link.code for one in (year.measures.measures if year.measures else ()) for link in one.links}
    parts = [
        part_of(
            question.code,
            question.text or question.code,
            words=vocabulary.subject(question.text) if question.code not in told else (),
            said=[words.number(question.score)],
        )
        | {"codes": [question.code]}
        for question in scores.questions
        # Without a score there is more about it where a measure answers to it.
        if question.score is not None or question.code not in told
    ]
    named = [" ".join(filter(None, (one.number, one.name))) for one in scores.indicators]
    improve = [one.text for one in scores.analysis.improve]
    said = [*within([*_figures(scores), *improve]), *within(note.reason for note in scores.notes)]
    also = vocabulary.subject(*(one.name for one in scores.indicators))
    return fields_of({"also": also, "shown": named, "said": said}) | parts_of(parts)


def _figures(scores: Scores) -> Iterator[str | None]:
    """The scores as the page shows them: people look for the figure that they heard of."""
    yield words.number(scores.overall.stated)
    for instrument in scores.instruments.values():
        yield words.number(instrument.stated)
    for indicator in scores.indicators:
        yield words.number(indicator.stated)
