"""The text of held documents, kept between builds: reading it takes seconds, and documents rarely change.

The folder holds nothing that a build could not make anew: deleting it costs time and nothing else.
"""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from prongsai.load.held import read_texts
from prongsai.load.limits import DOCUMENTS
from prongsai.model.disclosure import HeldFile
from prongsai.model.held import HeldText

FOLDER = Path(".prongsai", "texts")
"""Where the texts are kept, in the folder of the project."""

_FORM = 1


def kept_texts(held: Iterable[HeldFile], root: Path) -> Mapping[str, HeldText]:
    """The text of each document that has one, by its address; read anew only where its bytes are new.

    A folder that cannot be written to is no fault: then everything is read each time.

    Raises:
        ProngsaiError: no process can be started to read in.
    """
    files = {file.address: file for file in held if _kind(file) in DOCUMENTS}
    folder = root / FOLDER / f"{_FORM}-pypdf-{version('pypdf')}"
    found = {address: text for address, file in files.items() if (text := _kept(folder / _name(file)))}
    new = [file for address, file in files.items() if address not in found]
    if new:
        read = read_texts(new)
        _keep(root, folder, [(file, read[file.address]) for file in new if file.address in read])
        found |= read
    return {address: found[address] for address in files if address in found}


def _kind(file: HeldFile) -> str:
    return Path(file.source).suffix.lower()


def _name(file: HeldFile) -> str:
    return f"{file.sha256}{_kind(file)}.json"


def _kept(path: Path) -> HeldText | None:
    try:
        said = json.loads(path.read_text("utf-8"))
        return HeldText(tuple(map(str, said["pages"])), bool(said["scanned"]), said["reason"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _keep(root: Path, folder: Path, read: Iterable[tuple[HeldFile, HeldText]]) -> None:
    """Keep what was read to its end; a document that took too long gets another chance."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        ignored = root / FOLDER.parts[0] / ".gitignore"
        if not ignored.exists():
            ignored.write_text("*\n", "utf-8")
        for file, text in read:
            if text.reason == "too_slow":
                continue
            path = folder / _name(file)
            unfinished = path.with_suffix(f".{os.getpid()}")
            unfinished.write_text(json.dumps(asdict(text), ensure_ascii=False), "utf-8")
            unfinished.replace(path)
    except OSError:
        return
