"""``gdc.csv``: the data as the Thai government's data catalogue (GD Catalog) asks for them.

The columns are the 14 mandatory fields of the standard description of government data by the Digital
Government Development Agency and the National Statistical Office
(https://gdhelppage.nso.go.th/p00_03_006.html; how often data are renewed counts as one field, with a unit
and a number), named as the catalogue's own software names them.
"""

from typing import Final

from prongsai.model.agency import Agency
from prongsai.model.contacts import mail
from prongsai.model.datasets import DataSet, data_sets, place_of
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


def gdc_csv(site: Site) -> bytes:
    """One row for each set of data; what nobody said is empty."""
    return table(COLUMNS, [_row(site.agency, one) for one in data_sets(site)])


def _row(agency: Agency, one: DataSet) -> list[str]:
    letter = mail(agency.email)
    formats = dict.fromkeys(path.rpartition(".")[2].upper() for path, _ in one.files)
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
        place_of(agency),
        agency.name,
        ",".join(formats),
        "ข้อมูลสาธารณะ",
        NO_LICENSE,
    ]
