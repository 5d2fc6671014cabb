"""The generated site as Markdown on disk: the way out to another engine."""

import json
import re
import shutil
from pathlib import Path

from prongsai.compile import Compiled
from prongsai.load.project import CONTENT
from prongsai.pages.page import Page
from prongsai.pages.style import PAGES_CSS, component_styles, with_tokens
from prongsai.publish.folder import checked_target, stage_beside, swap, unwritable
from prongsai.source.reach import ANY_LENGTH, reach


def write_pages(compiled: Compiled, out: Path, project: Path) -> int:
    """Write every page as Markdown, and every file, into the folder ``out``; returns how many.

    Raises:
        OutputError: ``out`` holds something else, or cannot be written; what stood there stays.
    """
    target = checked_target(out, project, project / CONTENT)
    stage = reach(stage_beside(target), ANY_LENGTH)
    try:
        for page in compiled.pages:
            _put(stage / page.source, markdown(page).encode())
        for address, data in compiled.files.items():
            _put(stage / address, data)
        _put(stage / PAGES_CSS, with_tokens(component_styles()).encode())
        for address, source in compiled.copies.items():
            (stage / address).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, stage / address)
    except OSError as error:
        shutil.rmtree(stage, ignore_errors=True)
        raise unwritable(target, error) from None
    swap(stage, target)
    return len(compiled.pages) + len(compiled.files) + 1 + len(compiled.copies)


def markdown(page: Page) -> str:
    """One page as Markdown: its title in front matter, then its HTML without blank lines, as one block."""
    title = json.dumps(page.title, ensure_ascii=False)
    description = json.dumps(page.description, ensure_ascii=False)
    html = re.sub(r"\n\s*\n+", "\n", page.html.strip())
    linked = f'<script type="application/ld+json">{page.linked}</script>\n' if page.linked else ""
    return f"---\ntitle: {title}\ndescription: {description}\n---\n\n{html}\n{linked}"


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
