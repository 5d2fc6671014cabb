"""Options that several commands share, and the forms of results."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from prongsai.errors import ProjectError
from prongsai.thai.dates import DateError, parse_date


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


def read_day(text: str | None) -> date:
    """The day that a person gave, or today.

    Raises:
        ProjectError: it is no date.
    """
    if text is None:
        return date.today()
    try:
        return parse_date(text).first()
    except DateError:
        raise ProjectError(
            f"อ่านวันที่ “{text}” ไม่ได้ — เขียนเช่น 2022-04-20 หรือ 20 เม.ย. 2565",
            f"the date “{text}” cannot be read — write it like 2022-04-20",
        ) from None
