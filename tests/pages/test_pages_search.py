"""What the search looks through: pages, the words that lead to them, and the text of documents."""

import json
import re
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from prongsai.load.frameworks import shipped
from prongsai.load.project import load_project
from prongsai.load.vocabulary import vocabulary
from prongsai.model.disclosure import HeldFile
from prongsai.model.fields import Result
from prongsai.model.held import HeldText
from prongsai.model.measure import Measure, MeasuresReport
from prongsai.model.site import Site
from prongsai.model.vocabulary import TopicWords, Vocabulary
from prongsai.pages.render import render_pages
from prongsai.pages.search import search_data
from prongsai.pages.search_documents import MAX_LETTERS, hidden, search_documents
from prongsai.pages.search_index import search_index
from prongsai.pages.search_texts import MAX_SAID
from prongsai.pages.search_written import Written, with_written
from prongsai.thai.matching import plain

WORDS = Vocabulary(
    common=("การ", "ขอ"),
    typed={"ตังค์": "เงิน", "เเบบ": "แบบ ๑"},
    agencies={"เทศบาลตำบล": ("เทศบาล",)},
    topics={"structure": TopicWords(words=("ผังองค์กร", "ผัง องค์กร"), also=("กองช่าง",))},
    kinds={"scores": ("คะแนน",)},
    channels={"corruption": ("โกง",), "questions": ("เว็บบอร์ด",)},
)


def pages(site: Site) -> dict[str, dict[str, Any]]:
    return {page["page"]: page for page in search_index(site, WORDS)["pages"]}


def test_every_page_can_be_found_but_those_that_were_given_up(site: Site) -> None:
    kinds = {page.address: page.kind for page in render_pages(site) if page.kind != "moved"}
    assert {address: page["kind"] for address, page in pages(site).items()} == kinds


def test_a_topic_is_found_by_its_titles_and_by_what_people_call_it(site: Site) -> None:
    topic = search_index(site, WORDS)["topics"]["structure"]
    assert topic["names"][0] == "โครงสร้าง"
    assert "Structure" in topic["names"]
    assert topic["words"] == ["ผังองค์กร"]
    assert topic["also"] == ["กองช่าง"]
    assert "ผัง" in topic["near"]


def test_an_item_is_found_by_what_it_shows(site: Site) -> None:
    page = pages(site)["2566/o1/"]
    assert (page["code"], page["year"], page["topic"]) == ("o1", 2566, "structure")
    assert page["asks"] == ["หน่วยงานแบ่งงานกันอย่างไร", "แผนผังหน่วยงาน", "หัวหน้าแต่ละกอง"]
    assert page["shown"] == ["ผังโครงสร้าง", "หน้าโครงสร้าง", "คำสั่งแบ่งงาน"]
    assert page["units"] == ["สำนักปลัด", "กอง <คลัง> & พัสดุ"]
    assert not any("<" in text for text in page["said"] if "คลัง" not in text)


def test_what_a_newer_year_says_too_stands_there_once(site: Site) -> None:
    found = pages(site)
    assert found["2566/o1/"]["asks"]
    assert "asks" not in found["2565/o2/"]
    assert found["2565/o2/"]["title"] == "โครงสร้าง"


def test_what_the_agency_is_called_tells_nothing(site: Site) -> None:
    common = search_index(site, WORDS)["common"]
    assert {"การ", "เทศบาลตำบลตัวอย่าง", "ตัวอย่าง", "นิทาน", "เทศบาล"} <= set(common)


def test_words_of_talk_stand_there_as_they_are_compared(site: Site) -> None:
    assert search_index(site, WORDS)["typed"] == {"ตังค์": "เงิน", "แบบ": "แบบ1"}


def test_other_hosts_of_evidence_are_found_and_the_agencys_own_is_not(town: Path) -> None:
    def shown() -> list[str]:
        site = load_project(town).site
        assert site is not None
        found = {page["page"]: page for page in search_index(site, WORDS)["pages"]}
        return list(found["2566/o5/"]["shown"])

    assert shown() == ["ติดต่อเรา", "test.invalid"]
    agency = town / "content/agency.yml"
    agency.write_text(agency.read_text("utf-8") + "website: https://www.test.invalid/\n", "utf-8")
    assert shown() == ["ติดต่อเรา"]


def test_days_are_found_on_the_pages_that_tell_them(site: Site) -> None:
    found = pages(site)
    told = [day for page in found.values() if page["kind"] == "changes" for day in page.get("said", [])]
    assert told
    assert all(re.fullmatch(r"(\d{1,2} )?\S+ 25\d\d", day) for day in told)
    year = next(one for one in site.years if one.measures and one.measures.measures)
    assert year.measures is not None
    result = Result(text="ทำแล้ว", date="2023-01-30")
    done = year.measures.measures[0].model_copy(update={"results": (result,)})
    reported = replace(year, measures=year.measures.model_copy(update={"measures": (done,)}))
    changed = replace(site, years=tuple(reported if one is year else one for one in site.years))
    measures = pages(changed)[f"{year.fiscal_year}/measures/"]
    assert "30 มกราคม 2566" in measures["parts"][0]["said"]


def test_hand_written_pages_are_found(site: Site) -> None:
    index = search_index(site, WORDS)
    written = [
        Written("about/", "เรื่องของเว็บ", ["เรื่องของเว็บ", "ใครทำ"], "<h1>เรื่อง</h1><p>ทำ&amp;แก้ <b>เอง</b>"),
        Written("guide/ก/", "คู่มือ", [], "<script>var x = '<p>';</script><style>p{}</style>" + "ก" * 9_000),
        Written("empty/", "ว่าง", [], ""),
        Written("2566/o1/", "ซ้ำ", [], "ซ้ำ"),
    ]
    found = with_written(index, written)
    about, guide, empty = found["pages"][len(index["pages"]) :]
    assert about == {
        "page": "about/",
        "kind": "about",
        "title": "เรื่องของเว็บ",
        "near": ["ใครทำ"],
        "said": ["เรื่อง ทำ&แก้ เอง"],
    }
    assert guide["kind"] == "written"
    assert guide["said"] == ["ก" * MAX_SAID]
    assert empty == {"page": "empty/", "kind": "written", "title": "ว่าง"}


def test_places_on_a_page_are_found(site: Site) -> None:
    found = pages(site)
    assert [part["title"] for part in found["units/"]["parts"]]
    measure = found["2566/measures/"]["parts"][0]
    assert measure["at"] == "m1"
    assert measure["codes"]
    assert found["2565/measures/"]["empty"]
    channels = {part["at"]: part for part in found["channels/"]["parts"]}
    assert channels["corruption"]["words"] == ["โกง"]
    assert "questions" not in channels  # the page has no such place
    assert found["channels/"]["also"] == ["เว็บบอร์ด"]


def test_executives_are_found_by_name_on_the_newest_item_about_them(site: Site) -> None:
    found = pages(site)
    assert "นางสาวสมมุติ ใจดี นายกเทศมนตรี" in found["2566/o2/"]["near"]
    assert "near" not in found["2565/o1/"]


def test_a_long_text_is_searched_so_far(site: Site) -> None:
    year = site.by_year[2566]
    long = year.disclosures["o1"].model_copy(update={"html": f"<p>{'ก' * 3 * MAX_SAID}</p>"})
    changed = replace(year, disclosures={**year.disclosures, "o1": long})
    said = pages(replace(site, years=(changed,)))["2566/o1/"]["said"]
    assert sum(map(len, said)) <= MAX_SAID


def test_every_topic_has_words_and_none_is_said_twice_of_one() -> None:
    words = vocabulary()
    assert set(words.topics) == set(shipped().topics)
    for topic, found in words.topics.items():
        assert len(found.words) >= 5, topic
    kinds = {"front", "year", "indicator", "sub_indicator", "assess", "measures", "scores", "topics", "units"}
    assert set(words.kinds) == kinds | {"channels", "changes", "receipts", "search", "about"}


def test_words_mean_something_in_the_form_in_which_they_are_compared() -> None:
    words = vocabulary()
    for text in (
        *words.common,
        *(word for topic in words.topics.values() for word in (*topic.words, *topic.also)),
    ):
        assert plain(text), text


def held(address: str, sha256: str) -> HeldFile:
    return HeldFile(
        address=address, source=f"content/{address}", bytes=1, media_type="application/pdf", sha256=sha256
    )


def with_held(site: Site, year: int, *files: HeldFile) -> Site:
    return replace(
        site, years=tuple(replace(one, held=files) if one.fiscal_year == year else one for one in site.years)
    )


def test_latin_words_are_found_as_they_are_spoken(site: Site) -> None:
    spoken = Vocabulary(
        spoken={"ita": ("ไอทีเอ",), "no gift": ("โนกิฟ",)},
        kinds={"scores": ("ผล ita", "digital", "no gift policy")},
    )
    found = search_index(site, spoken)["kinds"]["scores"]["words"]
    assert found == ["ผล ita", "digital", "no gift policy", "ผล ไอทีเอ", "โนกิฟ policy"]


def test_where_no_list_is_known_measures_and_channels_have_the_words_of_topics(site: Site) -> None:
    words = Vocabulary(
        topics={
            "structure": TopicWords(words=("ผังองค์กร",)),
            "contact": TopicWords(words=("เบอร์โทร",)),
        },
        channels={"contact": ("ติดต่อ",)},
    )
    alone = replace(site, years=site.years[:1])
    year = alone.years[0]
    assert year.framework is None
    titles = {item.topic: item.title for known in site.frameworks.values() for item in known.items}
    aiming = Measure.model_validate(
        {
            "id": "m1",
            "title": "ก",
            "stage": "reported",
            "links": [{"code": "o1", "title": titles["structure"]}],
        }
    )
    year = replace(year, measures=MeasuresReport(measures=(aiming,)))
    found = {page["page"]: page for page in search_index(replace(alone, years=(year,)), words)["pages"]}
    (measure,) = found[f"{year.fiscal_year}/measures/"]["parts"]
    assert measure["words"] == ["ผังองค์กร"]
    (contact,) = [part for part in found["channels/"]["parts"] if part["at"] == "contact"]
    assert contact["words"] == ["ติดต่อ", "เบอร์โทร"]
    channels = {part["at"]: part for part in pages(site)["channels/"]["parts"]}
    assert "เบอร์โทร" not in channels["contact"].get("words", [])


def test_documents_are_found_page_by_page(site: Site) -> None:
    file = next(one.held for one in site.by_year[2566].by_code["o1"].evidence if one.held)
    found = search_documents(with_held(site, 2566, file), {file.address: HeldText(("หน้า  ปก\n", "", "สาม"))})
    (document,) = found["documents"]
    assert document["pages"] == ["หน้า ปก", "", "สาม"]
    assert (document["file"], document["code"], document["page"]) == (file.address, "o1", "2566/o1/")
    assert (document["unit"], document["year"]) == ("page", 2566)


def test_documents_without_text_and_copies_are_left_out(site: Site) -> None:
    files = [
        held("2566/files/a.pdf", "a"),
        held("2566/files/copy.pdf", "a"),
        held("2566/files/scan.pdf", "b"),
    ]
    files.append(held("2566/files/slow.pdf", "c"))
    texts = {file.address: HeldText(("ก",)) for file in files[:2]}
    texts |= {files[2].address: HeldText(("", " "), scanned=True)}
    texts |= {files[3].address: HeldText(("ก",), reason="too_slow")}
    found = search_documents(with_held(site, 2566, *files), texts)["documents"]
    assert [one["file"] for one in found] == ["2566/files/a.pdf"]


def test_documents_that_are_too_much_together_give_up_their_ends(site: Site) -> None:
    files = [held(f"2566/files/{name}.pdf", name) for name in "abc"]
    lengths = dict(zip("abc", (100, MAX_LETTERS, 2 * MAX_LETTERS), strict=True))
    texts = {file.address: HeldText(("ก" * lengths[file.sha256],)) for file in files}
    found = search_documents(with_held(site, 2566, *files), texts)["documents"]
    assert [sum(map(len, one["pages"])) for one in found] == [
        100,
        (MAX_LETTERS - 100) // 2,
        (MAX_LETTERS - 100) // 2,
    ]


@pytest.mark.parametrize(
    "number",
    [
        *(
            "1234567890121",
            "1-2345-67890-12-1",
            "1 2345 67890 12 1",
            "๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑",
            "1\n2345\n67890 12 1",
        ),
        *(
            "081-234-5678",
            "08 1234 5678",
            "๐๘๑ ๒๓๔ ๕๖๗๘",
            "somchai.p@gmail.com",
            "a @hotmail.com",
            "อีเมลsomchai@GMAIL.com".removeprefix("อีเมล"),
        ),
    ],
)
def test_numbers_of_persons_are_hidden(number: str) -> None:
    found = hidden(f"ผู้รับเงิน {number} จำนวน 500 บาท")
    assert found == "ผู้รับเงิน ××× จำนวน 500 บาท"


@pytest.mark.parametrize(
    "text", ["โทร 0 2123 4567", "งบ 1,234,567.89 บาท", "ปี 2566 หน้า 12", "info@test.go.th", "66017123456"]
)
def test_what_is_no_persons_stays(text: str) -> None:
    assert hidden(text) == text


@pytest.mark.parametrize("piece", ["ก", "a", "1 ", "a@", "0 8 1 ", "a.b-c+", "@gmail."])
def test_hiding_stays_quick_whatever_a_document_holds(piece: str) -> None:
    started = time.process_time()
    hidden(piece * 300_000)
    assert time.process_time() - started < 10


def test_the_search_knows_whether_there_are_documents(site: Site) -> None:
    assert set(search_data(site, WORDS, {})) == {"search"}
    file = held("2566/files/a.pdf", "a")
    data = search_data(with_held(site, 2566, file), WORDS, {file.address: HeldText(("ก",))})
    assert data["search"]["documents"] == 1
    assert json.dumps(data)
