"""Options that several commands share, and the forms of results."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Language(StrEnum):
    """Languages of messages."""

    TH = "th"
    EN = "en"


class Form(StrEnum):
    """Forms in which findings are printed."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"


class ScoreForm(StrEnum):
    """Forms in which an estimate is printed."""

    TEXT = "text"
    JSON = "json"


class Drafted(StrEnum):
    """What an import drafts."""

    SOURCES = "sources"
    FRAMEWORK = "framework"


class ReceiptForm(StrEnum):
    """Forms in which receipts are printed; ``markdown`` is the text of an issue."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    MARKDOWN = "markdown"


Project = Annotated[
    Path, typer.Option("--project", help="โฟลเดอร์ของ mkdocs.yml", show_default="โฟลเดอร์ปัจจุบัน")
]
Lang = Annotated[Language, typer.Option("--lang", help="ภาษาของข้อความ")]
Quiet = Annotated[bool, typer.Option("--quiet", help="ไม่บอกความคืบหน้า")]
Format = Annotated[Form, typer.Option("--format", help="รูปแบบผลลัพธ์")]
Today = Annotated[str | None, typer.Option("--today", help="วันที่ใช้ตัดสินกำหนดเวลา", show_default="วันนี้")]
