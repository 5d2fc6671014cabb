"""A machine without internet, told from dead links."""

from collections.abc import Callable

import pytest

from prongsai.errors import Text
from prongsai.evidence.offline import is_offline
from prongsai.model.receipt import Receipt


def looks(*found: str) -> list[Receipt]:
    """Receipts from ``HOST VERDICT [STATUS]``."""
    receipts = []
    for one in found:
        host, verdict, *status = one.split()
        receipts.append(
            Receipt(f"https://{host}/x", verdict, Text("", ""), int(status[0]) if status else None)  # type: ignore[arg-type]
        )
    return receipts


def names(resolve: bool) -> Callable[[str], bool]:
    return lambda _: resolve


def never(_: str) -> bool:
    raise AssertionError("asked for a name without need")


DEAD = ("a.go.th connect_error", "b.go.th timeout", "c.go.th connect_error")


@pytest.mark.parametrize(
    ("found", "resolve", "expected"),
    [
        # three hosts and more, of which none is said not to exist
        (DEAD, never, True),
        # one or two hosts: the names decide
        (DEAD[:1], names(True), False),
        (DEAD[:2], names(False), True),
        (("a.go.th timeout", "www.a.go.th timeout", "a.go.th connect_error"), names(True), False),
        # names that are said not to exist
        (("a.go.th dns_error",) * 5, names(True), False),
        (("a.go.th dns_error", *DEAD), names(True), False),
        (("a.go.th dns_error", *DEAD), names(False), True),
        # whatever answers proves a network
        ((*DEAD, "d.go.th not_found 404"), never, False),
        ((*DEAD, "127.0.0.1:80 ok 200"), never, False),
        ((*DEAD, "d.go.th tls_error"), never, False),
        ((*DEAD, "d.go.th connect_error 502"), never, False),
        # what says nothing about the internet
        (("town.invalid dns_error", "localhost connect_error", "10.0.0.1 timeout"), never, False),
        (("intranet connect_error", "a.test dns_error", "[::1] timeout"), never, False),
        ((*DEAD, "10.0.0.1 ssrf_blocked", "x invalid_url"), never, True),
        (("8.8.8.8 connect_error",), names(False), True),
        ((), never, False),
    ],
)
def test_offline(found: tuple[str, ...], resolve: Callable[[str], bool], expected: bool) -> None:
    assert is_offline(looks(*found), resolve) is expected
