"""Addresses and hosts taken apart and compared, without a look at the network."""

import ipaddress
import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from prongsai.thai.digits import to_arabic

FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3002: ord("."), 0x3000: ord(" ")}
"""Full-width forms, as some keyboards type them, to the characters of an address."""

_SECOND_LEVEL = frozenset(
    f"{label}.th" for label in ("go", "or", "ac", "co", "in", "mi", "net", "องค์กร", "รัฐบาล")
)
_PRIVATE = tuple(
    ipaddress.ip_network(f"{start}/{bits}")
    for start, bits in (
        *(("0.0.0.0", 8), ("10.0.0.0", 8), ("100.64.0.0", 10), ("127.0.0.0", 8), ("169.254.0.0", 16)),
        *(("172.16.0.0", 12), ("192.168.0.0", 16), ("::", 128), ("::1", 128), ("fc00::", 7), ("fe80::", 10)),
    )
)
_PRIVATE_NAME = re.compile(
    r"(?:.*\.)?(?:localhost|local|localdomain|lan|intranet|internal|corp|home|private|home\.arpa)"
)
_ALMOST_WWW = re.compile(r"(?:w|ww|wwww+|wvw|vww|wwv|qww|wwe)\.(.+)")
_TRACKING = re.compile(r"(?:utm_[a-z]+|fbclid|gclid)=[^&]*(?:&|$)")


class Parts(NamedTuple):
    """An address taken apart; ``host`` is folded, and empty when the address can't be read."""

    scheme: str
    host: str
    path: str
    query: str
    fragment: str


@lru_cache(maxsize=50_000)
def parts_of(url: str) -> Parts:
    """``url`` taken apart."""
    try:
        split = urlsplit(url.strip())
        host = split.hostname or ""
    except ValueError:
        return Parts(url.partition(":")[0].lower(), "", "", "", "")
    return Parts(split.scheme.lower(), fold_host(host), split.path, split.query, split.fragment)


def fold_host(host: str) -> str:
    """A host in the one form in which two of them compare: small letters, Arabic digits, ASCII."""
    folded = to_arabic(host.translate(FULL_WIDTH)).strip().strip(".").lower()
    if folded.isascii():
        return folded
    try:
        return folded.encode("idna").decode("ascii")
    except UnicodeError:
        return folded


def host_of(written: str) -> str:
    """The folded host of an address, or of a host that stands alone."""
    text = written.strip()
    return parts_of(text if "//" in text else f"//{text}").host


def bare(host: str) -> str:
    """A host without ``www.``, which makes no difference."""
    return re.sub(r"^www\d?\.(?=[^.]+\.)", "", host)


def registrable(host: str) -> str:
    """The part of a host that somebody registered: ``khaoyocity.go.th`` of ``www.khaoyocity.go.th``."""
    labels = host.split(".")
    return ".".join(labels[-3:] if ".".join(labels[-2:]) in _SECOND_LEVEL else labels[-2:])


def is_within(host: str, hosts: "tuple[str, ...] | frozenset[str]") -> bool:
    """Whether ``host`` is one of ``hosts`` or below one of them, with or without ``www.``."""
    name = bare(host)
    if name in hosts:
        return True
    labels = name.split(".")
    return any(".".join(labels[start:]) in hosts for start in range(1, len(labels) - 1))


@lru_cache(maxsize=20_000)
def distance(first: str, second: str, limit: int = 2) -> int:
    """How many letters must be put in, left out, changed or swapped; ``limit`` + 1 when it is more."""
    if abs(len(first) - len(second)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, letter in enumerate(first, 1):
        older, before, row = before, row, [i]
        for j, other in enumerate(second, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == second[j - 2] and first[i - 2] == other:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


@lru_cache(maxsize=20_000)
def lookalike(host: str, own: tuple[str, ...]) -> str | None:
    """The one of ``own`` (bare hosts) that ``host`` seems to misspell; None when it is one, or like none."""
    name = bare(host)
    if name in own:
        return None
    almost = _ALMOST_WWW.fullmatch(host)
    if almost and almost[1] in own:
        return f"www.{almost[1]}"
    return next((other for other in own if _is_near(host, name, other)), None)


def _is_near(host: str, name: str, other: str) -> bool:
    if name.endswith(f".{other}") or other.endswith(f".{name}"):
        return False
    mine, theirs = registrable(name), registrable(other)
    label = len((other if mine == theirs else theirs).split(".")[0])
    if mine == theirs:
        return label >= 5 and distance(name, other, 1) == 1
    limit = 2 if label >= 5 else 1
    nearest = min(distance(mine, theirs), distance(name, other), distance(host, f"www.{other}"))
    return 0 < nearest <= limit


def ip_of(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The IP address that ``host`` is in any notation (127.1, 0x7f000001, 017700000001), or None."""
    text = host.strip("[]").partition("%")[0]
    if ":" in text:
        try:
            six = ipaddress.IPv6Address(text)
        except ValueError:
            return None
        return six.ipv4_mapped or six
    numbers = [_number(part) for part in text.split(".")]
    known = [number for number in numbers if number is not None]
    if len(known) < len(numbers) or len(known) > 4 or any(number > 255 for number in known[:-1]):
        return None
    if known[-1] >= 256 ** (5 - len(known)):
        return None
    value = known[-1] + sum(number << (8 * (3 - place)) for place, number in enumerate(known[:-1]))
    return ipaddress.IPv4Address(value)


def _number(text: str) -> int | None:
    if re.fullmatch(r"0x[0-9a-f]{1,8}", text):
        return int(text, 16)
    if re.fullmatch(r"0[0-7]{1,11}", text):
        return int(text, 8)
    return int(text) if re.fullmatch(r"[0-9]{1,10}", text) else None


@lru_cache(maxsize=20_000)
def is_private(url: str) -> bool:
    """Whether an address can only be reached from inside the office, or from one computer."""
    parts = parts_of(url)
    if parts.scheme == "file":
        return True
    if not parts.host:
        return False
    address = ip_of(parts.host)
    if address is not None:
        return any(address in network for network in _PRIVATE)
    return "." not in parts.host or _PRIVATE_NAME.fullmatch(parts.host) is not None


@lru_cache(maxsize=50_000)
def fold(url: str) -> str:
    """An address in the one form in which two that lead to the same page are equal."""
    parts = parts_of(url)
    path = re.sub(r"/(?:index\.(?:html?|php|aspx?|jsp))?$", "", parts.path, flags=re.IGNORECASE)
    query = _TRACKING.sub("", parts.query).strip("&")
    inner = f"#{parts.fragment}" if parts.fragment.startswith(("/", "!")) else ""
    return f"{bare(parts.host)}{path}{f'?{query}' if query else ''}{inner}"


_LATIN = {
    "กขฃคฅฆ": "[kgcq]",
    "ง": "n",
    "จฉชฌ": "[jcz]",
    "ซศษส": "[sxztd]",
    "ดฎตฏฐฑฒถทธ": "[td]",
    "นณ": "n",
    "บปผพภ": "[bp]",
    "ฝฟ": "[fp]",
    "ม": "m",
    "รลฬ": "[rln]",
}
_LETTERS = {letter: latin for letters, latin in _LATIN.items() for letter in letters}
_KINDS = re.compile(
    r"องค์การบริหารส่วน(?:ตำบล|จังหวัด)|เทศบาล(?:ตำบล|เมือง|นคร)?|อบต\.?|อบจ\.?|ทต\.?|ทม\.?|[ก-ฮ]์|\s"
)


@lru_cache(maxsize=2_000)
def may_be_named(host: str, name: str) -> bool:
    """Whether the host could be the name of ``name`` in Latin letters: its consonants stand in it in order.

    Names are romanised in many ways, so vowels and the consonants that are often left out don't count.
    """
    label, place = registrable(host).split(".")[0], 0
    for letter in _KINDS.sub("", name):
        if latin := _LETTERS.get(letter):
            found = re.compile(latin).search(label, place)
            if found is None:
                return False
            place = found.end()
    return True
