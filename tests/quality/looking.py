"""Opening pages with the probe in them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

PROBE = Path(__file__).parent / "probe.js"
SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"
    "p { margin-bottom: 2em !important }"
)
"""What WCAG 2.2, 1.4.12 lets a reader set."""


@contextmanager
def window(browser: Browser, width: int, height: int = 800, **options: object) -> Iterator[Page]:
    """A page in a context of its own, with the probe."""
    context = browser.new_context(viewport={"width": width, "height": height}, **options)  # type: ignore[arg-type]
    context.add_init_script(path=PROBE)
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
