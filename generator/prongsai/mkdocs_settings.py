"""What ``mkdocs.yml`` may not say: tags that run code while MkDocs reads it.

MkDocs reads its settings with a loader that makes any Python object of a ``!!python/…`` tag. The same loader
reads them here first, with each of those tags disarmed, and so follows ``INHERIT``, merge keys and aliases as
MkDocs will.
"""

import io
import os
import re
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import yaml
from mkdocs.exceptions import Abort
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from prongsai.errors import ProjectError
from prongsai.load.project import finding_of
from prongsai.model.finding import Finding
from prongsai.source.place import Place
from prongsai.source.problems import Problems, printable, quoted

_PREFIX: Final = "tag:yaml.org,2002:python/"
# Names of functions that Material's own manual has people write; naming one runs nothing of a stranger's.
_NAMED: Final = re.compile(r"name:(?:material|materialx|pymdownx)(?:\.[A-Za-z_][A-Za-z0-9_]*)+")


def settings_findings(path: Path) -> tuple[Finding, ...]:
    """Every tag in the settings at ``path``, and in those they inherit from, that would run code; runs none.

    Settings that cannot be read have none up to where reading ends, and MkDocs ends there too.
    """
    problems = Problems()
    # Whatever stops MkDocs' loader here stops it again for MkDocs, which tells it.
    with suppress(Exception), path.open("rb") as file:
        yaml_load(file, _disarmed(path.absolute().parent, problems))
    return tuple(dict.fromkeys(map(finding_of, problems)))


def refuse_code(path: Path) -> None:
    """Refuse settings that would run code when they are read.

    Raises:
        ProjectError: with every place and how to mend it.
    """
    found = settings_findings(path)
    if found:
        lines = [(f"\n  {each.path}:{each.line}:{each.column}: {each.rule} ", each.message) for each in found]
        raise ProjectError(
            f"ใช้ {path.name} ไม่ได้:" + "".join(place + message.th for place, message in lines),
            f"{path.name} cannot be used:" + "".join(place + message.en for place, message in lines),
        )


class JudgedSettings(io.RawIOBase):
    """``mkdocs.yml`` for a server, which begins it again at each rebuild: judged before it is read."""

    def __init__(self, path: Path) -> None:
        self.name = str(path)
        self._text = io.BytesIO()

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Begin again with what the file says now."""
        path = Path(self.name)
        try:
            refuse_code(path)
        except ProjectError as error:
            raise Abort(error.text.th) from None
        self._text = io.BytesIO(path.read_bytes())
        return self._text.seek(offset, whence)

    def read(self, size: int = -1, /) -> bytes:
        """What the file said when reading began."""
        return self._text.read(size)

    def close(self) -> None:
        """Nothing is held open; MkDocs takes a closed file's name and opens that, unjudged."""


def _disarmed(root: Path, problems: Problems) -> Any:
    """MkDocs' loader, with a note in ``problems`` where it would make a Python object."""

    def note(loader: Any, suffix: str, node: yaml.Node) -> None:
        if not _NAMED.fullmatch(suffix):
            mark = node.start_mark
            place = Place(_shown(mark.name, root), mark.line + 1, mark.column + 1)
            problems.add("S117", place, value=quoted(f"!!python/{suffix}"))
            # What is inside is judged as well: all of it is told in one run.
            if isinstance(node, yaml.SequenceNode):
                loader.construct_sequence(node, deep=True)
            elif isinstance(node, yaml.MappingNode):
                loader.construct_mapping(node, deep=True)

    loader = get_yaml_loader(config=None)
    loader.add_constructor("!relative", lambda *_: None)
    for tag in [tag for tag in loader.yaml_constructors if tag and tag.startswith(_PREFIX)]:
        suffix = tag.removeprefix(_PREFIX)
        loader.add_constructor(tag, lambda made, node, suffix=suffix: note(made, suffix, node))
    # The first prefix that fits wins, so theirs have to go before ours is added.
    multi: dict[str, Any] = loader.yaml_multi_constructors
    loader.yaml_multi_constructors = {
        prefix: made for prefix, made in multi.items() if not prefix.startswith(_PREFIX)
    }
    loader.add_multi_constructor(_PREFIX, note)
    return loader


def _shown(name: str, root: Path) -> str:
    try:
        return printable(Path(os.path.relpath(name, root)).as_posix())
    except ValueError:  # on another drive
        return printable(name)
