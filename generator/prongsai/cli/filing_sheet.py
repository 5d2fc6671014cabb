"""``prongsai export itas``: the sheet that is filed, and the record of what was filed."""

import json
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from prongsai.cli import show
from prongsai.cli.options import Lang, Language, Project, Quiet
from prongsai.cli.verify_options import read_years
from prongsai.compile import SourcesFault, build_time
from prongsai.errors import ProjectError, Text
from prongsai.evidence.wire import InvalidUrl, target
from prongsai.load.filed_sheet import SHEET
from prongsai.load.project import CONTENT, load_project
from prongsai.mkdocs_run import read_project
from prongsai.model.filed import SHEET_FORMAT
from prongsai.model.filing import addresses_to_file
from prongsai.model.site import Site, Year
from prongsai.publish.folder import unwritable
from prongsai.report.itas import itas_csv, itas_lines, itas_xlsx


def itas(
    project: Project = Path(),
    year: Annotated[str | None, typer.Option("--year", help="ปีงบประมาณ พ.ศ.", show_default="ปีล่าสุด")] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="โฟลเดอร์ที่จะเขียนไฟล์", show_default="โฟลเดอร์ของโครงการ")
    ] = None,
    address: Annotated[
        str | None,
        typer.Option("--address", help="ที่อยู่เว็บไซต์ที่เผยแพร่", show_default="site_url ใน mkdocs.yml"),
    ] = None,
    draft: Annotated[bool, typer.Option("--draft", help="เขียนให้ดูก่อน ยังไม่บันทึกว่ายื่น")] = False,
    again: Annotated[bool, typer.Option("--again", help="ยื่นใหม่ แทนที่ยื่นไว้ก่อนหน้า")] = False,
    lang: Lang = Language.TH,
    quiet: Quiet = False,
) -> None:
    """Write the sheet that is filed and, unless it is a draft, record what was filed."""
    show.speak(lang.value, quiet=quiet)
    site, chosen = _chosen(project, year)
    base = _base(address or read_project(project).site_url)
    _check_held(chosen, base)
    items = {entry.code: list(addresses_to_file(entry, base)) for entry in chosen.entries}
    record = project / CONTENT / str(chosen.fiscal_year) / SHEET
    filed = None if draft else _to_record(chosen, record, items, base, again=again)
    lines = list(itas_lines(site.agency, chosen, base))
    folder = out or project
    name = f"itas-{chosen.fiscal_year}"
    _write(folder / f"{name}.xlsx", itas_xlsx(site.agency, chosen, lines, build_time(project / CONTENT)))
    _write(folder / f"{name}.csv", itas_csv(lines))
    if filed is not None:
        _write(record, (json.dumps(filed, ensure_ascii=False, indent=1) + "\n").encode())
    _tell(chosen, items, folder / name, recorded=not draft)


def _chosen(root: Path, text: str | None) -> tuple[Site, Year]:
    loaded = load_project(root)
    site = loaded.site
    if loaded.errors or site is None:
        raise SourcesFault(loaded.findings)
    wanted = site.by_year.get(read_years([text])[0]) if text else site.newest
    if wanted is None or wanted.framework is None:
        known = ", ".join(str(year.fiscal_year) for year in site.years if year.framework)
        raise ProjectError(
            f"ไม่มีรายการข้อของปี {text or site.newest.fiscal_year} — ปีที่มีคือ {known}",
            f"there are no items of {text or site.newest.fiscal_year} — there are {known}",
        )
    return site, wanted


def _base(address: str | None) -> str | None:
    if address is None:
        return None
    try:
        target(address)
    except InvalidUrl as error:
        raise ProjectError(
            f"ที่อยู่เว็บไซต์ {address} ใช้ไม่ได้ ({error.reason.th}) — เขียนเช่น https://oit.example.go.th/",
            f"the site's address {address} cannot be used ({error.reason.en}) — write it like "
            "https://oit.example.go.th/",
        ) from None
    return f"{address.rstrip('/')}/"


def _check_held(year: Year, base: str | None) -> None:
    """Files that the site holds cannot be filed while nobody knows where the site stands."""
    held = [entry.code for entry in year.entries if any(each.url is None for each in entry.evidence)]
    if held and base is None:
        raise ProjectError(
            f"ข้อ {', '.join(held)} มีหลักฐานเป็นไฟล์บนเว็บไซต์ แต่ยังไม่รู้ที่อยู่เว็บไซต์ — ตั้ง site_url "
            f"ใน mkdocs.yml "
            "หรือใส่ --address https://…",
            f"the evidence of {', '.join(held)} is held on the site, whose address is not known — set "
            f"site_url in "
            "mkdocs.yml or give --address https://…",
        )


def _to_record(
    year: Year, path: Path, items: dict[str, list[str]], base: str | None, *, again: bool
) -> dict[str, Any] | None:
    """What is to be recorded; None where the very same was filed already.

    Raises:
        ProjectError: something else was filed, and this is not said to be a new filing.
    """
    earlier: list[dict[str, Any]] = []
    if year.sheet is not None:
        before = json.loads(path.read_text("utf-8"))
        if before["items"] == items:
            return None
        if not again:
            shown = f"{CONTENT}/{year.fiscal_year}/{SHEET}"
            raise ProjectError(
                f"ปี {year.fiscal_year} ยื่นไปแล้ว และที่อยู่ตอนนี้ต่างจากที่บันทึกใน {shown} — ดูด้วย "
                f"prongsai check, "
                "ถ้าจะดูแบบใหม่ก่อนใส่ --draft, ถ้ายื่นใหม่จริงใส่ --again",
                f"{year.fiscal_year} was filed already with other addresses, recorded in {shown} — see "
                f"prongsai "
                "check; give --draft to look at the new sheet, --again if it is really filed anew",
            )
        earlier = [{key: before[key] for key in ("filed_at", "site", "items")}, *before.get("earlier", [])]
    now = datetime.now(UTC).isoformat(timespec="seconds")
    record = {"format": SHEET_FORMAT, "fiscal_year": year.fiscal_year, "filed_at": now, "site": base}
    return record | {"items": items} | ({"earlier": earlier} if earlier else {})


def _write(path: Path, data: bytes) -> None:
    beside = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise unwritable(path, error) from None


def _tell(year: Year, items: dict[str, list[str]], out: Path, *, recorded: bool) -> None:
    bare = [entry.code for entry in year.entries if not entry.evidence]
    show.tell(Text(f"เขียน {out}.xlsx และ {out}.csv แล้ว", f"wrote {out}.xlsx and {out}.csv"))
    if bare:
        show.tell(Text(f"ยังไม่มีหลักฐาน: {', '.join(bare)}", f"without evidence: {', '.join(bare)}"))
    if recorded:
        shown, count = f"{CONTENT}/{year.fiscal_year}/{SHEET}", sum(map(len, items.values()))
        show.tell(Text(
            f"บันทึกที่อยู่ที่ยื่น {count} แห่งลง {shown} จากนี้ check เตือนเมื่อที่อยู่เหล่านี้หายไป "
            f"— เก็บใบตรวจไว้ด้วย prongsai verify --as-filed {year.fiscal_year}",
            f"{count} filed addresses are recorded in {shown}; from now on check tells when one is gone — "
            f"keep the "
            f"receipts too: prongsai verify --as-filed {year.fiscal_year}",
        ))  # fmt: skip
