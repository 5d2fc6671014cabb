"""Addresses that were published once, and those that say where they went.

An address counts from the site's root, without a slash before it: ``2566/o1/`` is a page,
``2566/files/a.pdf`` a file, the empty one the front page. Where people read it, the slash is written.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Final
from urllib.parse import unquote

from pydantic import BeforeValidator, Field, WithJsonSchema

from prongsai.errors import Text
from prongsai.model.fields import Frozen, Line, as_list, check_address, fault

_STEP: Final = Text("มี . หรือ .. หรือส่วนที่ว่าง", "it has a step such as .. or an empty part")
_LETTER: Final = Text("มีอักขระที่ใช้ในที่อยู่ไม่ได้", "it has a character that no address may have")
_FILE: Final = re.compile(r"\.[A-Za-z][A-Za-z0-9]*$")
_BAD: Final = frozenset('\\<>"|?*#')


def read_site_address(text: str) -> str:
    """An address on this site as people write it (``/2566/o1/``, ``2566/o1``, escaped or not).

    Raises:
        PydanticCustomError: S603 with the reason.
    """
    plain = unquote(text.strip(), errors="replace").removeprefix("/").removesuffix("index.html")
    if any(char < " " or char in _BAD or "\x7f" <= char <= "\x9f" or char == "\ufffd" for char in plain):
        raise fault("S603", value=text, reason=_LETTER)
    if plain and any(part in ("", ".", "..") for part in plain.removesuffix("/").split("/")):
        raise fault("S603", value=text, reason=_STEP)
    return plain


def written(address: str) -> str:
    """The address as it stands in files that people read."""
    return f"/{address}"


def _address(value: object) -> object:
    """A page may be written without its last slash, as people do."""
    if not isinstance(value, str):
        return value
    address = read_site_address(value)
    return address if not address or address.endswith("/") or _FILE.search(address) else f"{address}/"


def _target(value: object) -> object:
    if isinstance(value, str) and ":" in value.partition("/")[0]:
        return check_address(value)
    return _address(value)


SiteAddress = Annotated[
    str, BeforeValidator(_address), WithJsonSchema({"type": "string", "examples": ["/2566/o44/"]})
]
Target = Annotated[
    str, BeforeValidator(_target), WithJsonSchema({"type": "string", "examples": ["/2566/o43/"]})
]


class Moved(Frozen):
    """An address that was given up: where its content went (``to``), or why it is gone (``reason``)."""

    address: SiteAddress
    to: Target | None = None
    reason: Line | None = None

    @property
    def leads_out(self) -> bool:
        """Whether it leads to another site."""
        return self.to is not None and ":" in self.to.partition("/")[0]


class MovedFile(Frozen):
    """``content/moved.yml``."""

    moved: Annotated[tuple[Moved, ...], BeforeValidator(as_list), Field(max_length=20_000)] = ()


def gone(published: Iterable[str], present: Iterable[str]) -> Iterator[str]:
    """The addresses once ``published`` at which nothing would stand.

    A file's address answers also where a page stands in a folder of the file's name.
    """
    there = set(present)
    return (one for one in published if one not in there and f"{one.rstrip('/')}/" not in there)


def resolved(moved: Mapping[str, Moved], address: str) -> str | None:
    """Where ``address`` leads in the end, through entries that lead on to others; None in a circle."""
    seen = set()
    while (entry := moved.get(address)) is not None and entry.to is not None and not entry.leads_out:
        if address in seen:
            return None
        seen.add(address)
        address = entry.to
    return address
