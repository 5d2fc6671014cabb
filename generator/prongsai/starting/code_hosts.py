"""Ready workflows for code hosts: check, build and publish on a push, look at the evidence weekly."""

from collections.abc import Mapping
from enum import StrEnum
from importlib.resources import files
from typing import Final

import prongsai

WHEEL: Final = f"prongsai-{prongsai.__version__}-py3-none-any.whl"
"""What a project of sources alone keeps beside its mkdocs.yml: a code host installs the program from it."""


class CodeHost(StrEnum):
    """Where a project's sources may be kept."""

    GITHUB = "github"
    GITLAB = "gitlab"


_FILES: Final = {
    CodeHost.GITHUB: {
        ".github/workflows/publish.yml": "github-publish.yml",
        ".github/workflows/verify.yml": "github-verify.yml",
    },
    CodeHost.GITLAB: {".gitlab-ci.yml": "gitlab-ci.yml"},
}


def workflow_files(host: CodeHost) -> Mapping[str, bytes]:
    """The workflows of a project of sources alone by where they belong in it, installed from its wheel."""
    return {place: _own(shipped_workflow(name)) for place, name in _FILES[host].items()}


def shipped_workflow(name: str) -> bytes:
    """A workflow as it ships, for a copy of the whole program."""
    return files(__package__).joinpath("workflows", name).read_bytes()


def _own(workflow: bytes) -> bytes:
    """The same, with the program installed from a wheel in the repository."""
    whole, alone = b"  PRONGSAI: .", f"  PRONGSAI: ./{WHEEL}".encode()
    return workflow.replace(whole, alone, 1)
