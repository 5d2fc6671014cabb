"""A title for a document that nobody has given one: its file's name, what it begins with, or its item's."""

import re
from pathlib import PurePath
from typing import Final

from prongsai.model.framework import Item
from prongsai.starting.documents import Document, Link
from prongsai.thai.text import clean

MAX_TITLE: Final = 150
_MACHINE: Final = re.compile(
    r"(?:scan(?:ned)?|img|image|dsc|doc|document|file|untitled|new|copy|download|pdf|เอกสาร|สแกน|ไฟล์|สำเนา)?[\W\d_]*",
    re.IGNORECASE,
)
_HASH: Final = re.compile(r"[0-9a-f-]{12,}", re.IGNORECASE)
_THAI: Final = re.compile("[ก-ฮ]")


def title_for(document: Document | Link, item: Item) -> str:
    """The best title at hand; it always has letters, and no year that the document does not say.

    An address says little, its item's title says more.
    """
    if isinstance(document, Link):
        return item.title
    return _of_name(document.name) or _of_text(document) or item.title


def _of_name(name: str) -> str | None:
    """The words of a file's name; None where a machine gave it."""
    stem = re.sub(r"\s*\(\d+\)$", "", PurePath(clean(name)).stem)
    words = " ".join(re.sub(r"[_+]+|(?<=\D)-|-(?=\D)", " ", stem).split())
    if _MACHINE.fullmatch(words) or _HASH.fullmatch(stem) or sum(map(str.isalpha, words)) < 3:
        return None
    return words[:MAX_TITLE].rstrip()


def _of_text(document: Document) -> str | None:
    """The first line that reads like a heading; text that was cut to pieces or garbled does not."""
    prose = document.text is not None and document.ending not in (".csv", ".json")
    for page in document.text.pages[:1] if document.text and prose else ():
        for line in page.split("\n")[:12]:
            words = " ".join(clean(line).split())
            if (
                8 <= len(words) <= MAX_TITLE
                and len(_THAI.findall(words)) * 2 > len(words)
                and "\ufffd" not in words
            ):
                return words
    return None
