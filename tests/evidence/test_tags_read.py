"""The quicker parser tells what the standard one tells, for any text."""

from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.evidence.tags import Tags

PIECES = st.sampled_from([
    "<", ">", "</", "/>", '"', "'", "=", " ", "\n", "&amp;", "&lt", "<p>", "</p>", "<br/>", "<br />", "<P>", "</P >",
    '<a href="/x">', '<a href="/x?a=1&amp;b=2">', "<a href=/x>", "<a href='x' class=\"y\">", '<a  b="c">',
    '<a b="c"d="e">', '<a b="c" b="d">', '<p data-x="">', '<h1 hidden>', "<script>", "</script>", "<style>", "</style>",
    "<title>", "</title>", "<textarea>", "</textarea>", "<!-- x -->", "<!doctype html>", "<?pi?>", "</>", "< p>",
    "<p", "<input value=\"a>b\">", "ข้อความ", "x", "\0", "<x-y>", "</x-y>", '<p\tid="x">', '<p ID="x">', "<noscript>",
])  # fmt: skip


def told(kind: type[HTMLParser], text: str) -> list[tuple[str, object]]:
    """What a parser tells of ``text``, with neighbouring pieces of text put together."""
    events: list[tuple[str, object]] = []

    class Telling(kind):  # type: ignore[misc, valid-type]
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            events.append((f"<{tag}>", attrs))

        def handle_endtag(self, tag: str) -> None:
            events.append((f"</{tag}>", None))

        def handle_data(self, data: str) -> None:
            if events and events[-1][0] == "text":
                data = f"{events.pop()[1]}{data}"
            events.append(("text", data))

    reader = Telling()
    reader.feed(text)
    reader.close()
    return events


@given(st.lists(PIECES, max_size=14).map("".join))
@settings(max_examples=600)
def test_the_same_is_told(text: str) -> None:
    assert told(Tags, text) == told(HTMLParser, text)
