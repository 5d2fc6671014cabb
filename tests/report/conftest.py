"""A small site that has one of everything: built once, by hand."""

from typing import Any

import pytest

from prongsai.errors import Text
from prongsai.model.agency import Agency
from prongsai.model.arithmetic import compute_years
from prongsai.model.disclosure import Disclosure, HeldFile
from prongsai.model.finding import Finding
from prongsai.model.framework import Framework
from prongsai.model.measure import MeasuresReport
from prongsai.model.receipt import Filing, Receipt
from prongsai.model.site import Site, Year
from prongsai.model.year import YearSettings
from prongsai.report.files import render_files

BUILT = 1_700_000_000

AGENCY = {
    "name": "เทศบาลตำบลตัวอย่าง", "kind": "เทศบาลตำบล", "district": "เมือง", "province": "ทดลอง",
    "website": "https://example.go.th", "hosts": ["example.go.th"], "invented": True,
    "phone": "+66 2 000 0000",
    "channels": [
        {"kind": "corruption", "title": "ร้องเรียนการทุจริต", "url": "https://example.go.th/corruption"},
        {"kind": "contact", "title": "=HYPERLINK(\"http://evil\")", "url": "tel:+6620000000",
         "phone": "+66 2 000 0000"},
    ],
    "executives": [{"name": "นางสาวสมมติ ตัวอย่าง", "position": "นายกเทศมนตรี"}],
    "notes": [{"about": "district", "published": "เมีอง", "mended": "เมือง", "reason": "พิมพ์ผิด"}],
}  # fmt: skip

FRAMEWORK = {
    "framework": "test-2565", "scheme": "test", "fiscal_year": 2565, "title": {"th": "กรอบทดลอง"},
    "weights": {"iit": 30, "eit": 30, "oit": 40},
    "calendar": [
        {"id": "register", "name": "ลงทะเบียน", "start": "2022-01-01", "end": "2022-02-28",
         "basis": {"source": "public", "certainty": "likely"}},
        {"id": "fill-in", "name": "ตอบแบบ OIT", "start": "2022-03-01", "end": "2022-04-30"},
    ],
    "instruments": {
        "iit": {"name": "แบบวัดภายใน", "indicators": [{"number": "1", "name": "การปฏิบัติหน้าที่"}]},
        "eit": {"name": "แบบวัดภายนอก", "indicators": [{"number": "6", "name": "คุณภาพ"}]},
    },
    "indicators": [{"number": "9", "name": "การเปิดเผยข้อมูล", "sub_indicators": [{
        "number": "9.1", "name": "ข้อมูลพื้นฐาน", "items": [
            {"code": "o1", "title": "โครงสร้าง", "topic": "structure", "group": "ข้อมูลทั่วไป", "elements": [
                {"id": "chart", "text": "แผนผัง", "covers": "current",
                 "at_least": ["สำนัก", "กอง"], "min_count": 2},
                {"id": "loss", "text": "กองที่ยุบ", "nil": "ไม่มีกองที่ยุบ"},
                {"id": "photo", "text": "ภาพ", "required": False}]},
            {"code": "o2", "title": "ข้อมูล ผู้บริหาร", "topic": "executives"},
            {"code": "o3", "title": "อำนาจหน้าที่", "topic": "powers",
             "elements": [{"id": "law", "text": "กฎหมาย"}]},
        ]}]}],
}  # fmt: skip

O1 = {
    "code": "๐๑", "code_published": "๐๑", "reported": "done", "updated": "2022-03-09",
    "responsible": ["สำนักปลัด", "กองคลัง"], "period": "๒๕ ม.ค.๖๕ - ๒๐ เม.ย.๖๕", "title": "โครงสร้างองค์กร",
    "breadcrumbs": ["หน้าแรก > ข้อมูลพื้นฐาน", ["หน้าแรก", "โครงสร้าง > ใหม่"]],
    "method": ["ทำแผนผัง", "ติดประกาศ"],
    "results": [{"text": "ประกาศแล้ว", "date": "2022-02", "state": "done", "by": "กองคลัง"}, "รอเพิ่มเติม"],
    "elements": {"chart": [1, 2], "loss": {"none": "ไม่มีกองใดยุบ"}},
    "evidence": [
        {"title": "แผนผัง", "url": "http://example.go.th/1", "published_as": "http://example.go.th/๑",
         "way": 2, "fiscal_years": ["๒๕๖๕"]},
        {"title": "=1+1", "file": "files/plan.pdf"},
    ],
    "documents": ["คำสั่งที่ 1/2565"],
    "notes": [{"about": "evidence", "published": "http://example.go.th/๑", "mended": "http://example.go.th/1",
               "reason": "เลขไทยในที่อยู่"}],
}  # fmt: skip
O2 = {
    "code": "o2", "reported": "in_progress", "title": "ข้อมูลผู้บริหาร", "periods": ["ม.ค. 2565", "ตลอดปี"],
    "evidence": [{"title": "หน้าผู้บริหาร", "url": "http://example.go.th/2"}],
    "results": [{"text": "จะทำต่อ", "date": "2022-12-01", "state": "planned"}],
}  # fmt: skip

YEAR = {
    "fiscal_year": 2565, "framework": "test-2565",
    "calendar": [{"id": "fill-in", "name": "ตอบแบบ OIT (เลื่อน)", "start": "2022-03-15", "end": "2022-05-10"},
                 {"name": "ไม่รู้วัน"}],
    "scores": {
        "assessed_year": 2565, "target": "85.0", "overall": {"stated": "91.250", "grades_stated": ["ผ่านดี"]},
        "instruments": {"iit": {"stated": 100}},
        "indicators": [{"number": "1", "name": "การปฏิบัติหน้าที่", "instrument": "iit", "stated": "97.25"},
                       {"number": "6", "name": "คุณภาพ", "instrument": "eit", "stated": "98.965"},
                       {"number": "9", "name": "การเปิดเผยข้อมูล", "instrument": "oit", "stated": "66.67"}],
        "questions": [{"code": "i1", "text": "ตามขั้นตอน", "score": "100.00"}, {"code": "๐๒", "score": None}],
        "analysis": {"strengths": [{"number": "1", "name": "การปฏิบัติหน้าที่"}],
                     "highest": [{"name": "การปฏิบัติหน้าที่", "stated": "97.25"}],
                     "improve": [{"instrument": "iit", "indicator": "การใช้อำนาจ", "issue": "ความเป็นธรรม",
                                  "text": "มอบงาน"}]},
        "notes": [{"about": "overall", "published": "๙๑.๒๕"}],
    },
    "notes": [{"about": "round", "reason": "ไม่ได้พิมพ์ไว้"}],
}  # fmt: skip

MEASURES = {
    "round": {"name": "รอบ 6 เดือน", "start": "2021-10", "end": "2022-03"},
    "measures": [{
        "id": "m1", "number": "1", "title": "มาตรการให้ผู้มีส่วนได้ส่วนเสียมีส่วนร่วม", "group": "ก",
        "stage": "implemented", "instrument": "OIT", "indicator": "9.1", "issue": "คนยังไม่รู้",
        "approach": ["เปิดรับฟัง"],
        "steps": ["ทำประกาศ", "ลงเว็บไซต์"], "reporting": [{"text": "รายงานรอบแรก", "due": "2022-10"},
                                                      {"text": "รายงานต่อเนื่อง", "every": "month"}],
        "period": "ม.ค.๖๕-ก.พ. ๖๕", "responsible": "สำนักปลัด", "outcomes": ["คนรู้มากขึ้น"],
        "recommendations": ["ทำต่อ"],
        "results": [{"text": "ทำแล้ว", "date": "2022-04-01", "state": "done", "by": "ผู้ช่วย"}],
        "links": [{"code": "o1", "published_as": "๐๑", "framework": "test-2565", "title": "โครงสร้าง",
                   "score": "99.50"}],
        "notes": [{"about": "period", "published": "ม.ค.๖๕-ก.พ. ๖๕"}],
    }],
    "guidance": [{"indicator": "1", "name": "การปฏิบัติหน้าที่", "instrument": "iit", "guidance": ["ยึดขั้นตอน"],
                  "responsible": ["ทุกกอง"], "period": "ตลอดปี", "reported": "done", "actions": ["@ทำคู่มือ"]}],
    "notes": [{"about": "measures", "reason": "หน้าเดียว"}],
}  # fmt: skip


URL = "http://example.go.th/1"
GOOD = Receipt(
    URL,
    "ok",
    Text("พบเอกสาร PDF", "a PDF is there"),
    status=200,
    final_url=URL,
    media_type="application/pdf",
    bytes=1_200_000,
    sha256="cd" * 32,
    checked_at="2022-04-09T03:00:00Z",
    first_ok="2022-01-05T03:00:00+00:00",
    last_ok="2022-04-09T03:00:00+00:00",
    items=("2565/o1",),
)
CHANGED = Receipt(
    URL,
    "changed",
    Text("=PDF ต่างจากเดิม", "the PDF differs"),
    status=200,
    final_url="http://example.go.th/1.pdf",
    redirects=("http://example.go.th/1.pdf",),
    media_type="application/pdf",
    bytes=1_300_000,
    sha256="ef" * 32,
    accepted="cd" * 32,
    checked_at="2022-06-30T18:00:00+00:00",
    first_ok="2022-01-05T03:00:00+00:00",
    last_ok="2022-04-09T03:00:00+00:00",
    failures=1,
    failed_at="2022-06-30T18:00:00+00:00",
    items=("2565/o1",),
    copy=f"{'cd' * 32}.pdf",
)
COPY = HeldFile(
    address=f"copies/{'cd' * 32}.pdf",
    source="copy.pdf",
    bytes=1_200_000,
    media_type="application/pdf",
    sha256="cd" * 32,
)


def _finding(message: str, item: str | None, reason: str | None, fiscal_year: int = 2565) -> Finding:
    text = Text(message, "")
    return Finding(
        "Y101", "later_year", "year", "warning", text, "content", fiscal_year=fiscal_year, item=item,
        silenced=reason,
    )  # fmt: skip


FINDINGS = (
    _finding("=แผนผังเป็นของปีก่อน", "o1", "ผังไม่เปลี่ยนตั้งแต่ปีก่อน"),
    _finding("ไม่มีปฏิทิน", None, "ยังไม่ประกาศ"),
    _finding("ไม่ได้ยกเว้น", "o2", None),
    _finding("ของปีอื่น", "o1", "ปีอื่น", 2564),
)
FILED = Filing(2565, "2022-04-10T04:00:00+00:00", {URL: GOOD})


def build_site() -> Site:
    """Three years: one with everything, one that says nothing, one without a framework."""
    framework = Framework.model_validate(FRAMEWORK)
    o1 = Disclosure.model_validate(O1)
    held = HeldFile(
        address="2565/files/plan.pdf",
        source="plan.pdf",
        bytes=1234,
        media_type="application/pdf",
        sha256="ab" * 32,
    )
    evidence = (o1.evidence[0], o1.evidence[1].model_copy(update={"held": held}))
    disclosures = {"o1": o1.model_copy(update={"evidence": evidence}), "o2": Disclosure.model_validate(O2)}
    measures = MeasuresReport.model_validate(MEASURES)
    years = (
        Year(2567, None, YearSettings(), {}, None),
        Year(2566, framework, YearSettings(), {}, None),
        Year(2565, framework, YearSettings.model_validate(YEAR), disclosures, measures, (held,), FILED),
    )
    known = {framework.framework: framework}
    return Site(Agency.model_validate(AGENCY), years, {}, known, {URL: CHANGED}, {URL: COPY})


@pytest.fixture(scope="session")
def site() -> Site:
    return build_site()


@pytest.fixture(scope="session")
def findings() -> tuple[Finding, ...]:
    return FINDINGS


@pytest.fixture(scope="session")
def files(site: Site) -> dict[str, bytes]:
    return render_files(site, compute_years(site), built=BUILT, silenced=FINDINGS)


@pytest.fixture(scope="session")
def agency_alone() -> Site:
    """A site whose only year says nothing."""
    data: dict[str, Any] = {"name": "องค์การบริหารส่วนตำบลตัวอย่าง"}
    return Site(Agency.model_validate(data), (Year(2567, None, YearSettings(), {}, None),), {}, {})
