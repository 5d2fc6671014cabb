"""The words by which people look for what is on the site, beside the titles that stand there."""

from pydantic import Field

from prongsai.model.agency import ChannelKind
from prongsai.model.fields import Frozen, Lines
from prongsai.model.framework import Slug


class TopicWords(Frozen):
    """``words`` mean the topic itself; ``also`` belong to it where no other topic fits better."""

    words: Lines = ()
    also: Lines = ()


class Vocabulary(Frozen):
    """What people type.

    ``common`` says nothing about what is looked for. ``agencies`` are the names of each kind of agency,
    ``kinds`` the words for pages that are no item, ``channels`` those for the ways to reach the agency.
    """

    common: Lines = ()
    agencies: dict[str, Lines] = Field(default_factory=dict)
    topics: dict[Slug, TopicWords] = Field(default_factory=dict)
    kinds: dict[str, Lines] = Field(default_factory=dict)
    channels: dict[ChannelKind, Lines] = Field(default_factory=dict)
