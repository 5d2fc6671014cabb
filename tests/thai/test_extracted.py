"""Thai text out of PDF files."""

import pytest

from prongsai.thai.extracted import mended


def test_strays_behind_marks_go_where_they_are_many() -> None:
    said = "ซื้'(อเครื่'Iองชั่$Iงสำหรั$บ ราคาที่FIตกลง 30,000 ผู้Vได้รั$บ ซ. 1/2567"
    assert mended([said]) == ("ซื้อเครื่องชั่งสำหรับ ราคาที่ตกลง 30,000 ผู้ได้รับ ซ. 1/2567",)


@pytest.mark.parametrize(
    "text", ["ครั้งที่2/2567 เรื่องที่ประชุม (หน้าที่) นี้ ได้", "ปี2566 หมู่ที่1 น้ำที่ใส ให้ทุกที่ ไม่เว้น", "", "plain"]
)
def test_what_is_written_so_stays(text: str) -> None:
    assert mended([text]) == (text,)


def test_shifted_forms_become_letters() -> None:
    assert mended(["ป\uf701\uf70aน ที\uf70a ญ\uf718"]) == ("ป\u0e34\u0e48น ที่ ญ\u0e38",)
