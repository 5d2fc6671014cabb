"""What a page says, once more for programs: schema.org as JSON-LD in a block of data that no browser runs.

Where the site's address is not known, things are named by ``urn:`` alone and addresses inside are left out.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from prongsai.model.agency import Agency
from prongsai.model.datasets import MEDIA, DataSet, place_of
from prongsai.model.disclosure import Evidence
from prongsai.model.identity import identity
from prongsai.model.licences import licence_of
from prongsai.model.site import Site
from prongsai.pages import links
from prongsai.pages.edition import Publication
from prongsai.pages.page import Page
from prongsai.thai.dates import fiscal_year_span

Node = dict[str, Any]
_CONTACTS: Final = frozenset({"corruption", "opinions", "questions", "information", "contact"})
"""Channels at which somebody answers."""


def linked(site: Site, page: Page, publication: Publication, data: DataSet | None) -> str:
    """The page's facts as JSON-LD, safe inside ``<script type="application/ld+json">``.

    ``data`` are those for programs that say the same as the page.
    """
    graph = [_named(node) for node in _graph(site, page, publication, data)]
    text = json.dumps(
        {"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":")
    )
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _graph(site: Site, page: Page, publication: Publication, data: DataSet | None) -> Iterator[Node]:
    agency = site.agency
    yield _agency(agency) if page.kind in ("front", "channels") else _agency_name(agency)
    if page.trail:
        yield _trail(page, publication)
    if data:
        yield _dataset(agency, data, publication)
    if page.kind == "item":
        yield from _documents(site, page, publication)


def _named(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in (None, "", [])}


def _id(agency: Agency, *parts: object) -> str:
    return identity(agency, *parts).urn


def _agency_name(agency: Agency) -> Node:
    return {"@type": "GovernmentOrganization", "@id": _id(agency, "agency"), "name": agency.name}


def _agency(agency: Agency) -> Node:
    place = {
        "@type": "PostalAddress",
        "streetAddress": agency.address,
        "addressLocality": agency.district,
        "addressRegion": agency.province,
        "addressCountry": "TH",
    }
    social = [one.url for one in agency.channels if one.kind == "social" and _web(one.url)]
    contacts = [
        _named(
            {"@type": "ContactPoint", "contactType": one.title, "telephone": one.phone, "url": _web(one.url)}
        )
        for one in agency.channels
        if one.kind in _CONTACTS and (one.phone or _web(one.url))
    ]
    return {
        **_agency_name(agency),
        "url": agency.website,
        "telephone": agency.phone,
        "email": agency.email,
        "address": _named(place),
        "areaServed": _place(agency),
        "sameAs": social,
        "contactPoint": contacts,
    }


def _web(url: str | None) -> str | None:
    return url if url and url.startswith(("http://", "https://")) else None


def _place(agency: Agency) -> Node:
    return {"@type": "AdministrativeArea", "name": place_of(agency)}


def _trail(page: Page, publication: Publication) -> Node:
    steps = [(link.title, link.address) for link in page.trail] + [(page.title, page.address)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            _named(
                {"@type": "ListItem", "position": place, "name": title, "item": publication.absolute(address)}
            )
            for place, (title, address) in enumerate(steps, start=1)
        ],
    }


def _dataset(agency: Agency, one: DataSet, publication: Publication) -> Node:
    coverage, licence = None, licence_of(agency.licence)
    if one.fiscal_year:
        coverage = "/".join(day.isoformat() for day in fiscal_year_span(one.fiscal_year))
    return {
        "@type": "Dataset",
        "@id": _id(agency, "dataset", one.key),
        "name": one.title[0],
        "description": one.description[0],
        "keywords": list(one.keywords),
        "inLanguage": "th",
        "isAccessibleForFree": True,
        "license": licence.url if licence else None,
        "creator": {"@id": _id(agency, "agency")},
        "temporalCoverage": coverage,
        "spatialCoverage": _place(agency),
        "dateModified": one.modified.first().isoformat() if one.modified else None,
        "url": publication.absolute(one.page),
        "distribution": list(_downloads((path for path, _ in one.files), publication)),
    }


def _downloads(paths: Iterable[str], publication: Publication) -> Iterator[Node]:
    for path in paths:
        if address := publication.absolute(path):
            media = MEDIA[path.rpartition(".")[2]]
            yield {"@type": "DataDownload", "contentUrl": address, "encodingFormat": media}


def _documents(site: Site, page: Page, publication: Publication) -> Iterator[Node]:
    year = site.by_year[page.fiscal_year or 0]
    entry = year.by_code[page.item or ""]
    updated = entry.disclosure.updated if entry.disclosure else None
    for number, evidence in enumerate(entry.evidence, start=1):
        yield {
            "@type": "DigitalDocument",
            "@id": _id(site.agency, entry.fiscal_year, entry.code, number),
            "name": evidence.title,
            "about": f"{entry.code} {entry.item.title}",
            "inLanguage": "th",
            "publisher": {"@id": _id(site.agency, "agency")},
            "dateModified": updated.first().isoformat() if updated else None,
            "isPartOf": {"@id": _id(site.agency, "dataset", f"{entry.fiscal_year}/oit")},
            **_where(evidence, publication),
        }


def _where(evidence: Evidence, publication: Publication) -> Node:
    held = evidence.held
    if held is None:
        return {"url": _web(evidence.url)}
    return {
        "url": publication.absolute(links.quoted(held.address)) if publication.site_url else None,
        "encodingFormat": held.media_type,
        "encoding": {"@type": "MediaObject", "contentSize": str(held.bytes), "sha256": held.sha256},
    }
