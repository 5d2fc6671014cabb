"""All sites of the repository, built and served, and a browser to look at them with."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.quality.kinds import MAIN, PROJECTS, Sample, samples
from tests.quality.server import served


@pytest.fixture(scope="session")
def sites(site_of: Callable[[str], Path]) -> dict[str, Path]:
    """Where each project's built site stands."""
    return {project: site_of(project) for project in PROJECTS}


@pytest.fixture(scope="session")
def node_tools(root: Path) -> Path:
    """Where `make test-more` put what runs in Node and Java."""
    folder = root / ".venv" / "node"
    assert (folder / "node_modules").is_dir(), "run these by `make test-more`, which installs what they need"
    return folder


@pytest.fixture(scope="session")
def kinds(sites: dict[str, Path]) -> list[Sample]:
    """The fullest page of each kind."""
    return samples(sites, most=1)


@pytest.fixture(scope="session")
def main_kinds(kinds: list[Sample]) -> list[Sample]:
    """Those of ``kinds`` that are looked at in a second way where all in every way would take too long."""
    found = [sample for sample in kinds if sample.kind in MAIN]
    assert len(found) == len(MAIN)
    return found


@pytest.fixture(scope="session")
def pages(sites: dict[str, Path]) -> list[Sample]:
    """The fullest and the emptiest page of each kind."""
    return samples(sites)


@pytest.fixture(scope="session")
def address_of(sites: dict[str, Path]) -> Iterator[Callable[[Sample], str]]:
    """Where a page is served, under the strict policy."""
    with ExitStack() as stack:
        roots = {project: stack.enter_context(served(site)) for project, site in sites.items()}
        yield lambda page: roots[page.project] + page.path
