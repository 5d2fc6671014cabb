"""What the command line prints: results on standard output, all else on standard error."""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from prongsai.errors import Lang, Text
from prongsai.model.finding import Finding

_SEVERITY = {
    "error": Text("ผิด", "error"),
    "warning": Text("เตือน", "warning"),
    "info": Text("แนะนำ", "info"),
}


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
    print(json.dumps(value, ensure_ascii=False, indent=1))


def findings_text(findings: Sequence[Finding], root: Path) -> str:
    """Findings grouped by file, each with its line, and a summary."""
    lang, lines = _voice.lang, []
    path = None
    for finding in findings:
        if finding.path != path:
            path = finding.path
            lines.append(f"\n{path}")
        where = f"{finding.path}:{finding.line}:{finding.column}" if finding.line else finding.path
        lines.append(
            f"  {where}: {_SEVERITY[finding.severity].in_(lang)} {finding.rule} {finding.message.in_(lang)}"
        )
        shown = _source_line(root / finding.path, finding.line)
        if shown:
            lines.append(f"    | {shown}")
    lines.append("")
    lines.append(_summary(findings, lang))
    return "\n".join(lines).lstrip("\n")


def _source_line(path: Path, number: int) -> str:
    if not number:
        return ""
    try:
        with path.open(encoding="utf-8-sig") as file:
            for index, line in enumerate(file, 1):
                if index == number:
                    return line.strip()[:160]
    except (OSError, UnicodeDecodeError):
        pass
    return ""


def _summary(findings: Sequence[Finding], lang: Lang) -> str:
    counts = Counter[str](finding.severity for finding in findings)
    if not findings:
        return Text("ไม่พบสิ่งที่ต้องแก้", "nothing to mend").in_(lang)
    parts = [
        f"{_SEVERITY[severity].in_(lang)} {counts[severity]}" for severity in _SEVERITY if counts[severity]
    ]
    return Text("รวม: ", "total: ").in_(lang) + ", ".join(parts)
