"""What an analysis of scores says should be bettered, from tables."""

import re
from collections.abc import Sequence

from prongsai.importing.context import Context
from prongsai.importing.draft import Leftover
from prongsai.importing.grids import Grid
from prongsai.importing.scores import Found


def read_improvements(grids: Sequence[Grid], found: Found, context: Context) -> list[Leftover]:
    """What an analysis says should be bettered, by instrument."""
    for grid in grids:
        for line in grid.lines:
            named = [
                name
                for heading in reversed(line.headings)
                for name in re.findall(r"(?<![A-Za-z])(IIT|EIT|OIT)(?![A-Za-z])", heading)
            ]
            inside = re.findall(r"(?<![A-Za-z])(IIT|EIT|OIT)(?![A-Za-z])", line.row.text())
            instrument = (named or inside or [""])[0].lower() or None
            entry: dict[str, str | None] = {"instrument": instrument}
            for key, names in (
                ("indicator", ("indicator", "code", "title")),
                ("issue", ("issue", "subject", "elements")),
                ("text", ("improve", "guidance", "method")),
            ):
                entry[key] = context.line(line.row.at(grid.column(*names)).text) or None
            found.record["analysis"]["improve"].append(entry)
    return []
