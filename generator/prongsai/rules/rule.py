"""What a rule is: what it finds, why that matters, how to mend it, and the function that finds it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from prongsai.errors import Text
from prongsai.model.finding import Family, Severity
from prongsai.rules.context import Context

Confidence = Literal["high", "medium", "low"]
Loc = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """One place at which a rule fires.

    Attributes:
        source: the file, as ``Disclosure.source`` gives it (it need not exist: a missing item's file).
        loc: keys and indexes from the top of the file's data to the value at fault; ``("body",)`` is the text
            after the data; empty means the file as a whole.
        find: the words inside the value at which the finding points.
        on_key: point at the key instead of at its value.
        values: fill the rule's message.
        fiscal_year, item: where the finding belongs.
        severity, confidence: in place of the rule's own.
        fix: what should stand in place of the whole scalar at ``loc``, where that is certain.
        line: the line, in a file that is no source (a table, a document); 0 is the file as a whole.
        cell: the cell of a table's row, from 0.
    """

    source: str
    loc: Loc = ()
    find: str | None = None
    on_key: bool = False
    values: Mapping[str, object] = field(default_factory=dict)
    fiscal_year: int | None = None
    item: str | None = None
    severity: Severity | None = None
    confidence: Confidence | None = None
    fix: str | None = None
    line: int | None = None
    cell: int | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """Sources that the rule finds fault with, and sources that it doesn't, as an officer would write them.

    Both map a path below ``content/`` to the file's text, are shown in the rule's documentation, and are run
    by the tests. Where they give no ``agency.yml``, a plain one stands for it.
    """

    bad: Mapping[str, str]
    good: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    ``code`` is never given to another rule; ``message`` has the value at fault and how to mend it, with
    placeholders in braces that a hit's ``values`` fill.
    """

    code: str
    name: str
    family: Family
    severity: Severity
    title: Text
    what: Text
    why: Text
    mend: Text
    message: Text
    example: Example
    check: Callable[[Context], Iterator[Hit]]
    confidence: Confidence = "high"
    fixable: bool = False
