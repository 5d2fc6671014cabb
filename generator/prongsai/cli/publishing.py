"""``prongsai publish``: onto a folder, into a ZIP file, by SFTP, to GitHub Pages."""

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from getpass import getpass
from pathlib import Path
from typing import Annotated

import typer

from prongsai.cli import show
from prongsai.cli.options import Lang, Language, Project, Quiet, Today
from prongsai.cli.progress import counting
from prongsai.cli.publish_after import Look, finish, record
from prongsai.cli.publish_gates import read_gates, ready
from prongsai.cli.publish_names import check_names
from prongsai.cli.verify_options import read_settings
from prongsai.cli.years import chosen_day
from prongsai.errors import ProjectError, Text
from prongsai.load.project import CONTENT
from prongsai.mkdocs_run import read_project
from prongsai.publish import github as pages_branch
from prongsai.publish.folder import checked_target
from prongsai.publish.ftps import Ftps
from prongsai.publish.listing import Entry, build_of
from prongsai.publish.placed import place, standing, strangers, undo
from prongsai.publish.remote import plan, send_site
from prongsai.publish.sftp import Sftp
from prongsai.publish.ssh import read_place
from prongsai.publish.zipped import write_zip

publish = typer.Typer(no_args_is_help=True, help="นำเว็บไซต์ขึ้นให้คนเข้าถึง โดยเว็บไซต์เดิมไม่เสียและที่อยู่เดิมไม่หาย")

DryRun = Annotated[bool, typer.Option("--dry-run", help="บอกว่าจะเปลี่ยนอะไร โดยไม่เผยแพร่")]
Despite = Annotated[list[str], typer.Option("--despite", help="เผยแพร่ทั้งที่มีปัญหาชื่อนี้ ต้องมี --reason ใส่ซ้ำได้")]
Reason = Annotated[str | None, typer.Option("--reason", help="เหตุผลของ --despite บันทึกไว้ใน published.yml")]
Address = Annotated[
    str | None,
    typer.Option("--address", help="ที่อยู่เว็บไซต์ที่จะเปิดดูหลังเผยแพร่", show_default="site_url ใน mkdocs.yml"),
]
NoLook = Annotated[bool, typer.Option("--no-look", help="ไม่เปิดดูเว็บไซต์หลังเผยแพร่")]
Allow = Annotated[
    list[str], typer.Option("--allow", help="ที่อยู่ภายในที่ยอมให้เปิดดู HOST:PORT หรือ ADDRESS/BITS ใส่ซ้ำได้")
]
Authority = Annotated[list[Path], typer.Option("--ca", help="ไฟล์ใบรับรองของผู้ออกใบรับรองเพิ่มเติม ใส่ซ้ำได้")]


@publish.command(help="วางลงในโฟลเดอร์ที่คนเข้าถึง: เขียนข้าง ๆ ให้ครบก่อน แล้วสลับในขั้นเดียว")
def folder(
    folder: Annotated[
        Path | None, typer.Argument(help="โฟลเดอร์ปลายทาง", show_default="publish.folder ใน mkdocs.yml")
    ] = None,
    project: Project = Path(),
    undo_last: Annotated[bool, typer.Option("--undo", help="กลับไปเป็นเว็บไซต์ก่อนเผยแพร่ครั้งล่าสุด")] = False,
    dry_run: DryRun = False,
    despite: Despite = [],  # noqa: B006
    reason: Reason = None,
    address: Address = None,
    no_look: NoLook = False,
    allow: Allow = [],  # noqa: B006
    ca: Authority = [],  # noqa: B006
    today: Today = None,
    lang: Lang = Language.TH,
    quiet: Quiet = False,
) -> None:
    """Put the site into a folder, at once or not at all; exits 1 when a check refuses."""
    show.speak(lang.value, quiet=quiet)
    gates, look = read_gates(despite, reason), _look(project, address, no_look, allow, ca)
    given = folder or _setting(project, "folder", "โฟลเดอร์", "a folder")
    target = checked_target(Path(given), project, project / CONTENT)
    if undo_last:
        undo(target)
        record(project, f"folder {target} --undo", standing(target))
        show.tell(Text(f"กลับไปเป็นเว็บไซต์ก่อนหน้าแล้ว: {target}", f"the site before is back: {target}"))
        return
    site = ready(project, chosen_day(today), gates)
    if dry_run:
        _tell_changes(standing(target), site.listing, kept=strangers(target))
        return
    with counting(len(site.listing), Text("กำลังวางไฟล์", "writing")) as note:
        place(site.site, site.listing, target, note)
    finish(site, f"folder {target}", look)


@publish.command(name="zip", help="เก็บเป็นไฟล์ ZIP ไฟล์เดียวส่งให้ผู้ดูแลเว็บ ชื่อในไฟล์เป็นอักษร ASCII ทั้งหมด")
def zip_file(
    file: Annotated[
        Path | None, typer.Argument(help="ไฟล์ ZIP ที่จะเขียน", show_default="publish.zip ใน mkdocs.yml")
    ] = None,
    project: Project = Path(),
    dry_run: DryRun = False,
    despite: Despite = [],  # noqa: B006
    reason: Reason = None,
    today: Today = None,
    lang: Lang = Language.TH,
    quiet: Quiet = False,
) -> None:
    """Write the site as a ZIP file; exits 1 when a check refuses."""
    show.speak(lang.value, quiet=quiet)
    gates = read_gates(despite, reason)
    out = Path(file or _setting(project, "zip", "ไฟล์", "a file"))
    site = ready(project, chosen_day(today), gates)
    check_names(site, gates)
    if dry_run:
        _tell_changes({}, site.listing)
        return
    with counting(len(site.listing), Text("กำลังบีบอัด", "packing")) as note:
        write_zip(site.site, site.listing, out, note)
    finish(site, f"zip {out}", Look(None, read_settings((), (), ())))


@publish.command(help="ส่งขึ้นเครื่องแม่ข่ายด้วย SFTP: ส่งเฉพาะที่เปลี่ยน ทำต่อได้เมื่อสายหลุด ไม่ลบของเดิม")
def sftp(
    server: Annotated[
        str | None,
        typer.Argument(
            help="ผู้ใช้@เครื่อง/โฟลเดอร์", metavar="HOST/DIR", show_default="publish.sftp ใน mkdocs.yml"
        ),
    ] = None,
    project: Project = Path(),
    delete: Annotated[bool, typer.Option("--delete", help="ลบไฟล์ที่เคยเผยแพร่แต่ไม่มีแล้ว")] = False,
    again: Annotated[bool, typer.Option("--again", help="ส่งทุกไฟล์ใหม่ แม้ที่ไม่เปลี่ยน")] = False,
    take_over: Annotated[bool, typer.Option("--take-over", help="เขียนลงโฟลเดอร์ที่มีของอย่างอื่นอยู่แล้ว")] = False,
    ssh_config: Annotated[Path | None, typer.Option("--ssh-config", help="ไฟล์ตั้งค่าของ ssh แทนไฟล์ปกติ")] = None,
    dry_run: DryRun = False,
    despite: Despite = [],  # noqa: B006
    reason: Reason = None,
    address: Address = None,
    no_look: NoLook = False,
    allow: Allow = [],  # noqa: B006
    ca: Authority = [],  # noqa: B006
    today: Today = None,
    lang: Lang = Language.TH,
    quiet: Quiet = False,
) -> None:
    """Send what changed to a server; exits 1 when a check refuses."""
    show.speak(lang.value, quiet=quiet)
    gates, look = read_gates(despite, reason), _look(project, address, no_look, allow, ca)
    target = read_place(server or _setting(project, "sftp", "เครื่องแม่ข่าย", "a server"))
    site = ready(project, chosen_day(today), gates)
    options = ("-F", str(ssh_config)) if ssh_config else ()
    with Sftp(target, options) as remote:
        todo = plan(remote, site.listing, again=again, take_over=take_over)
        if dry_run:
            _tell_changes(todo.kept, site.listing, delete=delete)
            return
        with counting(len(todo.send), Text("กำลังส่ง", "sending")) as note:
            send_site(remote, site.site, site.listing, todo, note, delete=delete)
    finish(site, f"sftp {target}", look)


@publish.command(help="ส่งขึ้นเครื่องแม่ข่ายด้วย FTP แบบเข้ารหัส (FTPS) สำหรับโฮสติ้งที่ไม่มี SFTP")
def ftps(
    server: Annotated[
        str | None,
        typer.Argument(
            help="ผู้ใช้@เครื่อง/โฟลเดอร์", metavar="HOST/DIR", show_default="publish.ftps ใน mkdocs.yml"
        ),
    ] = None,
    project: Project = Path(),
    delete: Annotated[bool, typer.Option("--delete", help="ลบไฟล์ที่เคยเผยแพร่แต่ไม่มีแล้ว")] = False,
    again: Annotated[bool, typer.Option("--again", help="ส่งทุกไฟล์ใหม่ แม้ที่ไม่เปลี่ยน")] = False,
    take_over: Annotated[bool, typer.Option("--take-over", help="เขียนลงโฟลเดอร์ที่มีของอย่างอื่นอยู่แล้ว")] = False,
    dry_run: DryRun = False,
    despite: Despite = [],  # noqa: B006
    reason: Reason = None,
    address: Address = None,
    no_look: NoLook = False,
    allow: Allow = [],  # noqa: B006
    ca: Authority = [],  # noqa: B006
    today: Today = None,
    lang: Lang = Language.TH,
    quiet: Quiet = False,
) -> None:
    """Send what changed to an FTP server over TLS; exits 1 when a check refuses."""
    show.speak(lang.value, quiet=quiet)
    gates, look = read_gates(despite, reason), _look(project, address, no_look, allow, ca)
    target = read_place(server or _setting(project, "ftps", "เครื่องแม่ข่าย", "a server"))
    password = _password(target.user, target.host)
    site = ready(project, chosen_day(today), gates)
    with Ftps(target, password, ca) as remote:
        todo = plan(remote, site.listing, again=again, take_over=take_over)
        if dry_run:
            _tell_changes(todo.kept, site.listing, delete=delete)
            return
        with counting(len(todo.send), Text("กำลังส่ง", "sending")) as note:
            send_site(remote, site.site, site.listing, todo, note, delete=delete)
    finish(site, f"ftps {target}", look)


PASSWORD = "PRONGSAI_FTP_PASSWORD"
"""The one place besides the keyboard from which a password is taken."""


def _password(user: str | None, host: str) -> str:
    if PASSWORD in os.environ:
        return os.environ[PASSWORD]
    if not sys.stdin.isatty():
        raise ProjectError(
            f"ไม่มีรหัสผ่าน — สั่งจากหน้าต่างคำสั่งเพื่อพิมพ์ หรือตั้งตัวแปรแวดล้อม {PASSWORD}",
            f"there is no password — run this in a terminal to type it, or set {PASSWORD} in the environment",
        )
    asked = Text(f"รหัสผ่านของ {user or ''}@{host}: ", f"password of {user or ''}@{host}: ")
    return getpass(asked.in_(show.language()))


@publish.command(help="ขึ้น GitHub Pages: สาขา gh-pages ของที่เก็บนี้ ไม่บังคับเขียนทับประวัติของใคร")
def github(
    project: Project = Path(),
    remote: Annotated[
        str | None, typer.Option("--remote", help="ปลายทางของ git", show_default="origin หรือตาม mkdocs.yml")
    ] = None,
    branch: Annotated[
        str | None, typer.Option("--branch", help="สาขาของเว็บไซต์", show_default="gh-pages หรือตาม mkdocs.yml")
    ] = None,
    domain: Annotated[
        str | None,
        typer.Option("--domain", help="ชื่อโดเมนของตัวเอง", show_default="ตาม mkdocs.yml หรือที่ตั้งไว้เดิม"),
    ] = None,
    take_over: Annotated[bool, typer.Option("--take-over", help="ใช้สาขาที่มีงานอื่นอยู่แล้ว ประวัติเดิมยังอยู่")] = False,
    wait: Annotated[int, typer.Option("--wait", help="รอให้เว็บไซต์ใหม่ขึ้นไม่เกินกี่วินาที")] = 300,
    dry_run: DryRun = False,
    despite: Despite = [],  # noqa: B006
    reason: Reason = None,
    address: Address = None,
    no_look: NoLook = False,
    allow: Allow = [],  # noqa: B006
    ca: Authority = [],  # noqa: B006
    today: Today = None,
    lang: Lang = Language.TH,
    quiet: Quiet = False,
) -> None:
    """Push the site to the branch of GitHub Pages; exits 1 when a check refuses."""
    show.speak(lang.value, quiet=quiet)
    gates, look = read_gates(despite, reason), _look(project, address, no_look, allow, ca)
    settings = read_project(project).publish
    target = pages_branch.Branch(project, remote or settings.remote, branch or settings.branch)
    there = pages_branch.fetched(target)
    site = ready(project, chosen_day(today), gates)
    files = pages_branch.hashed(site.site, site.listing)
    if dry_run:
        _tell_changes(pages_branch.standing(target, there=there), files)
        return
    commit = site.commit or "?"
    title = f"{site.compiled.site.agency.name}: {commit[:12]}"
    message = f"{title}\n\nSources: {commit}\nBuild: {build_of(site.listing)}"
    domain = domain or settings.domain
    if not pages_branch.push(target, site.site, files, message, domain, there=there, take_over=take_over):
        show.tell(Text("ไม่มีอะไรเปลี่ยน", "nothing has changed"))
    finish(site, f"github {target.remote} {target.name}", replace(look, patience=float(wait)))


def _look(root: Path, address: str | None, no_look: bool, allow: Iterable[str], ca: Iterable[Path]) -> Look:
    where = address or read_project(root).site_url
    return Look(None if no_look else where, read_settings((), list(allow), list(ca)))


def _setting(root: Path, key: str, thai: str, english: str) -> str:
    found = getattr(read_project(root).publish, key)
    if not found:
        raise ProjectError(
            f"ยังไม่ได้บอก{thai}ปลายทาง — ใส่ต่อท้ายคำสั่ง หรือตั้ง publish: {{{key}: …}} ใต้ prongsai ใน mkdocs.yml",
            f"the target is missing — give {english} behind the command, or set publish: {{{key}: …}} under "
            "prongsai in mkdocs.yml",
        )
    return str(found)


def _tell_changes(
    before: Mapping[str, Entry], after: Mapping[str, Entry], *, kept: Iterable[str] = (), delete: bool = True
) -> None:
    """What a publishing would change, a file on each line: + new, ~ other content, - gone, = left alone."""
    new = [name for name in after if name not in before]
    other = [name for name, entry in after.items() if name in before and before[name] != entry]
    gone = [name for name in before if name not in after]
    for sign, names in (("+", new), ("~", other), ("-" if delete else "=", gone), ("=", list(kept))):
        for name in names:
            show.result(f"{sign} {name}")
    counts = {"new": len(new), "other": len(other), "gone": len(gone)}
    counts["same"] = len(after) - len(new) - len(other)
    show.tell(Text(_COUNTS.th.format_map(counts), _COUNTS.en.format_map(counts)))


_COUNTS = Text(
    "ใหม่ {new}, เปลี่ยน {other}, ไม่มีแล้ว {gone}, เหมือนเดิม {same}",
    "new {new}, changed {other}, gone {gone}, the same {same}",
)
