"""Names for files that every system takes and people can read: in a folder, in an address, on Windows."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePath
from typing import Final

from prongsai.model.portable import is_reserved, same
from prongsai.thai.digits import to_arabic
from prongsai.thai.text import clean

MAX_LETTERS: Final = 80
MAX_BYTES: Final = 180
_KEPT: Final = frozenset("-_.()+,")


def safe_name(name: str) -> str:
    """A file's name with its ending in small letters; what some system would refuse becomes a hyphen."""
    pure = PurePath(clean(name).replace("\\", "/")).name
    stem, dot, ending = pure.rpartition(".")
    if not dot:
        stem, ending = pure, ""
    stem = _kept(stem)
    stem = _cut(re.sub(r"-{2,}", "-", stem).strip("-_. "))
    if is_reserved(stem):
        stem = f"file-{stem}"
    return f"{stem or 'document'}{dot}{ending.lower()}"


def plain_name(name: str, code: str, topic: str, fiscal_year: int) -> str:
    """A file's name in ASCII alone, which survives every unpacking: as it is where it is that already.

    Of another, what it is stands first (``o12-action-plan``), then what was ASCII in it, such as a year or a
    month's number; the fiscal year where nothing was.
    """
    safe = safe_name(name)
    if safe.isascii():
        return safe
    stem, dot, ending = safe.rpartition(".") if "." in safe else (safe, "", "")
    left = re.findall(r"[a-z0-9]+", to_arabic(stem).lower())
    about = [part for part in (code, topic) if part and part.isascii()]
    return safe_name("-".join([*about, *(left or [str(fiscal_year)])]) + dot + ending)


def free_name(name: str, taken: Iterable[str]) -> str:
    """``name``, or with a number where one of ``taken`` is the same to a system that knows no case."""
    known = {same(other) for other in taken}
    stem, dot, ending = name.rpartition(".")
    number, found = 1, name
    while same(found) in known:
        number += 1
        found = f"{stem}-{number}{dot}{ending}"
    return found


def _kept(stem: str) -> str:
    """Letters and digits, with the marks that stand on them; all else is a hyphen, a loose mark nothing."""
    found = ""
    for letter in stem:
        kind = unicodedata.category(letter)[0]
        if kind in "LN" or letter in _KEPT:
            found += letter
        elif kind != "M":
            found += "-"
        elif found and unicodedata.category(found[-1])[0] in "LMN":
            found += letter
    return found


def _cut(stem: str) -> str:
    """At most so many letters and bytes, never between a letter and the marks that stand on it."""
    end = min(len(stem), MAX_LETTERS)
    while end and (len(stem[:end].encode()) > MAX_BYTES or _is_mark(stem[end : end + 1])):
        end -= 1
    return stem[:end].rstrip("-_. ")


def _is_mark(letter: str) -> bool:
    return bool(letter) and unicodedata.category(letter)[0] == "M"
