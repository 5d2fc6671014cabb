"""The pages' own texts in a language, for templates; the texts stand in ``texts``, by where they are said."""

from functools import cache
from types import SimpleNamespace

from prongsai.errors import Lang
from prongsai.pages.texts.channels import CHANNELS
from prongsai.pages.texts.every_page import EVERY_PAGE
from prongsai.pages.texts.item import ITEM
from prongsai.pages.texts.overview import OVERVIEW
from prongsai.pages.texts.people import PEOPLE
from prongsai.pages.texts.receipt import RECEIPT
from prongsai.pages.texts.report import REPORT

PARTS = (EVERY_PAGE, ITEM, RECEIPT, OVERVIEW, REPORT, PEOPLE, CHANNELS)
_TEXTS = {name: text for part in PARTS for name, text in part.items()}


@cache
def labels(lang: Lang) -> SimpleNamespace:
    """The texts in ``lang`` as attributes, for templates."""
    return SimpleNamespace(**{name: text.in_(lang) for name, text in _TEXTS.items()})
