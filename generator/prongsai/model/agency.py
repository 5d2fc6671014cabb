"""Who publishes: the agency, its hosts and its channels."""

from typing import Annotated, Literal

from pydantic import AliasChoices, BeforeValidator, Field

from prongsai.model.fields import Address, Contact, Frozen, Line, Lines, Notes, as_list
from prongsai.model.licences import LicenceName

ChannelKind = Literal[
    "corruption", "opinions", "questions", "information", "social", "contact", "eit", "privacy", "no_gift"
]


class Channel(Frozen):
    """A way to reach the agency."""

    kind: ChannelKind
    title: Line
    url: Contact = None
    phone: Line | None = None


class Picture(Frozen):
    """A picture held on the site: its address from the site's root and its size in pixels."""

    address: str
    width: int
    height: int


class Executive(Frozen):
    """A person whose name and office are public by law, with the office's contact.

    ``photo`` names a held file from the sources' folder (``2567/files/mayor.jpg``); ``picture`` is that file.
    """

    name: Line
    position: Line
    phone: Line | None = None
    email: Line | None = None
    photo: Line | None = None
    picture: Picture | None = Field(default=None, exclude=True)


class Agency(Frozen):
    """A public body.

    ``invented``: it does not exist, and every page says so; ``show_estimate``: its years' pages show the
    estimated OIT score; ``licence``: under what its data may be used; ``silence``: rules that are silenced
    on the whole site, with the reason.
    """

    name: Line
    kind: Line | None = None
    subdistrict: Line | None = None
    district: Line | None = None
    province: Line | None = None
    website: Address = None
    hosts: Lines = ()
    address: Line | None = None
    phone: Line | None = None
    email: Line | None = None
    language: Literal["th", "en"] = Field(default="th", validation_alias=AliasChoices("language", "lang"))
    licence: LicenceName = Field(default=None, validation_alias=AliasChoices("licence", "license"))
    invented: bool = False
    show_estimate: bool = False
    channels: Annotated[tuple[Channel, ...], BeforeValidator(as_list)] = ()
    executives: Annotated[tuple[Executive, ...], BeforeValidator(as_list)] = ()
    notes: Notes = ()
    silence: dict[str, Line] = Field(default_factory=dict)
