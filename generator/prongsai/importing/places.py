"""Where something stands on a website: addresses, ways through menus, and documents named without either."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from pydantic_core import PydanticCustomError

from prongsai.importing.addresses import Found, find_addresses
from prongsai.importing.cells import NOTHING, steps
from prongsai.importing.document import Cell
from prongsai.model.fields import check_address

_WAY_START: Final = re.compile(
    r"(?:ไปที่|เข้า(?:ไป)?ที่|ที่)?\s*(?:หน้าแรก|หน้าหลัก|เมนู|แถบเมนู|แบนเนอร์|เว็บไซต์|Home\b|E-?\s?Service)|เลือก|คลิก|ไปที่|หัวข้อ",
    re.IGNORECASE,
)
_STEP: Final = re.compile(r"\s*(?:>+|»|→|›|➜|➔|>>|(?<![ก-ฮ])(?:ไปที่|เลือกร?(?:เมนู|หัวข้อ)?|คลิก(?:ที่|เมนู)?))\s*")
_FILE: Final = re.compile(r"\.(?:pdf|docx?|xlsx?|jpe?g|png|zip)\b", re.IGNORECASE)
_UNDER_A_LINK: Final = re.compile(
    r"\(?\s*(?:คลิก|กด|เปิด|ดู|เข้า|ดาวน์โหลด|click|download|ลิ้?[งน][กค]์?)\s*(?:ที่นี่|ที่ลิงก์|ตรงนี้|ดู|อ่าน|เปิด|here)?"
    r"\s*(?:เอกสาร|ข้อมูล|รายละเอียด|เพิ่มเติม|ไฟล์|ลิ้?[งน][กค]์?|เว็บไซต์)*\s*\)?",
    re.IGNORECASE,
)
_TRAILING: Final = re.compile(r"\s+[\d๐-๙]{1,2}\s*[.)]\s*$|\s*[.:]+$")
_LONE: Final = re.compile(r"^[\s\d๐-๙.)(\-–:>,]*$")


@dataclass
class Whereabouts:
    """What a cell says of places. ``oddly`` are addresses put together by their look alone, ``lost`` words
    such as คลิกที่นี่ under which the file has no address."""

    evidence: list[dict[str, object]] = field(default_factory=list)
    ways: list[str] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    oddly: list[Found] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


def read_place(cell: Cell, title: str, line: Callable[[str], str]) -> Whereabouts:
    """Addresses of a cell (its hyperlinks before its text), then the ways and documents around them."""
    found = Whereabouts()
    text = cell.text
    printed = find_addresses(text)
    seen = set()
    for link in cell.links:
        try:
            url = check_address(link.url)
        except PydanticCustomError:
            found.refused.append(link.url)
            continue
        if url in seen:
            continue
        seen.add(url)
        named = line(link.text) if link.text and not find_addresses(link.text) else ""
        found.evidence.append(_evidence(url, None, named or title))
        if named:
            text = text.replace(link.text, "\n", 1)
    for address in printed:
        if address.url in seen or any(_same(address.url, url) for url in seen):
            continue
        seen.add(address.url)
        found.evidence.append(_evidence(address.url, address.printed, title))
        if address.joined:
            found.oddly.append(address)
    for address in reversed(find_addresses(text)):
        text = f"{text[: address.start]}\n{text[address.end :]}"
    _words(text, found, line)
    if len(found.ways) == 1:
        for evidence in found.evidence:
            evidence["way"] = 1
    return found


def _same(one: str, other: str) -> bool:
    return one.rstrip("/").removeprefix("https://").removeprefix("http://") == other.rstrip("/").removeprefix(
        "https://"
    ).removeprefix("http://")


def _evidence(url: str, printed: str | None, title: str) -> dict[str, object]:
    return {"title": title, "url": url, "published_as": printed, "way": None, "fiscal_years": []}


def _words(text: str, found: Whereabouts, line: Callable[[str], str]) -> None:
    """The ways and the documents in what is left of a cell."""
    for part in steps(text):
        plain = _TRAILING.sub("", part)
        if _LONE.match(plain) or NOTHING.match(plain) or plain.lower() in ("url", "link", "ลิงก์", "ลิงค์"):
            continue
        if _UNDER_A_LINK.fullmatch(plain):
            if not found.evidence:
                found.lost.append(plain)
        elif ">" in plain or "»" in plain or _WAY_START.match(plain):
            _way(plain, found, line)
        else:
            found.documents.append(line(plain))


def _way(part: str, found: Whereabouts, line: Callable[[str], str]) -> None:
    pieces = [line(piece.strip(" .-–:#")) for piece in _STEP.split(part) if not _LONE.match(piece)]
    pieces = [piece for piece in pieces if piece]
    if not pieces:
        return
    if _FILE.search(pieces[-1]) and len(pieces) > 1:
        found.documents.append(pieces.pop())
    starts_anew = bool(re.match(r"(?:ไปที่\s*)?(?:หน้าแรก|หน้าหลัก|Home)", part, re.IGNORECASE)) or ">" in part
    if not starts_anew and found.ways and re.match("เลือก|คลิก|ไปที่", part):
        found.ways[-1] = " > ".join([found.ways[-1], *pieces])
    else:
        found.ways.append(" > ".join(pieces))
