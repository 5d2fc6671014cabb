"""The sources of the family's examples: one agency, one year, and the evidence of an item or two."""

import json

from prongsai.model.receipt import RECEIPTS_FORMAT

AGENCY = """\
name: เทศบาลตำบลตัวอย่าง
kind: เทศบาลตำบล
website: https://www.example-town.invalid
hosts: [www.example-town.invalid]
"""
SITE = "https://www.example-town.invalid"


def item(target: str, title: str = "หน้าอำนาจหน้าที่", ways: str = "") -> str:
    """An item's file with one piece of evidence; ``target`` is its ``url: …`` or ``file: …``."""
    steps = f"breadcrumbs:\n  - {ways}\n" if ways else ""
    return f"---\nreported: done\n{steps}evidence:\n  - title: {title}\n    {target}\n---\n"


def sources(**items: str) -> dict[str, str]:
    """The sources of a year with these items, by their codes."""
    files = {"agency.yml": AGENCY, "2566/year.yml": "framework: nacc-2566\n"}
    return files | {f"2566/{code}.md": text for code, text in items.items()}


def lock(url: str, verdict: str, reason: str, **more: object) -> dict[str, str]:
    """The receipts of a project with one receipt, by the file's path below ``content/``."""
    receipt = {"verdict": verdict, "reason": reason, "checked_at": "2023-02-20T03:00:00+00:00"} | more
    document = {"format": RECEIPTS_FORMAT, "receipts": {url: receipt}}
    return {"receipts.lock.json": json.dumps(document, ensure_ascii=False, indent=1) + "\n"}
