"""``prongsai add``: a document put under an item, without a line of YAML by hand."""

from pathlib import Path
from typing import Annotated

import typer

from prongsai.cli import show
from prongsai.cli.options import Lang, Language, Project, Quiet
from prongsai.cli.terminal import ask, is_answered
from prongsai.errors import ProjectError, Text
from prongsai.importing.writing import on_one_line
from prongsai.model.fields import MAX_TEXT
from prongsai.model.held import HeldText
from prongsai.rules.person.national_id import certain_number_in
from prongsai.starting.adding import Put, Target, carry_out, find_target, plain, plan, read_code
from prongsai.starting.documents import Document, Link, look_at, read_link
from prongsai.starting.names import safe_name
from prongsai.starting.titles import title_for
from prongsai.starting.years import read_fiscal_year
from prongsai.thai.text import clean

_TITLE = Text("ชื่อหลักฐานที่ประชาชนเห็น", "the title that citizens see")


def add(
    code: Annotated[str, typer.Argument(help="รหัสข้อ เช่น o12 หรือ 12", metavar="CODE")],
    files: Annotated[list[str], typer.Argument(help="เอกสารหรือที่อยู่เว็บ ใส่ได้หลายรายการ", metavar="FILE...")],
    title: Annotated[
        str | None,
        typer.Option("--title", help="ชื่อหลักฐาน (ใส่ได้เมื่อมีรายการเดียว)", show_default="ถาม หรือตามชื่อไฟล์"),
    ] = None,
    elements: Annotated[
        list[str] | None, typer.Option("--element", help="รหัสสิ่งที่ต้องแสดงซึ่งอยู่ในเอกสารนี้ ใส่ซ้ำได้")
    ] = None,
    year: Annotated[
        str | None, typer.Option("--year", help="ปีงบประมาณ พ.ศ.", show_default="ปีล่าสุดที่มีกรอบ")
    ] = None,
    keep_name: Annotated[
        bool, typer.Option("--keep-name", help="คงชื่อไฟล์ภาษาไทยไว้ (ปกติตั้งชื่อเป็นอักษรอังกฤษตามข้อ)")
    ] = False,
    project: Project = Path(),
    lang: Lang = Language.TH,
    quiet: Quiet = False,
) -> None:
    """Copy documents into the year's folder and add them to the item's evidence; all of them or none."""
    show.speak(lang.value, quiet=quiet)
    code, files = _joined(code, files)
    if title is not None and len(files) > 1:
        raise ProjectError(
            "--title ใช้ได้เมื่อมีรายการเดียว — เพิ่มทีละรายการ หรือไม่ใส่ --title",
            "--title takes one file — add them one at a time, or leave --title out",
        )
    target = find_target(project, read_fiscal_year(year) if year is not None else None, code)
    documents = _documents(files)
    titled = [(one, _title(one, target, title)) for one in documents]
    named = _as_it_is if keep_name else plain
    made = plan(target, titled, list(dict.fromkeys(elements or ())), named)
    carry_out(made)
    for put in made.puts:
        show.result(_told(put, target).in_(lang.value))
        for note in put.document.notes:
            show.say(f"{put.document.name}: {note.in_(lang.value)}")
    if told := _next(target, tied=bool(elements)):
        show.tell(told)


def _as_it_is(name: str, _: Target) -> str:
    return safe_name(name)


def _joined(code: str, files: list[str]) -> tuple[str, list[str]]:
    """``ข้อ 12`` without quotation marks comes in two words."""
    if read_code(code) is None and len(files) > 1 and read_code(f"{code} {files[0]}"):
        return f"{code} {files[0]}", files[1:]
    return code, files


def _documents(names: list[str]) -> list[Document | Link]:
    """Every document.

    Raises:
        ProjectError: with each that is not taken.
    """
    looked = [read_link(name) or look_at(Path(name)) for name in names]
    refused = [one for one in looked if isinstance(one, Text)]
    if refused:
        raise ProjectError(
            "\n".join([*(one.th for one in refused), "ยังไม่ได้เพิ่มอะไร"]),
            "\n".join([*(one.en for one in refused), "nothing was added"]),
        )
    return [one for one in looked if not isinstance(one, Text)]


def _title(document: Document | Link, target: Target, given: str | None) -> str:
    """The title that the option gives, or the person, or else the best at hand.

    Raises:
        ProjectError: it has no letter, or is too long.
    """
    if given is None:
        found = title_for(document, target.item)
        if not is_answered():
            return found
        question = f"{document.name}: {_TITLE.in_(show.language())}"
        given = ask(question, found)
    title = on_one_line(clean(given))
    if not any(letter.isalnum() for letter in title) or len(title) > MAX_TEXT:
        raise ProjectError(
            f"ชื่อหลักฐานต้องมีตัวอักษร และไม่เกิน {MAX_TEXT:,} อักษร — เช่น --title “แผนดำเนินงาน ปีงบประมาณ"
            f" {target.year.fiscal_year}”",
            f"a title has letters, and at most {MAX_TEXT:,} of them — like --title “Annual plan,"
            f" {target.year.fiscal_year}”",
        )
    if number := certain_number_in(HeldText((title,))):
        raise ProjectError(
            f"ชื่อหลักฐานมีเลขประจำตัวประชาชน {number} — ตั้งชื่อใหม่โดยไม่มีเลขนี้",
            f"there is a national identity number in the title, {number} — give it another title",
        )
    return title


def _told(put: Put, target: Target) -> Text:
    name, number = put.document.name, put.number
    if put.known == "evidence":
        return Text(
            f"{name}: ข้อ {target.item.code} มีอยู่แล้ว เป็นหลักฐานที่ {number} จึงไม่เพิ่มซ้ำ",
            f"{name}: {target.item.code} has this already, as evidence {number}, so it is not added again",
        )
    added = Text(
        f"เพิ่มใน {target.source} เป็นหลักฐานที่ {number} ชื่อ “{put.title}”",
        f"added to {target.source} as evidence {number}, “{put.title}”",
    )
    if isinstance(put.document, Link):
        return Text(f"{name}: {added.th}", f"{name}: {added.en}")
    where = target.shown(put.where)
    copied = (
        Text(f"ไฟล์เดียวกันมีอยู่แล้วที่ {where} จึงใช้ไฟล์นั้น", f"the same file lies at {where} already and is used")
        if put.known == "file"
        else Text(f"คัดลอกไปที่ {where}", f"copied to {where}")
    )
    return Text(f"{name}: {copied.th} และ{added.th}", f"{name}: {copied.en}, and {added.en}")


def _next(target: Target, *, tied: bool) -> Text | None:
    """What is still to be done by hand."""
    th, en = [], []
    if not target.disclosure or target.disclosure.reported is None:
        th.append(f"เมื่อข้อนี้ทำแล้ว เปลี่ยน reported ใน {target.source} เป็น done")
        en.append(f"once this item is done, set reported in {target.source} to done")
    if target.item.elements and not tied:
        names = ", ".join(element.id for element in target.item.elements)
        th.append(f"ถ้าเอกสารแสดงสิ่งที่ต้องแสดง ({names}) สั่งซ้ำพร้อม --element รหัส")
        en.append(f"where it shows what the item must show ({names}), run this again with --element ID")
    return Text("\n".join(th), "\n".join(en)) if th else None
