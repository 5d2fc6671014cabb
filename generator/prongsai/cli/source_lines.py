"""Lines of sources as messages quote them."""

from collections.abc import Callable
from pathlib import Path

from prongsai.load.places import Places
from prongsai.rules.person.national_id import masked


def source_lines(project: Path) -> Callable[[str, int], str]:
    """Gives lines of sources as they may be printed: a log is no place for a person's number."""
    places = Places(project)
    return lambda path, line: masked(places.text_of(path, line))
