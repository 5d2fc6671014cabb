"""Executives as cards."""

from dataclasses import dataclass

from prongsai.errors import Lang
from prongsai.model.agency import Agency, Executive, Picture
from prongsai.model.contacts import Reach, mail, telephone
from prongsai.pages.typed.words import texts


@dataclass(frozen=True, slots=True)
class PersonView:
    """An executive: ``photo`` is None where a plain shape stands for it."""

    name: str
    position: str
    phone: Reach | None
    email: Reach | None
    photo: Picture | None
    photo_text: str


def people(agency: Agency, lang: Lang) -> tuple[PersonView, ...]:
    """The executives in the order of the source."""
    return tuple(_person(one, lang) for one in agency.executives)


def _person(one: Executive, lang: Lang) -> PersonView:
    return PersonView(
        one.name,
        one.position,
        telephone(one.phone),
        mail(one.email),
        one.picture,
        texts(lang).photo.format(name=one.name, position=one.position),
    )
