"""What a page says of the visits to one piece of evidence: last time, at filing, and of a kept copy."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from prongsai.errors import Lang
from prongsai.model.disclosure import HeldFile
from prongsai.model.receipt import Filing, Judgement, Receipt, Verdict
from prongsai.model.site import Site, Year
from prongsai.model.verdicts import label_of, standing_of
from prongsai.pages import shapes, words
from prongsai.pages.labels import labels
from prongsai.pages.words import Sign
from prongsai.thai.dates import day_in_thailand, format_date

MAX_REASON = 300
MANY_FAILURES = 2


@dataclass(frozen=True, slots=True)
class Moment:
    """A day as people write it, in Thailand's time, with the ISO moment for machines."""

    text: str
    iso: str


@dataclass(frozen=True, slots=True)
class ReceiptView:
    """What the last visit found. ``leads_to``: where a moved document is now."""

    verdict: Verdict
    judgement: Judgement
    sign: Sign
    when: Moment | None
    found: str
    facts: tuple[str, ...]
    leads_to: str | None
    sha256: str | None


@dataclass(frozen=True, slots=True)
class FiledView:
    """What was found when the year was filed; ``compared`` tells whether it is still the same file."""

    when: Moment
    found: str
    compared: str | None


@dataclass(frozen=True, slots=True)
class CopyView:
    """A copy that the agency kept of evidence that no longer stands as it did."""

    address: str
    kind: str
    seen: str | None
    sha256: str


@dataclass(frozen=True, slots=True)
class Visits:
    """What is known of one piece of evidence; nothing for a file held on the site."""

    unvisited: Sign | None = None
    receipt: ReceiptView | None = None
    filed: FiledView | None = None
    copy: CopyView | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """All receipts from which the views of a year's evidence are made."""

    lang: Lang
    receipts: Mapping[str, Receipt] = field(default_factory=dict)
    copies: Mapping[str, HeldFile] = field(default_factory=dict)
    filed: Filing | None = None

    def visits(self, url: str) -> Visits:
        """What is known of the evidence at ``url``."""
        receipt = self.receipts.get(url)
        then = self.filed.receipts.get(url) if self.filed else None
        copy = self.copies.get(url)
        return Visits(
            None if receipt else unvisited(self.lang),
            _receipt(receipt, self.lang) if receipt else None,
            _filed(self.filed, then, receipt, self.lang) if self.filed and then else None,
            _copy(copy, receipt, self.lang) if copy and receipt and receipt.judgement == "fail" else None,
        )


def record_of(site: Site, year: Year) -> Record:
    """The record of a year's evidence."""
    return Record(site.agency.language, site.receipts, site.copies, year.filed)


def moment(iso: str, lang: Lang) -> Moment:
    """An ISO moment as the day that it is in Thailand."""
    return Moment(format_date(day_in_thailand(iso), lang=lang, style="short"), iso)


def sign_of(receipt: Receipt, lang: Lang) -> Sign:
    """How the evidence of a receipt stands, in words and as a shape."""
    standing = standing_of(receipt)
    return Sign(f"receipt_{standing}", label_of(receipt).in_(lang), shapes.RECEIPT[standing])


def unvisited(lang: Lang) -> Sign:
    """The sign of evidence that was never visited."""
    t = labels(lang)
    return Sign("receipt_none", t.unvisited, shapes.RECEIPT[None])


def _receipt(receipt: Receipt, lang: Lang) -> ReceiptView:
    return ReceiptView(
        receipt.verdict,
        receipt.judgement,
        sign_of(receipt, lang),
        moment(receipt.checked_at, lang) if receipt.checked_at else None,
        found(receipt, lang),
        _facts(receipt, lang),
        _leads_to(receipt),
        receipt.sha256,
    )


def found(receipt: Receipt, lang: Lang) -> str:
    """What was found: of good evidence its kind and size, otherwise the receipt's own reason."""
    if receipt.judgement != "pass":
        reason = receipt.reason.in_(lang)
        return f"{reason[:MAX_REASON]}…" if len(reason) > MAX_REASON else reason
    t = labels(lang)
    if receipt.media_type == "text/html":
        return str(t.found_page)
    kind = words.found_kind(receipt.media_type)
    size = words.size(receipt.bytes, lang) if receipt.bytes else None
    return " ".join(filter(None, (t.found_document, kind, size)))


def _facts(receipt: Receipt, lang: Lang) -> tuple[str, ...]:
    t = labels(lang)
    facts = []
    if receipt.judgement != "pass":
        seen = (
            t.last_seen.format(date=moment(receipt.last_ok, lang).text) if receipt.last_ok else t.never_seen
        )
        facts.append(seen)
        if receipt.failures >= MANY_FAILURES:
            facts.append(t.failures.format(count=receipt.failures))
    elif receipt.first_ok:
        facts.append(t.first_seen.format(date=moment(receipt.first_ok, lang).text))
    return tuple(facts)


def _leads_to(receipt: Receipt) -> str | None:
    """The new address of a moved document; one that no browser should open from here is left out."""
    final = receipt.final_url
    if receipt.verdict != "moved" or final is None or not final.startswith(("https://", "http://")):
        return None
    return final


def _filed(filing: Filing, then: Receipt, now: Receipt | None, lang: Lang) -> FiledView:
    t, compared = labels(lang), None
    if now and now.sha256 and then.sha256:
        compared = str(t.same_file if now.sha256 == then.sha256 else t.other_file)
    return FiledView(moment(filing.filed_at, lang), found(then, lang), compared)


def _copy(copy: HeldFile, receipt: Receipt, lang: Lang) -> CopyView:
    t = labels(lang)
    kind = f"{words.media(copy.media_type, copy.address)} {words.size(copy.bytes, lang)}"
    seen = t.original_seen.format(date=moment(receipt.last_ok, lang).text) if receipt.last_ok else None
    return CopyView(copy.address, kind, seen, copy.sha256)
