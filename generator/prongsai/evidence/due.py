"""Which addresses are due for a look, and which receipts are young enough to stand."""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime

from prongsai.evidence.links import Wanted
from prongsai.model.receipt import CLASS_OF, Receipt


def due(
    wanted: Sequence[Wanted],
    kept: Mapping[str, Receipt],
    since: datetime,
    now: datetime,
    always: Collection[str] = (),
) -> list[Wanted]:
    """Those of ``wanted`` that have to be looked at.

    A receipt stands when it passed and its look was at ``since`` or later. What failed or stayed unknown is
    always looked at again, for somebody may have mended it; so is what was never looked at, what has a look
    in the future (a clock was wrong), what the receipt no longer fits, and what is in ``always``.
    """
    return [
        link for link in wanted if link.url in always or not _stands(link, kept.get(link.url), since, now)
    ]


def _stands(link: Wanted, receipt: Receipt | None, since: datetime, now: datetime) -> bool:
    if receipt is None or CLASS_OF[receipt.verdict] != "pass":
        return False
    if link.sha256 is not None and receipt.sha256 is not None and link.sha256 != receipt.sha256:
        return False
    looked = moment(receipt.checked_at)
    return looked is not None and since <= looked <= now


def moment(text: str | None) -> datetime | None:
    """A receipt's time; None where there is none, or none that can be read."""
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
