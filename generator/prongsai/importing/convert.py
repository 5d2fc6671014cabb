"""Documents in, drafted sources out: the one module that chains reading tables, their meaning and writing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from prongsai.errors import ProngsaiError
from prongsai.importing import items, measures, reasons, scores
from prongsai.importing.accounts import doubt_columns, unread_lines
from prongsai.importing.cards import laid_flat
from prongsai.importing.catalogue import Catalogue, best_framework, known_titles
from prongsai.importing.context import Context
from prongsai.importing.document import Document, Row
from prongsai.importing.draft import Doubt, Draft, Leftover, Note
from prongsai.importing.grids import Grid, Layout, lay_out
from prongsai.importing.guidance import read_guidance
from prongsai.importing.improvements import read_improvements
from prongsai.importing.item_rows import code_pairs, titles_of_grid
from prongsai.importing.kinds import settle
from prongsai.importing.legends import legend_of
from prongsai.importing.links import framework_of
from prongsai.importing.links import settle as settle_links
from prongsai.importing.listed import items_as_tables
from prongsai.importing.lost import doubt_name, doubt_unsure, restored
from prongsai.importing.people import without_people
from prongsai.importing.periods import read_period, usual_periods
from prongsai.importing.sources import (
    MKDOCS,
    Written,
    find_channels,
    find_hosts,
    write_agency,
    write_items,
    write_measures,
    write_year,
)
from prongsai.importing.spacing import Spacing
from prongsai.importing.subject import Subject, agency_in, full_kind, read_area, rival_year, year_in
from prongsai.importing.units import mended_units, read_units
from prongsai.importing.writing import Placed, scalar
from prongsai.model.framework import Framework
from prongsai.thai.text import squash


class NoTable(ProngsaiError):
    """There is no table in a document that this program knows."""


@dataclass(frozen=True)
class Wanted:
    """What the person says instead of the document; None leaves it to the document."""

    agency: str | None = None
    fiscal_year: int | None = None
    framework: str | None = None


@dataclass
class Imported:
    """Drafted sources by path, below the folder of mkdocs.yml, and what became of the rows.

    The rows that are left over are in no file: they are told in the language of the person.
    """

    files: dict[str, str]
    rows: int
    left: list[Leftover]
    doubts: list[Placed]
    notes: int
    facts: int
    agency: str
    years: tuple[int, ...]

    @property
    def placed(self) -> int:
        """Rows that have a place in the sources."""
        return self.rows - sum(leftover.row for leftover in self.left)


@dataclass
class _Kinds:
    """The grids of a document by what they hold."""

    items: list[Grid] = field(default_factory=list)
    measures: list[Grid] = field(default_factory=list)
    guidance: list[Grid] = field(default_factory=list)
    improve: list[Grid] = field(default_factory=list)
    scores: list[Grid] = field(default_factory=list)
    questions: list[Grid] = field(default_factory=list)
    unknown: list[Grid] = field(default_factory=list)


def convert(documents: Sequence[Document], frameworks: Mapping[str, Framework], wanted: Wanted) -> Imported:
    """Sources drafted from documents of one agency; those of one year belong together.

    Raises:
        NoTable: none of their tables is known.
        ProngsaiError: the agency or the year is neither said nor found.
    """
    trusted = known_titles(frameworks.values())
    layouts = [
        replace(lay_out(laid_flat(items_as_tables(one.document))), unsure=one.unsure)
        for one in (restored(document, trusted) for document in documents)
    ]
    catalogues = [Catalogue(framework) for framework in frameworks.values()]
    kinds = [_sorted(layout, catalogues) for layout in layouts]
    if not any(
        one.items or one.measures or one.guidance or one.improve or one.scores or one.questions
        for one in kinds
    ):
        names = ", ".join(document.name for document in documents)
        raise NoTable(
            f"{names}: ไม่พบตารางข้อ OIT ตารางมาตรการ ตารางแนวทางตามตัวชี้วัด หรือตารางคะแนน — ตรวจว่าเป็นไฟล์ที่ต้องการ "
            "และตารางมีหัวตาราง (เช่น ข้อ, ข้อมูล, ผู้รับผิดชอบ, ผลดำเนินการ)",
            f"{names}: no table of items, measures, guidance or scores was found — make sure that it is the"
            " right file and that its tables have headers (like “ข้อ”, “ข้อมูล”, “ผู้รับผิดชอบ”, “ผลดำเนินการ”)",
        )
    subject = _agency(documents, layouts, wanted)
    if not wanted.agency:
        doubt_name(subject, frozenset().union(*(layout.unsure for layout in layouts)))
    by_year: dict[int, list[int]] = {}
    for index, year in enumerate(_years(documents, layouts, wanted)):
        by_year.setdefault(year, []).append(index)
    written = Written({}, [], [], 0, 0)
    for year, indexes in sorted(by_year.items()):
        _year(
            year,
            [layouts[index] for index in indexes],
            [kinds[index] for index in indexes],
            subject,
            frameworks,
            wanted,
            written,
        )
    write_agency(subject, written)
    written.files["mkdocs.yml"] = MKDOCS.format(name=scalar(subject.name or ""))
    rows = sum(layout.rows for layout in layouts)
    return Imported(
        dict(sorted(written.files.items())), rows, written.left, written.doubts, written.notes, written.facts,
        subject.name or "", tuple(sorted(by_year)),
    )  # fmt: skip


def _sorted(layout: Layout, catalogues: list[Catalogue]) -> _Kinds:
    kinds = _Kinds()
    for grid in layout.grids:
        if grid.lines:
            getattr(kinds, settle(grid, catalogues)).append(grid)
    return kinds


def _texts(layout: Layout) -> list[str]:
    return [paragraph.text for paragraph in layout.paragraphs]


def _cell_texts(layout: Layout) -> list[str]:
    return [cell.text for grid in layout.grids for line in grid.lines for cell in line.row.cells if cell.text]


def _agency(documents: Sequence[Document], layouts: Sequence[Layout], wanted: Wanted) -> Subject:
    subject = Subject()
    paragraphs = [text for layout in layouts for text in _texts(layout)]
    everything = [
        *paragraphs,
        *(document.name for document in documents),
        *(row.text() for layout in layouts for row in layout.prose if isinstance(row, Row)),
        *(text for layout in layouts for text in _cell_texts(layout)),
    ]
    found = agency_in([wanted.agency]) if wanted.agency else agency_in(everything)
    if wanted.agency:
        subject.name = wanted.agency.strip()
        subject.kind = full_kind(found[0]) if found else None
    elif found:
        subject.kind, subject.name = found[0], f"{found[0]}{found[1]}"
    else:
        raise ProngsaiError(
            'ไม่พบชื่อหน่วยงานในเอกสาร — ใส่ --agency "เทศบาลตำบล…"',
            'the document names no agency — give it with --agency "เทศบาลตำบล…"',
        )
    read_area(subject, paragraphs)
    return subject


def _years(documents: Sequence[Document], layouts: Sequence[Layout], wanted: Wanted) -> list[int]:
    """The fiscal year of each document; one that says none belongs to the year of the others."""
    if wanted.fiscal_year is not None:
        return [wanted.fiscal_year] * len(documents)
    found = []
    for document, layout in zip(documents, layouts, strict=True):
        texts = _cell_texts(layout)
        periods = [
            one
            for text in texts
            if len(text) < 80 and (one := read_period(text).period) and (one.start or one.end)
        ]
        headings = [document.name.rpartition(".")[0].replace("_", " "), *_texts(layout)]
        found.append(
            year_in(headings[1:] or headings, [*headings, *texts], periods)
            or year_in(headings, texts, periods)
        )
    known = {year for year in found if year}
    if len(known) == 1 or all(found):
        return [year or next(iter(known)) for year in found]
    raise ProngsaiError(
        "ไม่พบปีงบประมาณในเอกสาร — ใส่ --year เช่น --year 2566",
        "no fiscal year was found — give it with --year, like --year 2566",
    )


def _year(
    year: int, layouts: Sequence[Layout], kinds: Sequence[_Kinds], subject: Subject,
    frameworks: Mapping[str, Framework], wanted: Wanted, written: Written,
) -> None:  # fmt: skip
    headings = [text for layout in layouts for text in _texts(layout)]
    grids = {
        name: [grid for one in kinds for grid in getattr(one, name)] for name in _Kinds.__dataclass_fields__
    }
    doubts = doubt_columns(grid for one in grids.values() for grid in one)
    rival = rival_year(headings, year) if wanted.fiscal_year is None else None
    if rival:
        doubts.append(Doubt("fiscal_year", str(rival), reasons.rival_year(rival, year)))
    framework = _framework(grids["items"], year, frameworks, wanted, doubts)
    context = _context(year, layouts, frameworks, framework)
    drafts, left = (
        items.read_items(grids["items"], context)
        if framework
        else ([], _without_framework(grids["items"], year))
    )
    steps, more = _measures(grids["measures"], context, year)
    guidance, rest = read_guidance(grids["guidance"], context)
    left = [*left, *more, *rest, *_unknown(grids["unknown"]), *unread_lines(layouts)]
    found, unused = _scores(grids, layouts, context, steps, year)
    left += unused
    unsure = sorted(frozenset().union(*(layout.unsure for layout in layouts)))
    for draft in (*drafts, *steps, *guidance):
        without_people(draft, stays=_is_executives(draft, framework))
        doubt_unsure(draft, unsure)
    write_items(drafts, year, written)
    write_year(year, headings, framework, found, doubts, written)
    if steps or guidance:
        write_measures(year, headings, steps, guidance, written)
    written.left += left
    find_hosts(drafts, subject)
    find_channels(drafts, framework, subject)


def _is_executives(draft: Draft, framework: Framework | None) -> bool:
    item = framework.by_code.get(draft.record.get("code", "")) if framework else None
    return item is not None and item.topic in ("executives", "executive")


def _framework(
    grids: Sequence[Grid], year: int, frameworks: Mapping[str, Framework], wanted: Wanted, doubts: list[Doubt]
) -> Framework | None:
    """The framework of a year's items: as said, that of the year, or the one whose titles they have."""
    if wanted.framework is not None:
        if wanted.framework not in frameworks:
            known = ", ".join(sorted(frameworks))
            raise ProngsaiError(
                f"ไม่มีกรอบ “{wanted.framework}” — ที่มีคือ {known}",
                f"there is no framework “{wanted.framework}” — there are {known}",
            )
        return frameworks[wanted.framework]
    own = next((one for one in frameworks.values() if one.fiscal_year == year), None)
    pairs = [pair for grid in grids for pair in code_pairs(grid)]
    if not grids or not pairs:
        return own or _by_titles(grids, frameworks)
    name, _ = best_framework(frameworks, pairs, year)
    best = frameworks[name] if name else None
    if own is not None and (best is None or best is own):
        return own
    if best is not None:
        doubts.append(
            Doubt(
                "framework",
                best.framework,
                reasons.nearest_framework(year, best.framework),
            )
        )
    return best


def _by_titles(grids: Sequence[Grid], frameworks: Mapping[str, Framework]) -> Framework | None:
    titles = [title for grid in grids for title in titles_of_grid(grid)]
    if not titles:
        return None
    return max(
        frameworks.values(),
        key=lambda one: sum(Catalogue(one).by_title(title) is not None for title in titles),
    )


def _context(
    year: int, layouts: Sequence[Layout], frameworks: Mapping[str, Framework], framework: Framework | None
) -> Context:
    texts = [text for layout in layouts for text in (*_texts(layout), *_cell_texts(layout))]
    spacing = Spacing(texts, known_titles(frameworks.values()))
    periods, units = [], []
    for layout in layouts:
        for grid in layout.grids:
            for column in grid.columns("period"):
                periods += [one for text in grid.texts(column) if (one := read_period(text).period)]
            for column in grid.columns("unit"):
                units += [
                    spacing.mended(unit) for text in grid.texts(column) for unit in read_units(text).units
                ]
    mended = {squash(unit): meant for unit, meant in mended_units(units).items()}
    return Context(
        year,
        frameworks,
        spacing,
        Catalogue(framework) if framework else None,
        None,
        tuple(usual_periods(periods)),
        mended,
        legend=legend_of(texts),
    )


def _measures(grids: Sequence[Grid], context: Context, year: int) -> tuple[list[Draft], list[Leftover]]:
    links = measures.all_links(grids)
    if links:
        name = framework_of(links, dict(context.frameworks), year)
        context.linked = Catalogue(context.frameworks[name]) if name else None
        settle_links(links, context.linked)
    return measures.read_measures(grids, context)


def _scores(
    grids: Mapping[str, list[Grid]],
    layouts: Sequence[Layout],
    context: Context,
    steps: Sequence[Draft],
    year: int,
) -> tuple[scores.Found, list[Leftover]]:
    found = scores.empty()
    texts = [text for layout in layouts for text in _texts(layout)]
    said = scores.assessed_year(texts, year)
    found.record["assessed_year"] = said
    for layout in layouts:
        scores.read_prose(layout.prose, found, context)
    left = scores.read_score_tables(grids["scores"], found, context)
    if context.linked is None:
        context.linked = context.catalogue
    left += scores.read_question_tables(grids["questions"], found, context)
    left += read_improvements(grids["improve"], found, context)
    scores.settle_questions(steps, found, context.linked)
    if said is None and found.record["questions"] and context.linked:
        linked = context.linked.framework.fiscal_year
        found.record["assessed_year"] = linked
        found.notes.append(
            Note("assessed_year", None, str(linked), "เอกสารไม่ได้บอกว่าคะแนนเป็นของปีใด รหัสและชื่อเป็นชุดของปีนี้")
        )
    loose = [block for layout in layouts for block in layout.prose if isinstance(block, Row)]
    unused = [
        Leftover.of(row, reasons.NO_HEADER) for row in loose if not any(row is one for one in found.rows)
    ]
    huge = [Leftover.of(row, reasons.TOO_LONG) for layout in layouts for row in layout.oversized]
    return found, [*left, *unused, *huge]


def _without_framework(grids: Sequence[Grid], year: int) -> list[Leftover]:
    reason = reasons.no_framework(year)
    return [Leftover.of(row, reason) for grid in grids for line in grid.lines for row in line.rows]


def _unknown(grids: Sequence[Grid]) -> list[Leftover]:
    return [
        Leftover.of(
            row,
            reasons.unknown_table(_shown(grid.headers)),
        )
        for grid in grids
        for line in grid.lines
        for row in line.rows
    ]


def _shown(headers: Sequence[str]) -> str:
    return " | ".join(" ".join(header.split()) for header in headers if header)[:150]
