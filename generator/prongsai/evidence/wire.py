"""An address as it is sent: what was written is kept byte for byte, what was not encoded is encoded once."""

import ipaddress
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import unquote_to_bytes, urljoin

import idna
from yarl import URL

from prongsai.errors import Text

_SHAPE: Final = re.compile(r"(https?)://([^/?#\\]*)([^?#]*)(\?[^#]*)?(#.*)?", re.IGNORECASE | re.DOTALL)
_HOST: Final = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*\.?")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")
_PORTS: Final = {"http": 80, "https": 443}
_PATH_ESCAPED: Final = frozenset(' "<>`{}^')
_QUERY_ESCAPED: Final = frozenset(' "<>')
_LONGEST: Final = 16_000
_WRONG_NAME: Final = Text("ชื่อเครื่องไม่ถูกต้อง", "the host name is wrong")


class InvalidUrl(ValueError):
    """The address cannot be asked for; ``reason`` says why."""

    def __init__(self, th: str, en: str) -> None:
        super().__init__(en)
        self.reason = Text(th, en)


@dataclass(frozen=True, slots=True)
class Target:
    """An address ready to be sent, all in ASCII; a literal host in its plain notation."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def netloc(self) -> str:
        """Host and port as the request names them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"{self.scheme}://{self.netloc}"

    @property
    def url(self) -> str:
        """The whole address."""
        return self.origin + self.path

    @property
    def sent(self) -> URL:
        """The whole address for the client, which would drop the ``?`` of an empty query."""
        return URL.build(scheme=self.scheme, authority=self.netloc, path=self.path, encoded=True)


@lru_cache(1024)
def target(url: str) -> Target:
    """``url`` as it will be sent; raises :class:`InvalidUrl`."""
    text = url.strip()
    if _CONTROL.search(text):
        raise InvalidUrl("มีอักขระควบคุมในที่อยู่", "the address has control characters in it")
    if len(text) > _LONGEST:
        raise InvalidUrl("ที่อยู่ยาวเกินไป", "the address is too long")
    matched = _SHAPE.fullmatch(text)
    if matched is None:
        raise InvalidUrl("ไม่ใช่ที่อยู่ http:// หรือ https://", "this is no address with http:// or https://")
    scheme = matched[1].lower()
    host, port = _authority(matched[2], _PORTS[scheme])
    path = _escape(matched[3].replace("\\", "/"), _PATH_ESCAPED) or "/"
    return Target(scheme, host, port, path + _escape(matched[4] or "", _QUERY_ESCAPED))


def follow(base: Target, location: str) -> Target:
    """Where a redirect from ``base`` leads; raises :class:`InvalidUrl`."""
    text = re.sub(r"[\t\r\n]", "", location.strip())
    if re.match(r"https?://", text, re.IGNORECASE):
        return target(text)
    if re.match(r"https?:", text, re.IGNORECASE):
        raise InvalidUrl("ปลายทางไม่ใช่ที่อยู่ที่ถูกต้อง", "the target is no right address")
    text = (text.replace("\\", "/", 2) if text[:1] in "/\\" else text).partition("#")[0]
    if text.endswith("?"):  # urljoin would drop the mark of an empty query
        return target(urljoin(base.url, text + "x")[:-1])
    return target(urljoin(base.url, text))


@lru_cache(1024)
def ascii_host(host: str) -> str:
    """``host`` as it is looked up: punycode, or a plain literal; raises :class:`InvalidUrl`."""
    if host.startswith("["):
        return _ipv6(host)
    if "%" in host:
        try:
            host = unquote_to_bytes(host).decode("utf-8")
        except UnicodeDecodeError as error:
            raise InvalidUrl(*_WRONG_NAME) from error
    if not host.isascii():
        host = _punycode(host)
    host = host.lower()
    if not _HOST.fullmatch(host) or len(host.rstrip(".")) > 253 or any(len(x) > 63 for x in host.split(".")):
        raise InvalidUrl(*_WRONG_NAME)
    if host in _PORTS:
        raise InvalidUrl("มี http ซ้ำสองครั้ง", "http stands there twice")
    return _ipv4(host)


def _authority(text: str, default: int) -> tuple[str, int]:
    text = text.rpartition("@")[2]
    matched = re.fullmatch(r"(\[[^\]]*\]|[^:]*)(?::([0-9]*))?", text)
    if matched is None or not matched[1]:
        raise InvalidUrl("ไม่มีชื่อเครื่อง หรือพอร์ตไม่ถูกต้อง", "there is no host name, or the port is wrong")
    port = int(matched[2][:9]) if matched[2] else default
    if not 0 < port < 65536:
        raise InvalidUrl("พอร์ตไม่ถูกต้อง", "the port is wrong")
    return ascii_host(matched[1]), port


def _punycode(host: str) -> str:
    try:
        return idna.encode(host, uts46=True, transitional=False).decode("ascii")
    except (idna.IDNAError, UnicodeError) as error:
        raise InvalidUrl(*_WRONG_NAME) from error


def _ipv6(host: str) -> str:
    inner = host.removeprefix("[").removesuffix("]")
    try:
        return str(ipaddress.IPv6Address(inner.partition("%")[0]))
    except ValueError as error:
        raise InvalidUrl("ที่อยู่ IPv6 ไม่ถูกต้อง", "the IPv6 address is wrong") from error


def _ipv4(host: str) -> str:
    """A host that ends in a number is an IPv4 address in one of its notations, as browsers read it."""
    parts = host.removesuffix(".").split(".")
    if not re.fullmatch(r"[0-9]+|0x[0-9a-f]*", parts[-1]):
        return host
    try:
        numbers = [_number(part) for part in parts]
    except ValueError as error:
        raise InvalidUrl("ที่อยู่ IPv4 ไม่ถูกต้อง", "the IPv4 address is wrong") from error
    fits = (
        len(numbers) <= 4 and all(n < 256 for n in numbers[:-1]) and numbers[-1] < 256 ** (5 - len(numbers))
    )
    if not fits:
        raise InvalidUrl("ที่อยู่ IPv4 ไม่ถูกต้อง", "the IPv4 address is wrong")
    whole = numbers[-1] + sum(n << (8 * (3 - place)) for place, n in enumerate(numbers[:-1]))
    return str(ipaddress.IPv4Address(whole))


def _number(part: str) -> int:
    if part.startswith("0x"):
        return int(part[2:] or "0", 16)
    if len(part) > 1 and part.startswith("0"):
        return int(part, 8)
    return int(part)


def _escape(text: str, escaped: frozenset[str]) -> str:
    """What is not ASCII or may not stand in a request line as percent escapes; the rest untouched."""
    return "".join(
        "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "surrogateescape"))
        if char > "~" or char in escaped
        else char
        for char in text
    )
