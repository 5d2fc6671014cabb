"""Writes the gallery of components: one page for maintainers, of no town's site, that loads nothing.

    python scripts/gallery.py [FILE]        (default: .gallery/index.html)

Each component is drawn from its own ``example.py`` by its real template, four times: on a phone and on a
desk, light and dark. The style is the real one. Only what asks for the window's width asks for that of the
box (``@media`` becomes ``@container``), and a box has its scheme's colours whatever the reader prefers.
"""

import base64
import hashlib
import importlib
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

import prongsai_theme
from prongsai.pages.style import COMPONENTS, ORDER, component_styles, tokens

HERE = Path(__file__).parent
ROOT = HERE.parent
ASSETS = Path(prongsai_theme.__file__).parent / "assets" / "prongsai"
SCHEMES = ("light", "dark")
WIDTHS = ("phone", "desk")
TEXTS = ("ink", "ink-soft", "brand", "accent")
GROUNDS = ("paper", "surface", "brand-soft")
ON_BRAND = (
    ("on-brand", "brand"),
    ("on-header", "header"),
    ("on-header-soft", "header"),
    ("on-header-focus", "header"),
)
CLOSED = "default-src 'none'; base-uri 'none'; form-action 'none'"
ENOUGH = 4.5
"""The contrast that WCAG 2.2, 1.4.3 asks of text."""


@dataclass(frozen=True)
class Box:
    """A state as one reader sees it."""

    width: str
    scheme: str
    html: Markup


@dataclass(frozen=True)
class State:
    """A state of a component, for every reader."""

    name: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Component:
    """A component: what it is, where its sources are, and its states."""

    name: str
    about: str
    sources: tuple[str, ...]
    states: tuple[State, ...]


@dataclass(frozen=True)
class Contrast:
    """A text colour on a ground, and whether that is enough."""

    scheme: str
    text: str
    ground: str
    ratio: float

    @property
    def enough(self) -> bool:
        """Whether text can be read so."""
        return self.ratio >= ENOUGH


def components() -> Iterator[Component]:
    """Every component with its states, in the order of the styles."""
    for name in ORDER:
        folder = COMPONENTS / name
        example = importlib.import_module(f"prongsai.pages.components.{name}.example")
        sources = (folder / "template.html", folder / "style.css", folder / "example.py")
        states = tuple(
            State(about, tuple(_boxes(f"{name}-{number}", str(html))))
            for number, (about, html) in enumerate(example.states(), 1)
        )
        yield Component(
            name,
            (example.__doc__ or "").strip(),
            tuple(path.relative_to(ROOT).as_posix() for path in sources if path.is_file()),
            states,
        )


def _boxes(name: str, html: str) -> Iterator[Box]:
    for width, scheme in product(WIDTHS, SCHEMES):
        yield Box(width, scheme, Markup(apart(html, f"{name}-{width}-{scheme}")))


def apart(html: str, name: str) -> str:
    """``html`` with names of its own, so that it can stand in a page several times; links lead nowhere."""
    ids = set(re.findall(r'\bid="([^"]+)"', html))

    def renamed(found: re.Match[str]) -> str:
        named = " ".join(f"{name}-{one}" if one in ids else one for one in found[2].split())
        return f'{found[1]}="{named}"'

    html = re.sub(r'\b(id|aria-labelledby)="([^"]*)"', renamed, html)
    html = re.sub(r"url\(#([^)]+)\)", rf"url(#{name}-\1)", html)
    return re.sub(r'\bhref="(?!https?:|mailto:|tel:)[^"]*"', f'href="#{name}"', html)


def schemes() -> dict[str, dict[str, str]]:
    """The tokens of each scheme, whole."""
    light, dark = (
        dict(re.findall(r"(--pr-[\w-]+):\s*([^;]+);", block))
        for block in re.findall(r":root \{(.*?)\}", tokens(), re.DOTALL)[:2]
    )
    light["--pr-font"] = f'"Sarabun", {light["--pr-font"]}'
    light["--pr-font-code"] += ', "Sarabun"'
    return {"light": light, "dark": {**light, **dark}}


def luminance(colour: str) -> float:
    """The relative luminance of ``#rrggbb`` (WCAG 2.2)."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def contrasts() -> Iterator[Contrast]:
    """Each text colour on each ground on which it may stand."""
    for scheme, values in schemes().items():
        for text, ground in (*product(TEXTS, GROUNDS), *ON_BRAND):
            yield Contrast(scheme, text, ground, contrast(values[f"--pr-{text}"], values[f"--pr-{ground}"]))


def colours() -> list[str]:
    """The names of the tokens that are colours."""
    return [name.removeprefix("--pr-") for name, value in schemes()["light"].items() if value.startswith("#")]


def sizes(prefix: str) -> list[tuple[str, str]]:
    """The tokens whose names begin so, with their values."""
    return [(name, value) for name, value in schemes()["light"].items() if name.startswith(f"--pr-{prefix}")]


def style() -> str:
    """All of the page's style: the real one, asked of boxes, then the gallery's own."""
    real = "\n".join((tokens(), (ASSETS / "theme.css").read_text("utf-8"), component_styles()))
    own = (HERE / "gallery.css").read_text("utf-8")
    return "\n".join((_with_fonts(asked_of_boxes(real)), *_scheme_rules(), own))


def asked_of_boxes(css: str) -> str:
    """A style sheet that asks for a box's width where it asked for the window's; paper is left out."""

    def query(found: re.Match[str]) -> str:
        asked = [one.removeprefix("screen and ").strip() for one in found[1].split(",")]
        widths = [one for one in asked if "width:" in one]
        if widths:
            return f"@container {widths[0]} {{"
        return "@media not all {" if asked == ["print"] else found[0]

    css = re.sub(r"@media ([^{]+?)\s*\{", query, css)
    return re.sub(r"(?<=\d)vw\b", "cqw", css)


def _with_fonts(css: str) -> str:
    def inside(found: re.Match[str]) -> str:
        data = base64.b64encode((ASSETS / found[1]).read_bytes()).decode()
        return f'url("data:font/woff2;base64,{data}")'

    css = re.sub(r'url\("(fonts/[^"]+)"\)', inside, css)
    return css.replace("font-display: optional", "font-display: block")


def _scheme_rules() -> Iterator[str]:
    for scheme, values in schemes().items():
        own = " ".join(f"{name}: {value};" for name, value in values.items())
        yield f".gallery-{scheme} {{ color-scheme: {scheme}; {own} }}"
        for name in colours():
            yield f".gallery-{scheme} .gallery-swatch--{name} {{ background: var(--pr-{name}); }}"
    for name, _ in (*sizes("space"), *sizes("type")):
        kind = "width" if "space" in name else "font-size"
        yield f".gallery-size{name.removeprefix('-')} {{ {kind}: var({name}); }}"


def gallery() -> str:
    """The whole page."""
    css = style()
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    environment = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("gallery.html").render(
        policy=f"{CLOSED}; style-src 'sha256-{digest}'; font-src data:",
        style=Markup(css),
        components=list(components()),
        schemes=schemes(),
        colours=colours(),
        contrasts=list(contrasts()),
        type_sizes=sizes("type"),
        spaces=sizes("space"),
    )


def main(arguments: Sequence[str]) -> int:
    """Write the page and say where."""
    out = Path(arguments[0]) if arguments else ROOT / ".gallery" / "index.html"
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(gallery(), "utf-8")
    print(out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
