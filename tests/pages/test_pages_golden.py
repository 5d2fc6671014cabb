"""Each kind of page as it stands in ``golden/``; PRONGSAI_REWRITE=1 writes them anew."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from prongsai.model.site import Site
from prongsai.pages.edition import ComputedScores
from prongsai.pages.render import render_pages

GOLDEN = Path(__file__).parent / "golden"
PAGES = {
    "front": "",
    "year": "2566/",
    "year-unknown": "2567/",
    "indicator": "2566/9/",
    "sub_indicator": "2566/9.1/",
    "item-full": "2566/o1/",
    "item-untied": "2566/o2/",
    "item-nil": "2566/o3/",
    "item-empty": "2565/o1/",
    "assess": "2566/assess/",
    "assess-unknown": "2567/assess/",
    "measures": "2566/measures/",
    "measures-none": "2565/measures/",
    "scores": "2566/scores/",
    "scores-none": "2565/scores/",
    "changes": "2566/changes/",
    "changes-none": "2567/changes/",
    "topics": "topics/",
    "topic": "topics/structure/",
    "units": "units/",
    "widget": "widget/",
    "channels": "channels/",
    "receipts": "receipts/",
    "search": "search/",
    "moved": "2566/o40/",
    "moved-gone": "2566/files/draft.docx/",
}


@pytest.mark.parametrize("name", PAGES)
def test_page_is_as_agreed(site: Site, computed: Mapping[int, ComputedScores], name: str) -> None:
    page = next(page for page in render_pages(site, computed) if page.address == PAGES[name])
    golden = GOLDEN / f"{name}.html"
    if os.environ.get("PRONGSAI_REWRITE"):
        GOLDEN.mkdir(exist_ok=True)
        golden.write_text(page.html, "utf-8")
    assert page.html == golden.read_text("utf-8")


def test_every_kind_has_a_golden_page(site: Site, computed: Mapping[int, ComputedScores]) -> None:
    pages = list(render_pages(site, computed))
    wanted = {page.address: page.kind for page in pages if page.address in PAGES.values()}
    assert set(wanted.values()) == {page.kind for page in pages}
    assert {f"{name}.html" for name in PAGES} == {path.name for path in GOLDEN.iterdir()}
