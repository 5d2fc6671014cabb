"""An agency's own pack against the one before it."""

from collections.abc import Callable

from prongsai.model.finding import Finding

Findings = Callable[..., list[Finding]]
PACK = """framework: nacc-2568
scheme: nacc
fiscal_year: 2568
title: {th: กรอบตัวอย่าง}
topics: {open-data: {th: ข้อมูลเปิด}}
indicators:
  - number: 9
    name: การเปิดเผยข้อมูล
    sub_indicators:
      - number: 9.1
        name: ข้อมูลพื้นฐาน
        items:
          - {code: o1, title: โครงสร้าง, topic: structure}
          - {code: o2, title: ข้อมูลผู้บริหารท้องถิ่น, topic: executives}
          - {code: o3, title: ข่าวประชาสัมพันธ์, topic: news}
          - {code: o4, title: ข้อมูลเปิด, topic: open-data}
"""


def test_a_pack_is_compared_with_the_one_before_by_topic(findings: Findings) -> None:
    (one,) = findings({"frameworks/nacc-2568.yml": PACK, "2568/year.yml": "framework: nacc-2568\n"}, "Y211")
    assert (one.severity, one.path, one.line) == ("info", "content/frameworks/nacc-2568.yml", 1)
    told = one.message.en
    assert (
        "nacc-2568 differs from nacc-2567: 1 new items (o4 ข้อมูลเปิด); 32 items that are gone (o3 อำนาจหน้าที่, "
        in told
    )
    assert "; 1 items with another number (o5→o3); " in told
    assert "1 items with another title (o2 ข้อมูลผู้บริหาร→ข้อมูลผู้บริหารท้องถิ่น) — " in told
    assert "ข้อใหม่ 1 ข้อ (o4 ข้อมูลเปิด)" in one.message.th


def test_packs_that_ship_say_nothing(findings: Findings) -> None:
    assert findings({"2567/year.yml": "framework: nacc-2567\n", "2566/year.yml": ""}, "Y211") == []
