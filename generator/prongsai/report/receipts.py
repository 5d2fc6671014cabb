"""Receipts for machines: beside each piece of evidence, and as they stood when a year was filed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from prongsai.errors import Lang
from prongsai.model.agency import Agency
from prongsai.model.disclosure import HeldFile
from prongsai.model.receipt import Filing, Receipt
from prongsai.report import shapes
from prongsai.report.agency import agency_name
from prongsai.report.jsontext import moment

_SHA256: Final = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Receipts:
    """The agency's last receipts and its published copies, by address; reasons are told in ``lang``."""

    known: Mapping[str, Receipt] = field(default_factory=dict)
    copies: Mapping[str, HeldFile] = field(default_factory=dict)
    lang: Lang = "th"

    def shape(self, url: str) -> shapes.Receipt | None:
        """The receipt of the evidence at ``url``; None where nobody has visited it."""
        receipt = self.known.get(url)
        if receipt is None:
            return None
        return {**_found(receipt, self.lang), "copy": _copy(self.copies.get(url))}


def filed_file(agency: Agency, filing: Filing) -> shapes.ReceiptsFiled:
    """The receipts of a year as they stood when it was filed, by address."""
    return {
        "format": "prongsai/receipts-filed/1",
        "agency": agency_name(agency),
        "fiscal_year": filing.fiscal_year,
        "filed_at": moment(filing.filed_at) or filing.filed_at,
        "receipts": [_filed(filing.receipts[url], agency.language) for url in sorted(filing.receipts)],
    }


def _filed(receipt: Receipt, lang: Lang) -> shapes.FiledReceipt:
    return {
        "url": receipt.url,
        "items": list(receipt.items),
        **_found(receipt, lang),
        "redirects": list(receipt.redirects),
    }


def _found(receipt: Receipt, lang: Lang) -> shapes.Found:
    return {
        "verdict": receipt.verdict,
        "class": receipt.judgement,
        "reason": receipt.reason.in_(lang),
        "status": receipt.status,
        "final_url": receipt.final_url,
        "media_type": receipt.media_type,
        "bytes": receipt.bytes,
        "sha256": _hash(receipt.sha256),
        "checked_at": moment(receipt.checked_at),
        "first_ok": moment(receipt.first_ok),
        "last_ok": moment(receipt.last_ok),
        "failures": receipt.failures,
    }


def _hash(text: str | None) -> str | None:
    """A hash as it should look; a lock file that somebody edited may hold anything."""
    return text if text and _SHA256.fullmatch(text) else None


def _copy(copy: HeldFile | None) -> shapes.Copy | None:
    if copy is None:
        return None
    return {
        "address": copy.address,
        "media_type": copy.media_type,
        "bytes": copy.bytes,
        "sha256": copy.sha256,
    }
