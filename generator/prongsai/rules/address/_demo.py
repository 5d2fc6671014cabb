"""The sources of the family's examples: one agency, one year, and the evidence of an item or two."""

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
