"""What the command line prints: results on standard output, all else on standard error."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from prongsai.errors import Lang, Text
from prongsai.model.finding import Finding

_SEVERITY = {
    "error": Text("ผิด", "error"),
    "warning": Text("เตือน", "warning"),
    "info": Text("แนะนำ", "info"),
}
_NOTHING = Text("ไม่พบสิ่งที่ต้องแก้", "nothing to mend")
_TOTAL = Text("รวม", "total")
_SILENCED = Text("ยกเว้นไว้", "silenced")


@dataclass
class _Voice:
    lang: Lang = "th"
    quiet: bool = False


_voice = _Voice()


def speak(lang: Lang, *, quiet: bool) -> None:
    """Set the language of messages and whether progress is told."""
    _voice.lang, _voice.quiet = lang, quiet


def language() -> Lang:
    """The language of messages."""
    return _voice.lang


def is_quiet() -> bool:
    """Whether progress is not to be told."""
    return _voice.quiet


def say(text: str) -> None:
    """A message for the person at the keyboard."""
    print(text, file=sys.stderr)


def tell(text: Text) -> None:
    """Progress: not told when the person asked for quiet."""
    if not _voice.quiet:
        say(text.in_(_voice.lang))


def result(text: str) -> None:
    """What the command was asked for."""
    print(text)


def document(value: dict[str, Any]) -> None:
    """A JSON document as the result."""
    result(json_text(value))


def json_text(value: dict[str, Any]) -> str:
    """A JSON document as it is printed."""
    return json.dumps(value, ensure_ascii=False, indent=1)


def findings_text(findings: Sequence[Finding], line_of: Callable[[str, int], str]) -> str:
    """Findings by file, each with its line as ``line_of(path, line)`` gives it, and a summary by rule."""
    lang, lines, path = _voice.lang, [], None
    for finding in findings:
        if finding.path != path:
            path = finding.path
            lines += ["", path]
        lines.append(_row(finding, lang))
        shown = line_of(finding.path, finding.line).strip()
        if shown:
            lines.append(f"    | {shown[:160]}")
        if finding.silenced:
            lines.append(f"    {_SILENCED.in_(lang)}: {finding.silenced}")
    return "\n".join([*lines, "", *_summary(findings, lang)]).lstrip("\n")


def _row(finding: Finding, lang: Lang) -> str:
    where = f"{finding.path}:{finding.line}:{finding.column}" if finding.line else finding.path
    return f"  {where}: {_SEVERITY[finding.severity].in_(lang)} {finding.rule} {finding.message.in_(lang)}"


def _summary(findings: Sequence[Finding], lang: Lang) -> list[str]:
    if not findings:
        return [_NOTHING.in_(lang)]
    rules = Counter((finding.rule, finding.name) for finding in findings if not finding.silenced)
    lines = [f"{count:>5}  {rule} {name}" for (rule, name), count in sorted(rules.items())]
    return [*lines, f"{_TOTAL.in_(lang)}: {counts(findings, lang)}"]


def counts(findings: Sequence[Finding], lang: Lang) -> str:
    """How many findings of each severity, and how many are silenced."""
    found = Counter[str](finding.severity for finding in findings if not finding.silenced)
    parts = [
        f"{_SEVERITY[severity].in_(lang)} {found[severity]}" for severity in _SEVERITY if found[severity]
    ]
    silenced = sum(finding.silenced is not None for finding in findings)
    parts += [f"{_SILENCED.in_(lang)} {silenced}"] if silenced else []
    return ", ".join(parts) or _NOTHING.in_(lang)
