"""Codes, questions and scores that stand together in a cell: what a measure answers to."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from prongsai.errors import Text
from prongsai.importing import reasons
from prongsai.importing.catalogue import ALIKE, Catalogue, best_framework, read_code
from prongsai.importing.cells import NOTHING
from prongsai.importing.spacing import Spacing
from prongsai.model.framework import Framework
from prongsai.thai.codes import CodeError, parse_code
from prongsai.thai.digits import to_arabic
from prongsai.thai.text import clean, squash

_SCORE: Final = re.compile(
    r"(?:ผล\s*คะแนน|(?:ได้|มี)?\s*(?:ค่า)?คะแนน)\s*(?:ที่ได้|เท่ากับ|ร้อยละ|[:=])?\s*(?P<score>[0-9๐-๙]{1,3}(?:\s?[.]\s?[0-9๐-๙]+)?)\s*(?:คะแนน)?(?=\s|$|[,;)])"
)
_LEAD: Final = re.compile(
    r"^[\s\-–•(,;]*(?P<code>[ioeIOE๐0๑1lL๖6]?\s?[0-9๐-๙]{1,3})(?![0-9๐-๙.])\s*[.):]?\s*"
)
_LETTERED: Final = re.compile(
    r"(?:(?<=\s)|(?<=^)|(?<=[,;(]))(?P<code>[ieoIEO]\s?[0-9๐-๙]{1,2})(?![0-9๐-๙])(?=[\s.):]*\S|\s*$)"
)
_LEADING: Final = re.compile(r"(?:ข้อ)?(?:คำถาม)?(?:ข้อ)?(?:ที่)?\s*$")
MISPRINT: Final = 0.95
"""From which likeness on a text differs from the framework's by misprints alone."""

_SPAN: Final = re.compile(
    r"(?P<letter>[oOieIE])\s?(?P<first>[0-9๐-๙]{1,2})\s*(?:[-–—]|ถึง)\s*(?P<again>[oOieIE])?\s?(?P<last>[0-9๐-๙]{1,2})(?![0-9๐-๙])"
)
_LED: Final = re.compile(r"OIT\s*[-–.:]?\s*(?:ข้อ(?:ที่)?\s*)?(?=[0-9๐-๙])", re.IGNORECASE)
_WORDS: Final = re.compile(r"ตัวชี้วัด|ข้อ(?:ที่)?|OIT(?=[-–: ])|[()\[\]]|แบบ", re.IGNORECASE)
_APART: Final = re.compile(r"(?<![A-Za-z])([oOieIE])\s+([0-9๐-๙]{1,2})(?![0-9๐-๙])")
_TAIL: Final = re.compile(r"\(\s*(?P<codes>[^()]{2,60})\)\s*$")
_LONGEST_SPAN: Final = 12
_MISREAD: Final = {"๑": "i", "1": "i", "l": "i", "L": "i", "๖": "i", "6": "i"}


@dataclass
class Linked:
    """A code with its title and score, as it was read. ``sure``: it is as printed, or its text says it."""

    printed: str
    code: str | None
    title: str
    score: Decimal | None
    sure: bool = True
    why: Text | None = None
    misprint: str | None = None


def scored_links(text: str) -> list[Linked]:
    """Links of a cell in which each is followed by its score; empty where there are none."""
    found = []
    start = 0
    plain = clean(" ".join(text.split()))
    for match in _SCORE.finditer(plain):
        head = plain[start : match.start()]
        lead = _LEAD.match(head)
        start = match.end()
        if lead is None:
            continue
        printed = lead["code"].strip()
        score = Decimal(to_arabic(match["score"]).replace(" ", ""))
        if score <= 100:
            found.append(Linked(printed, _plain_code(printed), head[lead.end() :].strip(" -–:"), score))
    return found


def lettered_links(text: str) -> list[Linked]:
    """Links of a cell that begins with the code of a question, each with its text and without a score."""
    plain = clean(" ".join(text.split()))
    marks = list(_LETTERED.finditer(plain))
    if (
        not marks
        or _LEADING.sub("", plain[: marks[0].start()]).strip(" -–•(")
        or (marks[0]["code"][0] in "oO" and len(plain) < 4)
    ):
        return []
    found = []
    for index, mark in enumerate(marks):
        end = marks[index + 1].start() if index + 1 < len(marks) else len(plain)
        title = plain[mark.end() : end].strip(" .):-,;")
        printed = mark["code"].strip()
        found.append(Linked(printed, _plain_code(printed), title, None))
    return found


def is_code_list(text: str) -> bool:
    """Whether a text is codes of items or questions alone: ``O12``, ``o31, o32`` or ``O31-O33``."""
    found = listed_codes(text)
    return bool(found) and all(link.code for link in found)


def listed_codes(text: str, *, plain: bool = False) -> list[Linked]:
    """The codes that a text lists, spans of them written out; what is none has no code.

    ``plain``: numbers without a letter are items, too, as where a header says that codes stand here.
    """
    found: list[Linked] = []
    text = _SPAN.sub(_spanned, _LED.sub("o", clean(text)))
    for piece in re.split(r"[\s,;/&]+|และ|หรือ", _APART.sub(r"\1\2", _WORDS.sub(" ", text))):
        piece = piece.strip("-–—:.")
        if not piece or NOTHING.match(piece):
            continue
        written = read_code(piece)
        code = written.code if written and not written.rest else None
        if code is None and plain and written and not written.rest and written.number:
            code = f"o{written.number}"
        found.append(Linked(piece, code, "", None))
    return found


def cut_codes(title: str) -> tuple[str, list[Linked]]:
    """A title without the codes that stand in brackets behind it, and those codes."""
    tail = _TAIL.search(title)
    if tail is None or not title[: tail.start()].strip():
        return title, []
    found = listed_codes(tail["codes"], plain="ข้อ" in tail["codes"] or "OIT" in tail["codes"])
    if not found or any(link.code is None for link in found):
        return title, []
    return title[: tail.start()].rstrip(), found


def _spanned(match: re.Match[str]) -> str:
    first, last = int(to_arabic(match["first"])), int(to_arabic(match["last"]))
    if (
        not first < last <= first + _LONGEST_SPAN
        or (match["again"] or match["letter"]).lower() != match["letter"].lower()
    ):
        return match[0]
    return ", ".join(f"{match['letter']}{number}" for number in range(first, last + 1))


def _plain_code(printed: str) -> str | None:
    """A code that has its letter; a zero is the letter o."""
    plain = to_arabic(printed).replace(" ", "")
    if plain[:1] not in "ieoIEO0":
        return None
    try:
        return parse_code(plain)
    except CodeError:
        return None


def framework_of(links: Sequence[Linked], frameworks: dict[str, Framework], year: int | None) -> str | None:
    """The framework whose titles and questions the links have; None when they fit none."""
    pairs = [(link.code, link.title) for link in links if link.code and link.title]
    return best_framework(frameworks, pairs, year, least=0.6)[0] if len(pairs) >= 2 else None


def settle(links: Iterable[Linked], catalogue: Catalogue | None) -> None:
    """Codes whose letter a scan misread, by the question that follows them, else by their neighbours."""
    known = list(links)
    for index, link in enumerate(known):
        match = (
            (catalogue.by_question(link.title) or catalogue.by_title(link.title))
            if catalogue and link.title
            else None
        )
        if link.code is not None:
            if (
                match
                and match.code != link.code
                and catalogue
                and catalogue.likeness(link.code, link.title) < ALIKE
            ):
                link.sure = False
                link.why = reasons.text_of_other(match.code, link.code)
            elif catalogue and link.title and MISPRINT <= catalogue.likeness(link.code, link.title) < 1:
                _mend_title(link, catalogue.official(link.code) or link.title)
            elif match is None and catalogue and catalogue.official(link.code) and link.title:
                link.sure = False
                link.why = reasons.other_text(link.code, catalogue.official(link.code))
            continue
        digits = to_arabic(link.printed).replace(" ", "")
        if match and digits.endswith(match.code[1:]):
            link.code = match.code
            link.why = reasons.LETTER_MISREAD
            if MISPRINT <= match.likeness < 1:
                _mend_title(link, match.title)
            continue
        link.code = _by_neighbours(known, index, digits)
        link.sure = False
        link.why = reasons.LETTER_GUESSED if link.code else reasons.CODE


def _mend_title(link: Linked, official: str) -> None:
    """A text with a letter or two wrong is the one that the framework has."""
    link.misprint, link.title = link.title, official


def _by_neighbours(links: Sequence[Linked], index: int, digits: str) -> str | None:
    """The code by the digits behind a misread letter, where a neighbour goes just before or after it."""
    tail = digits[1:].lstrip("0") if len(digits) > 1 and digits[0] in "16" else ""
    letter = _MISREAD.get(digits[:1], "i")
    around = [links[position].code for position in (index - 1, index + 1) if 0 <= position < len(links)]
    for number in (tail, digits):
        if number and any(
            code and code[1:].isdigit() and abs(int(code[1:]) - int(number)) == 1 for code in around
        ):
            near = next(code for code in around if code and abs(int(code[1:]) - int(number)) == 1)
            return f"{near[0]}{int(number)}"
    return f"{letter}{int(tail)}" if tail else None


def record(
    link: Linked, framework: str | None, spacing: Spacing, catalogue: Catalogue | None
) -> dict[str, Any]:
    """The link as a measure's source has it; its title in the framework's spelling where it is the same."""
    official = catalogue.official(link.code) if catalogue and link.code else None
    same = official is not None and squash(official) == squash(link.title)
    title = official if same else spacing.mended(link.title)
    return {
        "code": link.code,
        "published_as": link.printed,
        "framework": framework if official is not None and link.sure else None,
        "title": title or None,
        "score": link.score,
    }
