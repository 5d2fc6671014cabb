"""A document looked at before it is taken: what the check would refuse is refused here, in clear words."""

import hashlib
import re
import stat
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic_core import PydanticCustomError

from prongsai.errors import Text
from prongsai.load.files import MEDIA_TYPES
from prongsai.load.held import read_copies
from prongsai.load.hints import did_you_mean
from prongsai.load.limits import MAX_BYTES, Refused, decode
from prongsai.load.pictures import size_of
from prongsai.model.disclosure import HeldFile
from prongsai.model.fields import check_address
from prongsai.model.held import HeldText
from prongsai.rules.person.national_id import certain_number_in, number_in
from prongsai.rules.person.unread_document import CASES
from prongsai.source.kinds import KINDS
from prongsai.source.place import Place
from prongsai.source.problems import Problem, printable, quoted
from prongsai.source.reading import reason_of

_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TABLE: Final = ".csv"
_REFUSED: Final = frozenset({"broken", "encrypted", "too_large"})
_KINDS: Final = "PDF, Word, Excel, PowerPoint, ODT, ODS, CSV, TXT, JSON, ZIP, JPG, PNG, WebP, GIF"


@dataclass(frozen=True)
class Document:
    """A document that may be taken: its name where it lay, what is in it, and what to tell of it."""

    name: str
    data: bytes
    sha256: str
    text: HeldText | None
    notes: tuple[Text, ...] = ()

    @property
    def ending(self) -> str:
        """The ending of its name, in small letters."""
        return Path(self.name).suffix.lower()

    @property
    def folder(self) -> str:
        """The folder of a year in which it belongs."""
        return "data" if self.ending == _TABLE else "files"


@dataclass(frozen=True)
class Link:
    """A document that stays on the web: its address, which nobody visits here."""

    name: str
    notes: tuple[Text, ...] = ()


def read_link(text: str) -> Link | Text | None:
    """The web address that ``text`` is, or why it cannot be used; None where it is a file's name."""
    if not re.match(r"https?:", text, re.IGNORECASE):
        return None
    try:
        return Link(check_address(text))
    except PydanticCustomError as error:
        values = {**(error.context or {}), "value": quoted(text), "key": "url"}
        problem = Problem(KINDS[error.type], Place(""), values)
        return Text(problem.message("th"), problem.message("en"))


def look_at(path: Path) -> Document | Text:
    """The document at ``path`` (a link is followed), or why it is not taken.

    Raises:
        ProngsaiError: no process can be started to read in.
    """
    data = _bytes_of(path)
    if isinstance(data, Text):
        return data
    if number := certain_number_in(HeldText((path.name,))):
        return Text(
            f"ชื่อไฟล์มีเลขประจำตัวประชาชน {number} — เปลี่ยนชื่อไฟล์ก่อน",
            f"there is a national identity number in a file's name, {number} — rename the file first",
        )
    ending = path.suffix.lower()
    if not _is_what_it_says(data, ending):
        return _because(path, CASES["broken"].reason, CASES["broken"].advice)
    digest = hashlib.sha256(data).hexdigest()
    text = _text_of(data, ending, digest)
    if text is not None and text.reason in _REFUSED:
        case = CASES[text.reason]
        return _because(path, case.reason, case.advice)
    if text is not None and (number := certain_number_in(text)):
        reason = Text(f"มีเลขประจำตัวประชาชน {number}", f"there is a national identity number in it, {number}")
        return _because(path, reason, _MASK)
    return Document(path.name, data, digest, text, tuple(_notes(text)))


_MASK: Final = Text(
    "ลบหรือปิดเลขในไฟล์ต้นฉบับแล้วสร้างเอกสารใหม่ (ทาสีดำทับใน PDF ไม่ได้ลบเลข)",
    "remove or mask it in the original and make the document anew (a black bar in a PDF removes nothing)",
)


def _bytes_of(path: Path) -> bytes | Text:
    """What the file holds, or why that is not taken."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            advice = Text("ระบุไฟล์ ใส่ได้หลายไฟล์", "name the files; there may be several")
            return _because(path, Text("เป็นโฟลเดอร์", "it is a folder"), advice)
        if not stat.S_ISREG(status.st_mode):
            return _because(path, Text("ไม่ใช่ไฟล์ธรรมดา", "it is not a regular file"), _OTHER)
        if path.suffix.lower() not in MEDIA_TYPES:
            what = path.suffix or path.name
            reason = Text(f"เว็บไซต์ไม่รับไฟล์ชนิด “{what}”", f"files of the kind “{what}” are not taken")
            return _because(path, reason, Text(f"บันทึกเป็น {_KINDS}", f"save it as one of {_KINDS}"))
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        return _because(
            path, reason_of(error), _there(path) if isinstance(error, FileNotFoundError) else _OTHER
        )
    if not data:
        return _because(path, Text("เป็นไฟล์ว่าง", "it is empty"), CASES["broken"].advice)
    if len(data) > MAX_BYTES:
        size = f"{max(status.st_size, len(data)) / 1e6:,.1f} MB"
        limit = f"{MAX_BYTES / 1e6:g} MB"
        return _because(path, Text(f"ใหญ่ {size} เกิน {limit}", f"it has {size}, more than {limit}"), _SMALLER)
    return data


_OTHER: Final = Text("ตรวจชื่อและสิทธิ์ แล้วลองอีกครั้ง", "check its name and permissions, and try again")
_SMALLER: Final = Text(
    "สแกนให้ละเอียดน้อยลง บีบ PDF ให้เล็กลง หรือแบ่งเป็นหลายไฟล์",
    "scan it with a lower resolution, compress it, or split it",
)


def _there(path: Path) -> Text:
    """What may have been meant by a name that there isn't."""
    try:
        names = [entry.name for entry in path.absolute().parent.iterdir()]
    except OSError:
        return _OTHER
    hint = did_you_mean(path.name, names)
    return Text(f"ตรวจชื่อและโฟลเดอร์{hint.th}", f"check its name and folder{hint.en}")


def _is_what_it_says(data: bytes, ending: str) -> bool:
    """Whether the first bytes are those of its ending, where no reader looks into it anyway."""
    known = _SIGNS.get(ending)
    return known is None or known(data)


def _is_picture(kind: str) -> Callable[[bytes], bool]:
    def test(data: bytes) -> bool:
        found = size_of(data)
        return found is not None and found[0] == kind

    return test


_SIGNS: Final[dict[str, Callable[[bytes], bool]]] = {
    **dict.fromkeys((".doc", ".xls", ".ppt"), lambda data: data.startswith(_OLD_OFFICE)),
    **{ending: _is_picture(MEDIA_TYPES[ending]) for ending in (".jpg", ".jpeg", ".png", ".webp")},
    ".gif": lambda data: data[:6] in (b"GIF87a", b"GIF89a"),
    ".zip": lambda data: data[:4] in (b"PK\x03\x04", b"PK\x05\x06"),
}


def _text_of(data: bytes, ending: str, digest: str) -> HeldText | None:
    """What the document says, read in a process of its own; None where there is nothing to read."""
    if ending == _TABLE:
        try:
            return HeldText((decode(data),))
        except Refused as refused:
            return HeldText(reason=refused.reason)
    with tempfile.TemporaryDirectory(prefix="prongsai-add-") as folder:
        copy = Path(folder) / f"document{ending}"
        copy.write_bytes(data)
        held = HeldFile(
            address=copy.name,
            source=str(copy),
            bytes=len(data),
            media_type=MEDIA_TYPES[ending],
            sha256=digest,
        )
        return read_copies([held]).get(copy.name)


def _notes(text: HeldText | None) -> list[Text]:
    """What is worth a word, and no more than that."""
    if text is None:
        return []
    notes = []
    if text.scanned:
        notes.append(_SCAN)
    if text.reason is not None:
        case = CASES[text.reason]
        notes.append(Text(f"{case.reason.th} — {case.advice.th}", f"{case.reason.en} — {case.advice.en}"))
    if number := number_in(text):
        notes.append(Text(
            f"มีเลข 13 หลักที่อาจเป็นเลขประจำตัวประชาชน {number} — ดูด้วยตาก่อนเผยแพร่",
            f"there are 13 digits that may be a national identity number, {number} — look before you publish",
        ))  # fmt: skip
    return notes


_SCAN: Final = Text(
    "เป็นภาพสแกนที่ไม่มีข้อความ ค้นหาและตรวจข้อมูลส่วนบุคคลไม่ได้ — ถ้ามีไฟล์ต้นฉบับ ให้บันทึกเป็น PDF จากต้นฉบับแทน",
    "it is a scan without text: nobody can search or check it — if there is an original, save that as PDF",
)


def _because(path: Path, reason: Text, advice: Text) -> Text:
    name = printable(str(path))
    return Text(f"{name}: {reason.th} — {advice.th}", f"{name}: {reason.en} — {advice.en}")
