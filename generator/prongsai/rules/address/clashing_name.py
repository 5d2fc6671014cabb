"""Two documents whose names some systems take for one."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.model.portable import clashes
from prongsai.rules.address._demo import item, sources
from prongsai.rules.address._files import addresses, hit_of
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.source.problems import quoted

_CAPITALS = Text("ตัวพิมพ์ใหญ่เล็ก", "capitals")
_SPELLING = Text("วิธีเก็บอักษรที่มองไม่เห็น", "how letters are stored, which nobody sees")


def check(context: Context) -> Iterator[Hit]:
    """Documents whose names differ from another's in capitals alone, or in how their letters are stored."""
    years = {address: year for year, address in addresses(context)}
    for address, other in clashes(years).items():
        why = _SPELLING if address.casefold() != other.casefold() else _CAPITALS
        values = {"value": quoted(address), "other": quoted(other), "why": why}
        yield hit_of(context, years[address], address, **values)


_ITEM = "file: files/แผน-2566-%s.txt"
_TEXT = "แผนดำเนินงานของเทศบาลตำบลทดสอบ\n"

RULE = Rule(
    code="A319",
    name="clashing-name",
    family="address",
    severity="warning",
    title=Text("ชื่อไฟล์สองชื่อที่บางเครื่องถือเป็นชื่อเดียว", "two names that some systems take for one"),
    what=Text(
        "เอกสารสองไฟล์มีชื่อต่างกันเพียงตัวพิมพ์ใหญ่เล็ก หรือเพียงวิธีเก็บอักษรซึ่งมองไม่เห็นความต่าง",
        "two documents have names that differ in capitals alone, or in how their letters are stored",
    ),
    why=Text(
        "Windows, macOS และเครื่องแม่ข่ายบางแห่งเก็บได้เพียงไฟล์เดียว คัดลอกข้อมูลหรือเว็บไซต์ไปที่นั่น หลักฐานหนึ่งชิ้นจะหายไป "
        "โดยไม่มีใครบอก",
        "Windows, macOS and some servers keep only one of the two: copied there, one piece of evidence is "
        "lost, and nobody says so",
    ),
    mend=Text(
        "เปลี่ยนชื่อไฟล์หนึ่งให้ต่างกันชัดเจน แล้วแก้ file: ของข้อให้ตรง ถ้าเคยเผยแพร่แล้ว เพิ่มชื่อเดิมใน content/moved.yml",
        "rename one of the files so that they differ plainly, and file: in the item with it; if it was "
        "published, put the old name into content/moved.yml",
    ),
    message=Text(
        "ชื่อไฟล์ {value} ต่างจาก {other} เพียง{why} บางเครื่องเก็บได้ไฟล์เดียว — เปลี่ยนชื่อไฟล์หนึ่ง แล้วแก้ file: ของข้อให้ตรง",
        "{value} differs from {other} in {why} alone, and some systems keep only one — rename one of them, "
        "and file: in the item with it",
    ),
    example=Example(
        bad=sources(o4=item(_ITEM % "a"), o5=item(_ITEM % "A"))
        | {"2566/files/แผน-2566-a.txt": _TEXT, "2566/files/แผน-2566-A.txt": _TEXT},
        good=sources(o4=item(_ITEM % "1"), o5=item(_ITEM % "2"))
        | {"2566/files/แผน-2566-1.txt": _TEXT, "2566/files/แผน-2566-2.txt": _TEXT},
    ),
    check=check,
)
