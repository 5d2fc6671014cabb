"""Pages that say by themselves that there is nothing: apologies, told from articles and from nil reports."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from prongsai.errors import Text
from prongsai.evidence import words
from prongsai.evidence.answer import Telling
from prongsai.evidence.found import quoting
from prongsai.evidence.lasting import Line
from prongsai.evidence.page import OFTEN, Block, Page

_APOLOGY: Final = 400
"""The longest apology, in characters."""
_SOON: Final = 60
"""How far into a line an apology may begin."""
_LABEL: Final = 25
"""A line up to here is the name of something, no matter of its own."""
_LABELS: Final = 120
"""So many characters of labels stand on a page that says nothing else."""
_ASIDE: Final = 200
"""Characters of other prose beside an apology, and beside the bare words for nothing."""
_BARE_ASIDE: Final = 80
_ARTICLE: Final = 1000
"""From here on a page has a matter, whatever its title says."""
_LIST: Final = 4
"""Links with more than a label that make a list."""
_MOST: Final = 3000
"""Blocks that are looked at: a page of more is no apology."""
_PARTS: Final = re.compile(r"\s+[-–—|·»:]+\s+|\s*[|»«·–—]\s*|:\s+|\s*::\s*")

_TITLED: Final = Text("ชื่อหน้าหรือหัวเรื่องบอกว่าไม่พบ", "the title or heading says that nothing was found")
_NO_MORE: Final = Text("ทั้งหน้าบอกเพียงว่า", "the whole page says no more than")


@dataclass(frozen=True, slots=True)
class Said:
    """What a page says in its main part, sorted. ``prose``: characters that may be a matter of its own."""

    apologies: list[str]
    bare: list[str]
    prose: int
    lists: bool

    def apology(self, *, beside_documents: bool) -> str | None:
        """An apology for the page, rather than for one of its lists or documents."""
        about = words.WEB_PAGE if beside_documents else words.PAGE_MISSING if self.lists else None
        return next((line for line in self.apologies if about is None or about.search(line)), None)


def said_by(page: Page) -> Said:
    """What the main part of ``page`` says."""
    return sort(Line(block.text, linked=block.linked) for block in own_blocks(page) if not block.volatile)


def by_title(page: Page, said: Said) -> Telling | None:
    """A page whose title or heading says so, unless an article follows."""
    head = next((head for head in heads(page) if is_missing_title(head)), None)
    if head is None:
        return None
    if page.own_documents and not _in_title_and_heading(page):
        return None
    return ("soft_404", quoting(_TITLED, head)) if said.prose < _ARTICLE else None


def by_words(page: Page, said: Said) -> Telling | None:
    """A page that says no more than that there is nothing."""
    perhaps = any(words.PERHAPS_TITLE.fullmatch(part) for head in heads(page) for part in _parts(head))
    aside = _ASIDE * 2 if perhaps else _ASIDE
    apology = said.apology(beside_documents=page.own_documents > 0)
    if apology and said.prose <= aside:
        return ("soft_404", quoting(_NO_MORE, apology))
    if page.own_documents or page.pictures or page.frames or said.prose > _BARE_ASIDE:
        return None
    if said.bare and not words.NIL_TOPIC.search(page.main):
        return ("soft_404", quoting(_NO_MORE, said.bare[0]))
    if perhaps and not said.prose:
        return ("soft_404", quoting(_TITLED, heads(page)[0]))
    return None


def sort(lines: Iterable[Line]) -> Said:
    """Lines by what they are."""
    apologies: list[str] = []
    bare: list[str] = []
    prose = labels = listed = 0
    for text, _, linked in islice(lines, _MOST):
        if prose >= _ARTICLE:
            break
        kind = (_remembered if len(text) <= OFTEN else _kind)(text)
        if kind == "bare":
            bare.append(text)
        elif kind == "apology":
            apologies.append(text)
        elif linked:
            listed += len(text) > _LABEL
        elif kind == "help":
            continue
        elif len(text) <= _LABEL:
            labels += len(text)
        else:
            prose += len(text)
    return Said(apologies, bare, prose + max(0, labels - _LABELS), listed > _LIST)


def _kind(text: str) -> str:
    if is_bare(text):
        return "bare"
    if is_apology(text) or words.NOT_FOUND_TITLE.fullmatch(stripped(text[:_APOLOGY])):
        return "apology"
    return "help" if words.HELP.search(text[:_APOLOGY]) else "other"


_remembered: Final = lru_cache(4096)(_kind)


def own_blocks(page: Page) -> Iterator[Block]:
    """The blocks of the main part, without the line of copyright; all where nothing else is left."""
    own = [block for block in page.blocks if not block.chrome] or page.blocks
    return (block for block in own if not words.COPYRIGHT.search(block.text[:_APOLOGY]))


def is_apology(line: str) -> bool:
    """Whether a line says that what was asked for isn't there, rather than telling of such lines."""
    if len(line) > _APOLOGY:
        return False
    found = words.NOT_FOUND.search(line)
    return found is not None and found.start() <= _SOON and not words.QUOTED.search(line[: found.start()])


def is_bare(line: str) -> bool:
    """Whether a line is nothing but the words for nothing."""
    return bool(words.BARE.fullmatch(stripped(line)))


def is_missing_title(head: str) -> bool:
    """Whether a title or heading, or a part of it beside the site's name, is an error's."""
    return any(words.NOT_FOUND_TITLE.fullmatch(part) for part in _parts(head))


def heads(page: Page) -> list[str]:
    """The title and the first headings."""
    return [head for head in (page.title, *page.headings[:4]) if head]


def stripped(line: str) -> str:
    """A line without what decorates it."""
    return line.strip(" .!?…*-–—=\"'“”()")


def _parts(head: str) -> list[str]:
    parts = (stripped(part) for part in (head, *_PARTS.split(head)[:6]))
    return [part for part in parts if part and len(part) < 120]


def _in_title_and_heading(page: Page) -> bool:
    return is_missing_title(page.title) and any(map(is_missing_title, page.headings[:2]))
