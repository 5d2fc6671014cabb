"""The shapes of what the search looks through: ``data/search.json`` and ``data/documents.json``."""

from typing import Annotated, Literal, NotRequired

from pydantic import Field, with_config
from typing_extensions import TypedDict

from prongsai.report.shapes import CLOSED, Code, Count, FiscalYear, SitePath

Texts = Annotated[list[str], Field(min_length=1)]
"""None twice, none empty."""


class Words(TypedDict):
    """Texts by how much a word in them tells, from much to little; left out where there are none."""

    names: NotRequired[Texts]
    words: NotRequired[Texts]
    near: NotRequired[Texts]
    also: NotRequired[Texts]
    asks: NotRequired[Texts]
    shown: NotRequired[Texts]
    units: NotRequired[Texts]
    said: NotRequired[Texts]


@with_config(CLOSED)
class SearchedWords(Words):
    """What is searched for all pages of a topic or of a kind."""


@with_config(CLOSED)
class SearchedPart(Words):
    """A place in a page: its anchor, and the codes of the items or questions that it is about."""

    at: str
    title: str
    codes: NotRequired[list[str]]


@with_config(CLOSED)
class SearchedPage(Words):
    """A page; `code` is an item's or an indicator's, `empty` says that it has nothing to show."""

    page: SitePath
    kind: str
    title: str
    code: NotRequired[str]
    year: NotRequired[FiscalYear]
    topic: NotRequired[str]
    empty: NotRequired[bool]
    parts: NotRequired[list[SearchedPart]]


@with_config(CLOSED)
class Search(TypedDict):
    """What the search box looks through."""

    format: Literal["prongsai/search/2"]
    common: list[str]
    typed: dict[str, str]
    topics: dict[str, SearchedWords]
    kinds: dict[str, SearchedWords]
    pages: list[SearchedPage]
    documents: NotRequired[Count]


@with_config(CLOSED)
class SearchedDocument(TypedDict):
    """A document or table by pages; `rows` number a table's rows, `at` is its anchor on `page`."""

    file: SitePath
    title: str
    year: FiscalYear
    code: NotRequired[Code]
    page: NotRequired[SitePath]
    unit: NotRequired[Literal["page", "sheet", "row"]]
    pages: list[str]
    rows: NotRequired[list[Count]]
    at: NotRequired[str]


@with_config(CLOSED)
class SearchDocuments(TypedDict):
    """The text of documents and tables held on the site, private numbers hidden."""

    format: Literal["prongsai/search-documents/1"]
    documents: list[SearchedDocument]
