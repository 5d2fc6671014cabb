"""robots.txt as RFC 9309 has it: the longest matching rule decides, ``*`` and ``$`` are understood."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote_to_bytes

MOST: Final = 500 * 1024
_RULES: Final = 2000
_AGENT: Final = re.compile(r"[a-z_-]+")


@dataclass(frozen=True, slots=True)
class Rule:
    """What a path must look like, and whether it is allowed then."""

    length: int
    allow: bool
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules for one user agent."""

    rules: Sequence[Rule] = ()
    delay: float | None = None

    def permits(self, path: str) -> bool:
        """Whether ``path`` (with its query) may be asked for."""
        plain = _plain(path)
        fitting = [rule for rule in self.rules if rule.pattern.match(plain)]
        return max(((rule.length, rule.allow) for rule in fitting), default=(0, True))[1]


def read_robots(body: bytes, agent: str) -> Robots:
    """The rules in ``body`` for ``agent`` (its product token), or those for everybody."""
    groups: dict[str, list[tuple[str, str]]] = {}
    named: list[str] = []
    open_ = False
    for line in body[:MOST].decode("utf-8-sig", "replace").splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if not colon:
            continue
        if key == "user-agent":
            named = [*named, _token(value)] if open_ else [_token(value)]
            open_ = True
            groups.setdefault(named[-1], [])
        elif key in ("allow", "disallow", "crawl-delay"):
            open_ = False
            for name in named:
                groups[name].append((key, value))
    lines = groups.get(_token(agent), groups.get("*", []))
    rules = [_rule(key, value) for key, value in lines[:_RULES] if key != "crawl-delay" and value]
    return Robots(tuple(rules), next((d for k, v in lines if k == "crawl-delay" and (d := _delay(v))), None))


def _token(value: str) -> str:
    if value.startswith("*"):
        return "*"
    matched = _AGENT.match(value.lower())
    return matched[0] if matched else ""


def _delay(value: str) -> float | None:
    return float(value) if re.fullmatch(r"\d{1,6}(\.\d{1,6})?", value, re.ASCII) else None


def _rule(key: str, value: str) -> Rule:
    anchored = value.endswith("$")
    parts = [re.escape(_plain(part)) for part in re.sub(r"\*+", "*", value.removesuffix("$")).split("*")[:12]]
    return Rule(
        len(value), key == "allow", re.compile(".*?".join(parts) + (r"\Z" if anchored else ""), re.DOTALL)
    )


def _plain(path: str) -> str:
    return quote(unquote_to_bytes(path), safe="/?=&*$:;,@!+~'()-._")
