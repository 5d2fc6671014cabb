"""Evidence beside what the agency's own last visit found there."""

from collections.abc import Iterator
from typing import NamedTuple

from prongsai.errors import Text
from prongsai.model.receipt import Receipt
from prongsai.rules.address._given import Given, evidence
from prongsai.rules.address._judge import Fault, judge
from prongsai.rules.address._own import Own, own_hosts
from prongsai.rules.context import Context
from prongsai.thai.dates import day_in_thailand, format_date

MAX_REASON = 200
ELSEWHERE = frozenset({"A301", "A302", "A307"})
"""Faults that say: not on a host of the agency."""


class Visited(NamedTuple):
    """A piece of evidence with its receipt. ``own``: the agency's hosts."""

    given: Given
    receipt: Receipt
    own: Own

    @property
    def fault(self) -> Fault | None:
        """What the address itself, without a visit, has wrong."""
        return judge(self.given.url, self.given.place, self.own)

    @property
    def reason(self) -> Text:
        """What was found, cut where it is long."""
        return Text(_cut(self.receipt.reason.th), _cut(self.receipt.reason.en))

    @property
    def since(self) -> Text:
        """When it was last as it should be."""
        if self.receipt.last_ok:
            day = day_text(self.receipt.last_ok)
            return Text(f"พบครั้งล่าสุด {day.th}", f"last found {day.en}")
        return Text("ยังไม่เคยพบตั้งแต่เริ่มตรวจ", "never found so far")


def visited(context: Context) -> Iterator[Visited]:
    """The evidence on the web that has a receipt."""
    receipts = context.site.receipts
    if not receipts:
        return
    own = own_hosts(context.site)
    for given in evidence(context):
        if receipt := receipts.get(given.url):
            yield Visited(given, receipt, own)


def day_text(moment: str) -> Text:
    """The day, in Thailand, of an ISO moment."""
    day = day_in_thailand(moment)
    return Text(format_date(day, style="short"), format_date(day, lang="en", style="short"))


def _cut(text: str) -> str:
    return f"{text[:MAX_REASON]}…" if len(text) > MAX_REASON else text
