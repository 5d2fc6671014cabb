"""``prongsai import EDITED.xlsx --merge``: a workbook of ``export sheet`` taken back."""

from collections.abc import Sequence
from pathlib import Path

from prongsai.cli import show
from prongsai.cli.asking import agreed, write_files
from prongsai.errors import ProjectError
from prongsai.importing.document import Document
from prongsai.importing.editing.book import edited, is_editing
from prongsai.importing.editing.taking import Taken, take
from prongsai.importing.editing.telling import edits_diff, edits_document, edits_text
from prongsai.load.project import load_project
from prongsai.model.site import Site


def editing_workbook(documents: Sequence[Document]) -> Document | None:
    """The workbook of ``export sheet`` among documents; None where there is none.

    Raises:
        ProjectError: it is not alone.
    """
    found = [document for document in documents if is_editing(document)]
    if found and len(documents) > 1:
        names = ", ".join(document.name for document in found)
        raise ProjectError(
            f"{names} มาจาก export sheet — นำกลับทีละแฟ้ม โดยไม่มีไฟล์อื่น",
            f"{names} comes from export sheet — take it back by itself, without other files",
        )
    return found[0] if found else None


def take_back(
    document: Document, into: Path, fiscal_year: int | None, *, merge: bool, yes: bool, as_json: bool
) -> bool:
    """Show, write and report what was changed; returns whether something needs a person.

    Raises:
        ProngsaiError: nothing was written.
    """
    taken = take(edited(document), _site(into), into, fiscal_year)
    if taken.files:
        if not merge:
            raise ProjectError(
                f"{document.name} เป็นแฟ้มแก้ไขจาก export sheet — เพิ่ม --merge เพื่อดูว่าจะเปลี่ยนอะไร",
                f"{document.name} is an editing sheet of export sheet — add --merge to see what it changes",
            )
        show.say(edits_diff(taken))
        if not yes:
            _tell(taken, as_json=as_json)
            agreed()
        write_files(into, taken.files)
        if not yes:
            return bool(taken.troubles)
    _tell(taken, as_json=as_json)
    return bool(taken.troubles)


def _tell(taken: Taken, *, as_json: bool) -> None:
    if as_json:
        show.document(edits_document(taken, show.language()))
    else:
        show.result(edits_text(taken, show.language()))


def _site(root: Path) -> Site:
    loaded = load_project(root)
    if loaded.site is None or loaded.errors:
        raise ProjectError(
            f"ข้อมูลใน {root} มีที่ผิด จึงยังไม่นำแฟ้มกลับ — สั่ง prongsai check แล้วแก้ก่อน",
            f"the sources in {root} have errors, so nothing is taken back — run prongsai check and mend"
            " them first",
        )
    return loaded.site
