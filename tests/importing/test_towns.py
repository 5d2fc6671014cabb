"""Invented towns, in every format and shape: what an import finds is what their officers wrote."""

import base64
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from prongsai.importing.convert import Imported, Wanted, convert
from prongsai.importing.readers.opening import read_file
from prongsai.load.frameworks import shipped
from prongsai.load.project import load_project
from prongsai.model.site import Site
from prongsai.thai.text import squash
from tests.conftest import launched
from tests.importing import towns

FONTS = Path(__file__).parents[2] / "theme/prongsai_theme/assets/prongsai/fonts"
Fact = tuple[str, str, str]


def found(site: Site) -> Iterator[Fact]:
    """The same of the sources that an import drafted."""
    year = site.years[0]
    assert year.framework is not None
    for code, disclosure in year.disclosures.items():
        yield "code", code, code
        yield "title", code, squash(disclosure.title or year.framework.by_code[code].title)
        yield from (("unit", code, squash(unit)) for unit in disclosure.responsible)
        ends = (
            [end.iso() if end else "" for end in (disclosure.period.start, disclosure.period.end)]
            if disclosure.period
            else []
        )
        yield "period", code, "..".join(ends)
        yield "status", code, str(disclosure.reported)
        yield from (("address", code, str(evidence.url)) for evidence in disclosure.evidence)


def imported(path: Path, folder: Path) -> tuple[Imported, Site]:
    """A document imported, written and loaded without a problem."""
    result = convert([read_file(path)], shipped().frameworks, Wanted())
    for name, text in result.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    loaded = load_project(folder)
    assert [finding for finding in loaded.findings if finding.severity == "error"] == []
    assert loaded.site is not None
    return result, loaded.site


def compare(path: Path, town: towns.Town, shape: towns.Shape, folder: Path) -> None:
    """95 of 100 facts are right, every row has a place, and the document says whose it is."""
    result, site = imported(path, folder)
    expected, got = Counter(fact[:3] for fact in towns.facts(town, shape)), Counter(found(site))
    right, wrong = (expected & got).total(), got - expected
    assert right >= 0.95 * expected.total(), (expected - got, wrong)
    assert wrong.total() <= 0.05 * expected.total(), wrong
    assert result.placed == result.rows >= len(town.rows)
    assert len(result.doubts) <= 0.05 * result.facts
    assert (result.agency, result.years) == (town.name, (town.year,))
    assert (site.agency.district, site.agency.province) == (town.district, town.province)


@pytest.mark.parametrize("seed", [11, 12])
@pytest.mark.parametrize(("name", "make", "shape"), towns.SHAPES, ids=[name for name, _, _ in towns.SHAPES])
def test_documents_of_every_shape(
    name: str, make: towns.Make, shape: towns.Shape, seed: int, tmp_path: Path
) -> None:
    town = towns.town(seed)
    path = tmp_path / name
    path.write_bytes(make(town, shape, seed))
    compare(path, town, shape, tmp_path / "out")


@pytest.mark.e2e
@pytest.mark.parametrize("name", ["halves.docx", "sheets.xlsx", "pipes.md"])
def test_a_pdf_with_a_text_layer(name: str, chromium: str | None, tmp_path: Path) -> None:
    town = towns.town(13)
    shape = next(shape for known, _, shape in towns.SHAPES if known == name)
    page = towns.html(town, shape, 13).decode().replace("<body>", f"{_font()}<body>")
    path = tmp_path / "report.pdf"
    with launched(chromium) as browser:
        shown = browser.new_page()
        shown.set_content(page)
        shown.pdf(path=path, format="A4", landscape=True)
    compare(path, town, shape, tmp_path / "out")


def _font() -> str:
    faces = [
        f"@font-face{{font-family:{script};src:url(data:font/woff2;base64,"
        f"{base64.b64encode((FONTS / f'sarabun-{script}-400.woff2').read_bytes()).decode()})}}"
        for script in ("thai", "latin")
    ]
    return f"<style>{''.join(faces)}body{{font-family:thai,latin;font-size:11px}}</style>"
