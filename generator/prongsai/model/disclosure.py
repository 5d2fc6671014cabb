"""What an agency publishes for an item."""

from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from prongsai.errors import Text
from prongsai.model.fields import (
    Address,
    Code,
    Date,
    FiscalYear,
    Frozen,
    Line,
    Lines,
    Notes,
    Periods,
    Results,
    Whole,
    WrittenPeriod,
    WrittenReported,
    as_list,
    fault,
)
from prongsai.model.framework import Slug


class HeldFile(Frozen):
    """A document held on the site: its address from the site's root, size in bytes, type and SHA-256."""

    address: str
    source: str
    bytes: int
    media_type: str
    sha256: str


class Evidence(Frozen):
    """Where something is shown: an address on the web, or a file beside the item.

    ``way`` is the number, from 1, of the breadcrumb that leads there.
    """

    title: Line
    url: Address = None
    file: Line | None = None
    published_as: Line | None = None
    way: Whole | None = None
    fiscal_years: Annotated[tuple[FiscalYear, ...], BeforeValidator(as_list)] = ()
    held: HeldFile | None = Field(default=None, exclude=True)

    @model_validator(mode="after")
    def _one_target(self) -> "Evidence":
        if self.url is not None and self.file is not None:
            raise fault("S312", reason=Text("รายการนี้มีทั้งสองอย่าง", "this one has both"))
        if self.url is None and self.file is None:
            raise fault("S312", reason=Text("รายการนี้ไม่มีเลย", "this one has neither"))
        return self

    @property
    def address(self) -> str:
        """The address on the web, or the one of the held file from the site's root."""
        if self.url is not None:
            return self.url
        return self.held.address if self.held else str(self.file)


class TableSource(Frozen):
    """A table in ``data/`` that is shown on the item's page without being evidence."""

    file: Line
    title: Line | None = None
    held: HeldFile | None = Field(default=None, exclude=True)


def as_file_record(value: object) -> object:
    """A plain name where a record with ``file`` is expected."""
    return {"file": value} if isinstance(value, str) else value


class Proof(Frozen):
    """What shows an element: evidence numbers from 1, or a nil statement."""

    evidence: Annotated[tuple[Whole, ...], BeforeValidator(as_list)] = ()
    none: Line | None = None


def _proof(value: object) -> object:
    if isinstance(value, (str, int)):
        return {"evidence": (value,)}
    if isinstance(value, (list, tuple)):
        return {"evidence": tuple(value)}
    return value


def _way(value: object) -> object:
    if isinstance(value, str):
        return tuple(step for step in (part.strip() for part in value.replace("›", ">").split(">")) if step)
    return value


def _ways(value: object) -> object:
    return (value,) if isinstance(value, str) else (value or ())


Way = Annotated[tuple[Line, ...], BeforeValidator(_way)]


class Disclosure(Frozen):
    """One item's disclosure in one year, as its source says it.

    ``body`` is the text for citizens in Markdown and ``html`` the same as safe HTML; ``source`` is the file
    that it came from.
    """

    code: Code
    code_published: Line | None = None
    title: Line | None = None
    title_published: Line | None = None
    reported: WrittenReported = None
    updated: Date = None
    responsible: Lines = ()
    period: WrittenPeriod | None = None
    periods: Periods = ()
    breadcrumbs: Annotated[tuple[Way, ...], BeforeValidator(_ways)] = ()
    method: Lines = ()
    results: Results = ()
    elements: dict[Slug, Annotated[Proof, BeforeValidator(_proof)]] = Field(default_factory=dict)
    evidence: Annotated[tuple[Evidence, ...], BeforeValidator(as_list)] = ()
    documents: Lines = ()
    tables: Annotated[
        tuple[Annotated[TableSource, BeforeValidator(as_file_record)], ...], BeforeValidator(as_list)
    ] = ()
    silence: dict[str, Line] = Field(default_factory=dict)
    notes: Notes = ()
    body: str = Field(default="", exclude=True)
    html: str = Field(default="", exclude=True)
    source: str = Field(default="", exclude=True)
