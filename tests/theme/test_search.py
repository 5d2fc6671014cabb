"""The search box with an index of its own: how words are matched, ranked and shown, and the keyboard."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Browser, Page

import prongsai_theme
from prongsai.pages.style import COMPONENTS
from tests.conftest import Shown

pytestmark = pytest.mark.e2e

ASSETS = Path(prongsai_theme.__file__).parent / "assets" / "prongsai"
TOKENS = COMPONENTS / "tokens.css"
DOCUMENT = """<!doctype html>
<html lang="th">
<head><meta charset="utf-8"><title>ทดสอบ</title>
<link rel="stylesheet" href="{tokens}"><link rel="stylesheet" href="{assets}/theme.css">
<script src="{assets}/frame.js" defer></script></head>
<body>
<form class="frame-search" role="search" action="search/index.html" data-root="./">
<input type="search" name="query"><button>ค้น</button>
<div class="frame-found"><p class="frame-found__count" role="status"></p></div>
</form>
<a href="#after">ถัดไป</a>
</body>
</html>"""


def entry(page: str, kind: str, title: str, code: str | None = None, **fields: Any) -> dict[str, Any]:
    year = int(page[:4]) if page[:4].isdigit() else None
    found = {"page": page, "kind": kind, "title": title, "code": code, "year": year, **fields}
    return {key: value for key, value in found.items() if value is not None}


INDEX = {
    "format": "prongsai/search/2",
    "common": ["การ", "ขอ", "ดู", "หน่อย", "ใคร", "ได้", "เทศบาล", "เทศบาลตำบลทดสอบ"],
    "typed": {"ตังค์": "เงิน", "จนท": "เจ้าหน้าที่"},
    "documents": 2,
    "kinds": {"scores": {"words": ["คะแนน", "ได้กี่คะแนน"]}, "channels": {"words": ["ร้องทุกข์"]}},
    "topics": {
        "structure": {"names": ["โครงสร้าง"], "words": ["ผังองค์กร"], "near": ["กองช่าง"]},
        "procurement": {"names": ["แผนจัดซื้อ"], "words": ["พัสดุ", "ประมูล"]},
        "contact": {"words": ["เบอร์โทร"], "also": ["แผนที่"]},
    },
    "pages": [
        entry("", "front", "เทศบาลตำบลทดสอบ"),
        entry("2566/", "year", "ปีงบประมาณ 2566"),
        entry("2566/9/", "indicator", "9 การเปิดเผยข้อมูล", "9"),
        entry("2566/9.1/", "sub_indicator", "9.1 ข้อมูลพื้นฐาน", "9.1"),
        entry("2566/o1/", "item", "โครงสร้าง", "o1", topic="structure", units=["สำนักปลัด"]),
        entry("2566/o5/", "item", "ข้อมูลการติดต่อ", "o5", topic="contact"),
        entry(
            "2566/o12/",
            "item",
            "แผนการจัดซื้อจัดจ้าง",
            "o12",
            topic="procurement",
            shown=["แผนจัดหาครุภัณฑ์ ประจำปีงบประมาณ ๒๕๖๖ ของสำนักงานเทศบาล <b>ฉบับแก้ไข</b>"],
        ),
        entry("2566/o13/", "item", "แผนปฏิบัติการ", "o13", said=["น้ำประปาไหลทุกบ้าน"]),
        entry("2566/o24/", "item", "เรื่องของพนักงาน", "o24", asks=["เจ้าหน้าที่กินเงิน", "ซื้อเดือนมกราคม"]),
        entry("2566/o22/", "item", "เรื่องอื่น", "o22", said=["คนในหน่วยงานคุยเรื่องโครงสราง"]),
        entry(
            "2566/measures/",
            "measures",
            "มาตรการ",
            parts=[
                {"at": "m3", "title": "ยืมทรัพย์สินของราชการ", "codes": ["i12"]},
                *({"at": f"n{at}", "title": "แผนที่ดี", "codes": ["o12"]} for at in range(4)),
            ],
        ),
        entry(
            "2566/scores/",
            "scores",
            "ผลการประเมิน",
            parts=[{"at": "i12", "title": "ถามเรื่องทรัพย์สิน", "codes": ["i12"], "said": ["91.25"]}],
        ),
        entry("2565/", "year", "ปีงบประมาณ 2565"),
        entry("2565/o11/", "item", "แผนการจัดซื้อจัดจ้าง", "o11", topic="procurement", said=["ขุดรางระบายน้ำ"]),
        entry("2565/o12/", "item", "รายงานประจำปี", "o12", topic="report"),
        entry("2565/scores/", "scores", "ผลการประเมิน", empty=True),
        entry("topics/procurement/", "topic", "แผนจัดซื้อ", topic="procurement"),
        entry("units/", "units", "ใครรับผิดชอบ", parts=[{"at": "สำนัก-ปลัด", "title": "สำนักปลัด"}]),
        entry("channels/", "channels", "ช่องทาง <img src=x onerror=alert(1)>", said=["ร้องเรียนการทุจริต"]),
    ],
}
DOCUMENTS = {
    "format": "prongsai/search-documents/1",
    "documents": [
        {
            "file": "2566/files/แผน จัดซื้อ.pdf",
            "title": "แผนจัดซื้อ <i>",
            "code": "o12",
            "page": "2566/o12/",
            "year": 2566,
            "unit": "page",
            "pages": ["ปกหน้า", "", "รายการเครื่องสูบนํ้า จำนวน ๒ เครื่อง <b>ตัวหนา</b>", "เครื่องสูบน้ำ สำรอง"],
        },
        {
            "file": "2566/data/roofs.csv",
            "title": "ตารางงาน",
            "code": "o12",
            "page": "2566/o12/",
            "year": 2566,
            "unit": "row",
            "at": "data-1",
            "rows": [1, 3],
            "pages": [
                "งาน · บาท · เลขที่ · ผู้ขาย",
                "มุงหลังคา o12 · ๑,๑๔๕,๐๐๐ · 71 · 299.00 · ผู้รับผิดชอบต่อ อบต. · Sun Solar 1020",
            ],
        },
    ],
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page on disk: no server, so the data come as scripts."""
    made = tmp_path_factory.mktemp("search")
    (made / "data").mkdir()
    for path in ("2565/o11", "search"):
        (made / path).mkdir(parents=True)
        (made / path / "index.html").write_text("<!doctype html><title>-</title>", "utf-8")
    (made / "index.html").write_text(
        DOCUMENT.replace("{assets}", ASSETS.as_uri()).replace("{tokens}", TOKENS.as_uri()), "utf-8"
    )
    for name, data in (("search", INDEX), ("documents", DOCUMENTS)):
        text = json.dumps(data, ensure_ascii=False)
        (made / f"data/{name}.js").write_text(f"(globalThis.prongsaiData??={{}}).{name}={text};", "utf-8")
    return made


@pytest.fixture
def page(shown: Shown, folder: Path) -> Page:
    return shown((folder / "index.html").as_uri(), 1280, 720)


def ask(page: Page, query: str) -> list[str]:
    """The pages found, by rank."""
    box = page.locator("input[name=query]")
    box.fill("")
    box.fill(query)
    page.wait_for_function("document.querySelector('[role=status]').textContent")
    links = page.locator(".frame-found > ol [data-oit-result]").all()
    return [str(link.get_attribute("href")).removeprefix("./").replace("index.html", "") for link in links]


def documents(page: Page, query: str) -> list[str]:
    ask(page, query)
    page.wait_for_selector(".frame-found__documents a")
    links = page.locator(".frame-found__documents a:not(.frame-found__item)").all()
    return [str(link.get_attribute("href")) for link in links]


def marked(page: Page) -> list[str]:
    return page.locator(".frame-found > ol mark").all_inner_texts()


CODES = [
    "o12",
    "O12",
    "o๑๒",
    "๐๑๒",
    "ข้อ 12",
    "ข้อ ๑๒",
    "ข้อที่๑๒",
    "OIT o12",
    "o 12",
    "o-12",
    "012",
    "12",
    "โอ12",
]


@pytest.mark.parametrize("query", [*CODES, "ｏ１２", "ขอดูข้อ 12 หน่อย"])
def test_a_code_leads_to_the_newest_year_first(query: str, page: Page) -> None:
    assert ask(page, query)[:2] == ["2566/o12/", "2565/o12/"]


def test_a_code_that_is_being_typed_leads_on(page: Page) -> None:
    assert ask(page, "o1")[:4] == ["2566/o1/", "2566/o12/", "2565/o12/", "2566/o13/"]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("o12 2565", "2565/o12/"),
        ("o12 ปี 65", "2565/o12/"),
        ("จัดซื้อ ปี ๒๕๖๕", "2565/o11/"),
        ("จัดซื้อ พ.ศ. 2565", "2565/o11/"),
        ("จัดซื้อ 2022", "2565/o11/"),
        ("2565", "2565/"),
        ("ปีงบประมาณ พ.ศ. ๒๕๖๕", "2565/"),
        ("จัดซื้อ 2560", "2566/o12/"),
        ("จัดซื้อ 65", "2565/o11/"),
        ("แผนจัดซื้อ๖๕", "2565/o11/"),
        ("65", "2565/"),
        ("แผนจัดซื้อ ก.พ. 65", "2565/o11/"),
        ("แผนจัดซื้อเดือน พย 64", "2565/o11/"),
        ("ธันวา 2564 แผนจัดซื้อ", "2565/o11/"),
        ("จัดซื้อ หมู่ 65", "2566/o12/"),
    ],
)
def test_a_year_beside_the_words_is_obeyed(query: str, first: str, page: Page) -> None:
    assert ask(page, query)[0] == first


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("โครงสร้าง", "2566/o1/"),
        ("ผัง องค์กร", "2566/o1/"),
        ("ประมูล", "2566/o12/"),
        ("เเผนการ", "2566/o12/"),
        ("แผน จัดจ้าง", "2566/o12/"),
        ("จัดจ้าง แผน", "2566/o12/"),
        ("แผนจัดจ้าง", "2566/o12/"),
        ("ขอดูแผนประมูลหน่อย", "2566/o12/"),
        ("แผนปฎิบัติ", "2566/o13/"),
        ("นํ้าประปา", "2566/o13/"),
        ("น้ําประปา", "2566/o13/"),
        ("น\u200bํ้าประปา", "2566/o13/"),
        ("เบอร์ โทร.", "2566/o5/"),
        ("9.1", "2566/9.1/"),
        ("๙.๑", "2566/9.1/"),
        ("ตัวชี้วัดที่ ๙", "2566/9/"),
        ("ร้องเรียน", "channels/"),
        ("คะแนน", "2566/scores/"),
        ("i12", "2566/scores/#i12"),
        ("ยืมทรัพย์สิน", "2566/measures/#m3"),
        ("รายงานประจำป", "2565/o12/"),
        ("91.25", "2566/scores/#i12"),
        ("สำนักปลัด", "units/#" + quote("สำนัก-ปลัด")),
        ("o12 แผน", "2566/o12/"),
        ("แผนจัดซื้อรางระบายน้ำ", "2565/o11/"),
    ],
)
def test_words_are_found_however_they_are_typed(query: str, first: str, page: Page) -> None:
    assert ask(page, query)[0] == first


@pytest.mark.parametrize("slip", ["โครงสร้า", "โครงสร้างง", "โครงสร้าบ", "โครสงร้าง", "โครงสร่าง", "คโรงสร้าง"])
def test_one_slip_still_finds(slip: str, page: Page) -> None:
    assert ask(page, slip)[0] == "2566/o1/"


def test_a_slip_comes_after_what_is_written_so(page: Page) -> None:
    assert ask(page, "โครงสราง")[:2] == ["2566/o22/", "2566/o1/"]


def test_what_comes_near_stands_below_unless_something_is_called_so(page: Page) -> None:
    assert ask(page, "โครงสร้าง") == ["2566/o1/"]
    assert ask(page, "โครงสราง") == ["2566/o22/", "2566/o1/", "2565/o11/"]


def test_the_years_of_a_topic_stand_together(page: Page) -> None:
    assert ask(page, "แผนการจัดซื้อ")[0] == "2566/o12/"
    first = page.locator(".frame-found > ol > li").first
    assert first.locator(".frame-found__years a").all_inner_texts() == ["ปี 2565 (o11)", "ทุกปี"]


def test_a_year_without_anything_gives_way(page: Page) -> None:
    assert ask(page, "ได้กี่คะแนน")[0] == "2566/scores/"
    assert page.locator(".frame-found__years a").first.inner_text() == "ปี 2565"


def test_the_number_found_is_told(page: Page) -> None:
    ask(page, "แผนปฏิบัติการ")
    assert page.locator("[role=status]").inner_text() == "พบ 1 รายการ"
    assert ask(page, "ฮฮฮฮฮฮ") == []
    assert page.locator("[role=status]").inner_text() == "ไม่พบ ลองใช้คำที่สั้นลง"
    assert ask(page, "ประมูล หมูป่า")[0] == "2566/o12/"
    assert page.locator("[role=status]").inner_text() == "ไม่พบตรงทุกคำ ที่ใกล้เคียงมี 2 รายการ"
    assert page.locator("h2.frame-found__head:visible").inner_text() == "ใกล้เคียง"


def test_what_only_comes_near_is_counted_and_stands_apart(page: Page) -> None:
    assert ask(page, "โครงสราง") == ["2566/o22/", "2566/o1/", "2565/o11/"]
    assert page.locator("[role=status]").inner_text() == "พบ 2 รายการ ใกล้เคียงอีก 1 รายการ"
    order = page.locator(".frame-found > ol:not(:empty), .frame-found > h2:visible")
    assert order.evaluate_all("all => all.map((one) => one.tagName)") == ["OL", "H2", "OL"]
    assert page.locator(".frame-found > h2 + ol > li").count() == 1
    ask(page, "โครงสร้าง")
    assert page.locator(".frame-found > h2").is_hidden()


@pytest.mark.parametrize("letter", ["ก", "แ", "a"])
def test_one_letter_is_not_said_to_be_nowhere(letter: str, page: Page) -> None:
    said = heard(page)
    assert ask(page, letter) == []
    page.wait_for_timeout(400)
    assert said() == ["พิมพ์ต่ออีกหนึ่งตัวอักษร"]


def heard(page: Page) -> Callable[[], list[str]]:
    """What the status says from now on, as a reader of the screen hears it: where it was seen before."""
    page.evaluate(
        """() => {
          const status = document.querySelector("[role=status]");
          const shown = () => getComputedStyle(status).display !== "none" && status.checkVisibility();
          let before = shown();
          globalThis.heard = [];
          new MutationObserver(() => {
            if (status.textContent && before) globalThis.heard.push(status.textContent);
          }).observe(status, { childList: true, characterData: true, subtree: true });
          (function look() {
            before = shown();
            requestAnimationFrame(look);
          })();
        }"""
    )
    return lambda: list(page.evaluate("globalThis.heard"))


def test_results_say_what_they_are_and_where_it_was_found(page: Page) -> None:
    ask(page, "o12")
    first = page.locator("[data-oit-result]").first
    assert first.get_attribute("data-oit-result") == "o12"
    assert "o12 · ปี 2566" in first.inner_text()
    ask(page, "ครุภัณฑ์")
    assert first.locator(".frame-found__where").inner_text().startswith("หลักฐาน: แผนจัดหาครุภัณฑ์")
    ask(page, "9.1")
    assert page.locator("[data-oit-result]").first.get_attribute("data-oit-result") == "sub_indicator"
    ask(page, "สำนักปลัด")
    assert first.get_attribute("data-oit-result") == "units"
    assert unquote(str(first.get_attribute("href"))) == "./units/index.html#สำนัก-ปลัด"


@pytest.mark.parametrize(
    ("query", "marks"),
    [
        ("จัดซื้อ", ["จัดซื้อ"]),
        ("ซื้อจัด", ["ซื้อจัด"]),
        ("จัดซ", ["จัดซื้อ"[:6]]),  # the cluster ซื้ is not cut
        ("จัดจ้าง แผน", ["แผน", "จัดจ้าง"]),
        ("งบประมาณ 2566 ครุภัณฑ์", ["ครุภัณฑ์", "งบประมาณ"]),
        ("ฉบับ แก้ไข", ["ฉบับแก้ไข"]),
    ],
)
def test_just_what_was_typed_is_marked(query: str, marks: list[str], page: Page) -> None:
    ask(page, query)
    first = page.locator(".frame-found > ol > li").first
    assert first.locator("mark").all_inner_texts() == marks


def test_a_text_stays_what_it_was_around_its_marks(page: Page) -> None:
    ask(page, "สำนักงาน")
    where = page.locator(".frame-found__where").first.inner_text()
    assert where == "หลักฐาน: แผนจัดหาครุภัณฑ์ ประจำปีงบประมาณ ๒๕๖๖ ของสำนักงานเทศบาล <b>ฉบับแก้ไข</b>"


def test_hostile_texts_stay_text(page: Page) -> None:
    ask(page, "ช่องทาง")
    assert "<img src=x" in page.locator("[data-oit-result]").first.inner_text()
    documents(page, "เครื่องสูบ")
    assert "<b>ตัวหนา" in page.locator(".frame-found__documents").inner_text()
    assert page.locator(".frame-found :is(img, b, i)").count() == 0


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("oit 12 รอบแรก", "o12"),
        ("ดู โอ ๑๒ หน่อย", "o12"),
        ("โอ ๑๒ งบ66", "o12"),
        ("ขอดูข้อสิบสอง", "o12"),
        ("โอ สิบเอ็ด", "o11"),
        ("ข้อยี่สิบสอง", "o22"),
    ],
)
def test_a_code_among_words_is_understood(query: str, codes: str, page: Page) -> None:
    ask(page, query)
    assert page.locator("[data-oit-result]").first.get_attribute("data-oit-result") == codes


def test_a_range_of_years_is_no_fiscal_year(page: Page) -> None:
    assert understood(page, "แผน 2566-2570")["year"] is None
    assert understood(page, "แผน 2561 - 2565")["year"] is None
    assert understood(page, "คะแนน 65 กับ 66") == {"year": 2566, "words": ["คะแนน"]}
    assert understood(page, "งบ66") == {"year": 2566, "words": ["งบ"]}


def test_a_day_stays_with_its_month(page: Page) -> None:
    assert understood(page, "30 ม.ค. 66") == {"year": 2566, "words": ["30มกราคม"]}
    assert understood(page, "ส่งเมื่อ ๒๑ พย ๖๕ แล้ว") == {"year": 2566, "words": ["ส่งเมื่อ", "21พฤศจิกายน", "แล้ว"]}
    assert understood(page, "21 พฤศจิกายน")["words"] == ["21พฤศจิกายน"]
    assert understood(page, "สอบ ก.พ.")["words"] == ["สอบ", "กพ"]


def test_what_is_written_together_or_apart_is_one(page: Page) -> None:
    assert understood(page, "Q & A")["words"] == ["qa"]
    assert understood(page, "งบ 7,000,000 บาท")["words"] == ["งบ", "7000000", "บาท"]


def understood(page: Page, query: str) -> dict[str, Any]:
    ask(page, "o1")  # the scripts come with the first letter
    found = page.evaluate("(query) => prongsaiQuery.understand(query, [2566, 2565], new Set())", query)
    return {"year": found["year"], "words": found["words"]}


def test_numbers_in_words_are_codes_only_behind_what_says_so(page: Page) -> None:
    assert understood(page, "ข้อสองพัน")["words"] == ["ข้อสองพัน"]
    assert understood(page, "โอกาส")["words"] == ["โอกาส"]
    assert understood(page, "สิบสอง")["words"] == ["สิบสอง"]


def test_an_indicators_number_in_front_is_understood(page: Page) -> None:
    assert ask(page, "9.1 เรื่องอื่น")[0] == "2566/9.1/"


def test_a_year_with_words_that_tell_nothing_is_its_page(page: Page) -> None:
    assert ask(page, "ขอดูปี 66 หน่อย")[0] == "2566/"


def test_talk_finds_what_is_written(page: Page) -> None:
    assert ask(page, "กินตังค์")[0] == "2566/o24/"
    assert ask(page, "จนทกินตังค์")[0] == "2566/o24/"
    # No cluster is cut for it.
    assert ask(page, "จนทำ") == []


def test_a_score_that_somebody_heard_of(page: Page) -> None:
    assert ask(page, "ตัวชี้วัดที่ 9 ได้ 91.25")[0] == "2566/scores/#i12"
    assert ask(page, "ตัวชี้วัดที่ 9")[0] == "2566/9/"


def test_a_month_tells_less_than_what_it_is_about(page: Page) -> None:
    assert ask(page, "ประมูล มกราคม 66")[0] == "2566/o12/"
    assert ask(page, "มกราคม 66")[0] == "2566/o24/"


def test_something_of_it_is_better_than_nothing(page: Page) -> None:
    assert ask(page, "โครงสร้าง หมูป่า 30")[0] == "2566/o1/"


def test_what_no_page_says_comes_first_from_a_document(page: Page) -> None:
    documents(page, "ใครได้เครื่องสูบน้ำสำรองริมคลอง")
    assert page.locator(".frame-found__documents + ol").count() == 1
    assert "สำรอง" in page.locator(".frame-found__documents mark").first.inner_text()
    link = page.locator(".frame-found__documents a.frame-found__item")
    assert link.get_attribute("href") == "./2566/o12/index.html"
    assert link.inner_text() == "o12 · ปี 2566"
    # What a page says outright stands above documents that have it too.
    ask(page, "แผนจัดซื้อ")
    assert page.locator(".frame-found__documents + ol").count() == 0


def test_documents_answer_with_the_page(page: Page) -> None:
    found = documents(page, "เครื่องสูบน้ำ")
    file = "./2566/files/แผน จัดซื้อ.pdf"
    assert list(map(unquote, found)) == [f"{file}#page=3", f"{file}#page=4"]
    main = page.locator(".frame-found__documents [data-oit-result]")
    assert main.evaluate_all("links => links.map((one) => one.dataset.oitResult)") == ["o12", "o12"]
    main = main.first
    assert "หน้า 3 · o12 · ปี 2566" in main.inner_text()
    assert main.locator("mark").all_inner_texts() == ["เครื่องสูบนํ้า"]
    assert page.locator("[role=status]").inner_text() == "พบในเอกสาร 1 ฉบับ"


@pytest.mark.parametrize(
    ("query", "mark"),
    [
        ("1145000", "๑,๑๔๕,๐๐๐"),
        ("1,145,000", "๑,๑๔๕,๐๐๐"),
        ("299", "299"),
        ("มุงหลังคา", "มุงหลังคา"),
        ("sunsolar", "Sun Solar"),
        ("อบต", "อบต"),
    ],
)
def test_rows_of_tables_answer_with_whole_numbers_and_words(query: str, mark: str, page: Page) -> None:
    assert documents(page, query) == ["./2566/o12/index.html#data-1-3"]
    assert page.locator(".frame-found__documents mark").all_inner_texts() == [mark]


@pytest.mark.parametrize(
    "query", ["145000", "114500", "1020000", "500071", "71299", "sola", "olar", "เลขที่ผู้ขาย", "บาทเลขที่"]
)
def test_parts_of_numbers_and_what_runs_across_cells_are_nowhere(query: str, page: Page) -> None:
    ask(page, "มุงหลังคา")
    page.wait_for_selector(".frame-found__documents a")
    page.locator("input[name=query]").fill(query)
    page.wait_for_function("document.querySelector('[role=status]').textContent")
    page.wait_for_timeout(300)
    assert page.locator(".frame-found__documents a").count() == 0


@pytest.mark.parametrize("query", ["o12", "ข้อ 12", "๐๑๒"])
def test_a_code_asks_no_documents(query: str, page: Page) -> None:
    documents(page, "มุงหลังคา")
    ask(page, query)
    page.wait_for_timeout(300)
    assert page.locator(".frame-found__documents a").count() == 0
    assert "เอกสาร" not in page.locator("[role=status]").inner_text()


def test_nothing_comes_before_it_is_wanted(page: Page) -> None:
    def scripts() -> set[str]:
        loaded = page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")
        asked = page.evaluate("[...document.scripts].map((one) => one.src)")
        return {name.rpartition("/")[2] for name in [*loaded, *asked]} - {"theme.css", "tokens.css"}

    page.wait_for_load_state("networkidle")
    assert scripts() == {"frame.js"}
    page.locator("input[name=query]").focus()
    page.wait_for_function("globalThis.prongsaiData && globalThis.prongsaiShow")
    assert {"search.js", "search-rank.js"} <= scripts()
    assert "documents.js" not in scripts()
    documents(page, "เครื่องสูบน้ำ")
    assert "documents.js" in scripts()


def focus(page: Page) -> str:
    return str(page.evaluate("document.activeElement.dataset.oitResult || document.activeElement.name || ''"))


def test_the_keyboard_walks_through_the_results(page: Page) -> None:
    ask(page, "o12")
    page.keyboard.press("ArrowDown")
    assert focus(page) == "o12"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert focus(page) == "query"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert focus(page) == "query"
    assert page.locator(".frame-found").is_hidden()
    assert page.locator("input[name=query]").input_value() == "o12"
    page.keyboard.type(" ")
    assert page.locator(".frame-found").is_visible()


def test_arrows_walk_over_results_alone(page: Page) -> None:
    ask(page, "แผน")
    results, years = page.locator("li > a"), page.locator(".frame-found__years a")
    assert min(results.count(), years.count()) > 1
    for _ in range(results.count()):
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.matches('li > a')")
    # From a year that the tabulator reached they go on from its result.
    years.first.focus()
    page.keyboard.press("ArrowUp")
    assert page.evaluate(
        """() => {
          const years = document.querySelector(".frame-found__years a").closest("li");
          const before = years.previousElementSibling;
          return document.activeElement === (before ? before.firstChild : document.querySelector("input"));
        }"""
    )


def test_arrow_down_opens_again_what_escape_closed(page: Page) -> None:
    ask(page, "โครงสร้าง")
    page.keyboard.press("Escape")
    assert page.locator(".frame-found").is_hidden()
    assert page.locator("[role=status]").inner_text() == ""
    said = heard(page)
    page.keyboard.press("ArrowDown")
    assert page.locator(".frame-found").is_visible()
    assert focus(page) == "query"
    page.wait_for_timeout(300)
    assert said() == ["พบ 1 รายการ"]
    page.keyboard.press("ArrowDown")
    assert focus(page) == "o1"


def test_documents_that_come_late_say_nothing_where_the_results_were_closed(page: Page) -> None:
    ask(page, "โครงสร้าง")
    page.keyboard.press("Escape")
    page.wait_for_timeout(400)
    assert page.locator(".frame-found").is_hidden()


def test_leaving_the_box_closes_the_results(page: Page) -> None:
    ask(page, "เรื่องอื่น")
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hash") == "#after"
    assert page.locator(".frame-found").is_hidden()


def test_letters_are_no_shortcuts(page: Page) -> None:
    for key in ("s", "f", "/", "n"):
        page.keyboard.press(key)
    assert focus(page) == ""


def test_words_that_are_being_composed_are_searched_and_enter_is_the_keyboards(page: Page) -> None:
    ask(page, "o๑๓")
    page.evaluate(
        """() => {
          const box = document.querySelector("input");
          box.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
          box.value = "ประมู";
          box.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
          for (const key of ["Enter", "ArrowDown", "Escape"]) {
            box.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, isComposing: true }));
          }
        }"""
    )
    assert page.locator("[data-oit-result]").first.get_attribute("data-oit-result") == "o12"
    assert focus(page) == "query"
    assert page.locator(".frame-found").is_visible()


def test_odd_queries_do_no_harm(page: Page) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    ask(page, "o12")
    odd = [
        "(",
        "\\",
        "*",
        "...",
        "ฯลฯ",
        "ๆ",
        "\u200b",
        "25650",
        "[object Object]",
        "ก" * 100,
        "😀",
        "ก😀ข",
        "์",
        "เ",
        "__proto__",
    ]
    for query in [*odd, "ข้อ " * 20, "o" * 90, "9" * 90, "2565 2566 2565", "constructor", "ั" * 50]:
        page.locator("input[name=query]").fill(query)
    assert errors == []


def test_thai_results_on_an_english_page_are_marked_as_thai(page: Page) -> None:
    page.evaluate("document.documentElement.lang = 'en'")
    documents(page, "เครื่องสูบน้ำ")
    ask(page, "จัดซื้อ")
    bare = """() => {
        const walk = document.createTreeWalker(document.querySelector(".frame-found"), NodeFilter.SHOW_TEXT);
        const found = [];
        while (walk.nextNode()) {
            const text = walk.currentNode;
            const lang = text.parentElement.closest("[lang]").lang;
            if (/[\\u0e01-\\u0e5b]/.test(text.data)) found.push(lang);
        }
        return found;
    }"""
    assert set(page.evaluate(bare)) == {"th"}


@pytest.mark.parametrize("way", ["Enter", "button"])
def test_results_that_stand_are_not_jumped_into(way: str, page: Page) -> None:
    ask(page, "o๑๓")
    with page.expect_navigation():
        page.keyboard.press("Enter") if way == "Enter" else page.get_by_role("button").click()
    assert page.url.endswith("search/index.html?query=" + quote("o๑๓"))


def test_who_comes_back_finds_what_was_asked(page: Page) -> None:
    ask(page, "แผนการจัดซื้อ")
    with page.expect_navigation():
        page.locator(".frame-found__years a").first.click()
    page.go_back()
    page.wait_for_selector("[data-oit-result]")
    assert page.locator("input[name=query]").input_value() == "แผนการจัดซื้อ"
    page.wait_for_function("document.activeElement.matches('.frame-found__years a')")
    # Who only loads the page anew begins anew.
    page.reload()
    assert page.locator("input[name=query]").input_value() == ""


def test_before_the_search_has_come_enter_leads_to_the_list(browser: Browser, folder: Path) -> None:
    context = browser.new_context()
    context.route("**/search*.js", lambda route: route.abort())
    page = context.new_page()
    page.goto((folder / "index.html").as_uri())
    page.locator("input[name=query]").fill("แผน")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("search/index.html?query=%E0%B9%81%E0%B8%9C%E0%B8%99")
    context.close()
