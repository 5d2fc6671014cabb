"""What is found at an address: a verdict, and what it rests on."""

from dataclasses import dataclass

from prongsai.errors import Text
from prongsai.evidence.answer import Answer, Telling
from prongsai.model.receipt import Verdict


@dataclass(frozen=True, slots=True)
class Found:
    """A verdict and what it rests on; ``sha256`` of files, ``fingerprint`` of pages, where they count."""

    verdict: Verdict
    reason: Text
    media_type: str | None = None
    bytes: int = 0
    sha256: str | None = None
    fingerprint: str | None = None


def good(answer: Answer, reason: Text) -> Telling:
    """The verdict of what is as it should be: where it stood, or moved for good."""
    if answer.redirects and answer.permanent:
        to = answer.final_url
        return ("moved", Text(f"{reason.th} ซึ่งย้ายถาวรไปที่ {to}", f"{reason.en}, moved for good to {to}"))
    return ("ok", reason)


def quoting(reason: Text, words_of_page: str) -> Text:
    """``reason`` with the page's own words, which stay in the page's language."""
    quoted = " ".join(words_of_page.split())
    if not quoted:
        return reason
    quoted = quoted if len(quoted) <= 80 else f"{quoted[:79]}…"
    return Text(f"{reason.th}: “{quoted}”", f"{reason.en}: “{quoted}”")
