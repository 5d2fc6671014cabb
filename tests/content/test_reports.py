"""The five reports as sources: they load without a finding, and their counts are those of the documents."""

from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from prongsai.load.project import load_project
from prongsai.model.measure import MeasuresReport
from prongsai.model.site import Site
from prongsai.model.year import Scores

ROOT = Path(__file__).parents[2]
PROJECTS = [".", *sorted(f"examples/{path.name}" for path in (ROOT / "examples").iterdir() if path.is_dir())]


@cache
def site(project: str) -> Site:
    loaded = load_project(ROOT / project)
    assert [f"{f.path}:{f.line}: {f.message.th}" for f in loaded.findings] == []
    assert loaded.site is not None
    return loaded.site


def measures(project: str) -> MeasuresReport:
    found = site(project).newest.measures
    assert found is not None
    return found


def scores(project: str) -> Scores:
    found = site(project).newest.settings.scores
    assert found is not None
    return found


@pytest.mark.parametrize("project", PROJECTS)
def test_every_project_loads_without_a_finding(project: str) -> None:
    assert site(project).agency.invented == (project == "examples/namsai")


def test_khao_yoi_2565() -> None:
    year = site(".").by_year[2565]
    assert (len(year.disclosures), year.summary.items) == (43, 43)
    assert (year.summary.evidence, year.summary.with_evidence) == (26, 21)
    assert len(measures(".").measures) == 8
    assert [entry.code for entry in year.entries if entry.reported == "in_progress"] == ["o23", "o43"]
    assert year.summary.done == 41


def test_kalase_2566() -> None:
    project = "examples/kalase"
    year = site(project).by_year[2566]
    assert len(year.disclosures) == 43
    assert year.framework is not None
    assert sum(len(item.elements) for item in year.framework.items) == 108
    assert (len(measures(project).measures), len(measures(project).guidance)) == (3, 8)
    assert scores(project).overall.stated == Decimal("91.25")


def test_pla_lai_2568() -> None:
    project = "examples/plalai"
    found = measures(project).measures
    assert len(found) == 19
    assert len({measure.group for measure in found}) == 7
    links = [link for measure in found for link in measure.links]
    assert len(links) == 61
    assert all(link.score is not None for link in links)
    questions = {question.code for question in scores(project).questions}
    assert questions == {f"{letter}{n}" for letter, count in (("o", 35), ("i", 15), ("e", 9))
                         for n in range(1, count + 1)}  # fmt: skip


def test_hua_ruea_2566() -> None:
    project = "examples/huaruea"
    found = measures(project).measures
    assert len(found) == 14
    assert all(measure.responsible and measure.steps for measure in found)
    assert any(measure.reporting for measure in found)
    assert any(result.date for measure in found for result in measure.results)
    assert len(scores(project).questions) == 14


def test_tako_2567() -> None:
    project = "examples/tako"
    found = scores(project)
    assert [indicator.number for indicator in found.indicators] == [str(n) for n in range(1, 11)]
    assert all(indicator.stated is not None for indicator in found.indicators)
    assert {name for name, score in found.instruments.items() if score.stated is not None} == {
        "iit",
        "eit",
        "oit",
    }
    assert found.overall.stated == Decimal("79.84")
    stages = [measure.stage for measure in measures(project).measures]
    assert (stages.count("implemented"), stages.count("recommended")) == (3, 3)
