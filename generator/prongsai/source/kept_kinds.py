"""The register's part on what programs keep beside the sources: receipts, and published addresses."""

from prongsai.errors import Text
from prongsai.source.kind import Kind, error

RECEIPTS = (
    Kind(
        "S501",
        "broken-receipts",
        Text(
            "อ่านใบตรวจที่เก็บไว้ไม่ได้ ({reason}) จึงไม่แสดงบนเว็บไซต์ — สั่ง prongsai verify เพื่อตรวจใหม่ "
            "โปรแกรมจะเก็บไฟล์เดิมไว้ข้าง ๆ",
            "the kept receipts cannot be read ({reason}), so the site does not show them — "
            "run prongsai verify to make them anew; the old file is kept beside",
        ),
        "warning",
    ),
    Kind(
        "S502",
        "broken-filing",
        Text(
            "อ่านใบตรวจเมื่อยื่นไม่ได้ ({reason}) จึงไม่แสดงบนเว็บไซต์ — ไฟล์นี้ใช้เป็นหลักฐานเวลาอุทธรณ์ "
            "อย่าแก้ด้วยมือ "
            "นำไฟล์เดิมกลับมาจากสำเนาหรือประวัติของโครงการ",
            "the receipts of the filing cannot be read ({reason}), so the site does not show them — "
            "they are kept for an appeal, so do not edit them: take the file back from a copy or the "
            "project's history",
        ),
        "warning",
    ),
    Kind(
        "S511",
        "missing-copy",
        Text(
            "เสนอสำเนา {value} แทนลิงก์ที่เสียไม่ได้ เพราะ{reason} — คืนไฟล์เข้าโฟลเดอร์สำเนา "
            "หรือสั่ง prongsai verify --archive อีกครั้ง",
            "the copy {value} cannot stand in for a dead link: {reason} — put the file back into the folder "
            "of copies, or run prongsai verify --archive again",
        ),
        "warning",
    ),
)

PUBLISHED = (
    error(
        "S601",
        "dropped-address",
        "ที่อยู่ {value} เคยเผยแพร่แล้ว แต่ข้อมูลตอนนี้ไม่มีสิ่งที่จะแสดงที่นั่น — นำไฟล์ต้นทางกลับมา "
        "หรือเขียนใน {file} ใต้ moved: ว่า address นี้ย้ายไปที่ใด (to:) หรือยกเลิกเพราะอะไร (reason:)",
        "the address {value} was published, but nothing would stand there now — bring its source back, or "
        "say under moved: in {file} where this address went (to:) or why it is gone (reason:)",
    ),
    error(
        "S602",
        "broken-addresses",
        "บรรทัด {value} ไม่ใช่ที่อยู่บนเว็บไซต์ — ไฟล์นี้โปรแกรมเขียนเอง "
        "นำบรรทัดเดิมกลับมาจากสำเนาหรือประวัติของโครงการ "
        "ที่อยู่ขึ้นต้นด้วย / เช่น /2566/o1/",
        "the line {value} is no address on the site — the program writes this file: take the line back from "
        "a copy or the project's history; an address begins with /, such as /2566/o1/",
    ),
    error(
        "S603",
        "broken-move",
        "ใช้รายการของที่อยู่ {value} ไม่ได้ เพราะ{reason} — แต่ละรายการมี address: ที่อยู่เดิม เช่น "
        "/2566/o44/ "
        "กับ to: ที่อยู่ใหม่ หรือ reason: เหตุผล",
        "the entry of the address {value} cannot be used: {reason} — each entry has address: the old one, "
        "such as /2566/o44/, and to: the new one, or reason: why",
    ),
    error(
        "S604",
        "broken-sheet",
        "อ่านบันทึกที่อยู่ที่ยื่นไว้ไม่ได้ ({reason}) — ไฟล์นี้ export itas เขียนเมื่อยื่น อย่าแก้ด้วยมือ "
        "นำไฟล์เดิมกลับมาจากสำเนาหรือประวัติของโครงการ",
        "the record of the filed addresses cannot be read ({reason}) — export itas wrote it at the filing, "
        "so "
        "do not edit it: take the file back from a copy or the project's history",
    ),
)
