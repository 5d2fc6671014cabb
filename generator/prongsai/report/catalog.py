"""``catalog.jsonld``: the files for machines as a DCAT 3 catalogue (https://www.w3.org/TR/vocab-dcat-3/).

It also keeps to DCAT-AP 3 (https://semiceu.github.io/DCAT-AP/releases/3.0.0/), which asks of whatever is
named that it says what it is: so things of others, such as a language or a media type, carry their class.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Final

from prongsai.model.agency import Agency
from prongsai.model.contacts import dialled, mail, telephone
from prongsai.model.datasets import MEDIA, DataSet, data_sets, place_of
from prongsai.model.identity import identity
from prongsai.model.licences import licence_of
from prongsai.model.site import Site
from prongsai.thai.dates import fiscal_year_span

JsonObject = dict[str, Any]

_VOCABULARIES: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_THAI: Final = {"@id": "http://id.loc.gov/vocabulary/iso639-1/th", "@type": "dct:LinguisticSystem"}
_IRREGULAR: Final = {"@id": "http://purl.org/cld/freq/irregular", "@type": "dct:Frequency"}
_SHA256: Final = {"@id": "spdx:checksumAlgorithm_sha256", "@type": "spdx:ChecksumAlgorithm"}


def catalog(
    site: Site, built: int, site_url: str | None = None, contents: Mapping[str, bytes] | None = None
) -> JsonObject:
    """The catalogue; without ``site_url`` its addresses hang from the folder above it: the site's root.

    ``contents`` holds files by their address, from which sizes and checksums follow.
    """
    agency = site.agency
    return {
        "@context": {"@base": f"{site_url.rstrip('/')}/" if site_url else "../", **_VOCABULARIES},
        "@id": "data/catalog.jsonld",
        "@type": "dcat:Catalog",
        "dct:title": [_thai(f"ข้อมูลเปิดของ{agency.name}"), _english(f"Open data of {agency.name}")],
        "dct:description": [
            _thai(f"ข้อมูลที่{agency.name}เปิดเผยตามการประเมิน ITA เป็นไฟล์ที่โปรแกรมอ่านได้"),
            _english(f"What {agency.name} discloses for the ITA assessment, as files for programs"),
        ],
        "dct:publisher": _publisher(agency),
        "dct:language": _THAI,
        "dct:spatial": _place(agency),
        "dct:modified": {
            "@value": datetime.fromtimestamp(built, UTC).isoformat().replace("+00:00", "Z"),
            "@type": "xsd:dateTime",
        },
        "foaf:homepage": _document("./"),
        **_licence(agency),
        "dcat:dataset": [_dataset(agency, one, contents or {}) for one in data_sets(site)],
    }


def _document(address: str) -> JsonObject:
    return {"@id": address, "@type": "foaf:Document"}


def _licence(agency: Agency) -> JsonObject:
    """Under what the data may be used, where the agency has said so."""
    found = licence_of(agency.licence)
    return {"dct:license": {"@id": found.url, "@type": "dct:LicenseDocument"}} if found else {}


def _thai(text: str) -> JsonObject:
    return {"@value": text, "@language": "th"}


def _english(text: str) -> JsonObject:
    return {"@value": text, "@language": "en"}


def _publisher_id(agency: Agency) -> str:
    return agency.website or identity(agency, "agency").urn


def _publisher(agency: Agency) -> JsonObject:
    found: JsonObject = {
        "@id": _publisher_id(agency),
        "@type": ["foaf:Agent", "foaf:Organization"],
        "foaf:name": _thai(agency.name),
    }
    return {**found, "foaf:homepage": _document(agency.website)} if agency.website else found


def _place(agency: Agency) -> JsonObject:
    return {"@type": "dct:Location", "skos:prefLabel": _thai(place_of(agency))}


def _contact(agency: Agency) -> JsonObject | None:
    letter, call = mail(agency.email), dialled(telephone(agency.phone))
    if not (letter and letter.url) and not call:
        return None
    found: JsonObject = {"@type": ["vcard:Kind", "vcard:Organization"], "vcard:fn": agency.name}
    if letter and letter.url:
        found["vcard:hasEmail"] = {"@id": letter.url}
    if call:
        found["vcard:hasTelephone"] = {"@id": call}
    return found


def _dataset(agency: Agency, one: DataSet, contents: Mapping[str, bytes]) -> JsonObject:
    found: JsonObject = {
        "@id": identity(agency, "dataset", one.key).urn,
        "@type": "dcat:Dataset",
        "dct:identifier": one.key,
        "dct:title": [_thai(one.title[0]), _english(one.title[1])],
        "dct:description": [_thai(one.description[0]), _english(one.description[1])],
        "dcat:keyword": [_thai(word) for word in one.keywords],
        "dct:publisher": {"@id": _publisher_id(agency)},
        "dct:language": _THAI,
        "dct:spatial": _place(agency),
        "dct:accrualPeriodicity": _IRREGULAR,
        "dcat:landingPage": _document(one.page),
        "dcat:distribution": [
            {**_distribution(path, schema, contents.get(path)), **_licence(agency)}
            for path, schema in one.files
        ],
    }
    if contact := _contact(agency):
        found["dcat:contactPoint"] = contact
    if one.modified:
        found["dct:modified"] = {"@value": one.modified.first().isoformat(), "@type": "xsd:date"}
    if one.fiscal_year:
        first, last = fiscal_year_span(one.fiscal_year)
        found["dct:temporal"] = {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": {"@value": first.isoformat(), "@type": "xsd:date"},
            "dcat:endDate": {"@value": last.isoformat(), "@type": "xsd:date"},
        }
    return found


def _distribution(path: str, schema: str | None, content: bytes | None) -> JsonObject:
    media = MEDIA[path.rpartition(".")[2]]
    found: JsonObject = {
        "@id": path,
        "@type": "dcat:Distribution",
        "dct:title": path.rpartition("/")[2],
        "dcat:accessURL": {"@id": path},
        "dcat:downloadURL": {"@id": path},
        "dcat:mediaType": {
            "@id": f"https://www.iana.org/assignments/media-types/{media}",
            "@type": "dct:MediaType",
        },
    }
    if content is not None:
        found["dcat:byteSize"] = {"@value": str(len(content)), "@type": "xsd:nonNegativeInteger"}
        found["spdx:checksum"] = {
            "@type": "spdx:Checksum",
            "spdx:algorithm": _SHA256,
            "spdx:checksumValue": {"@value": sha256(content).hexdigest(), "@type": "xsd:hexBinary"},
        }
    if schema:
        found["dct:conformsTo"] = {"@id": f"data/schema/{schema}.json", "@type": "dct:Standard"}
    return found
