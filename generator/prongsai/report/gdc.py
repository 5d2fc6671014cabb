"""``gdc.csv``: the data as the Thai government's data catalogue (GD Catalog) asks for them.

The columns are the 14 mandatory fields of the standard description of government data by the Digital
Government Development Agency and the National Statistical Office
(https://gdhelppage.nso.go.th/p00_03_006.html; how often data are renewed counts as one field, with a unit
and a number), named and in the order of the catalogue's own software. Where that software has a list of
choices (``ckan_dataset.json`` and the import of its Excel template in ckanext-thai_gdc, 1.4), the value is
one of the list: another lands under "others" and cannot be searched.
"""

from typing import Final

from prongsai.model.agency import Agency
from prongsai.model.contacts import mail
from prongsai.model.datasets import DataSet, data_sets
from prongsai.model.licences import licence_of
from prongsai.model.site import Site
from prongsai.report.tables import table

COLUMNS: Final = (
    "data_type",
    "title",
    "owner_org",
    "maintainer",
    "maintainer_email",
    "tag_string",
    "notes",
    "objective",
    "update_frequency_unit",
    "update_frequency_interval",
    "geo_coverage",
    "data_source",
    "data_format",
    "data_category",
    "license_id",
)
NO_LICENSE: Final = "License not specified"
"""The catalogue's own words where an agency has not chosen a licence; none is chosen for it."""

_FORMATS: Final = {"json": "JSON", "csv": "CSV", "xlsx": "XLS"}
"""What the catalogue calls a file by its ending: Excel is one choice there, whatever its version."""

_COVERAGE: Final = (
    ("องค์การบริหารส่วนจังหวัด", "จังหวัด"),
    ("องค์การบริหารส่วนตำบล", "เทศบาล/อบต."),
    ("เทศบาล", "เทศบาล/อบต."),
    ("กรุงเทพมหานคร", "จังหวัด"),
)
_UNKNOWN: Final = "ไม่ทราบ"


def gdc_csv(site: Site) -> bytes:
    """One row for each set of data; what nobody said is empty."""
    return table(COLUMNS, [_row(site.agency, one) for one in data_sets(site)])


def _row(agency: Agency, one: DataSet) -> list[str]:
    letter, licence = mail(agency.email), licence_of(agency.licence)
    formats = dict.fromkeys(_FORMATS[path.rpartition(".")[2]] for path, _ in one.files)
    return [
        "ข้อมูลสถิติ" if one.key.endswith("/scores") else "ข้อมูลระเบียน",
        one.title[0],
        agency.name,
        agency.name,
        letter.text if letter and letter.url else "",
        ",".join(one.keywords),
        one.description[0],
        "เพื่อการให้บริการประชาชน",
        "ปี",
        "1",
        _coverage(agency),
        agency.name,
        ",".join(formats),
        "ข้อมูลสาธารณะ",
        licence.gdc if licence else NO_LICENSE,
    ]


def _coverage(agency: Agency) -> str:
    """How large the area is that the data are of, as the catalogue has it: a kind of area, not its name."""
    told = [text for text in (agency.kind, agency.name) if text]
    found = (large for text in told for kind, large in _COVERAGE if text.startswith(kind))
    return next(found, _UNKNOWN)
