"""How alike texts are by the groups of letters that they share: a group that many have says little."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final

from prongsai.thai.digits import to_arabic
from prongsai.thai.text import squash

_LENGTHS: Final = (2, 3, 4)


class Texts:
    """Texts of one kind, compared with each other; years and numbers in them don't count."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._grams = {text: _grams(text) for text in texts}
        self._vectors: dict[str, Mapping[str, float]] = {}

    def likeness(self, one: str, other: str) -> float:
        """From 0 (nothing in common) to 1 (the same groups of letters)."""
        first, second = self._vector(one), self._vector(other)
        if len(second) < len(first):
            first, second = second, first
        return sum(weight * second.get(gram, 0.0) for gram, weight in first.items())

    @cached_property
    def _rarity(self) -> Mapping[str, float]:
        seen: Counter[str] = Counter()
        for grams in self._grams.values():
            seen.update(grams.keys())
        return {gram: math.log((len(self._grams) + 1) / (count + 0.5)) for gram, count in seen.items()}

    def _vector(self, text: str) -> Mapping[str, float]:
        """The text's groups with their weights, of length 1."""
        if text not in self._vectors:
            raw = {
                gram: (1 + math.log(count)) * self._rarity[gram] for gram, count in self._grams[text].items()
            }
            length = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
            self._vectors[text] = {gram: weight / length for gram, weight in raw.items()}
        return self._vectors[text]


def _grams(text: str) -> Counter[str]:
    plain = "".join(letter for letter in to_arabic(squash(text)).lower() if not letter.isdecimal())
    return Counter(
        plain[start : start + length] for length in _LENGTHS for start in range(len(plain) - length + 1)
    )
