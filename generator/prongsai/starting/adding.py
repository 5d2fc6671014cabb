"""Documents put under an item: copied to a name of their own, and added to its file."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from prongsai.errors import ProjectError
from prongsai.load.frameworks import canonical
from prongsai.load.hints import did_you_mean
from prongsai.load.project import CONTENT, load_project
from prongsai.model.disclosure import Disclosure
from prongsai.model.framework import Framework, Item
from prongsai.model.site import Site, Year
from prongsai.source.reading import reason_of
from prongsai.starting.checked import unreadable, write_checked
from prongsai.starting.documents import Document, Link
from prongsai.starting.evidence import with_evidence, with_ties
from prongsai.starting.names import free_name, plain_name
from prongsai.starting.stub import stub
from prongsai.thai.digits import to_arabic

FOLDERS: Final = ("files", "data")


@dataclass(frozen=True)
class Target:
    """The item under which documents are put; ``source`` is its file from the project's folder."""

    root: Path
    year: Year
    framework: Framework
    item: Item
    source: str

    @property
    def disclosure(self) -> Disclosure | None:
        """What the item shows so far."""
        return self.year.disclosures.get(self.item.code)

    @property
    def folder(self) -> Path:
        """The folder of its year."""
        return self.root / CONTENT / Path(self.source).parent.name

    def shown(self, name: str) -> str:
        """A file of the year as messages name it."""
        return f"{CONTENT}/{self.folder.name}/{name}"


@dataclass(frozen=True)
class Put:
    """What became of one document: the evidence's number from 1, and its address or where its file lies.

    ``known``: how much of it was there already.
    """

    document: Document | Link
    title: str
    where: str
    number: int
    known: Literal["nothing", "file", "evidence"]


@dataclass
class Plan:
    """What is to be written: new files, and the item's file as it was (None: there was none) and will be."""

    target: Target
    before: bytes | None
    after: bytes
    files: dict[str, bytes] = field(default_factory=dict)
    puts: list[Put] = field(default_factory=list)


def read_code(text: str) -> str | None:
    """The code that a person means, a bare number included; None where it is none."""
    number = to_arabic(text).strip()
    found = canonical(f"o{number}" if number.isdecimal() and not number.startswith("0") else text)
    return found if found and found.startswith("o") else None


def find_target(root: Path, fiscal_year: int | None, code: str) -> Target:
    """The item of a year (None: the newest that has a framework).

    Raises:
        ProjectError: there is no such item, or its file has errors.
    """
    loaded = load_project(root)
    if loaded.site is None:
        raise unreadable(loaded.errors)
    year = _year(loaded.site, fiscal_year)
    if year.framework is None or not year.framework.items:
        raise ProjectError(
            f"ปี {year.fiscal_year} ไม่มีกรอบ (รายการข้อ) จึงไม่รู้ว่ามีข้อใด — ใส่ framework ใน year.yml ของปีนั้น"
            " หรือเลือกปีด้วย --year",
            f"{year.fiscal_year} has no framework, so its items are not known — name one in its year.yml, or"
            " choose a year with --year",
        )
    item = year.framework.by_code.get(read_code(code) or "")
    if item is None:
        raise _no_item(code, year, year.framework)
    source = _source(root, year, item)
    bad = [one for one in loaded.errors if one.path == source]
    if bad:
        raise unreadable(bad)
    return Target(root, year, year.framework, item, source)


def plain(name: str, target: Target) -> str:
    """What a document's file is called unless somebody wants its own name kept: ASCII, by item and topic."""
    return plain_name(name, target.item.code, target.item.topic, target.year.fiscal_year)


def plan(
    target: Target,
    documents: Sequence[tuple[Document | Link, str]],
    elements: Sequence[str],
    named: Callable[[str, Target], str] = plain,
) -> Plan:
    """How ``documents``, each with its title, go under the item, tied to ``elements``.

    ``named`` gives the name of a file in the year's folder by the name that it had.

    Raises:
        ProjectError: an element is not known, or the item's file cannot be added to safely.
    """
    _check_elements(target, elements)
    before = _read(target.root / target.source)
    made = Plan(target, before, before if before is not None else _stub(target).encode())
    files = {held.sha256: held.address.partition("/")[2] for held in target.year.held}
    evidence = target.disclosure.evidence if target.disclosure else ()
    shown = [one.held.sha256 if one.held else one.url for one in evidence]
    for document, title in documents:
        key = document.name if isinstance(document, Link) else document.sha256
        known: Literal["nothing", "file"] = "file" if key in files else "nothing"
        where = document.name if isinstance(document, Link) else files.get(key, "")
        if key in shown:
            number = shown.index(key) + 1
            if elements:
                made.after = with_ties(made.after, target.source, number - 1, elements)
            made.puts.append(Put(document, title, where, number, "evidence"))
            continue
        if isinstance(document, Document) and known == "nothing":
            where = files[key] = _new_name(document, target, made.files, named)
            made.files[f"{CONTENT}/{target.folder.name}/{where}"] = document.data
        record = {"title": title, "url" if isinstance(document, Link) else "file": where}
        made.after = with_evidence(made.after, target.source, record, elements)
        shown.append(key)
        made.puts.append(Put(document, title, where, len(shown), known))
    return made


def carry_out(made: Plan) -> None:
    """Write the plan; afterwards the project is as it was, or has all of it and still loads.

    Raises:
        ProngsaiError: it was not written.
    """
    item = {made.target.source: made.after}
    if made.before is None:
        write_checked(made.target.root, {**made.files, **item}, {})
    else:
        write_checked(made.target.root, made.files, item if made.after != made.before else {})


def _year(site: Site, fiscal_year: int | None) -> Year:
    if fiscal_year is None:
        return next((year for year in site.years if year.framework), site.newest)
    found = site.by_year.get(fiscal_year)
    if found is None:
        years = ", ".join(str(year.fiscal_year) for year in site.years)
        raise ProjectError(
            f"ไม่มีปี {fiscal_year} ที่มีคือ {years} — เริ่มปีใหม่ด้วย prongsai year {fiscal_year}",
            f"there is no year {fiscal_year}; there are {years} — begin it with prongsai year {fiscal_year}",
        )
    return found


def _no_item(code: str, year: Year, framework: Framework) -> ProjectError:
    first, last = framework.items[0].code, framework.items[-1].code
    hint = did_you_mean(code, [item.code for item in framework.items], cutoff=0.8)
    return ProjectError(
        f"ปี {year.fiscal_year} ({framework.framework}) ไม่มีข้อ “{code}”{hint.th} — มี {first} ถึง {last}",
        f"{year.fiscal_year} ({framework.framework}) has no item “{code}”{hint.en} — it has {first}"
        f" to {last}",
    )


def _source(root: Path, year: Year, item: Item) -> str:
    """The item's file, however its name is written; that of a new one where there is none."""
    content = root / CONTENT
    folders = [path for path in content.iterdir() if to_arabic(path.name) == str(year.fiscal_year)]
    for folder in folders:
        for path in sorted(folder.iterdir(), key=lambda path: (path.name != f"{item.code}.md", path.name)):
            if path.suffix.lower() == ".md" and canonical(path.stem) == item.code:
                return f"{CONTENT}/{folder.name}/{path.name}"
    return f"{CONTENT}/{folders[0].name}/{item.code}.md"


def _check_elements(target: Target, elements: Sequence[str]) -> None:
    known = [element.id for element in target.item.elements]
    for name in elements:
        if name not in known:
            hint = did_you_mean(name, known, known=True)
            raise ProjectError(
                f"ข้อ {target.item.code} ไม่มีองค์ประกอบ “{name}”{hint.th} — ดูรหัสได้ที่บรรทัด # ต้นไฟล์ของข้อ",
                f"{target.item.code} has no element “{name}”{hint.en} — its file's comments list them",
            )
        proof = target.disclosure.elements.get(name) if target.disclosure else None
        if proof is not None and proof.none is not None:
            raise ProjectError(
                f"{target.source}: องค์ประกอบ {name} บอกไว้ว่าไม่มี (none: {proof.none}) — ถ้ามีแล้ว ลบ none ออกก่อน",
                f"{target.source}: the element {name} is stated to be nil (none: {proof.none}) —"
                f" delete that first",
            )


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if os.path.lexists(path) else None
    except OSError as error:
        raise _closed(path, error) from None


def _closed(path: Path, error: OSError) -> ProjectError:
    reason = reason_of(error)
    return ProjectError(f"เปิด {path} ไม่ได้ เพราะ{reason.th}", f"{path} cannot be read: {reason.en}")


def _stub(target: Target) -> str:
    return stub(target.framework, target.item, target.year.fiscal_year)


def _new_name(
    document: Document, target: Target, planned: Mapping[str, bytes], named: Callable[[str, Target], str]
) -> str:
    """Where the document goes: a name that nothing has, in either case of its letters."""
    folder = target.folder / document.folder
    try:
        taken = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    except OSError as error:
        raise _closed(folder, error) from None
    own = [name.rpartition("/")[2] for name in planned if Path(name).parent.name == document.folder]
    return f"{document.folder}/{free_name(named(document.name, target), [*taken, *own])}"
