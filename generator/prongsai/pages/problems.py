"""What a browser sees while the sources have errors: the list of them, in place of a page or above it."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from prongsai.errors import Text
from prongsai.model.finding import Finding
from prongsai.pages.page import Page


def problem_notice(text: Text, findings: Sequence[Finding]) -> str:
    """A notice with every finding, as an HTML fragment."""
    rows = Markup("").join(
        Markup("<li><code>{}</code> {}</li>").format(
            f"{finding.path}:{finding.line}" if finding.line else finding.path, finding.message.th
        )
        for finding in findings
    )
    return str(
        Markup('<section class="pr-problems" role="alert"><h2>{}</h2><ul>{}</ul></section>').format(
            escape(text.th), rows
        )
    )


def problem_page(text: Text, findings: Sequence[Finding]) -> Page:
    """The front page of a preview that could not be built."""
    title = "ยังสร้างเว็บไซต์ไม่ได้"
    html = f"<h1>{title}</h1>{problem_notice(text, findings)}"
    return Page(address="", kind="front", title=title, description=title, html=html)
