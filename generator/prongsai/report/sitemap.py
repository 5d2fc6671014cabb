"""``sitemap.xml``: every page's whole address, and the day on which what it shows was last changed.

The format is that of sitemaps.org, protocol 0.9. A page of which nobody gave a date has none: a day on which
only the site was built again would tell search engines to come for nothing.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterable
from datetime import date
from typing import Final

_NAMESPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(pages: Iterable[tuple[str, date | None]]) -> bytes:
    """The sitemap of absolute addresses with their last change, in the order of addresses."""
    root = ET.Element("urlset", {"xmlns": _NAMESPACE})
    for address, changed in sorted(pages, key=lambda page: page[0]):
        url = ET.SubElement(root, "url")
        ET.SubElement(url, "loc").text = address
        if changed:
            ET.SubElement(url, "lastmod").text = changed.isoformat()
    ET.indent(root, " ")
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"
