"""A year's folder, in whatever digits."""

from decimal import Decimal
from pathlib import Path

from prongsai.load.frameworks import Library, shipped
from prongsai.load.year import load_year
from prongsai.model.site import Year
from prongsai.source.problems import Problems


def load(folder: Path, files: dict[str, str], library: Library | None = None) -> tuple[Year, list[str]]:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    problems = Problems()
    year = load_year(folder, 2566, f"content/{folder.name}", library or shipped(), problems)
    return year, [f"{p.place} {p.kind.code}" for p in problems]


def test_an_empty_folder_is_a_year_with_its_shipped_framework(tmp_path: Path) -> None:
    year, problems = load(tmp_path / "2566", {})
    assert problems == []
    assert year.framework is shipped().frameworks["nacc-2566"]
    assert (year.measures, year.summary.unreported) == (None, 43)


def test_the_framework_that_is_named(tmp_path: Path) -> None:
    year, _ = load(tmp_path / "2566", {"year.yml": "framework: nacc-2567\n"})
    assert year.framework is shipped().frameworks["nacc-2567"]
    year, problems = load(tmp_path / "2566", {"year.yml": "framework: null\n"})
    assert (year.framework, problems) == (None, [])
    year, problems = load(
        tmp_path / "2566", {"year.yml": "framework: nacc-2567\nround: x\n", "o36.md": "---\n---\n"}
    )
    assert problems == ["content/2566/year.yml:2:8 S203", "content/2566/o36.md:1:1 S301"]


def test_years_scores_and_rounds_in_thai(tmp_path: Path) -> None:
    year, problems = load(
        tmp_path / "๒๕๖๖",
        {
            "year.yml": "fiscal_year: ๖๖\n"
            "round: {name: รอบ ๖ เดือน, start: ๑ ต.ค. ๖๕, end: ๓๑ มีนาคม พ.ศ. ๒๕๖๖}\n"
            "scores:\n  assessed_year: พ.ศ. ๒๕๖๕\n  overall: {stated: ๙๑.๒๕, grades_stated: ผ่านดี}\n"
            "  instruments:\n    IIT: {stated: 90 %}\n"
            "  questions:\n    - {code: ๐๑๐, score: ๑๐๐}\n    - {code: I๓, score: 100}\n",
        },
    )
    assert problems == ["content/๒๕๖๖/year.yml:7:5 S201"]
    (tmp_path / "๒๕๖๖" / "year.yml").write_text(
        (tmp_path / "๒๕๖๖" / "year.yml").read_text("utf-8").replace("IIT", "iit"), "utf-8"
    )
    year, problems = load(tmp_path / "๒๕๖๖", {})
    assert problems == []
    scores, round_ = year.settings.scores, year.settings.round
    assert scores is not None and round_ is not None
    assert (round_.start.iso(), round_.end.iso()) == ("2022-10-01", "2023-03-31")
    assert (scores.assessed_year, scores.overall.stated) == (2565, Decimal("91.25"))
    assert scores.instruments["iit"].stated == Decimal(90)
    assert [question.code for question in scores.questions] == ["o10", "i3"]


def test_links_of_measures(tmp_path: Path) -> None:
    year, problems = load(
        tmp_path / "2566",
        {
            "measures.yml": "measures:\n  - id: m1\n    title: ก\n    links:\n"
            "      - {code: O๑๒, framework: nacc-2567}\n"
            "      - {code: i99, framework: nacc-2567}\n"
            "      - {code: o99}\n",
        },
    )
    assert problems == []
    assert year.measures is not None
    assert [link.code for link in year.measures.measures[0].links] == ["o12", "i99", "o99"]
    assert set(year.aims) == {("nacc-2567", "o12"), ("nacc-2567", "i99")}


def test_a_framework_that_is_damaged_is_told_once(tmp_path: Path) -> None:
    damaged = Library(shipped().frameworks, shipped().topics, frozenset({"moe-2566"}))
    files = {
        "year.yml": "framework: moe-2566\n",
        "o1.md": "---\nelements: {x: []}\n---\n",
        "o99.md": "---\n---\n",
    }
    year, problems = load(tmp_path / "2566", files, damaged)
    assert (year.framework, problems) == (None, [])


def test_files_of_other_programs_are_passed_over(tmp_path: Path) -> None:
    names = ["Thumbs.db", "desktop.ini", ".DS_Store", ".o1.md.swp", "~$o1.md"]
    assert load(tmp_path / "2566", dict.fromkeys(names, "x"))[1] == []


def test_a_folder_that_cannot_be_looked_into(tmp_path: Path) -> None:
    problems = Problems()
    load_year(tmp_path / "gone", 2566, "content/gone", shipped(), problems)
    assert [problem.message("th").partition(" — ")[0] for problem in problems] == ["เปิดอ่านไม่ได้ เพราะไม่มีอยู่จริง"]
