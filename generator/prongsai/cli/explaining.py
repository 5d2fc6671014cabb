"""``prongsai rule``: what a rule or a message about sources means."""

from typing import Annotated

import typer

from prongsai.cli import show
from prongsai.cli.options import Lang, Language, Quiet
from prongsai.errors import ProjectError
from prongsai.rules.page import rule_page
from prongsai.rules.registry import RULES
from prongsai.source.kinds import KINDS


def rule(
    code: Annotated[str, typer.Argument(help="รหัสกฎ เช่น A301")],
    lang: Lang = Language.TH,
    quiet: Quiet = False,
) -> None:
    """Print a rule's page; exits 2 when there is no such rule."""
    show.speak(lang.value, quiet=quiet)
    wanted = code.strip().upper()
    for known in RULES:
        if wanted in (known.code, known.name.upper()):
            show.result(rule_page(known, lang.value))
            return
    kind = KINDS.get(wanted)
    if kind is None:
        codes = ", ".join(known.code for known in RULES)
        raise ProjectError(f"ไม่มีกฎ “{code}” — ที่มีคือ {codes}", f"there is no rule “{code}” — there are {codes}")
    show.result(f"# {kind.code} {kind.name}\n\n{kind.text.in_(lang.value)}")
