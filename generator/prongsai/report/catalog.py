"""``catalog.jsonld``: the files for machines as a DCAT 3 catalogue (https://www.w3.org/TR/vocab-dcat-3/)."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, Final

from prongsai.model.agency import Agency
from prongsai.model.site import Site, Year
from prongsai.report.feed import identity
from prongsai.thai.dates import fiscal_year_span

JsonObject = dict[str, Any]

_VOCABULARIES: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_MEDIA: Final = {
    "json": "application/json",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_THAI: Final = {"@id": "http://id.loc.gov/vocabulary/iso639-1/th"}

OIT_FILES: Final = ("oit.json", "oit.csv", "oit.xlsx", "evidence.csv")
ASSESS_FILES: Final = ("assess.xlsx", "assess.csv")
MEASURES_FILES: Final = ("measures.json", "measures.csv", "guidance.csv")
FILED_FILE: Final = "receipts-filed.json"
"""Of years that were filed with receipts."""

SCORES_FILES: Final = ("scores.json", "scores.csv")
_OF_YEAR: Final = (
    ("oit", OIT_FILES, "การเปิดเผยข้อมูลสาธารณะ (OIT)", "Public disclosure (OIT)", ""),
    ("assess", ASSESS_FILES, "แบบตรวจสำหรับผู้ประเมิน", "Assessor's sheet", "assess/"),
    ("measures", MEASURES_FILES, "มาตรการส่งเสริมคุณธรรมและความโปร่งใส", "Measures for integrity", "measures/"),
    ("scores", SCORES_FILES, "ผลการประเมินคุณธรรมและความโปร่งใส (ITA)", "Assessment results (ITA)", "scores/"),
)


def catalog(site: Site, built: int, site_url: str | None = None) -> JsonObject:
    """The catalogue; without ``site_url`` its addresses hang from the folder above it: the site's root."""
    agency = site.agency
    sets = [_agency_set(agency), *(found for year in site.years for found in _year_sets(agency, year))]
    return {
        "@context": {"@base": f"{site_url.rstrip('/')}/" if site_url else "../", **_VOCABULARIES},
        "@id": "data/catalog.jsonld",
        "@type": "dcat:Catalog",
        "dct:title": [_thai(f"ข้อมูลเปิดของ{agency.name}"), _english(f"Open data of {agency.name}")],
        "dct:publisher": _publisher(agency),
        "dct:language": _THAI,
        "dct:modified": {
            "@value": datetime.fromtimestamp(built, UTC).isoformat().replace("+00:00", "Z"),
            "@type": "xsd:dateTime",
        },
        "foaf:homepage": {"@id": "./"},
        "dcat:dataset": sets,
    }


def _thai(text: str) -> JsonObject:
    return {"@value": text, "@language": "th"}


def _english(text: str) -> JsonObject:
    return {"@value": text, "@language": "en"}


def _publisher_id(agency: Agency) -> str:
    return agency.website or identity(agency, "agency").urn


def _publisher(agency: Agency) -> JsonObject:
    found: JsonObject = {
        "@id": _publisher_id(agency),
        "@type": "foaf:Organization",
        "foaf:name": _thai(agency.name),
    }
    return {**found, "foaf:homepage": {"@id": agency.website}} if agency.website else found


def _agency_set(agency: Agency) -> JsonObject:
    titles = (f"หน่วยงานและช่องทางติดต่อของ{agency.name}", f"{agency.name}: agency and channels")
    files = [("data/agency.json", "agency"), ("data/channels.csv", None)]
    return _dataset(agency, "agency", titles, "channels/", files)


def _year_sets(agency: Agency, year: Year) -> Iterator[JsonObject]:
    first, last = fiscal_year_span(year.fiscal_year)
    span = {
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": {"@value": first.isoformat(), "@type": "xsd:date"},
        "dcat:endDate": {"@value": last.isoformat(), "@type": "xsd:date"},
    }
    for key, names, thai, english, page in _OF_YEAR:
        titles = (f"{thai} ปีงบประมาณ {year.fiscal_year}", f"{english}, fiscal year {year.fiscal_year} B.E.")
        files = [
            (f"data/{year.fiscal_year}/{name}", key if name.endswith(".json") else None) for name in names
        ]
        if key == "oit" and year.filed:
            files.append((f"data/{year.fiscal_year}/{FILED_FILE}", "receipts-filed"))
        found = _dataset(agency, f"{year.fiscal_year}/{key}", titles, f"{year.fiscal_year}/{page}", files)
        yield {**found, "dct:temporal": span}


def _dataset(
    agency: Agency, key: str, titles: tuple[str, str], page: str, files: Iterable[tuple[str, str | None]]
) -> JsonObject:
    thai, english = titles
    return {
        "@id": identity(agency, "dataset", key).urn,
        "@type": "dcat:Dataset",
        "dct:identifier": key,
        "dct:title": [_thai(thai), _english(english)],
        "dct:publisher": {"@id": _publisher_id(agency)},
        "dct:language": _THAI,
        "dcat:landingPage": {"@id": page},
        "dcat:distribution": [_distribution(path, schema) for path, schema in files],
    }


def _distribution(path: str, schema: str | None) -> JsonObject:
    media = _MEDIA[path.rpartition(".")[2]]
    found: JsonObject = {
        "@id": path,
        "@type": "dcat:Distribution",
        "dct:title": path.rpartition("/")[2],
        "dcat:downloadURL": {"@id": path},
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{media}"},
    }
    return {**found, "dct:conformsTo": {"@id": f"data/schema/{schema}.json"}} if schema else found
