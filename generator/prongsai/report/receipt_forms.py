"""Receipts of a visit in the forms that programs read: SARIF, GitHub's annotations, JUnit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from prongsai.errors import Lang, Text
from prongsai.model.finding import Finding, Severity
from prongsai.model.receipt import Judgement, Receipt
from prongsai.model.verdicts import WORDS, remedy
from prongsai.report.annotations import github_annotations
from prongsai.report.junit import Case, Outcome, junit
from prongsai.report.sarif import sarif_document
from prongsai.source.place import Place
from prongsai.source.problems import printable

_SEVERITY: Final[Mapping[Judgement, Severity]] = {"fail": "error", "unknown": "info"}


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an address is written down, and the item (``2565/o24``) that it is evidence of."""

    place: Place
    item: str | None = None


@dataclass(frozen=True)
class Looks:
    """The receipts of a run, for each where its address is written down, and what items are called."""

    receipts: Sequence[Receipt]
    spots: Sequence[Sequence[Spot]] = ()
    titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def failed(self) -> bool:
        """Whether any receipt is of class fail."""
        return any(receipt.judgement == "fail" for receipt in self.receipts)

    def count(self, judgement: Judgement) -> int:
        """How many receipts are of a class."""
        return sum(receipt.judgement == judgement for receipt in self.receipts)


def sarif_receipts(looks: Looks, lang: Lang, version: str) -> dict[str, Any]:
    """SARIF 2.1.0: an error for each place of an address that failed, a note where it is unknown."""
    titles: dict[str, Text] = {verdict: explained.title for verdict, explained in WORDS.items()}
    return sarif_document(tuple(findings(looks)), lang, version, titles)


def github_receipts(looks: Looks, lang: Lang) -> str:
    """A workflow command a line, for the same."""
    return github_annotations(tuple(findings(looks)), lang)


def junit_receipts(looks: Looks, lang: Lang) -> str:
    """A case for each item of each address: failed, skipped where it is unknown, or passed."""
    return junit("verify", [case for receipt in looks.receipts for case in _cases(receipt, lang)])


def findings(looks: Looks) -> Iterable[Finding]:
    """A finding for each place of each address that did not pass; the verdict is the rule."""
    for number, receipt in enumerate(looks.receipts):
        if receipt.judgement == "pass":
            continue
        for spot in (looks.spots[number] if looks.spots else ()) or (Spot(Place(receipt.url)),):
            year, _, code = (spot.item or "").rpartition("/")
            yield Finding(
                rule=receipt.verdict,
                name=receipt.verdict,
                family="address",
                severity=_SEVERITY[receipt.judgement],
                message=Text(message(receipt, "th"), message(receipt, "en")),
                path=spot.place.path,
                line=spot.place.line,
                column=spot.place.column,
                fiscal_year=int(year) if year.isdigit() else None,
                item=code or None,
                about=receipt.url,
            )


def message(receipt: Receipt, lang: Lang) -> str:
    """What was found at an address, and what to do about it, on one line."""
    title = WORDS[receipt.verdict].title.in_(lang)
    found = printable(f"{receipt.url} — {receipt.reason.in_(lang)}")
    return f"{title}: {found} — {remedy(receipt).in_(lang)}"


def _cases(receipt: Receipt, lang: Lang) -> Iterable[Case]:
    for item in receipt.items or ("links",):
        if receipt.judgement == "pass":
            yield Case(item, receipt.url)
        else:
            told = message(receipt, lang)
            outcome: Outcome = "failure" if receipt.judgement == "fail" else "skipped"
            yield Case(item, receipt.url, outcome, receipt.verdict, told, told)
