"""What the tests share: the repository, real builds, and Hypothesis' settings."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent
EPOCH = "1700000000"

settings.register_profile(
    "prongsai",
    deadline=None,
    derandomize=True,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("prongsai")

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def run_module(
    module: str,
    *arguments: str | Path,
    cwd: Path = ROOT,
    **environment: str,
) -> "subprocess.CompletedProcess[str]":
    """Run ``python -m module`` as a user would, with its output kept."""
    clean = {
        key: value for key, value in os.environ.items() if key not in ("NO_MKDOCS_2_WARNING", "PYTHONPATH")
    }
    return subprocess.run(
        [sys.executable, "-m", module, *map(str, arguments)],
        cwd=cwd,
        text=True,
        encoding="utf-8",
        capture_output=True,
        timeout=300,
        check=False,
        env={**clean, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONUTF8": "1", **environment},
    )


@pytest.fixture(scope="session")
def chromium() -> str | None:
    """The browser that ``make test`` found; None lets Playwright take its own."""
    kept = ROOT / ".venv" / "chromium-path"
    return os.environ.get("PRONGSAI_CHROMIUM") or (kept.read_text().strip() if kept.is_file() else None)


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def prongsai() -> Run:
    """``prongsai`` with the given words, as a process of its own."""

    def run(
        *arguments: str | Path, cwd: Path = ROOT, **environment: str
    ) -> "subprocess.CompletedProcess[str]":
        return run_module("prongsai", *arguments, cwd=cwd, **environment)

    return run


@pytest.fixture(scope="session")
def mkdocs() -> Run:
    """``mkdocs`` with the given words, as a process of its own."""

    def run(
        *arguments: str | Path, cwd: Path = ROOT, **environment: str
    ) -> "subprocess.CompletedProcess[str]":
        return run_module("mkdocs", *arguments, cwd=cwd, **environment)

    return run


@pytest.fixture(scope="session")
def site_of(tmp_path_factory: pytest.TempPathFactory, prongsai: Run) -> Callable[[str], Path]:
    """The built site of a project in the repository ("." or "examples/NAME"), built once."""
    built: dict[str, Path] = {}

    def build(project: str) -> Path:
        if project not in built:
            target = tmp_path_factory.mktemp("built") / "site"
            done = prongsai("build", "--project", ROOT / project, "--site-dir", target)
            assert done.returncode == 0, done.stderr
            built[project] = target
        return built[project]

    return build


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A small valid project of its own in an empty folder: one year, two items, a document."""
    content = tmp_path / "town" / "content"
    year = content / "2566"
    (year / "files").mkdir(parents=True)
    (tmp_path / "town" / "mkdocs.yml").write_text(
        "site_name: ทดสอบ\ndocs_dir: content\ntheme: {name: prongsai}\nplugins: [prongsai]\n", "utf-8"
    )
    (content / "agency.yml").write_text("name: เทศบาลตำบลทดสอบ\nkind: เทศบาลตำบล\n", "utf-8")
    (year / "o1.md").write_text(
        "---\nreported: done\nresponsible: [สำนักปลัด]\nevidence:\n"
        "  - {title: โครงสร้าง, file: files/chart.pdf}\n---\nดูผังโครงสร้างได้ที่นี่\n",
        "utf-8",
    )
    (year / "o5.md").write_text(
        "---\nreported: ดำเนินการแล้ว\nperiod: ๒๕ ม.ค.๖๖ - ๒๐ เม.ย.๖๖\n"
        'evidence:\n  - {title: ติดต่อเรา, url: "https://www.test.invalid/contact"}\n---\n',
        "utf-8",
    )
    (year / "files" / "chart.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    return tmp_path / "town"
