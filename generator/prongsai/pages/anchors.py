"""Where each unit stands on the page of units."""

from collections.abc import Iterator

from prongsai.model.site import Site


def unit_anchors(site: Site) -> dict[str, str]:
    """The anchor of each unit or office that answers for something, in alphabetical order.

    An anchor is the name itself with hyphens for its spaces, so that it stays when others come and go.
    """
    anchors: dict[str, str] = {}
    taken: set[str] = set()
    for unit in sorted(set(_units(site))):
        anchor = "-".join(unit.split())
        while anchor in taken:
            anchor += "-"
        taken.add(anchor)
        anchors[unit] = anchor
    return anchors


def _units(site: Site) -> Iterator[str]:
    for year in site.years:
        for entry in year.entries:
            if entry.disclosure:
                yield from entry.disclosure.responsible
        if year.measures:
            for measure in year.measures.measures:
                yield from measure.responsible
            for guidance in year.measures.guidance:
                yield from guidance.responsible
