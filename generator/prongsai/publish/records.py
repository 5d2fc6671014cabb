"""What publishing writes into the sources: every address that was ever published, and what was done when."""

import json
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from prongsai.errors import OutputError
from prongsai.model.addresses import written

_HEAD: Final = (
    "# ที่อยู่ทุกแห่งที่เคยเผยแพร่ โปรแกรมเขียนเอง อย่าลบบรรทัด · every address ever published, written by the program"
)
_HEAD_OF_RECORD: Final = "# การเผยแพร่แต่ละครั้ง โปรแกรมเขียนเอง · what was published when, written by the program"


@dataclass(frozen=True)
class Publication:
    """One publishing: when (ISO 8601), where, from which commit, which build, and what was overridden why."""

    when: str
    target: str
    build: str
    pages: int
    commit: str | None = None
    despite: Mapping[str, str] | None = None


def write_addresses(path: Path, known: Collection[str], published: Collection[str]) -> int:
    """Add ``published`` to the ``known`` addresses in the lock file at ``path``; returns how many were new.

    Raises:
        OutputError: the disk refuses; the file stays as it was.
    """
    new = set(published) - set(known)
    if new:
        lines = [_HEAD, *sorted(written(address) for address in {*known, *published})]
        _replace(path, "\n".join(lines) + "\n")
    return len(new)


def add_publication(path: Path, publication: Publication) -> None:
    """Add a record behind those that stand in ``path``.

    Raises:
        OutputError: the disk refuses; the file stays as it was.
    """
    try:
        before = path.read_text("utf-8") if path.exists() else f"{_HEAD_OF_RECORD}\n"
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from None
    facts = {
        "when": publication.when,
        "target": publication.target,
        "commit": publication.commit,
        "build": publication.build,
        "pages": publication.pages,
    }
    lines = [f"{key}: {_plain(value)}" for key, value in facts.items() if value is not None]
    if publication.despite:
        lines.append("despite:")
        lines += [f"  {_plain(name)}: {_plain(reason)}" for name, reason in publication.despite.items()]
    entry = "\n".join(f"{'- ' if number == 0 else '  '}{line}" for number, line in enumerate(lines))
    _replace(path, f"{before.rstrip()}\n{entry}\n")


def _plain(value: object) -> str:
    """A value as JSON writes it, which YAML reads alike."""
    return json.dumps(value, ensure_ascii=False)


def _replace(path: Path, text: str) -> None:
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_text(text, "utf-8", newline="\n")
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise _unwritable(path, error) from None


def _unwritable(path: Path, error: Exception) -> OutputError:
    reason = getattr(error, "strerror", None) or str(error)
    return OutputError(
        f"เว็บไซต์เผยแพร่แล้ว แต่บันทึกลง {path} ไม่ได้ ({reason}) — ตรวจสิทธิ์และที่ว่างของดิสก์ แล้วสั่งใหม่",
        f"the site is published, but {path} could not be written ({reason}) — check permissions and space, "
        "then run this again",
    )
