"""``prongsai score``: the estimated OIT score."""

from pathlib import Path
from typing import Annotated

import typer

from prongsai.check import check_loaded
from prongsai.cli import show
from prongsai.cli.options import Lang, Language, Project, Quiet, ScoreForm, Today
from prongsai.cli.score_text import no_score_text, score_text
from prongsai.cli.years import chosen_day, chosen_year
from prongsai.compile import SourcesFault
from prongsai.load.project import load_project
from prongsai.report.score import no_score_document, score_document
from prongsai.score.estimate import estimate


def score(
    project: Project = Path(),
    year: Annotated[str | None, typer.Option("--year", help="ปีงบประมาณ พ.ศ.", show_default="ปีล่าสุด")] = None,
    form: Annotated[ScoreForm, typer.Option("--format", help="รูปแบบผลลัพธ์")] = ScoreForm.TEXT,
    today: Today = None,
    lang: Lang = Language.TH,
    quiet: Quiet = False,
) -> None:
    """Estimate the OIT score of a year from what it shows and from the findings."""
    show.speak(lang.value, quiet=quiet)
    loaded = load_project(project)
    if loaded.errors or loaded.site is None:
        raise SourcesFault(loaded.findings)
    wanted = chosen_year(loaded.site, year)
    found = estimate(wanted, check_loaded(loaded, project, chosen_day(today)))
    if form is ScoreForm.JSON:
        document = score_document(found) if found else no_score_document(wanted.fiscal_year)
        show.document(dict(document))
    else:
        show.result(score_text(found, lang.value) if found else no_score_text(wanted.fiscal_year, lang.value))
