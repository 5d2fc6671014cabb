"""``prongsai import``: drafts sources from the tables in officers' documents."""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic_core import PydanticCustomError

from prongsai.cli import show
from prongsai.cli.asking import agreed, write_files
from prongsai.cli.pack_import import import_pack
from prongsai.cli.sheet_back import editing_workbook, take_back
from prongsai.errors import Lang, ProjectError
from prongsai.importing import reasons
from prongsai.importing.convert import Imported, Wanted, convert
from prongsai.importing.document import Document, Spot
from prongsai.importing.draft import Leftover
from prongsai.importing.merging import Changes, changes_of
from prongsai.importing.readers.opening import read_file
from prongsai.importing.report import import_document, import_text
from prongsai.importing.sources import LEFTOVERS, leftovers_text
from prongsai.load.frameworks import library
from prongsai.load.project import CONTENT, load_project
from prongsai.model.fields import read_year
from prongsai.model.framework import Framework
from prongsai.source import yaml
from prongsai.source.problems import Problems


def draft_sources(
    files: Sequence[Path],
    into: Path,
    said: Mapping[str, str | None],
    *,
    merge: bool,
    yes: bool,
    as_json: bool,
) -> bool:
    """Import, write and report; returns whether some rows were left over.

    Raises:
        ProngsaiError: nothing was written.
    """
    wanted = Wanted(said.get("agency"), wanted_year(said.get("year")), said.get("framework"))
    documents = [read_file(path) for path in files]
    if (workbook := editing_workbook(documents)) is not None:
        return take_back(workbook, into, wanted.fiscal_year, merge=merge, yes=yes, as_json=as_json)
    imported = import_documents(documents, into, wanted)
    changes = write_import(imported, into, merge=merge, yes=yes)
    if as_json:
        show.document(import_document(imported, changes, show.language()))
    else:
        show.result(import_text(imported, changes, show.language()))
    return bool(imported.left)


def draft_framework(
    files: Sequence[Path], into: Path, said: Mapping[str, str | None], *, as_json: bool
) -> bool:
    """Draft a framework pack, write and report; returns whether some rows were left over.

    Raises:
        ProngsaiError: nothing was written.
    """
    documents = [read_file(path) for path in files]
    return import_pack(
        files, documents, into, (said.get("framework"), wanted_year(said.get("year"))), as_json=as_json
    )


def import_documents(documents: Sequence[Document], into: Path, wanted: Wanted) -> Imported:
    """Drafts of the sources in documents, checked to load; nothing is written.

    Raises:
        ProngsaiError: they hold nothing that is known.
    """
    frameworks = _frameworks(into)
    if wanted.agency is None and (name := _agency_there(into)):
        wanted = Wanted(name, wanted.fiscal_year, wanted.framework)
    imported = _loadable(convert(documents, frameworks, wanted))
    if imported.left:
        imported.files[LEFTOVERS] = _leftovers(imported.left, into)
    return imported


def wanted_year(text: str | None) -> int | None:
    """The fiscal year that a person gives.

    Raises:
        ProjectError: it is none.
    """
    if text is None:
        return None
    try:
        return read_year(text)
    except PydanticCustomError:
        raise ProjectError(
            f"“{text}” ไม่ใช่ปีงบประมาณ — เขียนเป็น พ.ศ. เช่น --year 2566",
            f"“{text}” is no fiscal year — write it in the Buddhist era, like --year 2566",
        ) from None


def write_import(imported: Imported, into: Path, *, merge: bool, yes: bool) -> Changes:
    """Write what is new. Files that are there are never overwritten: ``merge`` fills in what is missing.

    Raises:
        ProjectError: files that differ are there and ``merge`` was not asked for, or nobody agreed.
        OutputError: the disk refuses.
    """
    existing = _existing(into, imported.files)
    changes = changes_of(existing, imported.files)
    if changes.differing and not merge:
        names = ", ".join(changes.differing[:5]) + (" …" if len(changes.differing) > 5 else "")
        raise ProjectError(
            f"{into} มีไฟล์ที่ต่างจากเอกสารนี้อยู่แล้ว ({names}) จึงไม่เขียนทับ — ใช้ --merge เพื่อดูและเติมเฉพาะที่ยังขาด "
            "หรือใช้ --into โฟลเดอร์ใหม่",
            f"{into} has files that differ from this document ({names}), so nothing was written —"
            " use --merge to see and fill in what is missing, or another folder with --into",
        )
    if merge and existing and (changes.new or changes.merged):
        show.say(changes.diff(existing))
        if not yes:
            agreed()
    write_files(into, {**changes.new, **changes.merged})
    return changes


def _frameworks(into: Path) -> Mapping[str, Framework]:
    """The packs that ship, and those in the folder."""
    return library(into / CONTENT / "frameworks", f"{CONTENT}/frameworks", Problems()).frameworks


def _agency_there(into: Path) -> str | None:
    path = into / CONTENT / "agency.yml"
    if not path.is_file():
        return None
    try:
        node = yaml.parse(path.read_text("utf-8"), str(path), Problems())
    except (OSError, UnicodeDecodeError):
        return None
    return node.text("name") if node else None


def _loadable(imported: Imported) -> Imported:
    """The import without those drafts that would keep a site from being built; their text is left over."""
    for _ in range(3):
        with tempfile.TemporaryDirectory(prefix="prongsai-import-") as folder:
            write_files(Path(folder), imported.files)
            loaded = load_project(Path(folder))
        bad = {finding.path for finding in loaded.findings if finding.severity == "error"} & set(
            imported.files
        )
        bad.discard(f"{CONTENT}/agency.yml")
        if not bad:
            break
        for path in bad:
            text = imported.files.pop(path)
            problem = next(one.message for one in loaded.findings if one.path == path)
            imported.left.append(Leftover(text, reasons.taken_back(path, problem), Spot()))
            imported.doubts = [placed for placed in imported.doubts if placed.path != path]
    return imported


def _leftovers(left: Sequence[Leftover], into: Path) -> str:
    """The rows without a place in the person's language, or as they are told there already."""
    languages: tuple[Lang, ...] = ("th", "en")
    texts = {lang: leftovers_text(left, lang) for lang in languages}
    there = _existing(into, {LEFTOVERS: ""}).get(LEFTOVERS)
    return next((text for text in texts.values() if text == there), texts[show.language()])


def _existing(into: Path, drafted: Mapping[str, str]) -> dict[str, str]:
    found = {}
    for name in drafted:
        path = into / name
        if path.exists():
            try:
                found[name] = path.read_text("utf-8")
            except (OSError, UnicodeDecodeError):
                found[name] = ""
    return found
