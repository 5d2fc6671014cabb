"""A rule's page: the text that ``prongsai rule`` prints, and its documentation."""

from collections.abc import Mapping

from prongsai.errors import Lang, Text
from prongsai.rules.rule import Rule

_FAMILIES = {
    "complete": Text("ครบถ้วน", "complete"),
    "year": Text("ปีและเวลา", "year"),
    "address": Text("ที่อยู่เว็บ", "address"),
    "text": Text("ข้อความ", "text"),
    "score": Text("คะแนน", "score"),
    "person": Text("ข้อมูลส่วนบุคคล", "person"),
    "channel": Text("ช่องทางติดต่อ", "channel"),
    "source": Text("ไฟล์ข้อมูล", "source"),
}
_SEVERITIES = {
    "error": Text("ผิด: ห้ามเผยแพร่จนกว่าจะแก้", "error: not published before it is mended"),
    "warning": Text("เตือน: เสี่ยงเสียคะแนน", "warning: costs points"),
    "info": Text("แนะนำ: ทำแล้วดีขึ้น", "info: better when done"),
}
_CONFIDENCES = {
    "high": Text("แน่ใจ", "high"),
    "medium": Text("ค่อนข้างแน่ใจ", "medium"),
    "low": Text("ควรดูด้วยตา", "low"),
}


def family_title(family: str) -> Text:
    """What a family of rules is called."""
    return _FAMILIES[family]


def rule_page(rule: Rule, lang: Lang) -> str:
    """The page as Markdown."""
    label = {
        "family": Text("หมวด", "Family"),
        "severity": Text("ความสำคัญ", "Severity"),
        "confidence": Text("ความแน่ใจ", "Confidence"),
        "fix": Text("แก้ให้ด้วย check --fix ได้", "mended by check --fix"),
        "what": Text("พบอะไร", "What it finds"),
        "why": Text("ทำไมจึงสำคัญ", "Why it matters"),
        "mend": Text("แก้อย่างไร", "How to mend it"),
        "bad": Text("แบบที่พบปัญหา", "Found"),
        "good": Text("แบบที่ถูก", "Not found"),
        "silence": Text("ถ้าตั้งใจให้เป็นเช่นนั้น", "Where it is meant to be so"),
    }
    told = {name: text.in_(lang) for name, text in label.items()}
    lines = [
        f"# {rule.code} {rule.title.in_(lang)}",
        "",
        f"- {told['family']}: {_FAMILIES[rule.family].in_(lang)} (`{rule.family}`), `{rule.name}`",
        f"- {told['severity']}: {_SEVERITIES[rule.severity].in_(lang)}",
        f"- {told['confidence']}: {_CONFIDENCES[rule.confidence].in_(lang)}",
        *([f"- {told['fix']}"] if rule.fixable else []),
    ]
    for name in ("what", "why", "mend"):
        lines += ["", f"## {told[name]}", "", getattr(rule, name).in_(lang)]
    for name in ("bad", "good"):
        lines += ["", f"## {told[name]}", *_files(getattr(rule.example, name))]
    silence = Text(
        f"ใส่เหตุผลไว้ในไฟล์นั้น ผู้ประเมินจะเห็นเหตุผลนี้ด้วย:\n\n```yaml\nsilence:\n  {rule.code}: เหตุผล\n```",
        f"Say why in that file; the assessor sees it:\n\n```yaml\nsilence:\n  {rule.code}: reason\n```",
    )
    lines += ["", f"## {told['silence']}", "", silence.in_(lang)]
    return "\n".join(lines) + "\n"


def _files(files: Mapping[str, str]) -> list[str]:
    lines = []
    for path, text in files.items():
        kind = "markdown" if path.endswith(".md") else "yaml" if path.endswith(".yml") else "text"
        lines += ["", f"`content/{path}`", "", f"```{kind}", text.rstrip("\n"), "```"]
    return lines
