"""Every file for machines, from the site alone."""

from collections.abc import Iterable, Iterator, Mapping

from prongsai.model import datasets
from prongsai.model.deadlines import unit_deadlines
from prongsai.model.finding import Finding
from prongsai.model.identity import unit_calendar
from prongsai.model.site import Site, Year
from prongsai.report import shapes, tables
from prongsai.report.agency import agency_file, agency_name
from prongsai.report.assess import assess_csv
from prongsai.report.assess_book import assess_xlsx
from prongsai.report.catalog import catalog
from prongsai.report.deadlines import calendar_files
from prongsai.report.feed import atom, json_feed
from prongsai.report.gdc import gdc_csv
from prongsai.report.headers import header_files
from prongsai.report.jsontext import dump
from prongsai.report.measures import measures_file
from prongsai.report.oit import oit_file
from prongsai.report.receipts import Receipts, filed_file
from prongsai.report.schemas import OUTPUTS, SOURCES, schema_files
from prongsai.report.scores import ComputedScores, scores_file
from prongsai.report.well_known import well_known_files
from prongsai.report.workbook import oit_xlsx

_YEAR_FILES = (*datasets.OIT_FILES, *datasets.ASSESS_FILES, *datasets.MEASURES_FILES, *datasets.SCORES_FILES)
_SITE_FILES = {
    "agency": "data/agency.json",
    "channels_csv": "data/channels.csv",
    "index": "data/index.json",
    "catalog": "data/catalog.jsonld",
    "gdc_csv": "data/gdc.csv",
    "feed": "feed.xml",
    "feed_json": "feed.json",
    "deadlines": "deadlines.ics",
}


def render_files(
    site: Site,
    computed: Mapping[int, ComputedScores],
    *,
    built: int,
    site_url: str | None = None,
    silenced: Iterable[Finding] = (),
) -> dict[str, bytes]:
    """The content of each file by its address from the site's root.

    ``computed`` holds what follows from the stated scores, by the fiscal year of the report; ``built`` is
    the time that stands for the build, in seconds since 1970; ``site_url`` makes the addresses in the
    feed, the calendar and the catalogue absolute; ``silenced`` are the findings that somebody gave a reason
    for, which the assessor's sheet tells.
    """
    agency = agency_file(site.agency)
    files = {
        "data/agency.json": dump(agency),
        "data/channels.csv": tables.channels_csv(agency),
        "data/index.json": dump(index_file(site)),
        "data/gdc.csv": gdc_csv(site),
        "feed.xml": atom(site, built, site_url),
        "feed.json": dump(json_feed(site, site_url)),
    }
    files |= calendar_files(site, built, site_url)
    files |= header_files(site_url) | well_known_files(site.agency, built, site_url)
    for name, schema in schema_files().items():
        files[f"data/schema/{name}.json"] = schema
    told = tuple(silenced)
    for year in site.years:
        files |= year_files(site, year, computed.get(year.fiscal_year), built)
        files |= _assess_files(site, year, told, built, site_url)
    files["data/catalog.jsonld"] = dump(catalog(site, built, site_url, files))
    return files


def _assess_files(
    site: Site, year: Year, silenced: tuple[Finding, ...], built: int, site_url: str | None
) -> dict[str, bytes]:
    """The assessor's sheet of a year as a workbook and a table."""
    receipts = Receipts(site.receipts, site.copies, site.agency.language)
    folder = f"data/{year.fiscal_year}"
    return {
        f"{folder}/assess.xlsx": assess_xlsx(site.agency, year, receipts, silenced, built, site_url),
        f"{folder}/assess.csv": assess_csv(year, receipts, silenced, site_url),
    }


def year_files(site: Site, year: Year, computed: ComputedScores | None, built: int) -> dict[str, bytes]:
    """The files of one year."""
    agency, receipts = site.agency, Receipts(site.receipts, site.copies, site.agency.language)
    oit = oit_file(agency, year, receipts)
    measures = measures_file(agency, year)
    scores = scores_file(agency, year, computed)
    content = {
        "oit.json": dump(oit),
        "oit.csv": tables.oit_csv(oit),
        "oit.xlsx": oit_xlsx(agency, year, receipts, built),
        "evidence.csv": tables.evidence_csv(oit),
        "measures.json": dump(measures),
        "measures.csv": tables.measures_csv(measures),
        "guidance.csv": tables.guidance_csv(measures),
        "scores.json": dump(scores),
        "scores.csv": tables.scores_csv(scores),
    }
    if year.filed:
        content[datasets.FILED_FILE] = dump(filed_file(agency, year.filed))
    return {f"data/{year.fiscal_year}/{name}": data for name, data in content.items()}


def file_addresses(site: Site) -> Iterator[str]:
    """Where the files for machines will stand that the index names, without making one of them."""
    index = index_file(site)
    yield from index["files"].values()
    yield from index["schemas"].values()
    yield from (unit["deadlines"] for unit in index["units"])
    for year in index["years"]:
        yield from year["files"].values()


def index_file(site: Site) -> shapes.Index:
    """``index.json``: every year and the address of every file."""
    return {
        "format": "prongsai/index/1",
        "agency": agency_name(site.agency),
        "years": [_year(year) for year in site.years],
        "files": dict(_SITE_FILES),
        "units": [{"name": unit, "deadlines": unit_calendar(unit)} for unit in unit_deadlines(site)],
        "schemas": {name: f"data/schema/{name}.json" for name in (*OUTPUTS, *SOURCES)},
    }


def _year(year: Year) -> shapes.YearFiles:
    return {
        "fiscal_year": year.fiscal_year,
        "framework": year.framework.framework if year.framework else None,
        "page": f"{year.fiscal_year}/",
        "files": {_key(name): f"data/{year.fiscal_year}/{name}" for name in _names(year)},
    }


def _names(year: Year) -> tuple[str, ...]:
    return (*_YEAR_FILES, datasets.FILED_FILE) if year.filed else _YEAR_FILES


def _key(name: str) -> str:
    """``oit`` for oit.json, ``oit_csv`` for oit.csv, ``receipts_filed`` for receipts-filed.json."""
    return name.removesuffix(".json").replace(".", "_").replace("-", "_")
