"""Names for machines that stay the same wherever and whenever a site is built."""

from hashlib import sha256
from unicodedata import normalize
from uuid import NAMESPACE_URL, UUID, uuid5

from prongsai.model.agency import Agency


def identity(agency: Agency, *parts: object) -> UUID:
    """The same identifier for the same thing of the same agency, wherever and whenever it is built."""
    name = "/".join(str(part) for part in (agency.name, agency.district, agency.province, *parts))
    return uuid5(NAMESPACE_URL, f"prongsai:{name}")


def unit_calendar(unit: str) -> str:
    """The address of a unit's calendar from the site's root: ASCII, and its own as long as its name is."""
    plain = " ".join(normalize("NFC", unit).split())
    return f"data/deadlines/{sha256(plain.encode()).hexdigest()[:12]}.ics"
