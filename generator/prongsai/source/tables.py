"""Tables in Markdown: each cell knows its column's heading, so that a phone can show rows as cards."""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX

LABEL = "data-label"


class LabelledTables(Extension):
    """Writes the heading of its column beside each cell of a table."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Label cells once the text in them is no longer Markdown (the inline step has priority 20)."""
        md.treeprocessors.register(_Labels(md), "prongsai-labels", 15)


class _Labels(Treeprocessor):
    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            headings = ["".join(cell.itertext()).strip() for cell in table.iterfind("thead/tr/th")]
            for row in table.iterfind("tbody/tr"):
                for cell, heading in zip(row.iterfind("td"), headings, strict=False):
                    if heading and STX not in heading:  # a stash of raw HTML is no heading
                        cell.set(LABEL, heading)
