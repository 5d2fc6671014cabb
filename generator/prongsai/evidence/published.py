"""What a published site says of itself, read as what it is: bytes from a stranger.

Only the keys that judging needs are taken, each with its type and a bound; pydantic's reader bounds how deep
JSON may nest before anything is built.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final, TypeVar
from urllib.parse import unquote

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from prongsai.model.receipt import CLASS_OF, Judgement, Verdict

INDEX: Final = "data/index.json"
MOST_BYTES: Final = 4 << 20
"""A year of 43 items takes some 120 kB; a file for machines beyond this is not read."""

MOST_VALUES: Final = 200_000
"""Four megabytes of empty lists would take 140 MB in memory; a year of 43 items has some 3,000 values."""

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_JUDGEMENTS: Final[Mapping[str, Judgement]] = {"pass": "pass", "fail": "fail", "unknown": "unknown"}

_Line = Annotated[str, StringConstraints(max_length=2_000)]
_Address = Annotated[str, StringConstraints(max_length=16_000)]
_Code = Annotated[str, StringConstraints(pattern=r"^o[1-9][0-9]{0,2}$")]
_Year = Annotated[int, Field(ge=2400, le=2699)]


class _Loose(BaseModel):
    """Other keys are passed over, so that a newer site can be read."""

    model_config = ConfigDict(extra="ignore", strict=True, frozen=True)


class YearFiles(_Loose):
    """A year, and the addresses of its files."""

    fiscal_year: _Year
    files: Annotated[dict[_Line, _Line], Field(max_length=100)]


class Index(_Loose):
    """``data/index.json``."""

    format: _Line
    years: Annotated[list[YearFiles], Field(max_length=100)]
    files: Annotated[dict[_Line, _Line], Field(max_length=100)] = {}


class AgencyFile(_Loose):
    """``data/agency.json``."""

    format: _Line
    name: _Line
    website: _Address | None = None
    hosts: Annotated[list[_Line], Field(max_length=200)] = []


class EvidenceRecord(_Loose):
    """An evidence of an item; ``receipt`` is what the site shows of its own look at it."""

    title: _Address = ""
    url: _Address
    sha256: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")] | None = None
    receipt: Any = None


class ItemRecord(_Loose):
    """An item of a year."""

    code: _Code
    title: _Line
    topic: _Line
    page: _Line
    evidence: Annotated[list[EvidenceRecord], Field(max_length=2_000)]


class OitFile(_Loose):
    """``data/FY/oit.json``."""

    format: _Line
    fiscal_year: _Year
    framework: _Line | None = None
    items: Annotated[list[ItemRecord], Field(max_length=1_000)]


F = TypeVar("F", Index, AgencyFile, OitFile)
_FORMATS: Final[Mapping[type[BaseModel], str]] = {
    Index: "prongsai/index/1",
    AgencyFile: "prongsai/agency/1",
    OitFile: "prongsai/oit/1",
}


class Misread(ValueError):
    """A file is not what it should be; the message says where, in words for people who build sites."""


def read_published(kind: type[F], data: bytes) -> F:
    """A published file as its ``kind``.

    Raises:
        Misread: it is no JSON, of another format, or lacks what is needed.
    """
    values = sum(map(data.count, (b",", b"[", b"{")))
    if values > MOST_VALUES:
        raise Misread(f"{values:,} values, more than {MOST_VALUES:,}")
    try:
        found = kind.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise Misread(f"{where}: {first['msg']}" if where else first["msg"]) from None
    if found.format != _FORMATS[kind]:
        raise Misread(f"format: {found.format[:60]!r}, not {_FORMATS[kind]!r}")
    return found


def is_relative(address: str) -> bool:
    """Whether a published address means a place on the site, rather than one of its own (``https:``…)."""
    return not _SCHEME.match(address)


def inside(base: str, address: str) -> str | None:
    """The relative ``address`` below ``base``, which ends with a slash; None where it leads out of it.

    Refused is what any browser or server on the way might take for a step up or for another host: a leading
    slash, a backslash, a scheme, a control character, and a segment that is ``.`` or ``..`` in some spelling.
    """
    if not address or address[0] in "/\\" or _SCHEME.match(address) or _CONTROL.search(address):
        return None
    path = re.split("[?#]", address, maxsplit=1)[0]
    for _ in range(3):
        if "\\" in path or any(_steps(part) for part in path.split("/")):
            return None
        path = unquote(path, errors="replace")
    return None if _CONTROL.search(path) else base + _as_sent(address)


def _steps(segment: str) -> bool:
    """Whether a segment of a path is a step; some servers pass over what stands behind a semicolon."""
    return segment.partition(";")[0].strip() in (".", "..")


def _as_sent(path: str) -> str:
    """A path as a site of ours publishes it, plain, so that ``#`` and ``?`` in a file's name stay part of it.

    Escapes are kept where the whole reads as an address that is encoded already.
    """
    encoded = path.isascii() and not re.search("%(?![0-9A-Fa-f]{2})", path)
    for char in "#?" if encoded else "%#?":
        path = path.replace(char, f"%{ord(char):02X}")
    return path


@dataclass(frozen=True, slots=True)
class Told:
    """What the site itself shows of an address: the verdict of its own look, and when that was."""

    verdict: Verdict
    judgement: Judgement
    checked_at: str | None = None
    sha256: str | None = None


def told(receipt: Any) -> Told | None:
    """A published receipt; None where there is none that can be read."""
    if not isinstance(receipt, Mapping):
        return None
    verdict = next((known for known in CLASS_OF if known == receipt.get("verdict")), None)
    if verdict is None:
        return None
    judgement = receipt.get("class")
    known = _JUDGEMENTS.get(judgement) if isinstance(judgement, str) else None
    checked, sha256 = receipt.get("checked_at"), receipt.get("sha256")
    return Told(
        verdict,
        known or CLASS_OF[verdict],
        checked[:40] if isinstance(checked, str) else None,
        sha256.lower() if isinstance(sha256, str) and re.fullmatch("[0-9a-fA-F]{64}", sha256) else None,
    )
