"""Web addresses as a scan prints them: put together where it broke them, in the digits that they have."""

import re
from dataclasses import dataclass
from typing import Final

from pydantic_core import PydanticCustomError

from prongsai.model.fields import check_address
from prongsai.thai.digits import to_arabic
from prongsai.thai.text import clean

_START: Final = re.compile(r"(?:https?\s?:\s?/\s?/\s?|(?<![\w@./])www\.)(?=[\w๐-๙])", re.IGNORECASE)
_PIECE: Final = re.compile(r"[A-Za-z0-9๐-๙/_\-.~%?=&#+:@,;!$'()*]+")
_OPEN: Final = re.compile(r"[/\-_=?&.%#]$")
_PATH: Final = re.compile(
    r"^[/?&=#_-]|/|\.(?:pdf|docx?|xlsx?|html?|php|aspx?|jpe?g|png|zip|rar|pptx?)$", re.IGNORECASE
)
_NUMBER: Final = re.compile(r"^\(?[0-9๐-๙]{1,2}[.)]$")
_WORDS: Final = frozenset(
    [
        "facebook",
        "line",
        "website",
        "web",
        "page",
        "link",
        "url",
        "pdf",
        "word",
        "excel",
        "e-service",
        "service",
        "gift",
        "policy",
        "no",
        "qr",
        "code",
        "ita",
        "oit",
        "eit",
        "iit",
        "itas",
        "and",
        "or",
        "google",
        "form",
        "youtube",
        "instagram",
        "twitter",
        "q&a",
    ]
)
_FILE: Final = re.compile(r"\.(?:pdf|docx?|xlsx?|html?|php|aspx?|jpe?g|png|zip|rar|pptx?)$", re.IGNORECASE)


@dataclass(frozen=True)
class Found:
    """An address: as it works, as printed (None where that is the same), and where it stood in the text.

    ``joined``: a break inside a word was closed, by its look alone.
    """

    url: str
    printed: str | None
    start: int
    end: int
    joined: bool = False


def find_addresses(text: str) -> list[Found]:
    """The web addresses of a text in order; those that no page may link to are left out."""
    found = []
    starts: list[int] = []
    reach = -1
    for match in _START.finditer(text):
        # ``https://`` at the end of a line and ``www.`` on the next are one address.
        if match.start() > reach:
            starts.append(match.start())
            reach = match.end() if "/" in match.group() else -1
    for index, start in enumerate(starts):
        limit = starts[index + 1] if index + 1 < len(starts) else len(text)
        address = _read(text, start, limit)
        if address:
            found.append(address)
    return found


def _read(text: str, start: int, limit: int) -> Found | None:
    head = _START.match(text, start)
    if head is None:
        return None
    piece = _PIECE.match(text, head.end())
    if piece is None or piece.start() >= limit:
        return None
    end = min(piece.end(), limit)
    parts, joined = [text[head.start() : end]], False
    while end < limit:
        gap = re.match(r"\s+", text[end:limit])
        following = _PIECE.match(text, end + gap.end()) if gap else None
        if gap is None or following is None or following.start() >= limit:
            break
        word = text[following.start() : min(following.end(), limit)]
        behind = text[following.end() : following.end() + 1]
        kind = _goes_on(
            parts[-1] if len(parts) == 1 else "".join(parts), word, behind, text[following.end() : limit]
        )
        if kind is None:
            break
        joined = joined or kind == "word"
        parts.append(word)
        end = following.start() + len(word)
    printed = text[start:end].rstrip(".,;:'")
    printed = printed[:-1] if printed.endswith(")") and printed.count(")") > printed.count("(") else printed
    end = start + len(printed)
    url = clean(to_arabic(re.sub(r"\s+", "", printed)))
    url = re.sub(r"(?<!:)/{2,}", "/", url) if re.search(r"\s", printed) else url
    url = url if "://" in url else f"http://{url}"
    url = re.sub(r"^HTTP", "http", url, flags=re.IGNORECASE)
    try:
        check_address(url)
    except PydanticCustomError:
        return None
    if "." not in re.sub(r"^https?://", "", url).partition("/")[0]:
        return None
    return Found(url, None if url == printed else " ".join(printed.split()), start, end, joined)


def _goes_on(sofar: str, word: str, behind: str, rest: str) -> str | None:
    """Whether ``word``, behind a space, is of the address: ``mark`` by its marks, ``word`` by its look."""
    if _NUMBER.match(word) or word.strip("-.,()").lower() in _WORDS or word in "-–>":
        return None
    if re.match("[ก-ฮะ-๎]", behind) and not re.search(r"[/.]", word):
        return None
    path = re.sub(r"^[^/]*//", "", sofar)
    # A host without a dot of its own is none: a column's edge cut it.
    if re.fullmatch(r"(?:www\.)?[\w-]+", path) and re.match(r"[a-z0-9-]+\.[a-z]", word):
        return "mark"
    if "/" not in path and re.match(r"\.[a-z]{2,3}(?:/|\.|$)", word):
        return "mark"
    if re.fullmatch(r"[0-9๐-๙]{1,3}", word) and re.match(r"\s*[.)]", rest):
        return None
    if _OPEN.search(sofar) and not (sofar.endswith(".") and "/" in path):
        return "mark" if not (sofar.endswith("/") and word.startswith("-")) else None
    if word[0] in "/?&=#_" or (_PATH.search(word) and not _FILE.search(sofar) and word[0] != "("):
        return "mark" if word[0] in "/?&=#_" else "word"
    segment = path.rpartition("/")[2]
    if (
        "/" in path
        and re.fullmatch(r"[a-z][A-Za-z0-9]{3,}", word)
        and re.fullmatch(r"[A-Za-z]{1,3}", segment)
    ):
        return "word"
    return None
