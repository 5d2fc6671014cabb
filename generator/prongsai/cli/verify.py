"""``prongsai verify``: visits evidence, records receipts; judges any list of links, or a published site."""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import prongsai
from prongsai.cli import show
from prongsai.cli.ages import read_age
from prongsai.cli.cluster import on_cluster
from prongsai.cli.filing import file_receipts, filed_path
from prongsai.cli.looking import here
from prongsai.cli.options import Lang, Language, Project, Quiet, ReceiptForm
from prongsai.cli.receipts_markdown import receipts_markdown
from prongsai.cli.receipts_text import receipts_text, site_text
from prongsai.cli.verify_modes import Asked, Judged, judge_list, judge_project, judge_site
from prongsai.cli.verify_options import read_settings, read_years
from prongsai.errors import Lang as InLang
from prongsai.errors import ProjectError
from prongsai.evidence.outside import Outside
from prongsai.evidence.receipts import receipts_document
from prongsai.report.receipt_forms import Looks, github_receipts, junit_receipts, sarif_receipts

if TYPE_CHECKING:
    from prongsai.cli.keep import Keeper


def verify(
    project: Project = Path(),
    links: Annotated[
        Path | None, typer.Option("--links", help="ตรวจรายการลิงก์ (JSON บรรทัดละลิงก์) แทนโครงการ")
    ] = None,
    site: Annotated[
        str | None, typer.Option("--site", help="ตรวจเว็บไซต์ที่เผยแพร่แล้วจากภายนอก ใส่ที่อยู่หน้าแรก")
    ] = None,
    year: Annotated[list[str], typer.Option("--year", help="เฉพาะปีงบประมาณนี้ ใส่ซ้ำได้")] = [],  # noqa: B006
    max_age: Annotated[
        str | None, typer.Option("--max-age", help="ไม่เปิดซ้ำที่ผ่านแล้วภายในเวลานี้ เช่น 7d, 12h, 2w")
    ] = None,
    accept: Annotated[list[str], typer.Option("--accept", help="ยอมรับเนื้อหาใหม่ของที่อยู่นี้ ใส่ซ้ำได้")] = [],  # noqa: B006
    as_filed: Annotated[
        str | None, typer.Option("--as-filed", help="ตรวจหลักฐานของปีนี้ แล้วเก็บใบตรวจตามที่ยื่นไว้ใช้อุทธรณ์")
    ] = None,
    receipts: Annotated[
        Path | None, typer.Option("--receipts", help="เก็บใบตรวจของผู้ตรวจเองไว้ในไฟล์นี้ (ใช้กับ --site)")
    ] = None,
    archive: Annotated[
        Path | None, typer.Option("--archive", help="เก็บสำเนาของเอกสารและบันทึก WARC ไว้ในโฟลเดอร์นี้")
    ] = None,
    scheduler: Annotated[
        str | None, typer.Option("--scheduler", help="แบ่งงานให้คลัสเตอร์ Dask ที่ HOST:PORT นี้")
    ] = None,
    own_host: Annotated[list[str], typer.Option("--own-host", help="โฮสต์ของหน่วยงาน ใส่ซ้ำได้")] = [],  # noqa: B006
    allow: Annotated[
        list[str], typer.Option("--allow", help="ที่อยู่ภายในที่ยอมให้เปิด HOST:PORT หรือ ADDRESS/BITS ใส่ซ้ำได้")
    ] = [],  # noqa: B006
    contact: Annotated[
        str | None,
        typer.Option("--contact", envvar="PRONGSAI_CONTACT", help="อีเมลหรือเว็บไซต์ที่ผู้ดูแลเครื่องแม่ข่ายติดต่อผู้ตรวจได้"),
    ] = None,
    ca: Annotated[list[Path], typer.Option("--ca", help="ไฟล์ใบรับรองของผู้ออกใบรับรองเพิ่มเติม ใส่ซ้ำได้")] = [],  # noqa: B006
    form: Annotated[ReceiptForm, typer.Option("--format", help="รูปแบบผลลัพธ์")] = ReceiptForm.TEXT,
    lang: Lang = Language.TH,
    quiet: Quiet = False,
) -> None:
    """Visit every evidence link and record receipts; exits 1 when one failed."""
    show.speak(lang.value, quiet=quiet)
    _check_together(links, site, receipts, year, max_age, as_filed)
    if archive is not None and scheduler is not None:
        raise _apart("--archive", "--scheduler")
    asked = Asked(
        settings=read_settings(own_host, allow, ca, contact),
        introduced=contact is not None,
        years=read_years([*year, *([] if as_filed is None else [as_filed])]),
        accept=tuple(accept),
        max_age=read_age(max_age) if max_age is not None else None,
    )
    filing = filed_path(project, asked.years[0]) if as_filed is not None else None
    cluster = on_cluster(scheduler) if scheduler else nullcontext(here)
    with _keeping(archive, project) as keeper, cluster as visits:
        judged = _judge(replace(asked, keeper=keeper, visits=visits), links, site, receipts, project)
    show.result(_printed(judged, form, lang.value))
    if fault := judged.fault or (keeper and keeper.fault):
        raise fault
    if filing:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        file_receipts(filing, judged.looks.receipts, asked.years[0], now)
    if judged.looks.failed:
        raise typer.Exit(1)


def _keeping(archive: Path | None, project: Path) -> AbstractContextManager["Keeper | None"]:
    """Who keeps copies, where they are asked for: a run without them need not wait for those modules."""
    if archive is None:
        return nullcontext(None)
    from prongsai.cli.keep import keeping

    return keeping(archive, project)


def _judge(asked: Asked, links: Path | None, site: str | None, receipts: Path | None, root: Path) -> Judged:
    if links is not None:
        return judge_list(links, asked)
    if site is not None:
        return judge_site(site, receipts, asked)
    return judge_project(root, asked)


def _check_together(
    links: Path | None,
    site: str | None,
    receipts: Path | None,
    years: list[str],
    max_age: str | None,
    as_filed: str | None,
) -> None:
    """Refuse options that mean nothing together, rather than pass one of them over."""
    if links is not None and site is not None:
        raise _apart("--links", "--site")
    if as_filed is not None:
        for given, name in ((links, "--links"), (site, "--site"), (years, "--year")):
            if given:
                raise _apart("--as-filed", name)
    if links is not None:
        for given, name in ((years, "--year"), (max_age, "--max-age")):
            if given:
                raise _apart("--links", name)
    if receipts is not None and site is None:
        raise ProjectError("--receipts ใช้กับ --site เท่านั้น", "--receipts goes with --site only")
    if site is not None and max_age and receipts is None:
        raise ProjectError(
            "--max-age กับ --site ต้องมี --receipts ด้วย เพื่อให้รู้ว่าเคยตรวจเมื่อใด",
            "--max-age with --site needs --receipts too, to know when you last looked",
        )


def _apart(one: str, other: str) -> ProjectError:
    return ProjectError(
        f"ใช้ {one} กับ {other} พร้อมกันไม่ได้ — เลือกอย่างเดียว", f"{one} and {other} do not go together — choose one"
    )


def _printed(judged: Judged, form: ReceiptForm, lang: InLang) -> str:
    looks, site = judged.looks, judged.site
    if form is ReceiptForm.JSON:
        return show.json_text(_document(looks, site, lang))
    if form is ReceiptForm.SARIF:
        return show.json_text(sarif_receipts(_placed(judged), lang, prongsai.__version__))
    if form is ReceiptForm.GITHUB:
        return github_receipts(_placed(judged), lang)
    if form is ReceiptForm.JUNIT:
        return junit_receipts(looks, lang)
    if form is ReceiptForm.MARKDOWN:
        return receipts_markdown(looks, lang)
    return site_text(site, looks, lang) if site else receipts_text(looks, lang)


def _placed(judged: Judged) -> Looks:
    return Looks(judged.looks.receipts, judged.spots(), judged.looks.titles)


def _document(looks: Looks, site: Outside | None, lang: InLang) -> dict[str, Any]:
    """The contract's document; of a published site also which it is, and what it shows of each address."""
    document = receipts_document(looks.receipts, lang)
    if site is None:
        return document
    for record in document["receipts"]:
        told = site.told.get(record["url"])
        record["page"] = record["url"] in site.pages
        record["shown"] = told and {
            "verdict": told.verdict,
            "class": told.judgement,
            "checked_at": told.checked_at,
            "sha256": told.sha256,
        }
    about = {
        "url": site.base,
        "agency": site.agency,
        "years": list(site.years),
        "own_hosts": list(site.own_hosts),
    }
    return {"format": document["format"], "site": about, "receipts": document["receipts"]}
