"""The public contract, read from built sites of the five reports."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

REPORTS = {
    ".": 2565,
    "examples/kalase": 2566,
    "examples/plalai": 2568,
    "examples/huaruea": 2566,
    "examples/tako": 2567,
}


def read(site: Path, address: str) -> Any:
    return json.loads((site / address).read_text("utf-8"))


@pytest.mark.parametrize(("project", "year"), REPORTS.items())
def test_the_contracts_addresses_answer(project: str, year: int, site_of: Callable[[str], Path]) -> None:
    site = site_of(project)
    pages = [
        "",
        f"{year}/",
        f"{year}/assess/",
        f"{year}/measures/",
        f"{year}/scores/",
        "units/",
        "channels/",
        "topics/",
    ]
    oit = read(site, f"data/{year}/oit.json")
    if oit["framework"]:
        pages += [f"{year}/9/", f"{year}/10/", f"{year}/9.1/", f"{year}/10.2/"]
    pages += [item["page"] for item in oit["items"]]
    pages += [f"topics/{item['topic']}/" for item in oit["items"]]
    files = [
        "feed.xml",
        "deadlines.ics",
        "404.html",
        "data/index.json",
        "data/agency.json",
        "data/catalog.jsonld",
        f"data/{year}/measures.json",
        f"data/{year}/scores.json",
        f"data/{year}/oit.csv",
        f"data/{year}/oit.xlsx",
    ]
    missing = [page for page in pages if not (site / page / "index.html").is_file()]
    missing += [file for file in files if not (site / file).is_file()]
    assert not missing


@pytest.mark.parametrize(("project", "year"), REPORTS.items())
def test_the_index_leads_to_every_file(project: str, year: int, site_of: Callable[[str], Path]) -> None:
    site = site_of(project)
    index = read(site, "data/index.json")
    assert [entry["fiscal_year"] for entry in index["years"]] == [year]
    addresses = [*index["files"].values(), *(a for entry in index["years"] for a in entry["files"].values())]
    assert addresses
    assert not [address for address in addresses if not (site / address).is_file()]


def test_khaoyoi(site_of: Callable[[str], Path]) -> None:
    site = site_of(".")
    oit = read(site, "data/2565/oit.json")
    assert oit["format"] == "prongsai/oit/1"
    assert oit["framework"] == "nacc-2565"
    assert oit["agency"]["name"] == "เทศบาลตำบลเขาย้อย"
    assert oit["agency"]["district"] == "เขาย้อย"
    assert oit["summary"] == {
        "items": 43,
        "done": 41,
        "in_progress": 2,
        "not_started": 0,
        "not_applicable": 0,
        "unreported": 0,
        "with_evidence": 21,
        "evidence": 26,
    }
    items = {item["code"]: item for item in oit["items"]}
    assert list(items) == [f"o{number}" for number in range(1, 44)]
    assert [code for code, item in items.items() if item["reported"] == "in_progress"] == ["o23", "o43"]
    assert items["o1"]["period"] == {
        "start": "2022-01-25",
        "end": "2022-04-20",
        "text": "๒๕ ม.ค.๖๕ - ๒๐ เม.ย.๖๕",
    }
    assert items["o1"]["code_published"] == "๐๑"
    assert [period["end"] for period in items["o43"]["periods"]] == ["2022-03-31", "2022-04-22"]
    assert items["o24"]["evidence"][0]["url"].startswith("https://krabikhodin.go.th/")
    assert items["o9"]["evidence"][0]["url"] == "https://www.facebook.com/profile.php?id=100076265347192"
    assert {item["shown"] for item in oit["items"]} == {"some", "none"}
    assert all(element["evidence"] == [] for item in oit["items"] for element in item["elements"])
    assert len(read(site, "data/2565/measures.json")["measures"]) == 8


def test_kalase(site_of: Callable[[str], Path]) -> None:
    site = site_of("examples/kalase")
    oit = read(site, "data/2566/oit.json")
    assert oit["summary"]["done"] == 43
    assert sum(len(item["elements"]) for item in oit["items"]) == 108
    assert oit["agency"]["district"] == "สิเกา"
    measures = read(site, "data/2566/measures.json")
    assert len(measures["measures"]) == 3
    assert [guide["indicator"] for guide in measures["guidance"]] == [str(number) for number in range(1, 9)]
    assert read(site, "data/2566/scores.json")["overall"] == {
        "stated": 91.25,
        "computed": None,
        "grades_stated": ["ผ่านดี"],
    }


def test_plalai(site_of: Callable[[str], Path]) -> None:
    site = site_of("examples/plalai")
    oit = read(site, "data/2568/oit.json")
    assert (oit["framework"], oit["items"]) == (None, [])
    measures = read(site, "data/2568/measures.json")["measures"]
    assert len(measures) == 19
    assert len({measure["group"] for measure in measures}) == 7
    links = [link for measure in measures for link in measure["links"]]
    assert len(links) == 61
    wanted = (
        {f"o{n}" for n in range(1, 36)} | {f"i{n}" for n in range(1, 16)} | {f"e{n}" for n in range(1, 10)}
    )
    assert {link["code"] for link in links} == wanted
    assert {question["code"] for question in read(site, "data/2568/scores.json")["questions"]} == wanted
    assert [link["framework"] for link in links if link["title"].startswith("ประมวลจริยธรรมและ")] == [None]
    assert {link["score"] for link in links if link["code"] == "e2"} == {98.965}


def test_huaruea(site_of: Callable[[str], Path]) -> None:
    site = site_of("examples/huaruea")
    report = read(site, "data/2566/measures.json")
    assert len(report["measures"]) == 14
    assert report["round"]["start"] == "2022-10"
    dates = [result["date"] for measure in report["measures"] for result in measure["results"]]
    assert {"2023-01-26", "2022-10-20", "2022-11-21", "2023-04-03", "2023-03-16"} <= set(dates)
    questions = [link["code"] for measure in report["measures"] for link in measure["links"]]
    assert questions == [
        "i2",
        "i3",
        "i7",
        "i12",
        "i13",
        "i14",
        "i15",
        "i20",
        "i21",
        "i22",
        "i23",
        "i28",
        "i29",
        "i30",
    ]
    oit = read(site, "data/2566/oit.json")
    assert oit["summary"]["unreported"] == 43
    assert {item["reported"] for item in oit["items"]} == {None}


def test_tako(site_of: Callable[[str], Path]) -> None:
    site = site_of("examples/tako")
    scores = read(site, "data/2567/scores.json")
    assert [row["stated"] for row in scores["indicators"]] == [
        97.25,
        86.57,
        93.92,
        86.58,
        93.46,
        87.89,
        85.14,
        83.2,
        82.5,
        51.25,
    ]
    assert scores["overall"] == {"stated": 79.84, "computed": 79.8398, "grades_stated": ["ต้องปรับปรุง", "ผ่าน"]}
    instruments = scores["instruments"]
    assert {name: (instruments[name]["stated"], instruments[name]["computed"]) for name in instruments} == {
        "iit": (90.63, 91.556),
        "eit": (85.34, 85.41),
        "oit": (82.5, 66.875),
    }
    assert (scores["assessed_year"], scores["target"]) == (2566, 85)
    stages = [measure["stage"] for measure in read(site, "data/2567/measures.json")["measures"]]
    assert stages == ["implemented"] * 3 + ["recommended"] * 3


@pytest.mark.parametrize(("project", "year"), REPORTS.items())
def test_tables_stand_beside_the_json(project: str, year: int, site_of: Callable[[str], Path]) -> None:
    site = site_of(project)
    data = (site / f"data/{year}/oit.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines()))
    assert [row["code"] for row in rows] == [
        item["code"] for item in read(site, f"data/{year}/oit.json")["items"]
    ]


@pytest.mark.parametrize("project", [*REPORTS, "examples/namsai"])
def test_what_the_search_reads_keeps_its_schema(project: str, site_of: Callable[[str], Path]) -> None:
    site = site_of(project)
    assert not (site / "data/documents.json").exists() or project == "examples/namsai"
    for name in ("search", *(["documents"] if project == "examples/namsai" else [])):
        schema = Draft202012Validator(read(site, f"data/schema/{name}.json"))
        found = read(site, f"data/{name}.json")
        schema.validate(found)
        assert not schema.is_valid({**found, "surprise": 1})
