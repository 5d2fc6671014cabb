"""Every kind of page as it looked when somebody last looked: a change of a page's look is seen, and meant.

``make screenshots`` takes them anew. A picture that differs is written beside the kept one, with what
differs, into ``.venv/screenshots/``.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.quality.kinds import Sample, samples
from tests.quality.looking import visit, window
from tests.quality.pictures import difference, keep, shrunk, side_by_side

pytestmark = pytest.mark.more
KEPT = Path(__file__).parent / "screenshots"
TOWN = "examples/namsai"
"""The invented town: its sources change least, and its pages show most."""
LOST = "lost"
"""The page for lost addresses brings no font: how it looks is the machine's matter."""

SCREENS = {360: 2200, 768: 1600, 1280: 1400}
"""How far down a page a picture goes, by the width of the screen, in CSS pixels."""
PAPER = (794, 1123)
LARGEST = 6_000_000
"""Bytes of all kept pictures."""


@pytest.fixture(scope="module")
def shown(sites: dict[str, Path]) -> list[Sample]:
    """The fullest page of each kind in the invented town; of kinds that it lacks, of another."""
    own = samples({TOWN: sites[TOWN]}, most=1)
    others = [one for one in samples(sites, most=1) if one.kind not in {sample.kind for sample in own}]
    return sorted(one for one in [*own, *others] if one.kind != LOST)


def pictures(page: Page, sample: Sample, address: str) -> dict[str, Image.Image]:
    """A page at each width, light and dark, and on paper."""
    visit(page, address)
    paper = PAPER[::-1] if sample.kind == "assess" else PAPER
    taken = {}
    for width, height in SCREENS.items():
        for scheme in ("light", "dark"):
            taken[f"{width}-{scheme}"] = picture(page, width, height, media="screen", color_scheme=scheme)
    taken["print"] = picture(page, *paper, media="print", color_scheme="light")
    return taken


def picture(page: Page, width: int, height: int, **media: str) -> Image.Image:
    """What a window of that size shows, shrunk."""
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(**media)  # type: ignore[arg-type]
    return shrunk(page.screenshot(animations="disabled", caret="hide"))


def test_pages_look_as_they_did(
    browser: Browser, shown: list[Sample], address_of: Callable[[Sample], str], root: Path
) -> None:
    renew = bool(os.environ.get("PRONGSAI_REWRITE"))
    failed = root / ".venv" / "screenshots"
    shutil.rmtree(failed, ignore_errors=True)
    if renew:
        shutil.rmtree(KEPT, ignore_errors=True)
    wrong, names = [], set()
    with window(browser, 360) as page:
        for sample in shown:
            for look, now in pictures(page, sample, address_of(sample)).items():
                name = f"{sample.kind}-{look}.webp"
                names.add(name)
                if renew:
                    keep(now, KEPT / name)
                elif not (KEPT / name).is_file():
                    wrong.append(f"{name}: no picture is kept")
                else:
                    kept = Image.open(KEPT / name).convert("RGB")
                    found = difference(kept, now)
                    if found.too_large:
                        side_by_side(kept, now, failed / f"{sample.kind}-{look}.png")
                        wrong.append(f"{name}: {found.part:.1%} differs, within {found.box}")
    held = {path.name for path in KEPT.glob("*")}
    wrong += [f"{name}: no such page" for name in sorted(held - names)]
    assert not wrong, (
        f"{failed} shows kept, now and the difference; if it is meant: make screenshots\n" + "\n".join(wrong)
    )
    assert sum(path.stat().st_size for path in KEPT.glob("*")) <= LARGEST


def test_a_line_less_is_seen_and_smoothing_is_not(browser: Browser) -> None:
    with window(browser, 360) as page:
        page.set_content("<p>ข้อมูลที่เปิดเผยต่อสาธารณะ</p>" * 12)
        before = shrunk(page.screenshot())
        page.set_content("<p>ข้อมูลที่เปิดเผยต่อสาธารณะ</p>" * 11)
        assert difference(before, shrunk(page.screenshot())).too_large
        page.set_content("<div style='-webkit-text-stroke: 0.2px'>" + "<p>ข้อมูลที่เปิดเผยต่อสาธารณะ</p>" * 12)
        assert not difference(before, shrunk(page.screenshot())).too_large
