"""The one exception tree, and texts that exist in both languages.

Exceptions are for a broken environment (no project, an unwritable disk). What is wrong with a source is
never an exception: it is collected as a problem with its place, so that one run tells all of them.
"""

from typing import Literal, NamedTuple

Lang = Literal["th", "en"]


class Text(NamedTuple):
    """One text in Thai and in English."""

    th: str
    en: str

    def in_(self, lang: Lang) -> str:
        """The text in ``lang``."""
        return self.th if lang == "th" else self.en


class ProngsaiError(Exception):
    """Something that stops a command; ``text`` says in both languages what, and how to put it right."""

    def __init__(self, th: str, en: str) -> None:
        super().__init__(en)
        self.text = Text(th, en)


class ProjectError(ProngsaiError):
    """There is no project here, or its settings cannot be used."""


class OutputError(ProngsaiError):
    """What was built cannot be written."""


class NetworkError(ProngsaiError):
    """Nothing out there could be asked, or what was asked for is not there."""
