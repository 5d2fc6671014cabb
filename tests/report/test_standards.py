"""What programs of others read from the files: feeds, calendars, catalogues and linked data.

None of the readers is ours: feedparser for Atom, feedparser-rs for JSON Feed, vobject for calendars (they are
written with icalendar), rdflib with its own lists of the terms of schema.org and DCAT.
"""

import csv
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import feedparser
import feedparser_rs
import pytest
import vobject
from rdflib import DCAT, DCTERMS, FOAF, RDF, SDO, SKOS, Graph, URIRef

from prongsai.model.arithmetic import compute_years
from prongsai.model.identity import unit_calendar
from prongsai.model.site import Site
from prongsai.pages.edition import Publication
from prongsai.pages.render import render_pages
from prongsai.report.files import render_files
from prongsai.report.gdc import COLUMNS

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


def test_the_government_catalogues_table(made: Made) -> None:
    files, _ = made
    rows = list(csv.DictReader(files["data/gdc.csv"].decode("utf-8-sig").splitlines()))
    assert len(rows) == 1 + 3 * 3
    assert tuple(rows[0]) == COLUMNS
    assert all(row[name] for row in rows for name in COLUMNS if name != "maintainer_email")
    assert rows[1]["data_format"] == "JSON,CSV,XLSX"
    assert rows[1]["geo_coverage"] == "อำเภอเมือง จังหวัดทดลอง ประเทศไทย"


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
