"""A cross-reference to the wrong item."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from prongsai.errors import Text
from prongsai.model.framework import Framework, Item, Topic
from prongsai.model.site import Site, Year
from prongsai.rules.context import Context
from prongsai.rules.folding import fold
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.rules.text._pieces import Piece, year_pieces
from prongsai.source.problems import quoted
from prongsai.thai.digits import to_arabic

# ``ข้อ ๐๓๔``, ``ข้อ o34``, ``O34``, ``OIT ข้อ 34``; a number alone after ข้อ may be a clause of anything.
_CODE = re.compile(r"(?:ข้อ(?:ที่)?\s?[oO๐0]\s?|\b[oO])(?P<number>[1-9๑-๙][0-9๐-๙]{0,2})(?![0-9๐-๙A-Za-z/.])")
_YEAR_AFTER = re.compile(r"\s?(?:ของ|ใน)?\s?ปี\S{0,12}\s?(?:พ\.?ศ\.?)?\s?[2๒][5๕][0-9๐-๙]{2}")
_BEFORE, _AFTER = 70, 60

# What an item is, by its title's first word; a text that calls it something else means another item.
# Reports, channels and notices may be of any item, so that those words tell nothing.
_SORTS = "แผน|คู่มือ|นโยบาย|สถิติ|มาตรการ|ประมวลจริยธรรม|หลักเกณฑ์"
_SORT = re.compile(rf".*(?P<sort>{_SORTS})[^\s(]{{0,40}}?\s?(?:ตาม|ใน|ของ|ที่|จาก)\s?$")
_SHORTEST = 8


def check(context: Context) -> Iterator[Hit]:
    """References in texts, and measures' links whose title is another item's."""
    for year in context.site.years:
        if year.framework is not None:
            for piece in year_pieces(context, year):
                yield from _in_text(piece, year.framework, context.site.topics)
        yield from _links(context, year)


def _in_text(piece: Piece, framework: Framework, topics: Mapping[str, Topic]) -> Iterator[Hit]:
    for match in _CODE.finditer(piece.text):
        code = f"o{to_arabic(match['number'])}"
        if _YEAR_AFTER.match(piece.text, match.end()):
            continue
        item = framework.by_code.get(code)
        meant = _meant(piece, match, framework, item, topics) if item else None
        if item is None or meant is not None:
            yield piece.hit(
                match[0],
                code=code,
                value=quoted(piece.text),
                why=_why(item, framework),
                meant=_write(meant if isinstance(meant, Item) else None),
            )
            return


def _meant(
    piece: Piece, match: re.Match[str], framework: Framework, item: Item, topics: Mapping[str, Topic]
) -> Item | bool | None:
    """The item that the words around mean, True where it can't be told which, None if all is well."""
    before = piece.text[max(0, match.start() - _BEFORE) : match.start()]
    around = fold(before) + "|" + fold(piece.text[match.end() : match.end() + _AFTER])
    if _named(around, _titles(item)):
        return None
    others = [
        other
        for other in framework.items
        if other.code not in (item.code, piece.item) and _named(around, _titles(other))
    ]
    if others:
        return max(others, key=lambda other: len(fold(other.title)))
    sort = _SORT.match(before)
    if sort and sort["sort"] not in _says(item, topics) and not _CODE.search(before):
        same = [
            other for other in framework.items if sort["sort"] in other.title and other.code != piece.item
        ]
        return same[0] if len(same) == 1 else True
    return None


def _named(around: str, titles: tuple[str, ...]) -> bool:
    return any(title in around for title in titles)


@lru_cache(maxsize=4_096)
def _folded_titles(titles: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(folded for folded in map(fold, titles) if len(folded) >= _SHORTEST)


def _titles(item: Item) -> tuple[str, ...]:
    return _folded_titles((item.title, *(other.title for other in item.other_titles)))


def _says(item: Item, topics: Mapping[str, Topic]) -> str:
    """Everything that the framework says of an item and its topic."""
    topic = topics.get(item.topic)
    said = [
        topic.th if topic else "",
        item.title,
        item.asks or "",
        *(other.title for other in item.other_titles),
    ]
    for element in item.elements:
        said += [element.text, *element.at_least]
    return " ".join(said)


def _why(item: Item | None, framework: Framework) -> Text:
    if item is None:
        first, last = framework.items[0].code, framework.items[-1].code
        return Text(f"กรอบของปีนี้มี {first} ถึง {last}", f"this year's framework has {first} to {last}")
    return Text(f"{item.code} คือ “{item.title}”", f"{item.code} is “{item.title}”")


def _write(meant: Item | None) -> Text:
    if meant is None:
        return Text("ตรวจรหัสข้อกับรายการของปี", "look the code up in the year's list")
    return Text(f"น่าจะเป็นข้อ {meant.code} “{meant.title}”", f"{meant.code} “{meant.title}” is probably meant")


def _links(context: Context, year: Year) -> Iterator[Hit]:
    """Links with the title of another item of the framework that they name."""
    for number, measure in enumerate(year.measures.measures if year.measures else ()):
        for place, link in enumerate(measure.links):
            titles = _titles_of(context.site, link.framework)
            if not link.title or link.code not in titles or fold(link.title) in titles[link.code]:
                continue
            meant = [code for code, known in titles.items() if fold(link.title) in known]
            if len(meant) == 1:
                right = next(iter(titles[link.code].values()))
                yield Hit(
                    context.measures_source(year),
                    ("measures", number, "links", place, "code"),
                    values={
                        "code": link.code,
                        "value": quoted(link.title),
                        "why": Text(f"{link.code} คือ “{right}”", f"{link.code} is “{right}”"),
                        "meant": Text(f"ชื่อนี้เป็นของ {meant[0]}", f"that title is {meant[0]}'s"),
                    },
                    fiscal_year=year.fiscal_year,
                )


def _titles_of(site: Site, name: str | None) -> dict[str, dict[str, str]]:
    """By code, the folded titles of a framework's items and questions, each with the title itself."""
    framework = site.frameworks.get(name) if name else None
    if framework is None:
        return {}
    found = {
        item.code: {fold(title): title for title in (item.title, *(o.title for o in item.other_titles))}
        for item in framework.items
    }
    return found | {question.code: {fold(question.text): question.text} for question in framework.questions}


_YEAR = "framework: nacc-2566\n"

RULE = Rule(
    code="T407",
    name="wrong-reference",
    family="text",
    severity="warning",
    title=Text("อ้างข้อผิด", "a reference to the wrong item"),
    what=Text(
        "ข้อความอ้างถึงข้อที่ชื่อไม่ตรงกับเรื่องที่กล่าว หรือข้อที่กรอบของปีไม่มี หรือมาตรการผูกรหัสข้อกับชื่อของอีกข้อ",
        "a text refers to an item whose title is not what it speaks of, or"
        " that the year's framework doesn't have; or a"
        " measure links a code with another item's title",
    ),
    why=Text(
        "ผู้ประเมินและประชาชนตามไปแล้วพบเรื่องอื่น มักเป็นรหัสของปีก่อนที่ยังไม่ได้แก้",
        "assessors and citizens follow it to something else; often it is last year's code",
    ),
    mend=Text("แก้รหัสให้ตรงกับชื่อข้อในปีนั้น", "write the code that the item has in that year"),
    message=Text(
        "อ้าง {code} ใน {value} แต่ {why} — {meant}",
        "{value} refers to {code}, but {why} — {meant}",
    ),
    example=Example(
        bad={
            "2566/year.yml": _YEAR,
            "2566/o37.md": "---\nreported: done\nresults:\n"
            "  - รายงานผลตามแผนปฏิบัติการป้องกันการทุจริตในข้อ o34 แล้ว\n---\n",
        },
        good={
            "2566/year.yml": _YEAR,
            "2566/o37.md": "---\nreported: done\nresults:\n"
            "  - รายงานผลตามแผนปฏิบัติการป้องกันการทุจริตในข้อ o36 แล้ว\n---\n",
        },
    ),
    check=check,
)
