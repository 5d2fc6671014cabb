"""What values of the model are called, wherever pages and files say the same of them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from prongsai.errors import Lang, Text
from prongsai.model.framework import Covers, Element

REPORTED: Final[Mapping[str | None, Text]] = MappingProxyType(
    {
        "done": Text("รายงานแล้ว", "Reported"),
        "in_progress": Text("กำลังทำ", "In progress"),
        "not_started": Text("ยังไม่ได้ทำ", "Not started"),
        "not_applicable": Text("ไม่เกี่ยวข้อง", "Does not apply"),
        None: Text("ยังไม่รายงาน", "Not reported"),
    }
)
"""What the agency says of an item."""

_COVERS: Final[Mapping[Covers, Text]] = MappingProxyType(
    {
        "current": Text("ข้อมูลของปีงบประมาณ {this}", "of fiscal year {this}"),
        "previous": Text("ข้อมูลของปีงบประมาณ {last} (ปีก่อนหน้า)", "of fiscal year {last} (the year before)"),
        "first_half": Text(
            "ข้อมูล 6 เดือนแรกของปีงบประมาณ {this} (ตุลาคม {last} – มีนาคม {this})",
            "of the first six months of fiscal year {this} (October to March)",
        ),
        "multi_year": Text(
            "ข้อมูลหรือแผนที่ครอบคลุมมากกว่า 1 ปี และต้องรวมปีงบประมาณ {this}",
            "of more than one year, fiscal year {this} among them",
        ),
        "any": Text("ของปีใดก็ได้", "of any year"),
    }
)


def covers(element: Element, fiscal_year: int, lang: Lang) -> str | None:
    """The time that an element must cover, with the years named; None where the framework does not say."""
    if element.covers is None:
        return None
    return _COVERS[element.covers].in_(lang).format(this=fiscal_year, last=fiscal_year - 1)
