"""The documentation says what the program does: examples run, tables are whole, links lead somewhere."""

import importlib.util
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, get_args, get_type_hints
from urllib.parse import unquote

import pytest
import typer
import yaml
from pydantic import BaseModel

from prongsai.cli.app import app
from prongsai.compile import compile_project
from prongsai.load.files import MEDIA_TYPES
from prongsai.load.project import load_project
from prongsai.mkdocs_plugin import PublishSettings
from prongsai.model import fields
from prongsai.model.addresses import MovedFile
from prongsai.model.agency import Agency
from prongsai.model.disclosure import Disclosure
from prongsai.model.framework import Framework
from prongsai.model.measure import MeasuresReport
from prongsai.model.receipt import CLASS_OF
from prongsai.model.structure import Structure
from prongsai.model.year import YearSettings
from prongsai.report.shapes import Receipt
from prongsai.source import markup, reading
from prongsai.source.kinds import KINDS
from prongsai.thai import codes, dates

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *DOCS.rglob("*.md")])
NAMES = [str(page.relative_to(ROOT)) for page in PAGES]
PDF = b"%PDF-1.4\n%%EOF\n"
MKDOCS = "site_name: ทดสอบ\ndocs_dir: content\ntheme: {name: prongsai}\nplugins: [prongsai]\n"
AGENCY = "name: เทศบาลตำบลทดสอบ\n"

Run = Callable[..., Any]


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@dataclass(frozen=True)
class Block:
    """A fenced block: what stands behind the fence (``yaml``, ``console run``) and its text."""

    info: str
    text: str

    @property
    def file(self) -> str | None:
        """The file that a comment in the first line (of the front matter) names."""
        match = re.match(r"(?:---\n)?# ((?:content/)?[\w./๐-๙-]+\.(?:yml|md))\n", self.text)
        return match[1] if match else None


def blocks(page: Path) -> list[Block]:
    found = re.findall(r"^```([^\n]*)\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return [Block(info, text) for info, text in found]


def put(project: Path, block: Block) -> None:
    """Write a block to the file that it names, and every document to which it refers."""
    assert block.file is not None
    path = project / block.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(block.text, "utf-8")
    for name in re.findall(r"\bfile: ([^\s,}]+)", block.text):
        held = path.parent / name
        held.parent.mkdir(parents=True, exist_ok=True)
        held.write_bytes(PDF)


def empty_project(folder: Path) -> Path:
    """A folder that lacks a year alone."""
    (folder / "content").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    (folder / "content/agency.yml").write_text(AGENCY, "utf-8")
    return folder


def told(project: Path) -> list[str]:
    return [f"{one.path}:{one.line} {one.rule} {one.message.th}" for one in load_project(project).findings]


# what is generated


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_generate", DOCS / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_pages_are_fresh(generate: ModuleType) -> None:
    stale = [path.name for path, text in generate.generated().items() if path.read_text("utf-8") != text]
    assert stale == []  # after a change: python docs/generate.py


def test_the_figures_of_a_run_become_a_table(
    generate: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cost = '{"seconds": %s, "memory": 100.0, "written": 2.0, "pages": 1030}'
    builds = ", ".join(
        f'"{years}": {{"prongsai": {cost % ours}, "bare": {cost % bare}, "ratio": {ours / bare}}}'
        for years, ours, bare in ((10, 2.0, 8.0), (100, 20.0, 1000.0))
    )
    figures = tmp_path / "figures.json"
    figures.write_text(f'{{"builds": {{{builds}}}, "serve": {{"1": 0.5}}}}', "utf-8")
    monkeypatch.setattr(generate, "FIGURES", figures)
    text = generate.figures()
    assert "| 10 | 1,030 | 2 | 8 | 0.25 | 0.6 |" in text
    assert "100 years take 10.0 times as long" in text
    assert "| 1 | 0.5 | 1 |" in text


def test_every_problem_is_explained() -> None:
    page = read("docs/reference/problems.md")
    assert re.findall(r"^### (S\d+) ", page, re.MULTILINE) == list(KINDS)
    assert "{" not in re.sub(r"```.*?```", "", page, flags=re.DOTALL)


EXAMPLES = yaml.safe_load(read("docs/reference/problems.yml"))


@pytest.mark.parametrize("code", EXAMPLES)
def test_a_problems_example_gives_that_problem_and_its_remedy_none(code: str, tmp_path: Path) -> None:
    example = EXAMPLES[code]
    project = empty_project(tmp_path)
    files = project / "content/2566/files"
    files.mkdir(parents=True)
    (files / "map.pdf").write_bytes(PDF)
    (project / "content/2566/o1.md").write_text("---\nreported: done\n---\n", "utf-8")
    path = project / example["file"]
    own_folder = not path.parent.exists()
    path.parent.mkdir(exist_ok=True)
    path.write_text(example["wrong"], "utf-8")
    findings = load_project(project).findings
    assert code in {one.rule for one in findings}, [one.message.th for one in findings]
    if own_folder:
        shutil.rmtree(path.parent)
    elif example["right"] is None or example["right"].startswith("content/"):
        path.unlink()
    else:
        path.write_text(example["right"], "utf-8")
    assert told(project) == []


# what has to be whole


def named_commands(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """The commands of a group with their whole names, groups inside it too."""
    for name in group.list_commands(None):
        command = group.get_command(None, name)
        if hasattr(command, "list_commands"):
            yield from named_commands(command, f"{before}{name} ")
        else:
            yield before + name, command


def test_every_command_and_option_is_documented() -> None:
    page = read("docs/reference/commands.md")
    sections = dict(
        re.findall(r"^### `prongsai ([\w ]+)`\n(.*?)(?=^##|^<!--)", page, re.MULTILINE | re.DOTALL)
    )
    documented = {name: re.findall(r"`(--[\w-]+)`", text) for name, text in sections.items()}
    program: Any = typer.main.get_command(app)
    real = {
        name: [
            word
            for option in command.params
            for word in (*option.opts, *option.secondary_opts)
            if word.startswith("--")
        ]
        for name, command in named_commands(program)
    }
    for words in real.values():
        if "--help" in words:
            words.remove("--help")
    assert documented == real
    assert "`--version`" in page


def test_every_make_target_is_documented() -> None:
    phony = re.search(r"^\.PHONY: (.*)$", read("Makefile"), re.MULTILINE)
    assert phony is not None
    targets = set(phony[1].split()) - {"place"}
    assert targets == set(re.findall(r"`make ([\w-]+)`", read("docs/reference/commands.md")))


def models_under(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for field in annotation.model_fields.values():
            if not field.exclude:
                yield from models_under(field.annotation)
                yield from (model for part in field.metadata for model in models_under(part))
    for part in get_args(annotation):
        yield from models_under(part)


MODELS = {
    model.__name__: model
    for root in (Agency, Disclosure, YearSettings, Structure, MeasuresReport, MovedFile, Framework)
    for model in models_under(root)
}


def documented_keys() -> dict[str, list[str]]:
    page = read("docs/reference/sources.md")
    tables = re.findall(r"<!-- model: (\w+) -->\n((?:\|.*\n)+)", page)
    return {name: re.findall(r"^\| `(\w+)` \|", rows, re.MULTILINE) for name, rows in tables}


def test_every_model_of_a_source_is_documented() -> None:
    assert set(documented_keys()) == set(MODELS)


@pytest.mark.parametrize("name", MODELS)
def test_every_key_is_documented(name: str) -> None:
    keys = {key for key, field in MODELS[name].model_fields.items() if not field.exclude}
    found = documented_keys()[name]
    assert set(found) == keys
    assert len(found) == len(keys)


def rows_of(mark: str) -> list[list[str]]:
    match = re.search(rf"<!-- {mark} -->\n((?:\|.*\n)+)", read("docs/reference/sources.md"))
    assert match is not None
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in match[1].splitlines()[2:]]


@pytest.mark.parametrize(("written", "iso"), rows_of("dates"))
def test_a_date_is_read_as_documented(written: str, iso: str) -> None:
    assert dates.parse_date(written).iso() == iso


@pytest.mark.parametrize(("written", "start", "end"), rows_of("periods"))
def test_a_period_is_read_as_documented(written: str, start: str, end: str) -> None:
    period = dates.parse_period(written)
    assert [day.iso() if day else "…" for day in (period.start, period.end)] == [start, end]


@pytest.mark.parametrize(("written", "code"), rows_of("codes"))
def test_a_code_is_read_as_documented(written: str, code: str) -> None:
    assert codes.parse_code(written) == code


def test_the_status_words_are_documented() -> None:
    rows = rows_of("statuses")
    found = {word: status.strip("`") for words, status in rows for word in words.split(", ")}
    assert found == fields.STATUS_WORDS


def test_the_limits_are_those_of_the_program() -> None:
    match = re.search(r"^- ไฟล์หนึ่งไม่เกิน (.*)$", read("docs/reference/sources.md"), re.MULTILINE)
    assert match is not None
    numbers = [int(number.replace(",", "")) for number in re.findall(r"[\d,]+", match[1])]
    assert numbers == [reading.MAX_BYTES // 10**6, fields.MAX_TEXT, fields.MAX_ADDRESS, markup.MAX_BODY]


def test_the_kinds_of_documents_are_those_of_the_program() -> None:
    text = read("docs/reference/sources.md").upper()
    names = {"DOC": "WORD", "DOCX": "WORD", "XLS": "EXCEL", "XLSX": "EXCEL"}
    names |= {"PPT": "POWERPOINT", "PPTX": "POWERPOINT", "JPEG": "JPG"}
    kinds = {kind.removeprefix(".").upper() for kind in MEDIA_TYPES}
    assert [kind for kind in kinds if names.get(kind, kind) not in text] == []


def in_general(address: str, year: int) -> str:
    return re.sub("data/deadlines/[0-9a-f]{12}", "data/deadlines/UNIT", address.replace(f"{year}/", "FY/", 1))


def test_every_file_of_the_site_is_documented() -> None:
    compiled = compile_project(ROOT)
    year = compiled.site.newest.fiscal_year
    listed = set(
        re.findall(r"^\| `([\w./-]*\.\w+|_headers)` \|", read("docs/reference/site.md"), re.MULTILINE)
    )
    # Written only for a year that was filed with receipts, and for documents: this site has neither.
    assert compiled.site.newest.filed is None
    assert not compiled.site.newest.held
    others = {"data/FY/receipts-filed.json", "data/documents.json", "data/documents.js"}
    # Only where it is known how addresses begin, and whom to write to.
    others |= {"sitemap.xml", ".well-known/security.txt"}
    assert listed == {in_general(address, year) for address in compiled.files} | others


def test_every_verdict_is_documented() -> None:
    page = read("docs/reference/verdicts.md")
    thai, _, english = page.partition("### In English")
    for text in (thai, english):
        listed = re.findall(r"^\| `(\w+)` \| [^|]+ \| [^|]+ \| [^|]+ \|$", text, re.MULTILINE)
        assert len(listed) == len(CLASS_OF)
        assert set(listed) == set(CLASS_OF)
    assert f"หนึ่งใน {len(CLASS_OF)} อย่าง" in page


def test_every_key_of_a_receipt_is_documented() -> None:
    match = re.search(r"<!-- receipt -->\n((?:\|.*\n)+)", read("docs/reference/site.md"))
    assert match is not None
    assert re.findall(r"^\| `(\w+)` \|", match[1], re.MULTILINE) == list(get_type_hints(Receipt))


def test_every_kind_of_page_is_documented() -> None:
    compiled = compile_project(ROOT)
    listed = set(re.findall(r"^\| `/([\w./]*)` \|", read("docs/reference/site.md"), re.MULTILINE))
    year = compiled.site.newest.fiscal_year
    found = set()
    for page in compiled.pages:
        address = in_general(page.address, year)
        address = re.sub(r"^FY/o\d+/$", "FY/o12/", address)
        address = re.sub(r"^FY/\d+/$", "FY/9/", re.sub(r"^FY/\d+\.\d+/$", "FY/9.1/", address))
        found.add(re.sub(r"^topics/.+/$", "topics/TOPIC/", address))
    assert listed == found


def test_every_mark_in_the_pages_is_documented() -> None:
    sources = [
        *(ROOT / "generator/prongsai/pages").rglob("*.*"),
        *(ROOT / "theme/prongsai_theme").rglob("*.html"),
        *(ROOT / "theme/prongsai_theme/assets").rglob("*.js"),
    ]
    text = "\n".join(path.read_text("utf-8") for path in sources if path.suffix in {".html", ".py", ".js"})
    marks = set(re.findall(r"data-oit-[\w-]+", text)) | {
        f"data-oit{re.sub('[A-Z]', lambda capital: f'-{capital[0].lower()}', name)}"
        for name in re.findall(r"dataset\.oit(\w+)", text)
    }
    listed = set(re.findall(r"^\| `(data-oit-[\w-]+)` \|", read("docs/reference/site.md"), re.MULTILINE))
    assert listed == marks


# what has to work


def anchors(page: Path) -> set[str]:
    """The anchors that a code host gives to headings."""
    titles = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    plain = [re.sub(r"[^\w\u0e31-\u0e4e\s-]", "", title.lower()) for title in titles]
    return {re.sub(r"\s", "-", title.strip()) for title in plain}


@pytest.mark.parametrize("name", NAMES)
def test_every_link_leads_somewhere(name: str) -> None:
    page = ROOT / name
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    broken = []
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = unquote(link).partition("#")
        target = (page.parent / path).resolve() if path else page
        known = target.exists() and target.is_relative_to(ROOT)
        if not known or (anchor and target.suffix == ".md" and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("name", NAMES)
def test_named_examples_are_read_without_problems(name: str, tmp_path: Path) -> None:
    """Each block as it comes, over those before it, as somebody follows the page."""
    named = [block for block in blocks(ROOT / name) if block.file and "wrong" not in block.info]
    project = empty_project(tmp_path / "project")
    for block in named:
        put(project, block)
        if any((project / "content").glob("2*")):
            assert told(project) == [], block.text


HOW_TO = [name for name in NAMES if name.startswith("docs/how-to/")]


@pytest.mark.parametrize("name", HOW_TO)
def test_commands_of_a_how_to_run(name: str, tmp_path: Path, prongsai: Run, mkdocs: Run) -> None:
    project = empty_project(tmp_path / "project")
    (project / "content/2566").mkdir()
    ran = 0
    for block in blocks(ROOT / name):
        if block.info == "console run":
            for line in block.text.splitlines():
                program, *words = line.removeprefix("$ ").split()
                done = {"prongsai": prongsai, "mkdocs": mkdocs}[program](*words, cwd=project)
                assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
                ran += 1
        elif block.info == "console fails":
            command, _, output = block.text.partition("\n")
            done = prongsai(*command.removeprefix("$ prongsai ").split(), cwd=project)
            assert done.returncode == 2
            assert done.stderr == output
        elif block.info == "console finds":
            command, _, output = block.text.partition("\n")
            done = prongsai(*command.removeprefix("$ prongsai ").split(), cwd=project)
            assert done.returncode == 1, done.stderr
            assert without_reasons(done.stdout) == without_reasons(output)
            ran += 1
        elif block.info.startswith("csv "):
            (project / block.info.removeprefix("csv ")).write_text(block.text, "utf-8")
        elif block.file:
            put(project, block)
    assert ran >= 1


def without_reasons(text: str) -> str:
    """What ``verify`` prints, but for the words in which each look says what it saw."""
    return re.sub(r"(?m)( \(\w+\):) .*$", r"\1", text)


def test_the_how_to_ends_with_a_whole_site(tmp_path: Path) -> None:
    project = tmp_path
    for block in blocks(DOCS / "how-to/first-site.md"):
        if block.file:
            put(project, block)
    site = load_project(project).site
    assert site is not None
    year = site.newest
    assert {code: year.by_code[code].shown for code in ("o1", "o5", "o29")} == {
        "o1": "full",
        "o5": "some",
        "o29": "full",
    }
    assert year.settings.scores is not None
    assert year.measures is not None
    assert year.aims[("nacc-2566", "o1")] == year.measures.measures


def test_the_item_in_the_readme_says_what_the_source_says() -> None:
    (block,) = [block for block in blocks(ROOT / "README.md") if block.file and block.file.endswith(".md")]
    assert block.file is not None
    shown, real = (yaml.safe_load(text.split("---")[1]) for text in (block.text, read(block.file)))
    assert {key: real[key] for key in shown if key != "evidence"} == {
        key: value for key, value in shown.items() if key != "evidence"
    }
    for ours, theirs in zip(shown["evidence"], real["evidence"], strict=True):
        assert ours.items() <= theirs.items()
    assert block.text.split("---\n")[2] == read(block.file).split("---\n")[2]


@pytest.mark.parametrize("name", ["front-phone.png", "item-desktop.png"])
def test_the_pictures_are_small_and_of_the_width_they_name(name: str) -> None:
    data = (DOCS / "images" / name).read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(data[16:20]) == (360 if "phone" in name else 1280)
    assert len(data) <= 150_000


def test_every_setting_of_publishing_is_documented() -> None:
    match = re.search(r"<!-- settings: publish -->\n((?:\|.*\n)+)", read("docs/reference/sources.md"))
    assert match is not None
    listed = re.findall(r"^\| `(\w+)` \|", match[1], re.MULTILINE)
    assert listed == [name for name, _ in PublishSettings._schema]
