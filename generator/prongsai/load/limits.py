"""How much of a held document is read, and the text of one that is nothing but text."""

from prongsai.model.held import Unread

MAX_BYTES = 25_000_000
MAX_PAGES = 500
MAX_LETTERS = 2_000_000
MAX_SECONDS = 20
MAX_MEMORY = 2_000_000_000
MAX_ROWS = 100_000

DOCUMENTS = frozenset({".pdf", ".docx", ".pptx", ".xlsx", ".odt", ".ods", ".txt", ".json"})
"""The endings of documents whose text is read; tables (CSV) are read apart."""

PACKED = ".zip"
"""The ending of packages of documents, which are read where a copy is looked into."""

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".gif", ".webp"})

READY = "ready"
"""What the process that reads documents says first."""


class Refused(Exception):
    """A document is not read, or not further; ``reason`` says why."""

    def __init__(self, reason: Unread) -> None:
        super().__init__(reason)
        self.reason = reason


def decode(data: bytes) -> str:
    """Text in UTF-8, in UTF-16 where it says so, or else as Thai systems wrote it before (TIS-620).

    Raises:
        Refused: it is no text.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    if b"\0" in data:
        raise Refused("broken")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp874", "replace")
