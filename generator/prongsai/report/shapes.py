"""The shapes of the files for machines: what their writers return and what their schemas are made from."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict

from prongsai.model.agency import ChannelKind
from prongsai.model.fields import Reported, State
from prongsai.model.finding import Family, Severity
from prongsai.model.framework import Covers
from prongsai.model.receipt import Judgement, Verdict
from prongsai.model.site import Shown

Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}(-\d{2})?$", examples=["2022-01-25", "2022-01"])]
Score = Annotated[float, Field(ge=0, le=100)]
Count = Annotated[int, Field(ge=0)]
FiscalYear = Annotated[int, Field(ge=2400, le=2699, description="Buddhist era")]
Code = Annotated[str, Field(pattern=r"^[ieo][1-9]\d{0,2}$", examples=["o12", "i3", "e9"])]
Moment = Annotated[
    str,
    Field(
        pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?[+-]\d{2}:\d{2}$",
        examples=["2022-03-05T04:00:00+00:00"],
    ),
]
Sha256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
SitePath = Annotated[str, Field(description="From the site's root", examples=["2565/o1/"])]

CLOSED = ConfigDict(extra="forbid")


class AgencyName(TypedDict):
    """Who publishes."""

    name: str
    kind: str | None
    subdistrict: str | None
    district: str | None
    province: str | None
    website: str | None


class Period(TypedDict):
    """From start to end, either unknown, with the text as printed."""

    start: Day | None
    end: Day | None
    text: str | None


class Note(TypedDict):
    """What the source prints, what it was mended to (null where it could not be), and why."""

    about: str
    published: str | None
    mended: str | None
    reason: str | None


class Result(TypedDict):
    """What came of an undertaking."""

    text: str
    date: Day | None
    state: State | None
    by: str | None


class Summary(TypedDict):
    """Counts over the items."""

    items: Count
    done: Count
    in_progress: Count
    not_started: Count
    not_applicable: Count
    unreported: Count
    with_evidence: Count
    evidence: Count


class Element(TypedDict):
    """One thing that the item must show; `evidence` are places, from 0, in the item's evidence."""

    id: str
    text: str
    covers: Covers | None
    required: bool
    at_least: list[str]
    min_count: int | None
    evidence: list[Count]
    none: str | None


class Copy(TypedDict):
    """A copy of a document that the agency kept and publishes."""

    address: SitePath
    media_type: str
    bytes: Count
    sha256: Sha256


Found = TypedDict(
    "Found",
    {
        "verdict": Verdict,
        "class": Judgement,
        "reason": Annotated[str, Field(description="In the site's language")],
        "status": int | None,
        "final_url": str | None,
        "media_type": str | None,
        "bytes": Count | None,
        "sha256": Sha256 | None,
        "checked_at": Moment | None,
        "first_ok": Moment | None,
        "last_ok": Moment | None,
        "failures": Count,
    },
)


class Receipt(Found):
    """What the agency's own last visit found; `failures` are those in a row."""

    copy: Copy | None


class FiledReceipt(Found):
    """A receipt as it stood when the year was filed; `items` say where its evidence belongs."""

    url: str
    items: list[str]
    redirects: list[str]


class VisitReceipt(Found):
    """What a visit found of an address; `items` say where it is evidence, if known."""

    url: str
    items: list[str]
    redirects: list[str]


@with_config(CLOSED)
class Receipts(TypedDict):
    """What `prongsai verify` found, an entry for each address that it was asked about, in that order."""

    format: Literal["prongsai/receipts/1"]
    receipts: list[VisitReceipt]


@with_config(CLOSED)
class ReceiptsFiled(TypedDict):
    """The receipts of a year as they stood when it was filed, for an appeal."""

    format: Literal["prongsai/receipts-filed/1"]
    agency: AgencyName
    fiscal_year: FiscalYear
    filed_at: Moment
    receipts: list[FiledReceipt]


class Evidence(TypedDict):
    """Where something is shown; `way` is a place, from 0, in the item's breadcrumbs.

    `media_type`, `bytes` and `sha256` are those of a file held on the site; what a visit found of an address
    stands in `receipt`, null where there was none.
    """

    title: str
    url: Annotated[str, Field(description="Absolute, or from the site's root for a file held on the site")]
    published_as: str | None
    way: Count | None
    fiscal_years: list[FiscalYear]
    media_type: str | None
    bytes: Count | None
    sha256: Sha256 | None
    receipt: Receipt | None


class Document(TypedDict):
    """Named without an address: no evidence."""

    title: str


class Item(TypedDict):
    """One item of the framework, with what the agency discloses for it."""

    code: Code
    code_published: str | None
    title: str
    title_published: str | None
    topic: str
    indicator: str
    sub_indicator: str
    group: str | None
    page: SitePath
    reported: Reported | None
    shown: Shown
    updated: Day | None
    responsible: list[str]
    period: Period | None
    periods: list[Period]
    breadcrumbs: list[list[str]]
    method: list[str]
    results: list[Result]
    elements: list[Element]
    evidence: list[Evidence]
    documents: list[Document]
    notes: list[Note]


@with_config(CLOSED)
class Oit(TypedDict):
    """A year's public disclosure (OIT), item by item."""

    format: Literal["prongsai/oit/1"]
    agency: AgencyName
    fiscal_year: FiscalYear
    framework: str | None
    summary: Summary
    items: list[Item]
    notes: list[Note]


class Channel(TypedDict):
    """A way to reach the agency."""

    kind: ChannelKind
    title: str
    url: str | None
    phone: str | None


class Executive(TypedDict):
    """A person whose name and office are public by law."""

    name: str
    position: str
    phone: str | None
    email: str | None


class Licence(TypedDict):
    """Under what the data may be used; `id` is null where the agency gave an address of its own."""

    id: str | None
    name: str
    url: str


@with_config(CLOSED)
class AgencyFile(TypedDict):
    """Who publishes, its hosts and its channels; `invented`: it does not exist."""

    format: Literal["prongsai/agency/1"]
    name: str
    kind: str | None
    subdistrict: str | None
    district: str | None
    province: str | None
    website: str | None
    address: str | None
    phone: str | None
    email: str | None
    language: Literal["th", "en"]
    licence: Licence | None
    invented: bool
    hosts: list[str]
    channels: list[Channel]
    executives: list[Executive]
    notes: list[Note]


class YearFiles(TypedDict):
    """One year and the addresses of its files."""

    fiscal_year: FiscalYear
    framework: str | None
    page: SitePath
    files: dict[str, SitePath]


@with_config(CLOSED)
class UnitFiles(TypedDict):
    """A unit that answers for something dated, and the address of its calendar."""

    name: str
    deadlines: SitePath


class Index(TypedDict):
    """Every year, and the address of every file for machines."""

    format: Literal["prongsai/index/1"]
    agency: AgencyName
    years: list[YearFiles]
    files: dict[str, SitePath]
    units: list[UnitFiles]
    schemas: dict[str, SitePath]


class Finding(TypedDict):
    """Something in the sources that a person should look at."""

    rule: str
    name: str
    family: Family
    severity: Severity
    confidence: Literal["high", "medium", "low"]
    message: str
    path: str
    line: Count
    column: Count
    fiscal_year: FiscalYear | None
    item: Code | None
    silenced: str | None


@with_config(CLOSED)
class Findings(TypedDict):
    """What a check of the sources finds."""

    format: Literal["prongsai/findings/1"]
    findings: list[Finding]
