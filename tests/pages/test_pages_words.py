"""Words for values."""

from decimal import Decimal

import pytest

from prongsai.model.contacts import mail, telephone
from prongsai.model.fields import Period
from prongsai.pages import shapes, words
from prongsai.thai.dates import PartialDate


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("done", "รายงานแล้ว"),
        ("in_progress", "กำลังทำ"),
        ("not_started", "ยังไม่ได้ทำ"),
        ("not_applicable", "ไม่เกี่ยวข้อง"),
        (None, "ยังไม่รายงาน"),
    ],
)
def test_status_has_a_word_and_a_shape(status: str | None, text: str) -> None:
    sign = words.reported(status, "th")
    assert (sign.text, sign.shape) == (text, shapes.STATUS[status])


def test_no_two_statuses_share_a_shape() -> None:
    for many in (shapes.STATUS, shapes.STATE):
        assert len(set(many.values())) == len(many)


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 ไบต์"), (999, "999 ไบต์"), (48_200, "48 KB"), (3_449_000, "3.4 MB")]
)
def test_size(count: int, text: str) -> None:
    assert words.size(count, "th") == text


@pytest.mark.parametrize(
    ("media_type", "address", "text"),
    [
        ("application/pdf", "2566/files/a.pdf", "PDF"),
        ("text/csv", "2566/data/a.csv", "CSV"),
        ("x/y", "2566/files/a.b.odg", "ODG"),
    ],
)
def test_media(media_type: str, address: str, text: str) -> None:
    assert words.media(media_type, address) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, None),
        ("100", "100"),
        ("100.00", "100"),
        ("82.5", "82.50"),
        ("66.667", "66.67"),
        ("0.005", "0.01"),
        ("1E+2", "100"),
    ],
)
def test_number(value: str | None, text: str | None) -> None:
    assert words.number(None if value is None else Decimal(value)) == text


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("responsible", "ผู้รับผิดชอบ"),
        ("links.o16", "ข้อที่มุ่งแก้ ข้อ o16"),
        ("instruments.oit", "คะแนนรายเครื่องมือ OIT"),
        ("analysis.highest", "การวิเคราะห์ผล คะแนนสูงสุด"),
        ("รายละเอียด/องค์ประกอบ", "รายละเอียด/องค์ประกอบ"),
    ],
)
def test_about(path: str, text: str) -> None:
    assert words.about(path, "th") == text


def test_period_prefers_dates() -> None:
    start, end = PartialDate(2022, 1, 25), PartialDate(2022, 4, 20)
    assert (
        words.period(Period(start=start, end=end, text="๒๕ ม.ค."), "th") == "25 มกราคม 2565 – 20 เมษายน 2565"
    )
    assert words.period(Period(text="ตลอดปี"), "th") == "ตลอดปี"
    assert words.period(Period(), "th") is None
    assert words.period(None, "th") is None


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("0 2123 4567", "tel:021234567"),
        ("+66-2123-4567", "tel:+6621234567"),
        ("0 2123 4567 ต่อ 12", "tel:021234567,12"),
        ("javascript:alert(1)", None),
    ],
)
def test_telephone(text: str, url: str | None) -> None:
    found = telephone(text)
    assert found and (found.text, found.url) == (text, url)


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("a.b@example.invalid", "mailto:a.b@example.invalid"),
        ("a@b?subject=x", None),
        ("ถามที่เคาน์เตอร์", None),
    ],
)
def test_mail(text: str, url: str | None) -> None:
    found = mail(text)
    assert found and (found.text, found.url) == (text, url)


def test_nothing_to_reach() -> None:
    assert telephone(None) is None
    assert mail(None) is None
