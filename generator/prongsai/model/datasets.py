"""What the site holds for programs, as sets of data: what a catalogue says of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from prongsai.model.agency import Agency
from prongsai.model.news import news_of
from prongsai.model.site import Site, Year
from prongsai.thai.dates import PartialDate

MEDIA: Final = {
    "json": "application/json",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""Media types by the end of a file's name."""

OIT_FILES: Final = ("oit.json", "oit.csv", "oit.xlsx", "evidence.csv")
ASSESS_FILES: Final = ("assess.xlsx", "assess.csv")
"""The same once more, as an assessor goes through it."""

MEASURES_FILES: Final = ("measures.json", "measures.csv", "guidance.csv")
FILED_FILE: Final = "receipts-filed.json"
"""Of years that were filed with receipts."""

SCORES_FILES: Final = ("scores.json", "scores.csv")
_CAPITAL: Final = "กรุงเทพมหานคร"
_OF_YEAR: Final = (
    (
        "oit",
        (*OIT_FILES, *ASSESS_FILES),
        "การเปิดเผยข้อมูลสาธารณะ (OIT)",
        "Public disclosure (OIT)",
        "",
        ("OIT", "ITA", "ความโปร่งใส", "การเปิดเผยข้อมูล"),
        "ทุกข้อของแบบตรวจการเปิดเผยข้อมูลสาธารณะ: สถานะ ผู้รับผิดชอบ องค์ประกอบ และที่อยู่ของหลักฐาน",
        "Every item of public disclosure: its state, who answers for it, and where its evidence is",
    ),
    (
        "measures",
        MEASURES_FILES,
        "มาตรการส่งเสริมคุณธรรมและความโปร่งใส",
        "Measures for integrity",
        "measures/",
        ("ITA", "มาตรการ", "คุณธรรม", "ความโปร่งใส"),
        "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ขั้นตอน ผู้รับผิดชอบ กำหนดเวลา และผล",
        "Measures for integrity and transparency: steps, who answers for them, dates and results",
    ),
    (
        "scores",
        SCORES_FILES,
        "ผลการประเมินคุณธรรมและความโปร่งใส (ITA)",
        "Assessment results (ITA)",
        "scores/",
        ("ITA", "คะแนน", "ผลการประเมิน"),
        "คะแนนรวม คะแนนตามเครื่องมือ ตัวชี้วัด และข้อคำถาม ตามที่ประกาศและตามที่คำนวณได้",
        "Scores overall, by instrument, indicator and question, as published and as computed",
    ),
)


@dataclass(frozen=True)
class DataSet:
    """Files that say one thing in several forms.

    ``key`` tells it apart in the agency; ``page`` is where people read it; ``files`` are addresses, each
    with its schema's name; ``modified`` is when what it says was last changed, where that is known.
    """

    key: str
    title: tuple[str, str]
    description: tuple[str, str]
    keywords: tuple[str, ...]
    page: str
    files: tuple[tuple[str, str | None], ...]
    fiscal_year: int | None = None
    modified: PartialDate | None = None


def data_sets(site: Site) -> tuple[DataSet, ...]:
    """All data that the site holds, the agency's own first, then the years', newest first."""
    return (_agency_set(site.agency), *(one for year in site.years for one in _year_sets(year)))


def place_of(agency: Agency) -> str:
    """The area for which the agency answers, in words."""
    capital = agency.province == _CAPITAL
    kinds = ("แขวง", "เขต", "") if capital else ("ตำบล", "อำเภอ", "จังหวัด")
    names = (agency.subdistrict, agency.district, agency.province)
    return " ".join(
        [*(f"{kind}{name}" for kind, name in zip(kinds, names, strict=True) if name), "ประเทศไทย"]
    )


def _agency_set(agency: Agency) -> DataSet:
    return DataSet(
        "agency",
        (f"หน่วยงานและช่องทางติดต่อของ{agency.name}", f"{agency.name}: agency and channels"),
        (
            "ชื่อ ที่ตั้ง และช่องทางติดต่อ ร้องเรียน และแสดงความคิดเห็นของหน่วยงาน",
            "The agency's name and place, and its channels for contact, complaints and opinions",
        ),
        ("หน่วยงาน", "ช่องทางติดต่อ", "ร้องเรียน"),
        "channels/",
        (("data/agency.json", "agency"), ("data/channels.csv", None)),
    )


def _year_sets(year: Year) -> Iterator[DataSet]:
    number = year.fiscal_year
    happened = news_of(year)
    for key, names, thai, english, page, keywords, says, tells in _OF_YEAR:
        files = [(f"data/{number}/{name}", key if name.endswith(".json") else None) for name in names]
        if key == "oit" and year.filed:
            files.append((f"data/{number}/{FILED_FILE}", "receipts-filed"))
        own = (
            []
            if key == "scores"
            else [each for each in happened if (each.code is None) == (key == "measures")]
        )
        yield DataSet(
            f"{number}/{key}",
            (f"{thai} ปีงบประมาณ {number}", f"{english}, fiscal year {number} B.E."),
            (says, tells),
            (*keywords, f"ปีงบประมาณ {number}"),
            f"{number}/{page}",
            tuple(files),
            number,
            own[0].date if own else None,
        )
