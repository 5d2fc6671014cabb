"""What the tests share: the repository, real builds, and Hypothesis' settings."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Page, sync_playwright

from prongsai.cli import show
from tests.running import ROOT, Done, Run, run_here, run_module

__all__ = ["Run", "Shown"]

settings.register_profile(
    "prongsai",
    deadline=None,
    derandomize=True,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("prongsai")


def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are processors, up to four: a third of the time is waiting for browsers."""
    return min(4, (os.cpu_count() or 1) + 1)


SLOWEST_FIRST = ("quality", "site", "e2e", "evidence", "docs", "theme", "search", "importing")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest begins first, so that no process is left alone with it at the end."""

    def place(item: pytest.Item) -> int:
        folder = item.path.relative_to(ROOT / "tests").parts[0]
        return SLOWEST_FIRST.index(folder) if folder in SLOWEST_FIRST else len(SLOWEST_FIRST)

    items.sort(key=place)


@pytest.fixture(scope="session")
def chromium() -> str | None:
    """The browser that ``make test`` found; None lets Playwright take its own."""
    kept = ROOT / ".venv" / "chromium-path"
    return os.environ.get("PRONGSAI_CHROMIUM") or (kept.read_text().strip() if kept.is_file() else None)


@pytest.fixture(autouse=True)
def thai_again() -> Iterator[None]:
    """A command that a test ran in this process with ``--lang en`` leaves the next test its own language."""
    yield
    show.speak("th", quiet=False)


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def prongsai() -> Run:
    """``prongsai`` with the given words, in this process: most of what tests ask is the same there."""

    def run(*words: str | Path, cwd: Path = ROOT, **environment: str) -> Done:
        return run_here(*words, cwd=cwd, **environment)

    return run


@pytest.fixture(scope="session")
def program() -> Run:
    """``prongsai`` as a process of its own: where its start, its end, its seed or its memory matter."""

    def run(*words: str | Path, cwd: Path = ROOT, **environment: str) -> Done:
        return run_module("prongsai", *words, cwd=cwd, **environment)

    return run


@pytest.fixture(scope="session")
def mkdocs() -> Run:
    """``mkdocs`` with the given words, as a process of its own."""

    def run(*words: str | Path, cwd: Path = ROOT, **environment: str) -> Done:
        return run_module("mkdocs", *words, cwd=cwd, **environment)

    return run


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A temporary folder that all processes of this run of the tests see."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base


@pytest.fixture(scope="session")
def site_of(shared_folder: Path, program: Run) -> Callable[[str], Path]:
    """The built site of a project in the repository ("." or "examples/NAME"), built once in a run.

    Who comes first makes the folder and builds into it; the others wait for the site, which appears whole.
    """

    def build(project: str) -> Path:
        place = shared_folder / f"built-{project.rsplit('/', 1)[-1].strip('.') or 'content'}"
        site, failed = place / "site", place / "failed"
        try:
            place.mkdir()
        except FileExistsError:
            until = time.monotonic() + 300
            while not site.is_dir():
                assert not failed.is_file(), failed.read_text("utf-8")
                assert time.monotonic() < until, f"nobody finished building {project}"
                time.sleep(0.05)
        else:
            done = program("build", "--project", ROOT / project, "--site-dir", site)
            if done.returncode:
                failed.write_text(done.stderr, "utf-8")
            assert done.returncode == 0, done.stderr
        return site

    return build


UNNEEDED = (
    "WebUIOmniboxPopup",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)
"""The first costs a page of its own for each window, a fifth of a second; the others Playwright leaves out as
well, and has to be told again: Chromium takes the last list only."""


@contextmanager
def launched(chromium: str | None, *arguments: str) -> Iterator[Browser]:
    """A Chromium that asks nothing of the network by itself, with more arguments if need be."""
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    quiet.append(f"--disable-features={','.join(UNNEEDED)}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", *quiet, *arguments]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def browser(chromium: str | None) -> Iterator[Browser]:
    """Chromium, closed after the module: two of Playwright's loops can't run in one process."""
    with launched(chromium) as browser:
        yield browser


Shown = Callable[..., Page]


@pytest.fixture(scope="module")
def screen(browser: Browser) -> Page:
    """The one window of ``shown``."""
    return browser.new_page()


@pytest.fixture
def shown(screen: Page) -> Shown:
    """Opens an address anew in a window that a module's tests share: a window takes longer than most tests.

    For tests that store nothing and leave the browser as it is, but for the window's size.
    """

    def opened(address: str, width: int = 360, height: int = 740) -> Page:
        screen.goto("about:blank")
        screen.mouse.move(0, 0)
        screen.set_viewport_size({"width": width, "height": height})
        screen.goto(address)
        return screen

    return opened


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
