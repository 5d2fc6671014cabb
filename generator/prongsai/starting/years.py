"""Which framework a year begins with, and what to do where there is none for it."""

from collections.abc import Mapping
from datetime import date

from pydantic_core import PydanticCustomError

from prongsai.errors import ProjectError, Text
from prongsai.load.hints import did_you_mean
from prongsai.model.fields import read_year
from prongsai.model.framework import Framework
from prongsai.thai.dates import PartialDate, fiscal_year_of

Frameworks = Mapping[str, Framework]


def read_fiscal_year(text: str) -> int:
    """The fiscal year that a person gives: 2567, ๒๕๖๗, 67.

    Raises:
        ProjectError: it is none.
    """
    try:
        return read_year(text)
    except PydanticCustomError as error:
        hint = (error.context or {}).get("hint") or Text("", "")
        told = hint if isinstance(hint, Text) else Text("", "")
        raise ProjectError(
            f"“{text}” ไม่ใช่ปีงบประมาณ{told.th} — เขียนเป็น พ.ศ. เช่น 2567",
            f"“{text}” is no fiscal year{told.en} — write it in the Buddhist era, like 2567",
        ) from None


def newest(frameworks: Frameworks) -> Framework:
    """The framework of the latest year; of several the one that ships."""
    return max(frameworks.values(), key=lambda pack: (pack.fiscal_year, pack.scheme == "nacc"))


def choose(every: Frameworks, fiscal_year: int | None, name: str | None) -> tuple[Framework, int]:
    """The framework that ``name`` means, or else that of ``fiscal_year``, or else the newest; and the year.

    Raises:
        ProjectError: there is none that has items, or the year has several.
    """
    frameworks = {key: pack for key, pack in every.items() if pack.items}
    if name is not None:
        pack = frameworks.get(name.strip().lower())
        if pack is None:
            raise _unknown(name, frameworks)
        return pack, fiscal_year or pack.fiscal_year
    if fiscal_year is None:
        pack = newest(frameworks)
        return pack, pack.fiscal_year
    packs = [pack for pack in frameworks.values() if pack.fiscal_year == fiscal_year]
    if f"nacc-{fiscal_year}" in frameworks:
        return frameworks[f"nacc-{fiscal_year}"], fiscal_year
    if len(packs) == 1:
        return packs[0], fiscal_year
    raise _several(packs, fiscal_year) if packs else _missing(fiscal_year, frameworks)


def ends_before(frameworks: Frameworks, today: date) -> Text | None:
    """What to tell where even the newest framework is not of the fiscal year in which ``today`` lies."""
    pack = newest(frameworks)
    now = fiscal_year_of(PartialDate(today.year, today.month, today.day))
    if now <= pack.fiscal_year:
        return None
    return Text(
        f"ขณะนี้เป็นปีงบประมาณ {now} แต่กรอบ (รายการข้อ) ที่มากับโปรแกรมมีถึงปี {pack.fiscal_year} เลขข้อและชื่อข้อเปลี่ยนทุกปี\n"
        f"{_how(now).th}",
        f"it is fiscal year {now} now, but the frameworks (lists of items) that there are end with"
        f" {pack.fiscal_year}; numbers and titles of items change every year\n{_how(now).en}",
    )


def _how(fiscal_year: int) -> Text:
    """How to bring a framework."""
    return Text(
        f"เมื่อมีตารางรายการข้อทางการของปี {fiscal_year} (Word, Excel หรือ PDF) สั่ง"
        f" prongsai import ตาราง --as framework --into โฟลเดอร์ของโครงการ แล้ว prongsai year {fiscal_year}"
        f" หรือเขียนกรอบเองไว้ที่ content/frameworks/nacc-{fiscal_year}.yml",
        f"once you have the official table of {fiscal_year} (Word, Excel or PDF), run prongsai import TABLE"
        f" --as framework --into the project's folder, then prongsai year {fiscal_year}; or write"
        f" the framework yourself as content/frameworks/nacc-{fiscal_year}.yml",
    )


def _missing(fiscal_year: int, frameworks: Frameworks) -> ProjectError:
    pack = newest(frameworks)
    have = ", ".join(sorted(frameworks))
    how = _how(fiscal_year)
    return ProjectError(
        f"ยังไม่มีกรอบ (รายการข้อ) ของปี {fiscal_year} ที่มีคือ {have}\n{how.th}\n"
        f"หรือเริ่มด้วยรายการข้อของปี {pack.fiscal_year} ไปก่อนโดยใส่ --framework {pack.framework}"
        f" ซึ่งเลขข้ออาจไม่ตรงกับปี {fiscal_year}",
        f"there is no framework (list of items) of {fiscal_year}; there are {have}\n{how.en}\n"
        f"or begin with the items of {pack.fiscal_year} for now: --framework {pack.framework}; their numbers"
        f" may not be those of {fiscal_year}",
    )


def _several(packs: list[Framework], fiscal_year: int) -> ProjectError:
    names = ", ".join(pack.framework for pack in packs)
    return ProjectError(
        f"ปี {fiscal_year} มีกรอบมากกว่าหนึ่ง ({names}) — เลือกด้วย --framework",
        f"{fiscal_year} has more than one framework ({names}) — choose one with --framework",
    )


def _unknown(name: str, frameworks: Frameworks) -> ProjectError:
    hint = did_you_mean(name, sorted(frameworks), known=True, cutoff=0.8)
    return ProjectError(
        f"ไม่มีกรอบ “{name}”{hint.th} — ตรวจชื่อที่ใส่ใน --framework",
        f"there is no framework “{name}”{hint.en} — check the name given with --framework",
    )
