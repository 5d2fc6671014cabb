"""What a browser sees while the sources have errors: the list of them, in place of a page or above it."""

from collections.abc import Sequence

from prongsai.errors import Text
from prongsai.model.finding import Finding
from prongsai.pages.edition import component
from prongsai.pages.page import Page


def problem_notice(text: Text, findings: Sequence[Finding]) -> str:
    """A notice with every finding, as an HTML fragment."""
    rows = [
        (f"{finding.path}:{finding.line}" if finding.line else finding.path, finding.message.th)
        for finding in findings
    ]
    return str(component("problems").problem_notice(text.th, rows))


def notes_for(page: Page, findings: Sequence[Finding]) -> str:
    """In a preview, what the rules find about this page: an item, a year, or in front all the rest."""
    own = [finding for finding in findings if finding.silenced is None and _belongs(finding, page)]
    return problem_notice(_FOUND, own) if own else ""


def _belongs(finding: Finding, page: Page) -> bool:
    if page.kind == "item":
        return (finding.fiscal_year, finding.item) == (page.fiscal_year, page.item)
    if page.kind == "year":
        return finding.fiscal_year == page.fiscal_year and finding.item is None
    return page.kind == "front" and finding.fiscal_year is None


_FOUND = Text("ข้อสังเกตของหน้านี้ (เห็นเฉพาะตอนดูตัวอย่าง)", "Findings of this page (seen in the preview only)")


def blank_page() -> Page:
    """The front page of a preview that was never built."""
    title = "ยังสร้างเว็บไซต์ไม่ได้"
    return Page(address="", kind="front", title=title, description=title, html=f"<h1>{title}</h1>")
