"""The feed, the calendar and the catalogue."""

import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import UTC, date, datetime

from icalendar import Calendar

from prongsai.model.disclosure import Disclosure
from prongsai.model.measure import Round
from prongsai.model.site import Site
from prongsai.model.year import YearSettings
from prongsai.report.catalog import catalog
from prongsai.report.deadlines import deadlines, ics
from prongsai.report.feed import MAX_ENTRIES, atom

BUILT = 1_700_000_000
ATOM = "{http://www.w3.org/2005/Atom}"


def texts(feed: ET.Element, path: str) -> list[str | None]:
    return [found.text for found in feed.iterfind("/".join(f"{ATOM}{step}" for step in path.split("/")))]


def test_the_feed_is_atom_newest_first(files: dict[str, bytes]) -> None:
    feed = ET.fromstring(files["feed.xml"])
    assert feed.tag == f"{ATOM}feed"
    assert texts(feed, "entry/updated") == ["2022-04-01T00:00:00+07:00", "2022-03-09T00:00:00+07:00"]
    assert texts(feed, "updated") == ["2022-04-01T00:00:00+07:00"]
    assert texts(feed, "entry/title")[1] == "o1 โครงสร้าง (ปีงบประมาณ 2565)"
    assert texts(feed, "entry/summary")[1] == "9 มีนาคม 2565: ปรับปรุงข้อมูล\nกุมภาพันธ์ 2565: ประกาศแล้ว"
    links = [link.get("href") for link in feed.iterfind(f"{ATOM}entry/{ATOM}link")]
    assert links == ["2565/measures/#m1", "2565/o1/"]
    ids = texts(feed, "id") + texts(feed, "entry/id")
    assert len(set(ids)) == 3
    assert all(str(each).startswith("urn:uuid:") for each in ids)


def test_ids_and_dates_do_not_hang_on_the_time_of_building(site: Site, files: dict[str, bytes]) -> None:
    assert atom(site, BUILT + 1) == files["feed.xml"]


def test_what_is_planned_is_no_news(site: Site) -> None:
    assert "o2" not in atom(site, BUILT).decode()


def test_an_empty_feed_has_the_time_of_building(agency_alone: Site) -> None:
    feed = ET.fromstring(atom(agency_alone, BUILT))
    assert texts(feed, "updated") == ["2023-11-14T22:13:20+00:00"]
    assert texts(feed, "entry/id") == []


def test_a_feed_has_an_end(site: Site) -> None:
    year = site.by_year[2565]
    assert year.measures
    measure = year.measures.measures[0]
    many = tuple(measure.model_copy(update={"id": f"m{number}"}) for number in range(200))
    crowded = replace(year, measures=year.measures.model_copy(update={"measures": many}))
    feed = ET.fromstring(atom(replace(site, years=(crowded,)), BUILT))
    assert len(texts(feed, "entry/id")) == MAX_ENTRIES


def test_absolute_addresses_where_the_site_s_is_known(site: Site) -> None:
    feed = ET.fromstring(atom(site, BUILT, "https://example.go.th/oit"))
    links = [link.get("href") for link in feed.iter(f"{ATOM}link")]
    assert links[:3] == [
        "https://example.go.th/oit/feed.xml", "https://example.go.th/oit/", "https://example.go.th/oit/2565/measures/#m1",
    ]  # fmt: skip
    assert b"https://example.go.th/oit/2565/" in ics(site, BUILT, "https://example.go.th/oit").replace(
        b"\r\n ", b""
    )
    assert (
        catalog(site, BUILT, "https://example.go.th/oit")["@context"]["@base"] == "https://example.go.th/oit/"
    )


def test_control_characters_do_not_break_the_feed(site: Site) -> None:
    year = site.by_year[2565]
    odd = Disclosure.model_validate(
        {"code": "o1", "results": [{"text": "ก\x01ข <b>&", "date": "2022-01-01"}]}
    )
    feed = ET.fromstring(atom(replace(site, years=(replace(year, disclosures={"o1": odd}),)), BUILT))
    assert "1 มกราคม 2565: กข <b>&" in texts(feed, "entry/summary")


def test_the_calendar(site: Site, files: dict[str, bytes]) -> None:
    calendar = Calendar.from_ical(files["deadlines.ics"])
    found = [
        (str(event["summary"]), event["dtstart"].dt, event["dtend"].dt) for event in calendar.walk("VEVENT")
    ]
    assert found == [
        ("ลงทะเบียน (ITA ปีงบประมาณ 2565)", date(2022, 1, 1), date(2022, 3, 1)),
        ("ตอบแบบ OIT (เลื่อน) (ITA ปีงบประมาณ 2565)", date(2022, 3, 15), date(2022, 5, 11)),
        ("มาตรการให้ผู้มีส่วนได้ส่วนเสียมีส่วนร่วม: รายงานรอบแรก", date(2022, 10, 31), date(2022, 11, 1)),
    ]
    events = calendar.walk("VEVENT")
    assert len({str(event["uid"]) for event in events}) == len(events)
    assert {event["dtstamp"].dt for event in events} == {datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)}
    assert "ควรตรวจ" in str(events[0]["description"])
    assert all(len(line) <= 75 for line in files["deadlines.ics"].split(b"\r\n"))


def test_a_calendar_without_deadlines_shows_the_year(agency_alone: Site) -> None:
    (span,) = deadlines(agency_alone)
    assert (span.title, span.first, span.last) == ("ปีงบประมาณ 2567", date(2023, 10, 1), date(2024, 9, 30))
    settings = YearSettings(
        round=Round.model_validate({"name": "รอบ 12 เดือน", "start": "2023-10", "end": "2024-09"})
    )
    (span,) = deadlines(replace(agency_alone, years=(replace(agency_alone.newest, settings=settings),)))
    assert (span.title, span.last) == ("รอบ 12 เดือน ปีงบประมาณ 2567", date(2024, 9, 30))


def test_the_catalogue(files: dict[str, bytes]) -> None:
    found = json.loads(files["data/catalog.jsonld"])
    assert found["@type"] == "dcat:Catalog"
    assert found["@context"]["@base"] == "../"
    sets = found["dcat:dataset"]
    assert len(sets) == 1 + 3 * 3
    assert len({each["@id"] for each in sets}) == len(sets)
    urls = [each["dcat:downloadURL"]["@id"] for data in sets for each in data["dcat:distribution"]]
    assert len(urls) == len(set(urls))
    assert set(urls) <= set(files)
    schemas = {each["dct:conformsTo"]["@id"] for data in sets for each in data["dcat:distribution"]
               if "dct:conformsTo" in each}  # fmt: skip
    assert schemas <= set(files)
