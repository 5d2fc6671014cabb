"""The process in which office files and PDF are read: ``python -m prongsai.importing.readers.apart``.

It takes one request on standard input (path, kind, name) and answers with the document, or with why not.
"""

import json
import logging
import re
import sys
import warnings
import zipfile
from io import BytesIO
from pathlib import Path

from prongsai.importing.document import Document
from prongsai.importing.readers import wire
from prongsai.importing.readers.refusal import Unreadable
from prongsai.load.limits import MAX_BYTES, Refused
from prongsai.load.packed import Package, Target

MAX_MEMORY = 900_000_000
MAX_PACKAGE = 150_000_000
MAX_PART = 24_000_000
"""Largest part of XML that is read as a tree, in bytes."""

_MACRO_TYPES = {
    b"application/vnd.ms-word.document.macroEnabled.main+xml": (
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    ),
}


class _Nothing:
    """Takes no pages."""

    def page(self, text: str) -> None:
        """Not used."""

    def check(self, pending: int = 0) -> None:
        """Nothing is pending."""


def main() -> None:
    """Answer one request."""
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    _bound_memory()
    path, kind, name = json.loads(sys.stdin.buffer.read())
    try:
        with Path(path).open("rb") as file:
            answer: object = wire.as_json(read(file.read(MAX_BYTES + 1), kind, name))
    except Refused as refused:
        answer = {"encrypted": "encrypted", "broken": "broken"}.get(refused.reason, "too_large")
    except Unreadable as unreadable:
        answer = unreadable.why
    except (MemoryError, RecursionError):
        answer = "too_large"
    except Exception:  # whatever a library stumbles over, the file is at fault
        answer = "broken"
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=True).encode())


def read(data: bytes, kind: str, name: str) -> Document:
    """The document in ``data``.

    Raises:
        Refused: the package is broken, locked or too large.
        Unreadable: the same, as seen by a reader.
    """
    if kind == "pdf":
        return _pdf(data, name)
    parts = _looked_over(data)
    if kind == "word":
        from prongsai.importing.readers.word import read_word

        return read_word(_without_macros(data), name)
    from prongsai.importing.editing.book import is_editing
    from prongsai.importing.readers.excel import read_exactly, read_excel

    formulas = _has_formulas(data, parts)
    document = read_excel(data, name, formulas=formulas)
    return read_exactly(data, name, formulas=formulas) if is_editing(document) else document


def _pdf(data: bytes, name: str) -> Document:
    from pypdf import PdfReader

    from prongsai.importing.readers.pdf import read_pdf

    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable.encrypted(name)
    return read_pdf(data, name)


def _looked_over(data: bytes) -> list[str]:
    """The parts of a package, after every one was bounded and every XML part read for entities and DTDs."""
    package = Package(data, _Nothing())
    with zipfile.ZipFile(BytesIO(data)) as zipped:
        parts = zipped.infolist()
    if sum(part.file_size for part in parts) > MAX_PACKAGE:
        raise Refused("too_large")
    for part in parts:
        if part.flag_bits & 1:
            raise Refused("encrypted")
        if part.filename.endswith((".xml", ".rels")):
            if part.file_size > MAX_PART:
                raise Refused("too_large")
            package.parse(part.filename, Target())
    return [part.filename for part in parts]


def _without_macros(data: bytes) -> bytes:
    """The same package, its main part declared as a plain document; python-docx takes no other."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        types = package.read("[Content_Types].xml")
        plain = types
        for macro, document in _MACRO_TYPES.items():
            plain = plain.replace(macro, document)
        if plain == types:
            return data
        packed = BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
            for part in package.infolist():
                out.writestr(
                    part.filename, plain if part.filename == "[Content_Types].xml" else package.read(part)
                )
    return packed.getvalue()


def _has_formulas(data: bytes, parts: list[str]) -> bool:
    with zipfile.ZipFile(BytesIO(data)) as package:
        sheets = [part for part in parts if part.startswith("xl/worksheets/") and part.endswith(".xml")]
        return any(re.search(rb"<(?:\w+:)?f[ >]", package.read(sheet)) for sheet in sheets)


def _bound_memory() -> None:
    """A limit of memory, where the system knows one."""
    if sys.platform != "win32":
        try:
            import resource

            resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
        except (ImportError, ValueError, OSError, AttributeError):
            return


if __name__ == "__main__":
    main()
