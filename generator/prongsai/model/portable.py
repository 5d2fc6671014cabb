"""Names of files that every system can hold: Windows, a Mac, a server that knows no case."""

import unicodedata
from collections.abc import Iterable
from typing import Final, Literal

from prongsai.thai.text import clean

LONGEST: Final = 180
"""Characters of a path inside a site: Windows takes 260 with the folder in which the site stands."""
MAX_NAME_BYTES: Final = 255
"""Of one name in UTF-8, on Linux; a Thai letter takes three."""

# Windows opens a device for these, whatever ending follows.
_PORTS: Final = (f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³")
_RESERVED: Final = frozenset(("con", "prn", "aux", "nul", "conin$", "conout$", *_PORTS))

Fault = Literal["reserved", "end", "long_name", "long_path"]


def is_reserved(name: str) -> bool:
    """Whether Windows keeps a name for a device."""
    return name.partition(".")[0].rstrip(" ").lower() in _RESERVED


def has_lost_end(name: str) -> bool:
    """Whether Windows would drop a name's end: a dot or a space."""
    return name.endswith((" ", "."))


def fault_of(path: str) -> tuple[Fault, str] | None:
    """Why some system can't hold a file at ``path`` (forward slashes), and the part at fault; or None."""
    for part in path.split("/"):
        if is_reserved(part):
            return "reserved", part
        if has_lost_end(part):
            return "end", part
        if len(part.encode("utf-8", "surrogatepass")) > MAX_NAME_BYTES:
            return "long_name", part
    return ("long_path", path) if len(path) > LONGEST else None


def same(name: str) -> str:
    """What two names have in common that cannot lie in one folder everywhere."""
    return unicodedata.normalize("NFC", clean(name)).casefold()


def clashes(paths: Iterable[str]) -> dict[str, str]:
    """By each path that some systems take for an earlier one: that earlier one."""
    first: dict[str, str] = {}
    return {path: first[same(path)] for path in paths if first.setdefault(same(path), path) != path}
