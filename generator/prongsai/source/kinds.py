"""The register of problems that can stop a source from being read.

A code is never given to another problem once it was released. Words in braces are filled where a
problem is met.
"""

from prongsai.errors import Text
from prongsai.source.kept_kinds import PUBLISHED, RECEIPTS
from prongsai.source.kind import Kind, error

_FILES = (
    error(
        "S101",
        "not-utf8",
        "ไฟล์นี้ไม่ได้บันทึกแบบ UTF-8 (น่าจะเป็น {guess}) — เปิดด้วยโปรแกรมแก้ไขข้อความ แล้วบันทึกใหม่โดยเลือก UTF-8",
        "this file is not UTF-8 (it looks like {guess}) — open it in a text editor and save it as UTF-8",
    ),
    error(
        "S102",
        "file-too-large",
        "ไฟล์ใหญ่ {size} เกินกว่าที่รับได้ ({limit}) — แบ่งเนื้อหา หรือแนบเป็นเอกสารในโฟลเดอร์ files แทน",
        "the file has {size}, more than the {limit} allowed — split it, or attach it as a document in files/",
    ),
    error(
        "S103",
        "unreadable",
        "เปิดอ่านไม่ได้ เพราะ{reason} — ตรวจชื่อ ที่เก็บ และสิทธิ์การอ่าน",
        "it cannot be read: {reason} — check its name, its place and its permissions",
    ),
    error(
        "S104",
        "control-character",
        "มีอักขระควบคุม {value} ที่มองไม่เห็นปนอยู่ — ลบออกแล้วพิมพ์ตรงนั้นใหม่",
        "there is an invisible control character {value} — delete it and type the text again",
    ),
    error(
        "S105",
        "no-agency",
        "ไม่พบไฟล์ agency.yml{hint} — สร้างไฟล์นี้โดยมีอย่างน้อยบรรทัด name: ชื่อหน่วยงาน",
        "agency.yml is missing{hint} — create it with at least a line name: the agency's name",
    ),
    error(
        "S106",
        "no-years",
        "ไม่มีโฟลเดอร์ปีงบประมาณ เช่น {value}/2567 — สร้างโฟลเดอร์ตามปี พ.ศ. แล้วใส่ไฟล์ของแต่ละข้อ",
        "there is no fiscal-year folder such as {value}/2567 — make one and put the items' files into it",
    ),
    Kind(
        "S107",
        "unknown-file",
        Text(
            "ไม่รู้จัก {value}{hint} จึงไม่นำไปใช้ — ไฟล์ของข้อใช้ชื่อเช่น o12.md ส่วนเอกสารแนบเก็บใน files/",
            "{value} is not known{hint} and was not used — "
            "an item's file is named like o12.md, documents go into files/",
        ),
        "warning",
    ),
    error(
        "S108",
        "year-folder",
        "โฟลเดอร์ {value} ไม่ใช่ปี พ.ศ. — ตั้งชื่อเป็นปีงบประมาณ พ.ศ. เช่น {hint}",
        "the folder {value} is not a Buddhist-era year — name it by the fiscal year, such as {hint}",
    ),
    error(
        "S109",
        "duplicate-year",
        "ปี {value} มีอยู่แล้วในโฟลเดอร์ {first} — รวมให้เหลือโฟลเดอร์เดียว",
        "the year {value} stands already in the folder {first} — merge the two",
    ),
    error(
        "S110",
        "file-name",
        "ชื่อไฟล์ {value} ใช้เป็นที่อยู่เว็บไม่ได้ ({reason}) — เปลี่ยนชื่อไฟล์",
        "the file name {value} cannot be part of a web address ({reason}) — rename the file",
    ),
)

_YAML = (
    error(
        "S111",
        "yaml-syntax",
        "รูปแบบ YAML ไม่ถูกต้อง: {reason} — {remedy}",
        "this is not valid YAML: {reason} — {remedy}",
    ),
    error(
        "S112",
        "duplicate-key",
        "คีย์ {value} ซ้ำกับบรรทัด {first} — เหลือไว้เพียงแห่งเดียว",
        "the key {value} stands already in line {first} — keep one of them",
    ),
    error(
        "S113",
        "yaml-alias",
        "ใช้ {value} ไม่ได้ (ใน YAML หมายถึงการอ้างซ้ำ) — ถ้าเป็นข้อความให้ใส่เครื่องหมายคำพูดครอบ ถ้าตั้งใจอ้างซ้ำให้พิมพ์เต็ม",
        "{value} is not allowed (in YAML it is an anchor or alias) — "
        "quote it if it is text, else write the value out",
    ),
    error(
        "S114",
        "yaml-tag",
        "ใช้แท็ก {value} ไม่ได้ — ลบออก หรือถ้าเป็นข้อความให้ใส่เครื่องหมายคำพูดครอบ",
        "the tag {value} is not allowed — delete it, or quote it if it is text",
    ),
    error(
        "S115",
        "yaml-too-complex",
        "YAML {what}เกินกว่าที่รับได้ ({limit}) — จัดให้เรียบง่ายลง",
        "the YAML {what} than allowed ({limit}) — make it simpler",
    ),
    error(
        "S116",
        "not-a-mapping",
        "ตรงนี้ต้องเป็นบรรทัดแบบ คีย์: ค่า แต่พบ {found} — ขึ้นต้นแต่ละบรรทัดด้วยชื่อคีย์และเครื่องหมาย :",
        "here must be lines key: value but there is {found} — begin each line with a key and a colon",
    ),
    error(
        "S117",
        "settings-run-code",
        "แท็ก {value} สั่งให้รันโปรแกรมตั้งแต่ตอนอ่านไฟล์ จึงไม่รับ — ลบแท็กออก ที่ใช้ได้มีเพียง !!python/name: "
        "ของ material และ pymdownx ตามคู่มือของ Material ส่วนโปรแกรมของหน่วยงานเองใส่ใน hooks:",
        "the tag {value} runs code as soon as the file is read — delete it; allowed is only !!python/name: "
        "of material and pymdownx as in Material's manual, and code of your own goes into hooks:",
    ),
    error(
        "S121",
        "no-front-matter",
        "ไม่พบส่วนข้อมูลของข้อ เพราะ{reason} — ขึ้นต้นไฟล์ด้วยบรรทัด --- ตามด้วยข้อมูล แล้วปิดด้วยบรรทัด --- อีกครั้ง",
        "the item's data is not found: {reason} — begin the file with a line ---, "
        "then its data, then another line ---",
    ),
)

_VALUES = (
    error(
        "S201",
        "unknown-key",
        "ไม่รู้จักคีย์ {value}{hint} — แก้ชื่อคีย์หรือลบออก",
        "the key {value} is not known{hint} — correct it or delete it",
    ),
    error(
        "S202",
        "missing-key",
        "ขาดคีย์ {value} — เพิ่มบรรทัด {value}: พร้อมค่า",
        "the key {value} is missing — add a line {value}: with its value",
    ),
    error(
        "S203",
        "wrong-type",
        "{key} ต้องเป็น{expected} แต่พบ {value} — แก้ค่าให้ถูกต้อง",
        "{key} must be {expected} but is {value} — correct the value",
    ),
    error(
        "S204",
        "bad-value",
        "{key} เป็น {value} ไม่ได้ — เลือกหนึ่งใน: {expected}",
        "{key} cannot be {value} — choose one of: {expected}",
    ),
    error(
        "S205",
        "bad-date",
        "อ่านวันที่ {value} ไม่ได้{reason} — เขียนเช่น 25 ม.ค. 2565 หรือ 2022-01-25",
        "the date {value} cannot be read{reason} — write it like 25 ม.ค. 2565 or 2022-01-25",
    ),
    error(
        "S206",
        "bad-code",
        "อ่านรหัส {value} ไม่ได้ — เขียนเช่น o12, i3 หรือ e9",
        "the code {value} cannot be read — write it like o12, i3 or e9",
    ),
    error(
        "S207",
        "bad-address",
        "ใช้ที่อยู่ {value} ไม่ได้ ({reason}) — ที่อยู่เว็บต้องขึ้นต้นด้วย http:// หรือ https://",
        "the address {value} cannot be used ({reason}) — a web address begins with http:// or https://",
    ),
    error(
        "S208",
        "bad-year",
        "{value} ไม่ใช่ปีงบประมาณ พ.ศ.{hint} — เขียนเช่น 2566 หรือ 66",
        "{value} is not a Buddhist-era fiscal year{hint} — write it like 2566 or 66",
    ),
    error(
        "S209",
        "wrong-year",
        "ไฟล์นี้อยู่ในโฟลเดอร์ปี {folder} แต่เขียน fiscal_year: {value} — แก้ให้ตรงกัน",
        "this file lies in the folder of {folder} but says fiscal_year: {value} — make them agree",
    ),
    error(
        "S210",
        "text-too-long",
        "{key} ยาว {value} ตัวอักษร เกินกว่าที่รับได้ ({limit}) — ย่อข้อความ",
        "{key} has {value} characters, more than the {limit} allowed — shorten it",
    ),
)

_TOGETHER = (
    error(
        "S301",
        "unknown-item",
        "กรอบ {framework} ไม่มีข้อ {value} — ตรวจรหัสข้อของกรอบนี้ ({known})",
        "the framework {framework} has no item {value} — check its codes ({known})",
    ),
    error(
        "S302",
        "duplicate-item",
        "ข้อ {value} มีอยู่แล้วในไฟล์ {first} — รวมให้เหลือไฟล์เดียว",
        "the item {value} stands already in {first} — merge the two into one file",
    ),
    error(
        "S303",
        "code-mismatch",
        "ชื่อไฟล์บอกว่าเป็นข้อ {name} แต่ code บอกว่า {value} — แก้ให้ตรงกัน",
        "the file name says item {name} but its code says {value} — make them agree",
    ),
    error(
        "S304",
        "item-without-framework",
        "ปี {year} ไม่มีกรอบการประเมินที่รู้จัก จึงจัดวาง{value} ไม่ได้ — "
        "ระบุ framework: ใน year.yml หรือเพิ่มกรอบของหน่วยงานใน content/frameworks/",
        "the year {year} has no known framework, so there is no place for {value} — "
        "name a framework in year.yml or add one in content/frameworks/",
    ),
    error(
        "S305",
        "unknown-framework",
        "ไม่รู้จักกรอบ {value}{hint} — ที่มีคือ {known} หรือเพิ่มกรอบของหน่วยงานใน content/frameworks/",
        "the framework {value} is not known{hint} — "
        "there are {known}; add one of your own in content/frameworks/",
    ),
    error(
        "S306",
        "unknown-element",
        "ข้อ {item} ไม่มีองค์ประกอบ {value}{hint} — ที่มีคือ {known}",
        "the item {item} has no element {value}{hint} — it has {known}",
    ),
    error(
        "S307",
        "no-such-evidence",
        "องค์ประกอบ {key} อ้างหลักฐานที่ {value} แต่ข้อนี้มีหลักฐาน {count} รายการ — นับจาก {base} ตามลำดับใน evidence",
        "the element {key} names evidence {value} but the item has {count} — "
        "count from {base} in the order of evidence",
    ),
    error(
        "S308",
        "file-missing",
        "ไม่พบไฟล์ {value}{hint} — วางไฟล์ไว้ในโฟลเดอร์ files ของปีนี้ หรือแก้ชื่อให้ตรง (ตัวพิมพ์เล็กใหญ่ต้องตรงด้วย)",
        "the file {value} is not there{hint} — put it into this year's folder files or correct its name "
        "(capitals matter)",
    ),
    error(
        "S309",
        "path-outside",
        "{value} ชี้ออกนอกโฟลเดอร์ของปีนี้ — คัดลอกไฟล์เข้ามาใน files/ แล้วอ้างเป็น files/ชื่อไฟล์",
        "{value} leads out of this year's folder — copy the file into files/ and name it files/NAME",
    ),
    error(
        "S310",
        "duplicate-id",
        "{value} ซ้ำกับบรรทัด {first} — แก้ให้ไม่ซ้ำกัน",
        "{value} stands already in line {first} — make them differ",
    ),
    error(
        "S311",
        "file-kind",
        "ไฟล์ชนิด {value} นำขึ้นเว็บไม่ได้ — ใช้ PDF, Word, Excel, CSV, รูปภาพ หรือ ZIP",
        "a file of the kind {value} cannot be published — use PDF, Word, Excel, CSV, an image or ZIP",
    ),
    error(
        "S312",
        "evidence-target",
        "หลักฐานแต่ละรายการต้องมี url หรือ file อย่างใดอย่างหนึ่ง ({reason}) — ใส่ให้มีเพียงอย่างเดียว",
        "each evidence has either url or file ({reason}) — give it exactly one",
    ),
    error(
        "S313",
        "framework-name",
        "{what}คือ {value} แต่ตาม scheme และ fiscal_year ต้องเป็น {expected} — แก้ให้ตรงกันทั้งในไฟล์และชื่อไฟล์",
        "{what} is {value} but its scheme and fiscal_year say {expected} — make the file and its name agree",
    ),
    error(
        "S314",
        "unknown-topic",
        "ไม่รู้จักหัวข้อ {value}{hint} — ใช้หัวข้อที่มี หรือเพิ่มหัวข้อนี้ใต้ topics: ของไฟล์นี้",
        "the topic {value} is not known{hint} — use a known one or declare it under topics: in this file",
    ),
    error(
        "S315",
        "no-such-way",
        "way: {value} ไม่มีใน breadcrumbs ซึ่งมี {count} รายการ — นับจาก {base}",
        "way: {value} is not among the {count} breadcrumbs — count from {base}",
    ),
    error(
        "S316",
        "table-kind",
        "tables ใช้ได้เฉพาะไฟล์ CSV แต่พบ {value} — บันทึกตารางเป็น CSV ไว้ในโฟลเดอร์ data หรือย้ายไปไว้ใน evidence",
        "tables takes CSV files but there is {value} — save it as CSV in data/, or move it to evidence",
    ),
    error(
        "S317",
        "unknown-unit",
        "ไม่มีหน่วยชื่อ {value}{hint} ใน structure.yml — แก้ under ให้ตรงกับ name ของหน่วยที่อยู่เหนือขึ้นไป",
        "no unit is named {value}{hint} in structure.yml — make under the name of the unit above",
    ),
    error(
        "S318",
        "units-in-a-circle",
        "หน่วยในโครงสร้างวนกลับหาตัวเอง: {value} — แก้ under ให้ขึ้นไปถึงหน่วยบนสุด ซึ่งไม่มี under",
        "the units lead back to themselves: {value} — let under lead up to a unit that has none",
    ),
    error(
        "S319",
        "structure-too-large",
        "วาดโครงสร้างนี้ไม่ได้ เพราะ{reason} — เขียนเพียงถึงระดับกองหรือฝ่าย แล้วใส่งานย่อยใน works",
        "this structure cannot be drawn: {reason} — go down to divisions and put their sections under works",
    ),
    Kind(
        "S320",
        "photo",
        Text(
            "แสดงรูป {value} ไม่ได้ เพราะ{reason} จึงใช้ภาพแทน — วางไฟล์ JPEG, PNG หรือ WebP ไว้ในโฟลเดอร์ "
            "files ของปี "
            "แล้วเขียนเช่น photo: 2567/files/mayor.jpg",
            "the photo {value} cannot be shown ({reason}), so a plain shape stands for it — put a JPEG, PNG "
            "or WebP into a year's folder files and write it like photo: 2567/files/mayor.jpg",
        ),
        "warning",
    ),
)

_MARKDOWN = (
    error(
        "S401",
        "unsafe-markdown",
        "เนื้อหามี {value} ซึ่งเผยแพร่ไม่ได้ ({reason}) — ลบออก แล้วเขียนเป็นข้อความหรือ Markdown ธรรมดา",
        "the text has {value}, which cannot be published ({reason}) — "
        "delete it and write plain text or Markdown",
    ),
    error(
        "S402",
        "markdown-too-complex",
        "เนื้อหามี{what} มากเกินไป (จำกัด {limit}) — ลดลง หรือย้ายไปเป็นเอกสารแนบ",
        "the text has too many {what} (limit {limit}) — use fewer or attach a document",
    ),
    error(
        "S403",
        "markdown-unreadable",
        "แปลงเนื้อหาเป็นหน้าเว็บไม่ได้ ({reason}) — เขียนใหม่เป็นย่อหน้าธรรมดา",
        "the text cannot be made into a page ({reason}) — write it as plain paragraphs",
    ),
)

KINDS = {
    kind.code: kind for kind in (*_FILES, *_YAML, *_VALUES, *_TOGETHER, *_MARKDOWN, *RECEIPTS, *PUBLISHED)
}
