"""A new agency's project: everything that a first build needs, and nothing that is not known."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from prongsai.importing.subject import agency_in
from prongsai.importing.writing import scalar
from prongsai.load.project import CONTENT
from prongsai.model.framework import Framework
from prongsai.report.schemas import schema_files
from prongsai.starting.stub import stub, year_file

SCHEMAS: Final = "schemas"
_FILES: Final = {
    "agency": "content/agency.yml",
    "year": "content/*/year.yml",
    "measures": "content/*/measures.yml",
    "structure": "content/*/structure.yml",
    "framework": "content/frameworks/*.yml",
}
_CHANNELS: Final = (
    ("corruption", "แจ้งเรื่องร้องเรียนการทุจริต (แยกจากช่องทางร้องทุกข์ทั่วไป)"),
    ("opinions", "แสดงความเห็นและร้องทุกข์ทั่วไป"),
    ("questions", "กระดานถามตอบ"),
    ("information", "ขอข้อมูลข่าวสารของราชการ"),
    ("social", "เพจของหน่วยงาน"),
    ("contact", "ที่อยู่ โทรศัพท์ และแผนที่"),
    ("eit", "แบบวัดความเห็นของผู้มาติดต่อ (EIT)"),
    ("privacy", "นโยบายคุ้มครองข้อมูลส่วนบุคคล"),
    ("no_gift", "ประกาศไม่รับของขวัญ (No Gift Policy)"),
)
_IGNORED: Final = """\
# เว็บไซต์ที่สร้างขึ้น และของชั่วคราวของโปรแกรม สร้างใหม่ได้เสมอ
/site/
/.site-*/
/.prongsai/
.prongsai-new-*
.*.prongsai-new

# ไฟล์ชั่วคราวของ Windows, macOS และ Office
Thumbs.db
desktop.ini
.DS_Store
~$*
"""
_ATTRIBUTES: Final = """\
# เอกสารต้องเหมือนต้นฉบับทุกไบต์ ไม่ให้ git แปลงท้ายบรรทัด
content/*/files/** -text
content/*/data/** -text
"""
# The data of an item stand in a Markdown file, where editors know no schema: they can offer to type it.
_SNIPPETS: Final = """\
{
  "หลักฐานเป็นลิงก์": {
    "scope": "markdown", "prefix": "evidence-url",
    "body": ["- title: ${1:ชื่อหลักฐาน}", "  url: \\"${2:https://}\\""]
  },
  "หลักฐานเป็นไฟล์ใน files/": {
    "scope": "markdown", "prefix": "evidence-file",
    "body": ["- title: ${1:ชื่อหลักฐาน}", "  file: files/${2:ชื่อไฟล์.pdf}"]
  },
  "ผลการดำเนินการ": {
    "scope": "markdown", "prefix": "result",
    "body": ["- text: ${1:ทำอะไร ได้ผลอย่างไร}", "  date: ${2:31 มี.ค. 2567}", "  state: done"]
  },
  "องค์ประกอบที่ไม่มี": {
    "scope": "markdown", "prefix": "none",
    "body": ["${1:รหัส}: {none: ${2:ไม่มีเพราะอะไร ช่วงใด}}"]
  }
}
"""


@dataclass(frozen=True)
class Answers:
    """What is known of an agency when its project begins; only its name has to be."""

    name: str
    kind: str | None = None
    subdistrict: str | None = None
    district: str | None = None
    province: str | None = None
    website: str | None = None


def kind_of(name: str) -> str | None:
    """The kind of an agency that its name says: ``องค์การบริหารส่วนตำบล`` of ``อบต.ตะโก``; None without."""
    found = agency_in([name])
    return found[0] if found else None


def project_files(answers: Answers, framework: Framework, fiscal_year: int) -> Mapping[str, bytes]:
    """Every file of the new project, by its name from the project's folder."""
    files = dict(_texts(answers, framework, fiscal_year))
    encoded = {name: text.encode() for name, text in files.items()}
    return encoded | {
        f"{SCHEMAS}/{name}.json": data for name, data in schema_files().items() if name.startswith("source-")
    }


def _texts(answers: Answers, framework: Framework, fiscal_year: int) -> Iterator[tuple[str, str]]:
    folder = f"{CONTENT}/{fiscal_year}"
    yield "mkdocs.yml", _mkdocs(answers)
    yield f"{CONTENT}/agency.yml", _agency(answers)
    yield f"{folder}/year.yml", year_file(framework, fiscal_year, [modeline("year", 2)])
    for item in framework.items:
        yield f"{folder}/{item.code}.md", stub(framework, item, fiscal_year)
    yield f"{folder}/files/.gitkeep", ""
    yield f"{folder}/data/.gitkeep", ""
    yield "README.md", _readme(answers, framework, fiscal_year)
    yield ".gitignore", _IGNORED
    yield ".gitattributes", _ATTRIBUTES
    yield ".vscode/settings.json", _settings()
    yield ".vscode/prongsai.code-snippets", _SNIPPETS
    yield ".vscode/extensions.json", '{\n  "recommendations": ["redhat.vscode-yaml"]\n}\n'


def modeline(schema: str, depth: int) -> str:
    """The comment by which an editor finds the schema of a file that lies ``depth`` folders down."""
    return f"# yaml-language-server: $schema={'../' * depth}{SCHEMAS}/source-{schema}.json"


def _mkdocs(answers: Answers) -> str:
    return f"""\
site_name: {scalar(answers.name)}
docs_dir: {CONTENT}
theme: {{name: prongsai}}
plugins: [prongsai]
# ที่อยู่ที่เว็บไซต์จะไปตั้งอยู่ ใส่เมื่อรู้แล้ว (ลบ # ออก) เพื่อให้แผนผังเว็บและฟีดมีที่อยู่เต็ม
# site_url: https://itaoit.example.go.th/
"""


def _agency(answers: Answers) -> str:
    host = urlsplit(answers.website).netloc if answers.website else ""
    lines = [
        modeline("agency", 1),
        f"name: {scalar(answers.name)}",
        f"kind: {scalar(answers.kind)}",
        f"subdistrict: {scalar(answers.subdistrict)}",
        f"district: {scalar(answers.district)}",
        f"province: {scalar(answers.province)}",
        f"website: {scalar(answers.website)}",
        "# โฮสต์ของหน่วยงาน หลักฐานที่อยู่นอกโฮสต์เหล่านี้ ตัวตรวจจะถามว่าใช่ของหน่วยงานหรือไม่",
        *(["hosts:", f"  - {scalar(host)}"] if host else ["hosts: []"]),
        "address: null",
        "phone: null",
        "email: null",
        "# สัญญาอนุญาตให้ใช้ข้อมูล หน่วยงานเป็นผู้เลือก เช่น dga-open, cc-by-4.0, cc0-1.0 ยังไม่เลือกให้คงเป็น null",
        "licence: null",
        "# ช่องทางติดต่อ: ลบ [] ข้างหลัง channels แล้วลบ # และวรรคหนึ่งหน้าช่องทางที่มี ใส่ที่อยู่หรือโทรศัพท์จริง",
        "channels: []",
    ]
    for kind, title in _CHANNELS:
        lines += [f"#   - kind: {kind}", f"#     title: {title}", "#     url: null", "#     phone: null"]
    lines += [
        "# ผู้บริหาร เช่น - {name: ชื่อ สกุล, position: นายกเทศมนตรี, phone: โทรศัพท์ของสำนักงาน}",
        "executives: []",
        "notes: []",
    ]
    return "\n".join(lines) + "\n"


def _settings() -> str:
    rows = ",\n".join(f'    "./{SCHEMAS}/source-{name}.json": "{files}"' for name, files in _FILES.items())
    return f"""\
{{
  "yaml.schemas": {{
{rows}
  }},
  "yaml.schemaStore.enable": false,
  "[markdown]": {{"editor.quickSuggestions": {{"other": true}}}},
  "files.encoding": "utf8",
  "files.eol": "\\n"
}}
"""


def _readme(answers: Answers, framework: Framework, fiscal_year: int) -> str:
    name = " ".join(answers.name.split())
    first, last = framework.items[0].code, framework.items[-1].code
    return f"""\
# ข้อมูล OIT ของ{_as_text(name)}

โฟลเดอร์นี้เก็บข้อมูลที่เปิดเผยตามการประเมิน ITA เป็นไฟล์ข้อความ โปรแกรมโปร่งใส (`prongsai`) สร้างเป็นเว็บไซต์ให้

| ไฟล์ | เก็บอะไร |
| --- | --- |
| `content/agency.yml` | ชื่อ ที่ตั้ง และช่องทางติดต่อของหน่วยงาน |
| `content/{fiscal_year}/year.yml` | ปีงบประมาณ กรอบ กำหนดเวลา และคะแนน |
| `content/{fiscal_year}/{first}.md` ถึง `{last}.md` | ไฟล์ละข้อ ในไฟล์บอกว่าข้อนั้นต้องแสดงอะไร |
| `content/{fiscal_year}/files/` | เอกสาร เช่น PDF, Word, Excel, รูป |
| `content/{fiscal_year}/data/` | ตาราง CSV |

## ทำอะไรก่อน

1. เปิดดู: `prongsai serve` แล้วแก้ไฟล์ หน้าเว็บเปลี่ยนตามเมื่อบันทึก
2. แก้ `content/agency.yml`: ช่องทางร้องเรียนการทุจริต โทรศัพท์ ที่อยู่
3. ใส่เอกสารให้ข้อ: `prongsai add {first} เอกสาร.pdf` ไม่ต้องพิมพ์ YAML เอง
4. เปิดไฟล์ของข้อ ใส่ผู้รับผิดชอบ และเปลี่ยน `reported: null` เป็น `reported: done` เมื่อทำแล้ว
5. ตรวจ: `prongsai check` บอกสิ่งที่ยังขาดพร้อมวิธีแก้ `prongsai score` ประมาณคะแนน
6. สร้าง: `prongsai build` ได้เว็บไซต์ในโฟลเดอร์ `site` นำขึ้นเครื่องแม่ข่ายได้ทั้งโฟลเดอร์

ปีถัดไปสั่ง `prongsai year {fiscal_year + 1}` จะได้ไฟล์ของทุกข้อพร้อมผู้รับผิดชอบและทางเข้าถึงของปีนี้

บันทึกทุกไฟล์เป็น UTF-8 ไม่ต้องแก้ `schemas/` ซึ่งโปรแกรมแก้ไขข้อความใช้ช่วยเตือนเมื่อพิมพ์ผิด
"""


def _as_text(name: str) -> str:
    """A name in Markdown as it is: nothing in it is markup."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>#|!$~&" else sign for sign in name)
