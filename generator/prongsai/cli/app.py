"""The commands; the modules of each are imported only when it is called: an officer's machine may be slow."""

from importlib import import_module
from typing import Annotated, Any, Final, NamedTuple

import typer
from typer.core import TyperGroup
from typer.main import get_command, get_group

import prongsai
from prongsai.cli import show


class Later(NamedTuple):
    """Where a command stands (``module:name``, a function or a group of commands), and what it does."""

    place: str
    help: str


COMMANDS: Final = {
    "build": Later("building:build", "สร้างเว็บไซต์ของโครงการ ของเดิมอยู่จนกว่าของใหม่จะเสร็จครบ"),
    "serve": Later("building:serve", "เปิดเว็บไซต์ดูในเครื่อง และสร้างใหม่ทุกครั้งที่แก้ไฟล์"),
    "check": Later("checking:check", "ตรวจไฟล์ข้อมูลและเอกสารที่แนบทั้งหมดโดยไม่ใช้อินเทอร์เน็ต"),
    "rule": Later("explaining:rule", "อธิบายกฎข้อหนึ่ง: พบอะไร ทำไม แก้อย่างไร"),
    "score": Later("scoring:score", "ประมาณคะแนน OIT และบอกข้อที่ทำแล้วได้คะแนนเพิ่มมากที่สุด"),
    "verify": Later("verify:verify", "เปิดดูลิงก์หลักฐานทุกลิงก์ ตัดสินจากเนื้อหา และเก็บใบตรวจลงวันที่"),
    "import": Later(
        "import_command:import_tables",
        "ร่างไฟล์ข้อมูลจากตารางใน Word, Excel, PDF หรือข้อความ และบอกจุดที่ไม่แน่ใจ",
    ),
    "new": Later("starting:new", "เริ่มโครงการของหน่วยงานใหม่ โดยถามไม่กี่ข้อ"),
    "year": Later("next_year:year", "เริ่มปีงบประมาณถัดไปจากปีก่อน ยกข้อมูลตามเรื่องแม้เลขข้อเปลี่ยน"),
    "add": Later("adding:add", "ใส่เอกสารเป็นหลักฐานของข้อ โดยไม่ต้องพิมพ์ YAML"),
    "publish": Later("publishing:publish", "นำเว็บไซต์ขึ้นให้คนเข้าถึง โดยเว็บไซต์เดิมไม่เสียและที่อยู่เดิมไม่หาย"),
    "export": Later("exporting:export", "ส่งออกข้อมูลเป็นไฟล์ให้เจ้าหน้าที่ใช้ต่อ"),
    "pages": Later("building:pages", "เขียนหน้าที่สร้างเป็นไฟล์ Markdown สำหรับโปรแกรมสร้างเว็บอื่น"),
}


class Commands(TyperGroup):
    """All commands, by name."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Their names, in the order in which a person meets them."""
        return [*COMMANDS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """One of them, imported now; None where there is none of that name."""
        later = COMMANDS.get(cmd_name)
        return made(cmd_name, later) if later else None

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was named.

        Raises:
            ConnectionError: a connection broke. As a broken pipe, Typer would end with 1 and say nothing.
        """
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise ConnectionError(error.strerror) from error


def placed(later: Later) -> Any:
    """What stands at a command's place: a function, or a group."""
    module, _, attribute = later.place.partition(":")
    return getattr(import_module(f"prongsai.cli.{module}"), attribute)


def made(name: str, later: Later) -> Any:
    """The command at its place, as Click takes it."""
    found = placed(later)
    if isinstance(found, typer.Typer):
        group = get_group(found)
        group.name, group.help = name, later.help
        return group
    alone = typer.Typer(add_completion=False)
    alone.command(name=name, help=later.help)(found)
    return get_command(alone)


app = typer.Typer(
    cls=Commands,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="โปร่งใส: สร้างเว็บไซต์เปิดเผยข้อมูล OIT จากไฟล์ Markdown และ YAML",
)


def _version(asked: bool) -> None:
    if asked:
        show.result(f"prongsai {prongsai.__version__}")
        raise typer.Exit


@app.callback()
def start(
    version: Annotated[
        bool, typer.Option("--version", help="แสดงรุ่น", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """โปร่งใส: สร้างเว็บไซต์เปิดเผยข้อมูล OIT จากไฟล์ Markdown และ YAML."""
