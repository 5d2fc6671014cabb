"""The standard library's HTML parser, quicker where a tag is written as nearly all are."""

import re
from html import unescape
from html.parser import HTMLParser
from typing import Final

_ATTRIBUTE: Final = re.compile(r' ([a-z-]+)="([^"]*)"')
_PLAIN: Final = re.compile(
    r'([^<]*)<(?:([a-z][a-z0-9]*)((?: [a-z][a-z-]*="[^"&<>]*")*)|/([a-z][a-z0-9]*))>',
)
"""Text up to a tag, and the tag: the beginning of an element with its attributes, or the end of one."""

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
        """A plain tag and all plain ones that follow it at once, any other by the base."""
        return self._plain_from(i) or super().parse_starttag(i)

    def parse_endtag(self, i: int) -> int:
        """The same for the end of an element."""
        return self._plain_from(i) or super().parse_endtag(i)

    def _plain_from(self, i: int) -> int:
        """Tell the run of plain tags and their text from ``i`` on; where it ends, 0 where there is none."""
        if self.cdata_elem is not None:
            return 0
        data, end = self.rawdata, 0
        while found := _PLAIN.match(data, end or i):
            text, tag, attributes, ended = found.groups()
            if (tag or ended) in _OTHERWISE:
                break
            if text:
                self.handle_data(unescape(text) if "&" in text else text)
            if ended:
                self.handle_endtag(ended)
            else:
                self.lasttag = tag
                self.handle_starttag(tag, [*_ATTRIBUTE.findall(attributes)] if attributes else [])
            end = found.end()
        return end
