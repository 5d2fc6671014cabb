"""The way of one look: where it has been, what is left of its time, the cookies it was given."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from http.cookies import CookieError, Morsel, SimpleCookie

from prongsai.evidence.answer import Exchange
from prongsai.evidence.faults import Failure
from prongsai.evidence.wire import Target

_COOKIES = 20
_LONGEST_COOKIE = 4096


def site_of(at: Target) -> str:
    """The host of ``at`` as one site: its usual ports are one, with or without ``www.``."""
    name = at.host.rstrip(".").removeprefix("www.")
    if name == "localhost" or name.endswith(".localhost"):
        name = "127.0.0.1"
    return name if at.port in (80, 443) else f"{name}:{at.port}"


@dataclass(slots=True)
class Way:
    """One look, from hop to hop; ``left`` are seconds."""

    url: str
    left: float
    passed: list[str] = field(default_factory=list)
    permanent: bool = True
    cookies: dict[str, dict[str, Morsel[str]]] = field(default_factory=dict)
    seen: set[tuple[str, str]] = field(default_factory=set)
    exchanges: list[Exchange] = field(default_factory=list)

    def is_round(self, at: Target) -> bool:
        """Whether this very request was made before; it counts as made from now on."""
        step = (at.url, self.cookie(at))
        known = step in self.seen
        self.seen.add(step)
        return known

    def pass_on(self, at: Target, *, permanent: bool) -> None:
        """The way leads on from ``at``."""
        self.passed.append(at.url)
        self.permanent = self.permanent and permanent

    def cookie(self, at: Target) -> str:
        """The ``Cookie`` header for ``at``: what its own site gave, the secure ones over TLS alone."""
        kept = self.cookies.get(site_of(at), {})
        return "; ".join(
            f"{name}={morsel.coded_value}"
            for name, morsel in kept.items()
            if at.scheme == "https" or not morsel["secure"]
        )

    def keep(self, at: Target, lines: Iterable[str]) -> None:
        """Keep the cookies of a hop, for this look alone: some sites redirect until they get theirs back."""
        kept = self.cookies.setdefault(site_of(at), {})
        for line in list(lines)[:_COOKIES]:
            jar: SimpleCookie = SimpleCookie()
            try:
                jar.load(line[:_LONGEST_COOKIE])
            except CookieError:
                continue
            for name, morsel in jar.items():
                if morsel["max-age"] == "0":
                    kept.pop(name, None)
                elif len(kept) < _COOKIES:
                    kept[name] = morsel

    def copy(self) -> "Way":
        """The same way so far; what follows on one is not seen by the other."""
        cookies = {site: dict(kept) for site, kept in self.cookies.items()}
        return replace(
            self, passed=[*self.passed], cookies=cookies, seen={*self.seen}, exchanges=[*self.exchanges]
        )

    def fail(self, failure: Failure, at: str | None) -> Failure:
        """``failure`` with the way that led to it."""
        return failure.at(at, tuple(self.passed))


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A look that was led to ``at``, which others have to answer for: it goes on from there with its way."""

    way: Way
    at: Target
