"""The record of a filing, read back: whole, or told as broken."""

import json
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from prongsai.errors import Text
from prongsai.model.filed import FiledSheet
from prongsai.source.place import Place
from prongsai.source.problems import Problems, quoted
from prongsai.source.reading import read_text
from prongsai.thai.dates import day_in_thailand

SHEET: Final = "itas.filed.json"
_NO_JSON: Final = Text("ไม่ใช่ JSON ที่ครบถ้วน", "it is no whole JSON")
_Address = Annotated[str, StringConstraints(max_length=16_000)]
_Code = Annotated[str, StringConstraints(pattern=r"^o[1-9][0-9]{0,2}$")]


class _Record(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    format: Literal["prongsai/filed/1"]
    fiscal_year: int
    filed_at: str
    site: _Address | None = None
    items: dict[_Code, list[_Address]] = Field(max_length=1_000)


def load_sheet(path: Path, fiscal_year: int, shown: str, problems: Problems) -> FiledSheet | None:
    """What was filed of a year; None where nothing was, or with a problem noted."""
    if not path.exists():
        return None
    text = read_text(path, shown, problems)
    if text is None:
        return None
    try:
        record = _Record.model_validate_json(text)
        day_in_thailand(record.filed_at)
        if record.fiscal_year != fiscal_year:
            raise _Wrong("fiscal_year")
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        _tell(where, shown, text, problems)
        return None
    except _Wrong as wrong:
        _tell(str(wrong), shown, text, problems)
        return None
    except ValueError:
        _tell("filed_at", shown, text, problems)
        return None
    items = {code: tuple(addresses) for code, addresses in record.items.items()}
    return FiledSheet(fiscal_year, record.filed_at, record.site, items)


class _Wrong(Exception):
    """A value that does not belong; its argument is the key."""


def _tell(key: str, shown: str, text: str, problems: Problems) -> None:
    reason = (
        Text(f"ค่าของ {quoted(key)} ใช้ไม่ได้", f"the value of {quoted(key)} cannot be used") if key else _NO_JSON
    )
    words = json.dumps(key.split(".")[0])
    line = text[: text.index(words)].count("\n") + 1 if key and words in text else 1
    problems.add("S604", Place(shown, line, 1), reason=reason)
