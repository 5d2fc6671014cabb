"""Patterns of what pages say, which look first whether they can match at all."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Saying:
    """A pattern of ``branches``, and words of which each of its matches has one (in small letters).

    To look for a word costs a hundredth of what a pattern of many branches does, and most lines have none.
    Letters are equal as for ``re.IGNORECASE``.
    """

    branches: tuple[str, ...]
    pattern: re.Pattern[str]
    words: tuple[str, ...]

    def search(self, text: str) -> re.Match[str] | None:
        """As the pattern's."""
        return self.pattern.search(text) if self._may_match(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """As the pattern's."""
        return self.pattern.fullmatch(text) if self._may_match(text) else None

    def sub(self, replacement: str, text: str) -> str:
        """As the pattern's."""
        return self.pattern.sub(replacement, text) if self._may_match(text) else text

    def _may_match(self, text: str) -> bool:
        small = text.casefold().replace("ı", "i")
        for word in self.words:  # noqa: SIM110 (a generator would cost more than what it looks for)
            if word in small:
                return True
        return False


def saying(*branches: str, words: str) -> Saying:
    """A pattern of ``branches``, each of whose matches has one of ``words`` (with blanks between them)."""
    pattern = re.compile("|".join(f"(?:{branch})" for branch in branches), re.I)
    return Saying(branches, pattern, tuple(words.split()))
