"""Who publishes, and the records that every file shares: periods, results and notes."""

from collections.abc import Iterable

from prongsai.model.agency import Agency
from prongsai.model.fields import Note, Period, Result
from prongsai.model.licences import licence_of
from prongsai.report import shapes
from prongsai.report.jsontext import iso


def agency_name(agency: Agency) -> shapes.AgencyName:
    """The agency as the files of a year name it."""
    return {
        "name": agency.name,
        "kind": agency.kind,
        "subdistrict": agency.subdistrict,
        "district": agency.district,
        "province": agency.province,
        "website": agency.website,
    }


def agency_file(agency: Agency) -> shapes.AgencyFile:
    """``agency.json``: all that is public of the agency."""
    licence = licence_of(agency.licence)
    return {
        "format": "prongsai/agency/1",
        "name": agency.name,
        "kind": agency.kind,
        "subdistrict": agency.subdistrict,
        "district": agency.district,
        "province": agency.province,
        "website": agency.website,
        "address": agency.address,
        "phone": agency.phone,
        "email": agency.email,
        "language": agency.language,
        "licence": {"id": licence.id, "name": licence.name, "url": licence.url} if licence else None,
        "invented": agency.invented,
        "hosts": list(agency.hosts),
        "channels": [
            {"kind": each.kind, "title": each.title, "url": each.url, "phone": each.phone}
            for each in agency.channels
        ],
        "executives": [
            {"name": each.name, "position": each.position, "phone": each.phone, "email": each.email}
            for each in agency.executives
        ],
        "notes": notes(agency.notes),
    }


def period(value: Period | None) -> shapes.Period | None:
    """A period; None when nothing is known of it."""
    if value is None or (value.start is None and value.end is None and value.text is None):
        return None
    return {"start": iso(value.start), "end": iso(value.end), "text": value.text}


def results(values: Iterable[Result]) -> list[shapes.Result]:
    """What came of an undertaking."""
    return [
        {"text": each.text, "date": iso(each.date), "state": each.state, "by": each.by} for each in values
    ]


def notes(values: Iterable[Note]) -> list[shapes.Note]:
    """What was mended, and why."""
    return [
        {"about": each.about, "published": each.published, "mended": each.mended, "reason": each.reason}
        for each in values
    ]
