"""Opening pages with the probe in them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

PROBE = Path(__file__).parent / "probe.js"
DEADLINE = 1000
"""Milliseconds that a page waits for its fonts (fonts.js)."""
PATIENT = f"""
    const plain = window.setTimeout;
    window.setTimeout = (work, after, ...rest) => plain(work, after === {DEADLINE} ? 60000 : after, ...rest);
"""
"""A page that waits for its fonts as long as it takes: a busy machine must not change what tests see."""
SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"
    "p { margin-bottom: 2em !important }"
)
"""What WCAG 2.2, 1.4.12 lets a reader set."""


@contextmanager
def window(
    browser: Browser, width: int, height: int = 800, prepare: str = PATIENT, **options: object
) -> Iterator[Page]:
    """A page in a context of its own, with the probe, that runs ``prepare`` before its own scripts."""
    context = browser.new_context(viewport={"width": width, "height": height}, **options)  # type: ignore[arg-type]
    context.add_init_script(path=PROBE)
    context.add_init_script(prepare)
    try:
        yield context.new_page()
    finally:
        context.close()


def restyle(page: Page, css: str) -> None:
    """Add a reader's own style, which no policy of the site forbids."""
    page.evaluate(
        """(css) => {
            const own = new CSSStyleSheet();
            own.replaceSync(css);
            document.adoptedStyleSheets = [own];
        }""",
        css,
    )


def visit(page: Page, address: str) -> None:
    """Open a page and wait until its fonts are there and it shows itself."""
    page.goto(address)
    page.locator("html:not(.frame-wait)").wait_for()
    page.evaluate("document.fonts.ready.then(() => null)")
