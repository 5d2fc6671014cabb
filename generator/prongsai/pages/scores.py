"""The results of an assessment: what the source states beside what its own figures give."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from prongsai.model.fields import Instrument
from prongsai.model.framework import Framework
from prongsai.model.site import Year
from prongsai.model.year import Mention, QuestionScore, Scores, Stated
from prongsai.pages import links, words
from prongsai.pages.assessed import scores_title, scores_why
from prongsai.pages.edition import ComputedScores, Edition
from prongsai.pages.page import Page
from prongsai.pages.trust import site_data, trust
from prongsai.pages.views import note_views
from prongsai.pages.year import data_files, year_trail

INSTRUMENTS: tuple[Instrument, ...] = ("iit", "eit", "oit")


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A stated score beside the computed one; ``bar`` is its length of a hundred."""

    name: str
    weight: str | None
    stated: str | None
    computed: str | None
    compared: str
    grades: tuple[str, ...]
    bar: str | None


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """The score of a question or an item, with the item's page where the site has it."""

    code: str
    text: str | None
    score: str | None
    address: str | None


def scores_page(edition: Edition, year: Year) -> Page:
    """The scores of a year; a year without any says so."""
    t, scores = edition.t, year.settings.scores
    name = words.year(year.fiscal_year, edition.lang)
    computed = edition.computed.get(year.fiscal_year) if scores else None
    return edition.page(
        links.part(year.fiscal_year, "scores"),
        "scores",
        scores_title(year, edition.lang),
        f"{edition.site.agency.name}: {scores_title(year, edition.lang)}",
        year=year.fiscal_year,
        trail=year_trail(edition, year.fiscal_year),
        year_name=name,
        assessed=scores_why(year, edition.lang),
        nothing=None if scores else t.scores_none.format(year=year.fiscal_year),
        report=_report(edition, scores, computed) if scores else None,
        trust=trust(edition, [], data_files(edition, year, "scores") if scores else site_data(edition)),
    )


def _report(edition: Edition, scores: Scores, computed: ComputedScores | None) -> dict[str, object]:
    t = edition.t
    framework = _framework(edition, scores)
    overall = computed.overall if computed else None
    return {
        "overall": _row(edition, t.overall, None, scores.overall, overall),
        "target": words.number(scores.target),
        "target_met": _target_met(edition, scores),
        "instruments": [
            _row(
                edition,
                words.instrument(key, edition.lang),
                _weight(edition, framework, key),
                scores.instruments.get(key, Stated()),
                computed.instruments.get(key) if computed else None,
            )
            for key in INSTRUMENTS
            if _has_instrument(scores, computed, key)
        ],
        "indicators": [
            (
                one.number,
                one.name,
                one.instrument and one.instrument.upper(),
                words.number(one.stated),
                _bar(one.stated),
            )
            for one in scores.indicators
        ],
        "questions": list(_questions(edition, scores, framework)),
        "analysis": [
            (title, [_mention(edition, mention) for mention in mentions])
            for title, mentions in (
                (t.strengths, scores.analysis.strengths),
                (t.weaknesses, scores.analysis.weaknesses),
                (t.highest, scores.analysis.highest),
                (t.lowest, scores.analysis.lowest),
            )
            if mentions
        ],
        "improve": [
            (one.instrument and one.instrument.upper(), one.indicator, one.issue, one.text)
            for one in scores.analysis.improve
        ],
        "notes": note_views(scores.notes, edition.lang),
    }


def _framework(edition: Edition, scores: Scores) -> Framework | None:
    """The framework of the year that was assessed, where it is known."""
    return next(
        (
            one
            for one in edition.site.frameworks.values()
            if one.scheme == "nacc" and one.fiscal_year == scores.assessed_year
        ),
        None,
    )


def _has_instrument(scores: Scores, computed: ComputedScores | None, key: Instrument) -> bool:
    return key in scores.instruments or bool(computed and computed.instruments.get(key) is not None)


def _weight(edition: Edition, framework: Framework | None, key: str) -> str | None:
    weight = words.number(getattr(framework.weights, key)) if framework and framework.weights else None
    return edition.t.weight.format(percent=weight) if weight else None


def _row(
    edition: Edition, name: str, weight: str | None, stated: Stated, computed: Decimal | None
) -> ScoreRow:
    return ScoreRow(
        name,
        weight,
        words.number(stated.stated),
        words.number(computed),
        _compared(edition, stated.stated, computed),
        stated.grades_stated,
        _bar(stated.stated),
    )


def _compared(edition: Edition, stated: Decimal | None, computed: Decimal | None) -> str:
    """Whether the computed score, rounded as the stated one is printed, is the same."""
    t = edition.t
    if stated is None or computed is None:
        return str(t.not_comparable)
    step = Decimal("0.01")
    same = computed.quantize(step, ROUND_HALF_UP) == stated.quantize(step, ROUND_HALF_UP)
    return str(t.same if same else t.differs)


def _bar(score: Decimal | None) -> str | None:
    return None if score is None else f"{score:f}"


def _target_met(edition: Edition, scores: Scores) -> str | None:
    if scores.target is None or scores.overall.stated is None:
        return None
    return str(edition.t.target_met if scores.overall.stated >= scores.target else edition.t.target_missed)


def _questions(
    edition: Edition, scores: Scores, framework: Framework | None
) -> Iterator[tuple[str, list[QuestionRow]]]:
    """Questions by instrument, each kind under its name."""
    for key in INSTRUMENTS:
        rows = [_question(edition, one, framework) for one in scores.questions if one.code[0] == key[0]]
        if rows:
            yield words.instrument(key, edition.lang), rows


def _question(edition: Edition, one: QuestionScore, framework: Framework | None) -> QuestionRow:
    year = edition.by_framework.get(framework.framework) if framework else None
    entry = year.by_code.get(one.code) if year else None
    return QuestionRow(one.code, one.text, words.number(one.score), entry.page if entry else None)


def _mention(edition: Edition, mention: Mention) -> str:
    score = words.number(mention.stated)
    name = " ".join(filter(None, (mention.number, mention.name)))
    return f"{name} ({edition.t.links_score.format(score=score)})" if score else name
