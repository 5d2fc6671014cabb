"""What documents and tables held on the site say."""

from dataclasses import dataclass
from typing import Literal

Unread = Literal["encrypted", "locked", "broken", "too_large", "too_long", "too_slow"]
"""Why a document was not read, or not to its end.

``encrypted``: a password opens it. ``locked``: encrypted in a way that cannot be undone here, though other
programs may open it without a password. ``broken``: damaged, or not of the kind that its name says.
``too_large``: more bytes than are read, packed or not. ``too_long``: more pages or letters than are read.
``too_slow``: it took too much time.
"""


@dataclass(frozen=True)
class HeldText:
    """The text of a held document by pages; a sheet is one, and a file without pages. Tabs part cells.

    ``scanned``: it has pages but no text, so nobody can search or check it. ``reason``: why it could not be
    read; what could be read before that stands in ``pages``.
    """

    pages: tuple[str, ...] = ()
    scanned: bool = False
    reason: Unread | None = None


@dataclass(frozen=True)
class Table:
    """A CSV table held on the site: its header and its rows, as text; rows may be shorter or longer.

    ``lines`` are the rows' first lines in the file, from 1, and ``header_line`` the header's. ``cut``: there
    is more in the file than is read of it.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...] = ()
    header_line: int = 1
    cut: bool = False
