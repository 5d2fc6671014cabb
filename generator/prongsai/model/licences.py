"""The licences under which an agency gives its data: a short list, or an address of another licence."""

from typing import Annotated, Final, NamedTuple

from pydantic import BeforeValidator, WithJsonSchema

from prongsai.model.fields import MAX_ADDRESS, check_address, wrong_type


class Licence(NamedTuple):
    """A licence: its short ``id`` (None where the agency gave an address of its own), name and address.

    ``gdc`` is what the Thai government's data catalogue calls it; a name that its list of licences lacks is
    taken there as another one.
    """

    id: str | None
    name: str
    url: str
    gdc: str


LICENCES: Final = {
    licence.id: licence
    for licence in (
        Licence(
            "dga-open",
            "DGA Open Government License",
            "https://data.go.th/pages/dga-open-government-license",
            "DGA Open Government License",
        ),
        Licence(
            "cc-by-4.0",
            "Creative Commons Attribution 4.0 International",
            "https://creativecommons.org/licenses/by/4.0/",
            "Creative Commons Attributions",
        ),
        Licence(
            "cc-by-sa-4.0",
            "Creative Commons Attribution-ShareAlike 4.0 International",
            "https://creativecommons.org/licenses/by-sa/4.0/",
            "Creative Commons Attribution Share-Alike",
        ),
        Licence(
            "cc-by-nc-4.0",
            "Creative Commons Attribution-NonCommercial 4.0 International",
            "https://creativecommons.org/licenses/by-nc/4.0/",
            "Creative Commons Non-Commercial (Any)",
        ),
        Licence(
            "cc0-1.0",
            "Creative Commons CC0 1.0 Universal",
            "https://creativecommons.org/publicdomain/zero/1.0/",
            "Creative Commons CC0 1.0 Universal",
        ),
        Licence(
            "odc-by-1.0",
            "Open Data Commons Attribution License 1.0",
            "https://opendatacommons.org/licenses/by/1-0/",
            "Open Data Common",
        ),
    )
}
"""By their ids. Names and addresses are their publishers'."""

_SHORT: Final = {
    "cc-by": "cc-by-4.0",
    "cc-by-sa": "cc-by-sa-4.0",
    "cc-by-nc": "cc-by-nc-4.0",
    "cc0": "cc0-1.0",
}
_KNOWN: Final = ", ".join(map(str, LICENCES))


def licence_of(text: str | None) -> Licence | None:
    """The licence that an agency's ``licence`` names; None where it named none."""
    if text is None:
        return None
    return LICENCES.get(text) or Licence(None, text, text, text)


def _read(value: object) -> object:
    if value is None:
        return None
    if isinstance(value, str):
        name = "-".join(value.lower().split())
        if (known := _SHORT.get(name, name)) in LICENCES:
            return known
        if "://" in value:
            return check_address(value, ("https", "http"))
    raise wrong_type(
        value,
        f"รหัสสัญญาอนุญาต ({_KNOWN}) หรือที่อยู่เว็บของสัญญาอนุญาต",
        f"a licence ({_KNOWN}) or the web address of one",
    )


LicenceName = Annotated[
    str | None,
    BeforeValidator(_read),
    WithJsonSchema(
        {
            "anyOf": [
                {"enum": [*LICENCES, None]},
                {"type": "string", "format": "iri", "pattern": "^https?://", "maxLength": MAX_ADDRESS},
            ]
        }
    ),
]
"""An id of ``LICENCES``, or a web address; None where the agency has not chosen."""
