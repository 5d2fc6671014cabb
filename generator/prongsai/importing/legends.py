"""What a document says its marks mean: ``✅ เสร็จแล้ว · ❌ ยังไม่เริ่ม``, ``/ = มีข้อมูล``."""

import re
from collections.abc import Iterable
from typing import Final

from prongsai.importing.cells import marked, status_of
from prongsai.model.fields import Reported

_ENTRY: Final = re.compile(
    r"(?:^|(?<=[\s,;·|:(]))(?P<mark>[^\w\s,;:·|()=\"'.“”]{1,2}|[A-Za-z0-9๐-๙](?=\s*(?:=|หมายถึง|คือ|แทน)))"
    r"\s*(?:=|:|-|หมายถึง|คือ|แทน)?\s*(?P<words>[ก-ฮเ-ไ][ก-๎ ]{2,40})"
)
_LONGEST: Final = 300
_NONE: Final = re.compile("ไม่เกี่ยว|ไม่เข้าข่าย|ไม่ต้อง|ไม่มีภารกิจ|ไม่ใช่ภารกิจ")
_OVER: Final = re.compile("แล้ว$|ครบ|เสร็จ|สมบูรณ์")


def legend_of(texts: Iterable[str]) -> dict[str, Reported]:
    """The status of each mark that a text explains; a text explains two at least."""
    found: dict[str, Reported] = {}
    for text in texts:
        plain = " ".join(text.split())
        if len(plain) > _LONGEST:
            continue
        entries = {
            match["mark"]: state
            for match in _ENTRY.finditer(plain)
            if (state := _state(match["words"].strip()))
        }
        if len(entries) >= 2:
            found |= entries
    return found


def _state(words: str) -> Reported | None:
    if _NONE.match(words):
        return "not_applicable"
    return status_of(words) or marked(words) or ("done" if _OVER.search(words) else None)
