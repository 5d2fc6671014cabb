"""The standard library's HTML parser, quicker where a tag is written as nearly all are."""

import re
from html.parser import HTMLParser
from typing import Final

_START: Final = re.compile(r'<([a-z][a-z0-9]*)((?: [a-z][a-z-]*="[^"&<>]*")*)>')
_ATTRIBUTE: Final = re.compile(r' ([a-z-]+)="([^"]*)"')
_END: Final = re.compile(r"</([a-z][a-z0-9]*)>")
_OTHERWISE: Final = frozenset((
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript", "plaintext",
))  # fmt: skip
"""Elements whose text the parser reads by rules of their own."""


class Tags(HTMLParser):
    """Tells the same tags and text as its base; positions and the source of a tag are not kept."""

    def updatepos(self, i: int, j: int) -> int:
        """Lines are not counted: nobody asks where a tag stood."""
        return j

    def parse_starttag(self, i: int) -> int:
        """A plain tag at once, any other by the base."""
        found = _START.match(self.rawdata, i)
        if found is None or found[1] in _OTHERWISE or self.cdata_elem is not None:
            return super().parse_starttag(i)
        self.lasttag = found[1]
        self.handle_starttag(found[1], [*_ATTRIBUTE.findall(found[2])] if found[2] else [])
        return found.end()

    def parse_endtag(self, i: int) -> int:
        """The same for the end of an element."""
        found = _END.match(self.rawdata, i)
        if found is None or found[1] in _OTHERWISE or self.cdata_elem is not None:
            return super().parse_endtag(i)
        self.handle_endtag(found[1])
        return found.end()
