"""``prongsai new``: a new agency's project, from questions on a terminal or from options."""

import shutil
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from pydantic_core import PydanticCustomError

from prongsai.cli import show
from prongsai.cli.options import Lang, Language, Quiet
from prongsai.cli.terminal import ask as ask_for
from prongsai.cli.terminal import is_answered
from prongsai.errors import ProjectError, Text
from prongsai.importing.writing import on_one_line
from prongsai.load.frameworks import library
from prongsai.load.project import CONTENT, load_project
from prongsai.model.fields import MAX_TEXT, check_address
from prongsai.rules import areas
from prongsai.source.kinds import KINDS
from prongsai.source.place import Place
from prongsai.source.problems import Problem, Problems, quoted
from prongsai.starting.code_hosts import WHEEL, CodeHost, workflow_files
from prongsai.starting.disk import write_new
from prongsai.starting.project import Answers, kind_of, project_files
from prongsai.starting.years import Frameworks, choose, ends_before, newest, read_fiscal_year
from prongsai.thai.text import clean

T = TypeVar("T")
_NAME = Text("ชื่อหน่วยงาน เช่น เทศบาลตำบลทุ่งตัวอย่าง", "the agency's name in Thai, like “เทศบาลตำบลทุ่งตัวอย่าง”")
_KIND = Text("ประเภทหน่วยงาน", "its kind")
_PROVINCE = Text("จังหวัด (เว้นว่างได้)", "province (may be left out)")
_DISTRICT = Text("อำเภอ (เว้นว่างได้)", "district (may be left out)")
_SUBDISTRICT = Text("ตำบล (เว้นว่างได้)", "subdistrict (may be left out)")
_WEBSITE = Text(
    "เว็บไซต์หลัก เช่น https://www.example.go.th (เว้นว่างได้)",
    "main website, like https://www.example.go.th (may be left out)",
)
_EMPTY = Text(
    "ข้อนี้เว้นว่างไม่ได้ — พิมพ์คำตอบ หรือกด Ctrl+C เพื่อยกเลิก",
    "an answer is needed — type it, or press Ctrl+C to cancel",
)
_YEAR = Text("ปีงบประมาณ", "fiscal year")


def new(
    folder: Annotated[Path, typer.Argument(help="โฟลเดอร์ใหม่ของหน่วยงาน", metavar="DIR")],
    name: Annotated[str | None, typer.Option("--name", help="ชื่อหน่วยงาน", show_default="ถาม")] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", help="ประเภท เช่น เทศบาลตำบล", show_default="ตามชื่อ")
    ] = None,
    subdistrict: Annotated[str | None, typer.Option("--subdistrict", help="ตำบล", show_default="ถาม")] = None,
    district: Annotated[str | None, typer.Option("--district", help="อำเภอ", show_default="ถาม")] = None,
    province: Annotated[str | None, typer.Option("--province", help="จังหวัด", show_default="ถาม")] = None,
    website: Annotated[str | None, typer.Option("--website", help="เว็บไซต์หลัก", show_default="ถาม")] = None,
    year: Annotated[
        str | None, typer.Option("--year", help="ปีงบประมาณ พ.ศ.", show_default="ปีล่าสุดที่มีกรอบ")
    ] = None,
    framework: Annotated[
        str | None,
        typer.Option("--framework", help="กรอบการประเมิน เช่น nacc-2567", show_default="ของปีนั้น"),
    ] = None,
    workflows: Annotated[
        CodeHost | None,
        typer.Option("--workflows", help="ใส่ไฟล์งานที่สร้าง ตรวจ และเผยแพร่เองเมื่อแก้ข้อมูล", show_default="ไม่ใส่"),
    ] = None,
    lang: Lang = Language.TH,
    quiet: Quiet = False,
) -> None:
    """Make a folder that builds, checks and can be published; asks on a terminal for what no option gives."""
    show.speak(lang.value, quiet=quiet)
    said = {
        "name": name, "kind": kind, "subdistrict": subdistrict, "district": district, "province": province,
        "website": website,
    }  # fmt: skip
    packs = _frameworks(folder)
    answers = _answers(said, ask=is_answered())
    pack, fiscal_year = choose(packs, _fiscal_year(year, packs, asked=framework is None), framework)
    files = dict(project_files(answers, pack, fiscal_year))
    if workflows:
        files |= workflow_files(workflows)
    _check(files, folder / CONTENT / "frameworks")
    write_new(folder, files)
    show.result(_made(folder, answers, pack.framework, fiscal_year, len(pack.items)).in_(lang.value))
    show.result(_automatic(workflows).in_(lang.value))


def _frameworks(folder: Path) -> Frameworks:
    """The packs that ship, and those that somebody has put into the folder already."""
    return library(folder / CONTENT / "frameworks", f"{CONTENT}/frameworks", Problems()).frameworks


def _answers(said: Mapping[str, str | None], *, ask: bool) -> Answers:
    name = _answer(said["name"], _NAME, read_name, ask=ask, needed="--name")
    kind = _answer(said["kind"], _KIND, _line, ask=ask, default=kind_of(name or ""))
    province = _answer(said["province"], _PROVINCE, _line, ask=ask)
    province = areas.full_province(province) if province else None
    district = _answer(said["district"], _DISTRICT, _line, ask=ask)
    district = areas.full_district(district, province) if district else None
    subdistrict = _answer(said["subdistrict"], _SUBDISTRICT, _line, ask=ask)
    subdistrict = areas.full_subdistrict(subdistrict) if subdistrict else None
    website = _answer(said["website"], _WEBSITE, read_website, ask=ask)
    if province and (doubt := _unregistered(province, district, subdistrict)):
        show.say(doubt.in_(show.language()))
    return Answers(name or "", kind, subdistrict, district, province, website)


def _answer(
    given: str | None,
    question: Text,
    read: Callable[[str], T | None],
    *,
    ask: bool,
    default: str | None = None,
    needed: str | None = None,
) -> T | None:
    """What an option gives, or else the person, who is asked again after an answer that cannot be used.

    Raises:
        ProjectError: the option cannot be used, or is needed and nobody can be asked.
    """
    if given is not None or not ask:
        found = read(given if given is not None else default or "")
        if found is None and needed:
            raise _needed(question, needed)
        return found
    while True:
        text = ask_for(question.in_(show.language()), default or "")
        try:
            found = read(text)
        except ProjectError as error:
            show.say(error.text.in_(show.language()))
            continue
        if found is not None or needed is None:
            return found
        show.say(_EMPTY.in_(show.language()))


def _needed(question: Text, option: str) -> ProjectError:
    return ProjectError(
        f"ต้องบอก{question.th} — ใส่ด้วย {option} “…” หรือสั่งในหน้าต่างคำสั่งเพื่อให้โปรแกรมถาม",
        f"{option} is needed ({question.en}) — give it, or run this in a terminal to be asked",
    )


def _line(text: str) -> str | None:
    """An answer on one line, in one spelling, without what cannot be seen; None when it is empty.

    Raises:
        ProjectError: it is too long.
    """
    line = on_one_line(clean(text))
    if len(line) > MAX_TEXT:
        raise ProjectError(
            f"ยาวเกิน {MAX_TEXT:,} อักษร — เขียนให้สั้นลง", f"longer than {MAX_TEXT:,} characters — make it shorter"
        )
    return line or None


def read_name(text: str) -> str | None:
    """A name with at least one letter that can be seen; None when it is empty.

    Raises:
        ProjectError: it has none, or is too long.
    """
    line = _line(text)
    if line is not None and not any(letter.isalnum() for letter in line):
        raise ProjectError(
            f"ชื่อ {quoted(line)} ไม่มีตัวอักษรที่มองเห็น — พิมพ์ชื่อหน่วยงาน",
            f"the name {quoted(line)} has no letter that can be seen — type the agency's name",
        )
    return line


def read_website(text: str) -> str | None:
    """A web address, ``https`` where it names no scheme; None when it is empty.

    Raises:
        ProjectError: it is none.
    """
    line = _line(text)
    if line is None:
        return None
    address = line if "://" in line or line.partition(":")[0] in ("http", "https") else f"https://{line}"
    try:
        found = check_address(address)
    except PydanticCustomError as error:
        values = {"key": "website", **(error.context or {}), "value": quoted(line)}
        problem = Problem(KINDS[error.type], Place(""), values)
        th, en = problem.message("th"), problem.message("en")
        raise ProjectError(f"--website: {th}", f"--website: {en}") from None
    if found != line:
        show.tell(Text(f"ใช้ที่อยู่ {found}", f"taken as {found}"))
    return found


def _unregistered(province: str, district: str | None, subdistrict: str | None) -> Text | None:
    """What to tell of a place that the register of areas does not have; nothing is refused for it."""
    wrong, known = "", frozenset[str]()
    if province not in areas.provinces():
        wrong, known = province, frozenset(areas.provinces())
    elif district and district not in areas.districts(province):
        wrong, known = district, frozenset(areas.districts(province))
    elif district and subdistrict and subdistrict not in areas.subdistricts(province, district):
        wrong, known = subdistrict, areas.subdistricts(province, district)
    if not wrong:
        return None
    near = areas.nearest(wrong, known)
    meant = Text(f" (ใกล้ที่สุดคือ {near[0]})", f" (the nearest is {near[0]})") if near else Text("", "")
    return Text(
        f"ทะเบียนไม่มีชื่อ {quoted(wrong)}{meant.th} ใช้ตามที่พิมพ์ — ถ้าพิมพ์ผิด แก้ใน content/agency.yml",
        f"the register of areas has no {quoted(wrong)}{meant.en}; taken as typed — if it is a mistake,"
        " mend it in content/agency.yml",
    )


def _fiscal_year(text: str | None, packs: Frameworks, *, asked: bool) -> int | None:
    """The year that the option gives or the person answers; None means the newest framework's."""
    if told := ends_before(packs, date.today()):
        show.say(told.in_(show.language()))
    if text is not None or not (asked and is_answered()):
        return read_fiscal_year(text) if text is not None else None

    def read(answer: str) -> int | None:
        return choose(packs, read_fiscal_year(answer), None)[1]

    return _answer(None, _YEAR, read, ask=True, default=str(newest(packs).fiscal_year), needed="--year")


def _check(files: Mapping[str, bytes], packs: Path) -> None:
    """Whether the project loads, with the ``packs`` that are there; nothing that doesn't is ever written.

    Raises:
        ProjectError: it doesn't.
    """
    with tempfile.TemporaryDirectory(prefix="prongsai-new-") as folder:
        write_new(Path(folder) / "town", files)
        if packs.is_dir():
            shutil.copytree(packs, Path(folder) / "town" / CONTENT / "frameworks")
        errors = load_project(Path(folder) / "town").errors
    if errors:
        messages = Text(
            "\n".join(one.message.th for one in errors), "\n".join(one.message.en for one in errors)
        )
        raise ProjectError(messages.th, messages.en)


def _automatic(workflows: CodeHost | None) -> Text:
    """What is still to be done before a code host works by itself, or how to have it work."""
    if workflows is None:
        return Text(
            "ให้ GitHub หรือ GitLab สร้าง ตรวจ และเผยแพร่เอง: สั่ง new พร้อม --workflows github หรือ gitlab",
            "to have GitHub or GitLab build, check and publish: new with --workflows github or gitlab",
        )
    places = ", ".join(workflow_files(workflows))
    return Text(
        f"งานอัตโนมัติอยู่ที่ {places} — วาง {WHEEL} ไว้ข้าง mkdocs.yml ใส่ site_url แล้วส่งขึ้นที่เก็บ",
        f"the workflows are {places} — put {WHEEL} beside mkdocs.yml, set site_url, then push",
    )


def _made(folder: Path, answers: Answers, framework: str, fiscal_year: int, items: int) -> Text:
    quote = '"' if " " in str(folder) else ""
    where = "" if folder.resolve() == Path.cwd() else f"cd {quote}{folder}{quote}\n"
    return Text(
        f"สร้างโครงการของ{answers.name} ปี {fiscal_year} ({framework}, {items} ข้อ) ไว้ที่ {folder} แล้ว ต่อไป:\n"
        f"{where}prongsai serve              เปิดดู และแก้ไปดูไป\n"
        f"prongsai add o1 เอกสาร.pdf     ใส่เอกสารให้ข้อ\n"
        "prongsai check              ดูว่ายังขาดอะไร\n"
        "prongsai build              สร้างเว็บไซต์",
        f"made the project of {answers.name}, {fiscal_year} ({framework}, {items} items), in {folder}."
        " Next:\n"
        f"{where}prongsai serve              look at it while you edit\n"
        f"prongsai add o1 FILE.pdf        put a document under an item\n"
        "prongsai check              see what is missing\n"
        "prongsai build              build the site",
    )
