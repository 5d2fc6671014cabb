"""Names in a ZIP file: what would not survive unpacking, a name that would, and how its address stays."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Final

from prongsai.cli import show
from prongsai.cli.publish_gates import Gates, Ready
from prongsai.errors import Text
from prongsai.importing.writing import scalar
from prongsai.load.addresses import MOVED
from prongsai.load.project import CONTENT
from prongsai.model.addresses import written
from prongsai.model.site import Site
from prongsai.pages.moved import moved_files
from prongsai.publish.zipped import BadName, bad_names
from prongsai.starting.names import free_name, plain_name

ZIP_NAMES: Final = "zip-names"
_SHOWN: Final = 20


def check_names(ready: Ready, gates: Gates) -> None:
    """Stop at names that would be lost, with a name for each that would not.

    A document that was renamed answers at its old address too: that name stays as it was published, since a
    filed address counts for more than a vendor's old program.
    """
    site, renamed = ready.compiled.site, moved_files(ready.compiled.site)
    found = list(bad_names(ready.listing))
    bad = [each for each in found if each.name not in renamed]
    if bad:
        gates.stop(ZIP_NAMES, _told(site, bad, ready.listing))
        gates.settle()
    elif found:
        show.tell(Text(
            f"ที่อยู่เดิม {len(found)} แห่งยังใช้ชื่อไทยตามที่เคยเผยแพร่ — แตกไฟล์ด้วย Windows 10 ขึ้นไป หรือ 7-Zip",
            f"{len(found)} old addresses keep their names beyond ASCII — unpack with Windows 10 or 7-Zip",
        ))  # fmt: skip


def _told(site: Site, bad: list[BadName], names: Iterable[str]) -> Text:
    better = _better(site, bad, names)
    shown = bad[:_SHOWN]
    th = "".join(f"\n  {each.name}: {each.reason.th} → {better[each.name]}" for each in shown)
    en = "".join(f"\n  {each.name}: {each.reason.en} → {better[each.name]}" for each in shown)
    left = len(bad) - len(shown)
    th, en = (f"{th}\n  … และอีก {left} ชื่อ", f"{en}\n  … and {left} more") if left else (th, en)
    moved = _moved(site, better)
    file = f"{CONTENT}/{MOVED}"
    return Text(
        f"ชื่อไฟล์ {len(bad)} ชื่ออาจเสียเมื่อแตกไฟล์:{th}\nเปลี่ยนชื่อไฟล์ตามลูกศร และแก้ file: ในไฟล์ของข้อให้ตรง"
        + (f"\nชื่อที่เคยเผยแพร่แล้ว เพิ่มใน {file} ที่อยู่เดิมจะยังได้เอกสาร:\n{moved}" if moved else ""),
        f"{len(bad)} names may not survive unpacking:{en}\nrename the files as the arrows say, and file: in "
        "the item's source with them"
        + (
            f"\nthose that were published go into {file}, so that their addresses answer:\n{moved}"
            if moved
            else ""
        ),
    )


def _better(site: Site, bad: Iterable[BadName], names: Iterable[str]) -> Mapping[str, str]:
    """By each bad name, a file's name that every system takes and nothing in its folder has."""
    items = {
        evidence.held.address: (entry.code, entry.item.topic)
        for year in site.years
        for entry in year.entries
        for evidence in entry.evidence
        if evidence.held
    }
    taken = [PurePosixPath(name).name for name in names]
    found: dict[str, str] = {}
    for each in bad:
        path = PurePosixPath(each.name)
        code, topic = items.get(each.name, ("document", ""))
        year = path.parts[0]
        number = int(year) if year.isdecimal() else site.newest.fiscal_year
        found[each.name] = free_name(plain_name(path.name, code, topic, number), [*taken, *found.values()])
    return found


def _moved(site: Site, better: Mapping[str, str]) -> str:
    lines = [
        f"  - {{address: {scalar(written(name))}, to: {written(str(PurePosixPath(name).with_name(new)))}}}"
        for name, new in better.items()
        if name in site.published
    ]
    return "\n".join(["moved:", *lines[:_SHOWN]]) if lines else ""
