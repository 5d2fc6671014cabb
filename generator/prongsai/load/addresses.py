"""The addresses that were published, and where those that were given up went."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from pydantic_core import PydanticCustomError

from prongsai.errors import Text
from prongsai.load.year import read_mapping
from prongsai.model.addresses import Moved, MovedFile, read_site_address, written
from prongsai.source.place import Place
from prongsai.source.problems import Problems, quoted
from prongsai.source.reading import read_text

ADDRESSES: Final = "addresses.lock"
MOVED: Final = "moved.yml"
MAX_BYTES: Final = 64_000_000
_NOWHERE: Final = Text("ไม่มีทั้ง to และ reason", "it has neither to nor reason")
_CONFLICT: Final = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: .*)?")


def load_published(path: Path, shown: str, problems: Problems) -> Mapping[str, int]:
    """The addresses in the lock file with their lines; what is no address is a problem.

    Where git could not merge two versions, the lines of both count: an address stays published.
    """
    if not path.exists():
        return {}
    text = read_text(path, shown, problems, MAX_BYTES)
    found: dict[str, int] = {}
    for number, line in enumerate((text or "").split("\n"), start=1):
        entry = line.strip()
        if not entry or entry.startswith("#") or _CONFLICT.fullmatch(entry):
            continue
        try:
            if not entry.startswith("/"):
                raise ValueError(entry)
            found.setdefault(read_site_address(entry), number)
        except (ValueError, PydanticCustomError):
            problems.add("S602", Place(shown, number, 1), value=quoted(entry))
    return found


def load_moved(path: Path, shown: str, problems: Problems) -> Mapping[str, Moved]:
    """The entries of ``moved.yml`` by address."""
    file, node = read_mapping(MovedFile, path, shown, problems)
    found: dict[str, Moved] = {}
    lines: dict[str, int] = {}
    for number, entry in enumerate(file.moved if file and node else ()):
        place = node.at(("moved", number, "address")) if node else Place(shown)
        if entry.address in found:
            problems.add("S310", place, value=quoted(written(entry.address)), first=lines[entry.address])
        elif entry.to is None and entry.reason is None:
            problems.add("S603", place, value=quoted(written(entry.address)), reason=_NOWHERE)
        else:
            found[entry.address] = entry
            lines[entry.address] = place.line
    return found
