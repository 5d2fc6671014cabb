"""The work lists as one page of HTML that loads nothing: on paper, a sheet for each unit."""

import base64
import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from html import escape
from typing import Final

from prongsai.errors import Lang, Text
from prongsai.model.agency import Agency
from prongsai.model.deadlines import Span
from prongsai.model.site import Year
from prongsai.report.worklist.duties import Need, Report, Unit, day_text, left_text

MARK: Final = "prongsai worklist"
"""What tells our own files, which may be written anew, from somebody else's."""

_STYLE: Final = """
:root{color-scheme:light;--ink:#1b2733;--line:#8a98a5;--soft:#eef2f5}
*{box-sizing:border-box}
body{margin:0;padding:1rem;color:var(--ink);background:#fff;
font:16px/1.5 "Sarabun","Noto Sans Thai","Leelawadee UI","Thonburi",sans-serif}
main,nav{max-width:62rem;margin:auto}
h1{font-size:1.4rem;margin:0 0 .5rem}
h2{font-size:1.2rem;margin:0 0 .25rem}
section{padding:1.5rem 0;border-top:2px solid var(--line)}
p{margin:.25rem 0}
ul{margin:0;padding:0;list-style:none}
nav ul{columns:16rem;margin:.5rem 0 1.5rem}
a{color:#0b4f8a}
a:focus-visible{outline:3px solid #0b4f8a;outline-offset:2px}
.facts{background:var(--soft);padding:.5rem .75rem}
table{width:100%;table-layout:fixed;border-collapse:collapse;margin:.5rem 0;font-size:.9rem}
caption{text-align:start;font-weight:bold}
th,td{border:1px solid var(--line);padding:.3rem .4rem;text-align:start;vertical-align:top;
overflow-wrap:anywhere}
thead th{background:var(--soft)}
.late{font-weight:bold}
.tick{text-align:center}
col:last-child{width:3rem}
.needs col:nth-child(1){width:20%}
.needs col:nth-child(2){width:29%}
.needs col:nth-child(4){width:14%}
.needs col:nth-child(5){width:13%}
.running{display:none}
.often{margin:.5rem 0}
@media screen and (max-width:48rem){
thead{position:absolute;clip-path:inset(50%);height:1px;overflow:hidden}
tr,td,tbody th{display:block}
tr{border:1px solid var(--line);margin:.75rem 0}
td,tbody th{border:0}
td[data-label]::before{content:attr(data-label) ": ";font-weight:bold}
.tick{display:none}
}
@media print{
@page{size:A4;margin:11mm 10mm}
body{padding:0 1px;font-size:9.5pt;line-height:1.35}
nav,.screen{display:none}
section{break-before:page;border:0;padding:0}
section:first-of-type{break-before:auto}
tr{break-inside:avoid}
thead{display:table-header-group}
.running{display:table-row}
.running td{border-color:transparent;border-block:0;padding:1.5mm 0 1mm;font-weight:bold}
caption{display:none}
.often,.facts{break-inside:avoid}
table{font-size:8.5pt}
th,td{padding:1mm 1.2mm}
}
"""
_LETTERS: Final = Text("กขคงจฉชซ", "ABCDEFGH")
_W: Final = {
    "title": Text("งานที่แต่ละหน่วยต้องทำ", "What each unit has to do"),
    "nobody": Text("ยังไม่มีผู้รับผิดชอบ", "Nobody answers for these yet"),
    "as_of": Text("ณ วันที่", "as of"),
    "units": Text("หน่วยงาน", "Units"),
    "next": Text("กำหนดการ", "Dates"),
    "item": Text("ข้อ", "Item"),
    "shows": Text("ต้องแสดงอะไร", "Must show"),
    "lacks": Text("ยังขาดหรือต้องแก้", "Missing or to be put right"),
    "remedy": Text("ทำอย่างไร", "What to do"),
    "due": Text("ภายใน", "By"),
    "done": Text("เสร็จ", "Done"),
    "whole": Text("ครบแล้ว", "Complete"),
    "often": Text("ทำอย่างไร (ข้อใดใช้วิธีใด ดูในตาราง)", "What to do (the table says which item takes which)"),
    "as_in": Text("ตาม", "as in"),
    "nothing": Text("ไม่มีงานค้าง", "Nothing is owed"),
    "needs": Text("ข้อที่ยังต้องทำ", "Items still owed"),
    "reports": Text("มาตรการที่ต้องรายงานผล", "Measures to report on"),
    "measure": Text("มาตรการ", "Measure"),
    "report": Text("รายงานอะไร", "What to report"),
    "no_date": Text("ไม่มีกำหนดในข้อมูล", "no date is given"),
}


def worklist_html(
    agency: Agency, year: Year, units: Sequence[Unit], dates: Sequence[Span], today: date, lang: Lang
) -> bytes:
    """The page; ``dates`` are the milestones that every sheet shows."""
    words = {name: text.in_(lang) for name, text in _W.items()}
    digest = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    title = f"{words['title']} {agency.name} {_year(year, lang)}"
    names = [unit.name or words["nobody"] for unit in units]
    links = "".join(
        f'<li><a href="#unit-{place}">{escape(name)}</a> ({len(unit.needs) + len(unit.reports)})</li>'
        for place, (name, unit) in enumerate(zip(names, units, strict=True), 1)
    )
    sheets = "".join(
        _sheet(place, name, unit, agency, year, dates, today, lang, words)
        for place, (name, unit) in enumerate(zip(names, units, strict=True), 1)
    )
    page = (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="{MARK}">\n<title>{escape(title)}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f'<h1 class="screen">{escape(title)}</h1>\n'
        f'<nav aria-label="{words["units"]}"><ul>{links}</ul></nav>\n{sheets}</main>\n</body>\n</html>\n'
    )
    return page.encode()


def _year(year: Year, lang: Lang) -> str:
    return Text(f"ปีงบประมาณ {year.fiscal_year}", f"fiscal year {year.fiscal_year}").in_(lang)


def _sheet(
    place: int, name: str, unit: Unit, agency: Agency, year: Year, dates: Sequence[Span], today: date,
    lang: Lang, words: dict[str, str],
) -> str:  # fmt: skip
    upcoming = "".join(
        f"<li>{escape(span.title_in(lang))}: {day_text(span.last, lang)}"
        f" ({left_text(span.last, today, lang)})</li>"
        for span in dates[:3]
    )
    parts = [
        f'<section id="unit-{place}" aria-labelledby="name-{place}">\n'
        f'<h2 id="name-{place}">{escape(name)}</h2>\n'
        f"<p>{escape(agency.name)} {_year(year, lang)} {words['as_of']} {day_text(today, lang)}</p>\n"
        f'<div class="facts"><p>{words["next"]}</p><ul>{upcoming}</ul></div>\n'
    ]
    whose = f"{name} · {_year(year, lang)}"
    if unit.needs:
        often, known = _often(unit.needs, lang), {span.title for span in dates[:3]}
        parts.append(_once(often, words))
        rows = "".join(_need(_shorter(need, often, known, words), today, lang, words) for need in unit.needs)
        caption = f"{words['needs']} ({len(unit.needs)})"
        heads = ("item", "shows", "lacks", "remedy", "due")
        parts.append(_table("needs", whose, caption, heads, rows, words))
    if unit.reports:
        rows = "".join(_report(report, today, lang, words) for report in unit.reports)
        caption = f"{words['reports']} ({len(unit.reports)})"
        parts.append(_table("reports", whose, caption, ("measure", "report", "due"), rows, words))
    if not unit.needs and not unit.reports:
        parts.append(f"<p>{words['nothing']}</p>\n")
    if unit.whole:
        parts.append(f"<p>{words['whole']} ({len(unit.whole)}): {', '.join(unit.whole)}</p>\n")
    return "".join([*parts, "</section>\n"])


def _often(needs: Sequence[Need], lang: Lang) -> dict[str, str]:
    """What more than one item takes to be put right, each with a letter that stands for it in their rows."""
    counted = Counter(text for need in needs for text in need.remedy)
    repeated = [text for text, count in counted.items() if count > 1]
    return dict(zip(repeated, _LETTERS.in_(lang), strict=False))


def _once(often: Mapping[str, str], words: dict[str, str]) -> str:
    if not often:
        return ""
    entries = "".join(f"<li>{letter}. {escape(text)}</li>" for text, letter in often.items())
    return f'<div class="often"><p>{words["often"]}</p><ul>{entries}</ul></div>\n'


def _shorter(need: Need, often: Mapping[str, str], known: Collection[str], words: dict[str, str]) -> Need:
    """An item without what its sheet says once above: what many items take, and what the next dates are."""
    letters = ", ".join(often[text] for text in need.remedy if text in often)
    own = tuple(text for text in need.remedy if text not in often)
    remedy = (f"{words['as_in']} {letters}", *own) if letters else own
    return replace(need, remedy=remedy, due_for="" if need.due_for in known else need.due_for)


def _table(
    kind: str, whose: str, caption: str, heads: Sequence[str], rows: str, words: dict[str, str]
) -> str:
    """A table; on paper each of its pages begins with ``whose`` it is, since sheets get parted."""
    cells = "".join(f'<th scope="col">{words[head]}</th>' for head in heads)
    running = f'<td colspan="{len(heads) + 1}">{escape(f"{whose} · {caption}")}</td>'
    return (
        f'<table class="{kind}">\n<caption>{escape(caption)}</caption>\n'
        f"<colgroup>{'<col>' * (len(heads) + 1)}</colgroup>\n"
        f'<thead><tr class="running" aria-hidden="true">{running}</tr><tr>{cells}'
        f'<th scope="col" class="tick">{words["done"]}</th></tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n'
    )


def _need(need: Need, today: date, lang: Lang, words: dict[str, str]) -> str:
    shows = _list(
        f"{'☑' if tied else '☐'} {number}. {text}" for number, (tied, text) in enumerate(need.shows, 1)
    )
    return (
        f'<tr><th scope="row">{need.code} {escape(need.title)}<br>({need.status})</th>'
        f'<td data-label="{words["shows"]}">{shows}</td>'
        f'<td data-label="{words["lacks"]}">{_list((*need.lacks, *need.found))}</td>'
        f'<td data-label="{words["remedy"]}">{_list(need.remedy)}</td>'
        f'<td data-label="{words["due"]}">{_due(need.due, today, lang, words, need.due_for)}</td>'
        '<td class="tick">☐</td></tr>\n'
    )


def _report(report: Report, today: date, lang: Lang, words: dict[str, str]) -> str:
    return (
        f'<tr><th scope="row">{escape(report.title)}</th>'
        f'<td data-label="{words["report"]}">{escape(report.text)}</td>'
        f'<td data-label="{words["due"]}">{_due(report.due, today, lang, words)}</td>'
        '<td class="tick">☐</td></tr>\n'
    )


def _list(texts: Iterable[str]) -> str:
    entries = "".join(f"<li>{escape(text)}</li>" for text in texts)
    return f"<ul>{entries}</ul>" if entries else ""


def _due(due: date | None, today: date, lang: Lang, words: dict[str, str], what: str = "") -> str:
    if due is None:
        return words["no_date"]
    left = left_text(due, today, lang)
    shown = f'<span class="late">{left}</span>' if due < today else left
    return f'<time datetime="{due.isoformat()}">{day_text(due, lang)}</time><br>{shown}<br>{escape(what)}'
