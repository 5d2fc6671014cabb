"""The words by which people look for what is on the site, beside the titles that stand there."""

import re
from collections.abc import Iterable, Iterator

from pydantic import Field

from prongsai.model.agency import ChannelKind
from prongsai.model.fields import Frozen, Lines
from prongsai.model.framework import Slug


class TopicWords(Frozen):
    """``words`` mean the topic itself; ``also`` belong to it where no other topic fits better."""

    words: Lines = ()
    also: Lines = ()


class Subject(Frozen):
    """What titles or elements are about; ``told_by`` in them tells it."""

    told_by: Lines
    words: Lines


class Vocabulary(Frozen):
    """What people type.

    ``common`` says nothing about what is looked for. ``typed`` are spellings of talk and short forms, with
    what stands for them on pages. ``spoken`` are Latin words and abbreviations as Thai people say and write
    them, ``agencies`` the names of each kind of agency, ``kinds`` the words for pages
    that are no item, ``channels`` those for the ways to reach the agency, ``subjects`` those for what
    measures and questions are about, ``elements`` those for what an element asks of its item.
    """

    common: Lines = ()
    typed: dict[str, str] = Field(default_factory=dict)
    spoken: dict[str, Lines] = Field(default_factory=dict)
    agencies: dict[str, Lines] = Field(default_factory=dict)
    topics: dict[Slug, TopicWords] = Field(default_factory=dict)
    kinds: dict[str, Lines] = Field(default_factory=dict)
    channels: dict[ChannelKind, Lines] = Field(default_factory=dict)
    subjects: tuple[Subject, ...] = ()
    elements: tuple[Subject, ...] = ()

    def told(self, texts: Lines) -> Iterator[str]:
        """``texts``, and again with each Latin word as it is spoken."""
        yield from texts
        for latin, spoken in self.spoken.items():
            whole = re.compile(rf"(?<![a-z]){re.escape(latin)}(?![a-z])")
            for text in texts:
                if whole.search(text):
                    yield from (whole.sub(said, text) for said in spoken)

    def subject(self, *titles: str | None) -> Iterator[str]:
        """The words for what is told by the titles of measures and questions."""
        yield from _told_by(self.subjects, titles)

    def asked(self, *elements: str) -> Iterator[str]:
        """The words for what elements ask."""
        yield from _told_by(self.elements, elements)


def _told_by(subjects: tuple[Subject, ...], titles: Iterable[str | None]) -> Iterator[str]:
    said = [title for title in titles if title]
    for subject in subjects:
        if any(told in title for told in subject.told_by for title in said):
            yield from subject.words
