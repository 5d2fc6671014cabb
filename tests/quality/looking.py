"""Opening pages with the probe in them."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.quality.kinds import Sample

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
        "(css) => { const own = new CSSStyleSheet(); own.replaceSync(css); document.adoptedStyleSheets = [own]; }",
        css,
    )


def over(
    page: Page, pages: Iterable[Sample], address_of: Callable[[Sample], str], ask: str, css: str = ""
) -> dict[str, list[str]]:
    """What the probe answers on each page, where it has anything to say."""
    told = {}
    for sample in pages:
        page.goto(address_of(sample))
        page.evaluate("document.fonts.ready.then(() => null)")
        if css:
            restyle(page, css)
        answer = page.evaluate(ask)
        if answer:
            told[f"{sample.kind} {sample.project} /{sample.path}"] = answer
    return told
