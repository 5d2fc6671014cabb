"""Ways to evidence: numbers in cells, the ways themselves when versions are compared."""

from collections.abc import Sequence

from prongsai.importing.editing.values import lines_of
from prongsai.report.editing.cells import Cells


def without_numbers(item: Cells, entries: Sequence[Cells]) -> list[Cells]:
    """The cells of evidence with the way itself in place of its number: ways may come and go."""
    ways = lines_of(item["breadcrumbs"])
    found = []
    for cells in entries:
        number = int(cells["way"]) if cells["way"].isdecimal() else 0
        found.append({**cells, "way": ways[number - 1] if 0 < number <= len(ways) else ""})
    return found
