"""``prongsai import TABLE --as framework``: a pack from the official table of a year."""

import hashlib
import re
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from prongsai.cli import show
from prongsai.cli.asking import write_files
from prongsai.errors import ProjectError
from prongsai.importing.document import Document
from prongsai.importing.packs.drafting import Origin, Pack, draft_pack
from prongsai.importing.packs.telling import pack_document, pack_text
from prongsai.load.frameworks import library
from prongsai.load.project import CONTENT
from prongsai.source.problems import Problems

_NAME = re.compile(r"(?P<scheme>[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*)-(?P<year>25[0-9]{2})")


def import_pack(
    files: Sequence[Path],
    documents: Sequence[Document],
    into: Path,
    said: tuple[str | None, int | None],
    *,
    as_json: bool,
) -> bool:
    """Draft, write and report; returns whether some rows were left over.

    ``said`` are the framework's name (``nacc-2568``) and the year, where a person gives them.

    Raises:
        ProngsaiError: nothing was written.
    """
    origins = [Origin(path.name, hashlib.sha256(path.read_bytes()).hexdigest()) for path in files]
    known = library(into / CONTENT / "frameworks", f"{CONTENT}/frameworks", Problems()).frameworks
    pack = draft_pack(documents, origins, known, _named(*said), date.today())
    _check(pack)
    written = _write(pack, into, origins)
    if as_json:
        show.document(pack_document(pack, show.language(), written=written))
    else:
        show.result(pack_text(pack, show.language(), written=written))
    return bool(pack.left)


def _named(name: str | None, year: int | None) -> tuple[str | None, int | None]:
    """Scheme and year, as a name and a year together give them."""
    if name is None:
        return None, year
    match = _NAME.fullmatch(name.strip().lower())
    if match is None or year not in (None, int(match["year"])):
        raise ProjectError(
            f"ชื่อกรอบ “{name}” ใช้ไม่ได้ — เขียนเป็น ระบบประเมิน-ปี เช่น nacc-2568",
            f"the framework's name “{name}” won't do — write scheme-year, like nacc-2568",
        )
    return match["scheme"], int(match["year"])


def _check(pack: Pack) -> None:
    """Whether the pack loads."""
    problems = Problems()
    with tempfile.TemporaryDirectory(prefix="prongsai-pack-") as folder:
        (Path(folder) / f"{pack.name}.yml").write_text(pack.text, "utf-8")
        library(Path(folder), f"{CONTENT}/frameworks", problems)
    if problems.found:
        first = problems.found[0]
        raise ProjectError(
            f"ร่างกรอบจากตารางนี้ไม่ได้: {first.message('th')}",
            f"no pack can be made of this table: {first.message('en')}",
        )


def _write(pack: Pack, into: Path, origins: Sequence[Origin]) -> bool:
    """Write the pack where none is; False where the one there is from the same documents.

    Raises:
        ProjectError: another one is there.
    """
    path = into / pack.path
    if path.exists():
        there = path.read_bytes().decode("utf-8", "replace")
        if all(origin.sha256 in there for origin in origins):
            return False
        raise ProjectError(
            f"มี {path} อยู่แล้วและไม่ได้มาจากเอกสารนี้ จึงไม่เขียนทับ — ย้ายไฟล์นั้นออก หรือใช้ --into โฟลเดอร์อื่นแล้วเทียบกัน",
            f"{path} is there already and not from this document, so it is not overwritten — move it, or use"
            " another folder with --into and compare the two",
        )
    write_files(into, {pack.path: pack.text})
    return True
