"""Problems of one run, collected with their places, and told in either language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from prongsai.errors import Lang, Text
from prongsai.source.kind import Kind
from prongsai.source.kinds import KINDS
from prongsai.source.place import Place


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem at one place; ``values`` fill the text of its kind."""

    kind: Kind
    place: Place
    values: Mapping[str, object]

    def message(self, lang: Lang) -> str:
        """What is wrong and how to put it right, with the value at fault."""
        told = {key: _in_language(value, lang) for key, value in self.values.items()}
        return self.kind.text.in_(lang).format_map(told)


def _in_language(value: object, lang: Lang) -> str:
    return value.in_(lang) if isinstance(value, Text) else str(value)


@dataclass(slots=True)
class Problems:
    """Collects problems in the order in which they were met."""

    found: list[Problem] = field(default_factory=list)

    def add(self, code: str, place: Place, **values: object) -> None:
        """Note a problem of the kind ``code`` at ``place``; ``values`` fill its text."""
        self.found.append(Problem(KINDS[code], place, values))

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)


def quoted(value: object, limit: int = 80) -> str:
    """A value as a message shows it: on one line, printable, in quotation marks, cut when it is long."""
    text = " ".join(str(value).split())
    text = f"{text[:limit]}…" if len(text) > limit else text
    return f"“{printable(text)}”"


def printable(text: str) -> str:
    """``text`` with what a terminal cannot show (lone surrogates, controls) as ``\\x00``."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_visible(char) for char in text)


def _visible(char: str) -> str:
    hidden = char < " " or "\x7f" <= char <= "\x9f" or "\ud800" <= char <= "\udfff" or char in _DIRECTIONS
    return char.encode("unicode_escape").decode() if hidden else char


_DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

__all__ = ["KINDS", "Kind", "Problem", "Problems", "printable", "quoted"]
