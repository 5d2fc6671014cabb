"""What is wrong with one address: the first fault in the order in which an officer would mend them."""

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from prongsai.rules.address._own import Own, is_known
from prongsai.rules.hosts import FULL_WIDTH, bare, is_private, is_within, lookalike, parts_of, registrable
from prongsai.rules.known_hosts import (
    FORM_TOPICS,
    HOME_TOPICS,
    NATIONAL,
    PROCUREMENT,
    SHORTENERS,
    SOCIAL,
    SOCIAL_TOPICS,
    STORES,
)
from prongsai.thai.digits import to_arabic

CHANNEL = "channel:"
WEBSITE = "website"
HOST = "host"
_DOCUMENT_CHANNELS = frozenset({f"{CHANNEL}privacy", f"{CHANNEL}no_gift"})
_AGENCY = frozenset({WEBSITE, HOST})

_SPACES = re.compile(r"[\s\xad\u200b-\u200f\u2060-\u206f\ufeff]+")
_EDGE_SPACES = re.compile(r"(?<=/)(?:%20)+|(?:%20)+(?=[/?#]|$)")
_THAI_DIGIT = re.compile(r"[๐-๙]|%E0%B9%9[0-9]", re.IGNORECASE)
_THAI_LETTER = re.compile(r"[ก-๏]")
_TWICE = re.compile(r"^(?:https?://)+(?=https?://)", re.IGNORECASE)
_DOCUMENT = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|od[ts]|csv|zip|rar|jpe?g|png|gif|webp)$", re.IGNORECASE)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LOGIN = _words("login login.php login.aspx login.html log-in signin sign-in sign_in wp-login.php logon auth")
_ADMIN = _words(
    "admin admin.php wp-admin administrator backend backoffice back-office back_office cpanel phpmyadmin"
    " adminpanel cms-admin controlpanel"
)
_SEARCH = _words(
    "search search.php search.html search.aspx searchresult search-result search-results search_result"
    " searchresults search_results"
)
_PREVIEW = frozenset({"preview", "_preview"})
_SEARCH_QUERY = re.compile(
    r"(?:^|&)(?:s=(?!\d+(?:&|$))[^&]|(?:search|searchword|search_query|keywords?)=[^&]"
    r"|option=com_(?:search|finder)|view=search)",
    re.IGNORECASE,
)
_PREVIEW_QUERY = re.compile(
    r"(?:^|&)(?:preview|draft|elementor-preview|preview_id|preview_nonce)=(?!0\b|false)", re.IGNORECASE
)
_EDIT_QUERY = re.compile(r"(?:^|&)(?:action|task|do|mode)=(?:edit|[a-z.]*\.edit)(?:&|$)", re.IGNORECASE)
_ENGINE = re.compile(r"(?:google\.[a-z.]+|bing\.com|yahoo\.com|duckduckgo\.com|baidu\.com|yandex\.[a-z]+)")
_PAGE = re.compile(
    r"(?:^|&)(?:page|paged|page_?no|page_?num(?:ber)?|pagenum|หน้า)=0*([2-9]|[1-4][0-9])(?:&|$)",
    re.IGNORECASE,
)
_PAGE_PATH = re.compile(r"/page/0*(?:[2-9]|[1-4][0-9])/?$", re.IGNORECASE)


class Fault(NamedTuple):
    """What is wrong. ``about``: its kind, or the host that was meant; ``mended``: the address put right."""

    code: str
    about: str = ""
    mended: str | None = None
    sure: bool = True


@lru_cache(maxsize=50_000)
def judge(url: str, place: str, own: Own) -> Fault | None:
    """The fault of ``url``, given for ``place`` (a topic, a channel, the website); None without one."""
    if url.lower().startswith(("mailto:", "tel:")):
        return None
    tidied = tidy(url)
    if is_private(tidied):
        return Fault("A305")
    if tidied != url:
        return Fault("A303", mended=tidied)
    host = parts_of(url).host
    if not host or (place == HOST and is_known(host)):
        return None
    if not is_known(host) and (meant := lookalike(host, own.hosts)):
        return Fault("A302", meant)
    if place == HOST or is_social(host, place):
        return None
    return _of_kind(url, place) or _of_host(url, place, own) or _of_page(url, place, own) or _of_digits(url)


def is_social(host: str, place: str) -> bool:
    """Whether a host of social media is what ``place`` asks for."""
    asks = place in SOCIAL_TOPICS or (place.startswith(CHANNEL) and place not in _DOCUMENT_CHANNELS)
    return asks and is_within(host, SOCIAL)


def _of_kind(url: str, place: str) -> Fault | None:
    """A306: an address that is not a page's own, or not meant for citizens."""
    kind = passing(url)
    if kind is None or (kind == "login" and place in ("e-service", f"{CHANNEL}corruption")):
        return None
    if kind == "short" and _is_map_or_form(url, place):
        return None
    if kind == "search" and place.startswith("procurement") and is_within(parts_of(url).host, PROCUREMENT):
        return None
    return Fault("A306", kind)


def _of_host(url: str, place: str, own: Own) -> Fault | None:
    """A307 and A301: an address somewhere else."""
    host = parts_of(url).host
    if is_within(host, own.hosts) or _is_map_or_form(url, place):
        return None
    if is_within(host, SOCIAL) or is_within(host, STORES):
        kind = "social" if is_within(host, SOCIAL) else "store"
        return None if place == WEBSITE else Fault("A307", kind)
    if not own.hosts or _is_allowed(host, place):
        return None
    return Fault("A301", own.home[0])


def _is_map_or_form(url: str, place: str) -> bool:
    host, path = parts_of(url).host, parts_of(url).path
    if place in ("contact", f"{CHANNEL}contact"):
        is_map = host.startswith("maps.") or path.startswith("/maps")
        return is_map and ("google." in host or host.endswith("goo.gl"))
    asks = place in FORM_TOPICS or (place.startswith(CHANNEL) and place not in _DOCUMENT_CHANNELS)
    return asks and (host in ("forms.gle", "forms.office.com") or "/forms/" in path) and "edit" not in path


def _is_allowed(host: str, place: str) -> bool:
    if place.startswith("procurement") and (is_within(host, PROCUREMENT) or host.startswith("egp")):
        return True
    portal = next((name for name in NATIONAL if is_within(host, (name,))), None)
    if portal is None:
        return False
    topics = NATIONAL[portal]
    return topics is None or place in topics or place.startswith(CHANNEL)


def _of_page(url: str, place: str, own: Own) -> Fault | None:
    """A309 and A310: a later page of a list, and the front page itself."""
    parts = parts_of(url)
    if _PAGE.search(parts.query) or _PAGE_PATH.search(parts.path):
        return Fault("A309", "page")
    if place in HOME_TOPICS or place in _AGENCY or place.startswith(CHANNEL):
        return None
    plain = re.fullmatch(r"/?(?:(?:index|home|default)\.[a-z]{3,5}/?)?", parts.path, re.IGNORECASE)
    is_home = plain and not parts.query and not parts.fragment.startswith(("/", "!"))
    return Fault("A310") if is_home and (not own.home or bare(parts.host) in own.home) else None


def _of_digits(url: str) -> Fault | None:
    """A303 again, unsure: Thai digits beside Thai letters may be a file's real name."""
    return Fault("A303", sure=False) if _THAI_DIGIT.search(url) else None


def passing(url: str) -> str | None:
    """Which kind of passing address it is; None when it is a page's own."""
    parts = parts_of(url)
    host = bare(parts.host)
    if is_within(host, SHORTENERS):
        return "short"
    if _ENGINE.fullmatch(registrable(host)) and parts.path in ("/search", "/url", "/webhp", "/imgres"):
        return "search"
    if host.startswith("translate.") or host.endswith(".translate.goog"):
        return "preview"
    steps = [step.lower() for step in parts.path.split("/") if step]
    if _EDIT_QUERY.search(parts.query) or (steps and steps[-1] in ("edit", "edit.php")):
        return "edit"
    if _PREVIEW_QUERY.search(parts.query):
        return "preview"
    if _SEARCH_QUERY.search(parts.query):
        return "search"
    if is_within(host, STORES) or _DOCUMENT.search(parts.path):
        return None
    kinds = (("admin", _ADMIN), ("login", _LOGIN), ("search", _SEARCH), ("preview", _PREVIEW))
    return next((kind for kind, words in kinds if any(step in words for step in steps)), None)


@lru_cache(maxsize=50_000)
def tidy(url: str) -> str:
    """``url`` without what never belongs in an address; Thai digits stay where they may be a file's name."""
    text = _TWICE.sub("", _SPACES.sub("", url.translate(FULL_WIDTH)))
    text = _without_end(_EDGE_SPACES.sub("", text))
    head, mark, rest = text.partition("://")
    if not mark or head.lower() not in ("http", "https"):
        return text
    address, sign, tail = _split(rest)
    host, slash, path = address.partition("/")
    host = re.sub(r"\.{2,}", ".", to_arabic(host))
    path = re.sub(r"(?<!:)/{2,}", "/", f"{slash}{path}")
    return f"{head}://{host}{_arabic(path)}{sign}{_arabic(tail)}"


def _split(rest: str) -> tuple[str, str, str]:
    match = re.search(r"[?#]", rest)
    return (rest[: match.start()], match[0], rest[match.end() :]) if match else (rest, "", "")


def _arabic(text: str) -> str:
    if not _THAI_DIGIT.search(text):
        return text
    return "".join(_arabic_step(step) for step in re.split(r"([/&#])", text))


def _arabic_step(step: str) -> str:
    if _THAI_LETTER.search(to_arabic(unquote(step))):
        return step
    return to_arabic(re.sub(r"%E0%B9%9([0-9])", r"\1", step, flags=re.IGNORECASE))


def _without_end(url: str) -> str:
    """``url`` without the punctuation of the sentence that it stood in."""
    text = url.rstrip(".,;:!'\"“”‘’…]}>")
    while text.endswith(")") and text.count(")") > text.count("("):
        text = text[:-1].rstrip(".,;:")
    return text
