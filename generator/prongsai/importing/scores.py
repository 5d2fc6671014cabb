"""The results of an assessment: from sentences, from tables, and from what measures answer to."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, DecimalException
from typing import Any, Final

from prongsai.importing import reasons
from prongsai.importing.catalogue import Catalogue, read_code
from prongsai.importing.context import Context
from prongsai.importing.document import Paragraph, Row, Spot
from prongsai.importing.draft import Doubt, Draft, Leftover, Note
from prongsai.importing.frame import instrument_of, number_of
from prongsai.importing.grids import Grid
from prongsai.importing.score_columns import rivals_of, score_column
from prongsai.thai.digits import to_arabic
from prongsai.thai.text import clean, squash

_NUMBER: Final = r"(?P<score>[0-9]{1,3}(?:\s?\.\s?[0-9]{1,3})?)"
_SAYS: Final = r"(?:มี|ได้)?\s*(?:ผล|ค่า)?\s*คะแนน(?:รวม|เฉลี่ย)?\s*(?:เท่ากับ|ที่ได้|คือ|ร้อยละ|[:=])?\s*"
_INDICATOR: Final = re.compile(
    rf"ตัวชี้วัด(?:ที่)?\s*(?P<number>[0-9]{{1,2}})\s*[.:]?\s*(?P<name>[^0-9]{{3,60}}?)\s*{_SAYS}{_NUMBER}\s*(?:คะแนน)?"
)
_OVERALL: Final = re.compile(
    r"ภาพรวม|ผลการประเมินระดับ|ผลคะแนนการประเมินคุณธรรม|คะแนนรวม|คะแนนเฉลี่ยรวม|ผลการประเมินคุณธรรม"
    r"|คะแนน(?:การประเมิน)?\s*ITA"
)
_OVERALL_SCORE: Final = re.compile(
    rf"(?:คะแนน|เท่ากับ|ค่าเฉลี่ย)(?:รวม|เฉลี่ย|ภาพรวม)?\s*(?:เท่ากับ|ร้อยละ|ที่|[:=])?\s*{_NUMBER}(?![0-9/])"
)
_INSTRUMENT: Final = re.compile(
    rf"(?P<name>IIT|EIT|OIT)\s*\)?\s*(?:{_SAYS}{_NUMBER}|(?:ได้|เท่ากับ|=)\s*(?P<plain>[0-9]{{1,3}}\.[0-9]{{1,3}}))"
)
_GRADE: Final = re.compile(
    r"(?:อยู่ใน|ผลการประเมิน|ระดับผล)?\s*(?:ระดับ|เกรด)\s*(?P<grade>ผ่านดีเยี่ยม|ผ่านดี|ไม่ผ่าน|ผ่าน|ต้องปรับปรุงโดยด่วน|ต้องปรับปรุง|AA|A|B|C|D|E|F)(?![A-Za-z])"
)
_NAMED_ALONE: Final = re.compile("ตัวชี้วัด|รวม|เฉลี่ย|[IEO]IT")
_TARGET: Final = re.compile(r"เป้าหมาย[^0-9]{0,50}(?P<score>[0-9]{2,3}(?:\.[0-9]+)?)")
_ITAS: Final = re.compile(
    r"ITAS?\s*(?:ประจำ)?ปี\s*(?:งบประมาณ)?\s*(?:พ\s?\.\s?ศ\s?\.?)?\s*(?P<year>2[45][0-9]{2})"
)
_RESULTS_OF: Final = re.compile(
    r"(?:ผล(?:คะแนน)?(?:การ)?ประเมิน|การประเมินผล|คะแนนราย)[^\n]{0,140}?(?P<year>25[0-9]{2})"
    r"|ปี(?:งบประมาณ)?\s*(?:พ\s?\.\s?ศ\s?\.?)?\s*(?P<had>25[0-9]{2})[^\n]{0,80}?ได้คะแนน"
)
_NAMED: Final = re.compile(
    rf"ตัวชี้วัด(?P<name>[^0-9\s]{{3,40}})\s+ได้คะแนน\s*(?:เท่ากับ)?\s*{_NUMBER}(?P<behind>[^ต]{{0,40}})"
)
_LOWEST: Final = re.compile(
    r"ตัวชี้วัดที่\s*(?P<number>[0-9]{1,2})\s*(?P<name>[^0-9]{3,60}?)\s*มี(?:ค่า|ผล)?คะแนน(?P<which>น้อย|ต่ำ|สูง|มาก)ที่สุด"
)
_MENTION: Final = re.compile(
    rf"^[\s\-–•]*(?:ตัวชี้วัด(?:ที่)?\s*)(?P<number>[0-9]{{1,2}})\s*[.:]?\s*(?P<name>.{{3,80}}?)(?:\s*{_SAYS}{_NUMBER}.*)?$"
)


@dataclass
class Found:
    """Scores as they are gathered; ``rows`` are the rows of tables that were used."""

    record: dict[str, Any]
    notes: list[Note] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    def is_empty(self) -> bool:
        """Whether nothing was found."""
        record = self.record
        return not (
            record["overall"]["stated"] or record["overall"]["grades_stated"] or record["instruments"]
            or record["indicators"] or record["questions"] or any(record["analysis"].values())
        )  # fmt: skip


def empty() -> Found:
    """No scores."""
    analysis: dict[str, list[Any]] = {
        "strengths": [],
        "weaknesses": [],
        "highest": [],
        "lowest": [],
        "improve": [],
    }
    return Found({
        "assessed_year": None, "target": None, "overall": {"stated": None, "grades_stated": []},
        "instruments": {}, "indicators": [], "questions": [], "analysis": analysis,
    })  # fmt: skip


def read_prose(prose: Sequence[Paragraph | Row], found: Found, context: Context) -> None:
    """Scores, grades, the target and what an analysis names, from the texts around tables."""
    pieces = [(_text(block), block) for block in prose]
    _indicators(pieces, found, context)
    heading = ""
    for text, _ in pieces:
        if len(text) > 3_000 and not _OVERALL.search(text):
            continue
        _overall(text, found)
        for match in _INSTRUMENT.finditer(text):
            found.record["instruments"].setdefault(
                match["name"].lower(),
                {"stated": _number(match["score"] or match["plain"]), "grades_stated": []},
            )
        _named(text, found, context)
        if mention := _MENTION.match(text):
            if heading and len(text) < 120:
                found.record["analysis"][heading].append(
                    {
                        "number": mention["number"],
                        "name": context.line(mention["name"]),
                        "stated": _number(mention["score"]),
                    }
                )
        elif len(text) < 160:
            heading = (
                "strengths" if "จุดแข็ง" in text else "weaknesses" if re.search("จุดอ่อน|ข้อบกพร่อง", text) else ""
            )


def _text(block: Paragraph | Row) -> str:
    text = block.text if isinstance(block, Paragraph) else " ".join(cell.text for cell in block.cells)
    return to_arabic(clean(" ".join(text.replace("**", "").split())))


def _indicators(pieces: Sequence[tuple[str, Paragraph | Row]], found: Found, context: Context) -> None:
    """Scores by indicator; in a list over several lines, a name may go on in the next one."""
    run: list[tuple[str, Paragraph | Row]] = []
    for text, block in (*pieces, ("", Paragraph(""))):
        if isinstance(block, Row) or (len(text) < 160 and "ตัวชี้วัด" in text and re.search("คะแนน", text)):
            run.append((text, block))
            continue
        joined = " ".join(part for part, _ in run)
        matches = list(_INDICATOR.finditer(joined))
        if matches:
            found.rows += [one for _, one in run if isinstance(one, Row)]
        for match in matches:
            number = match["number"]
            if not any(one["number"] == number for one in found.record["indicators"]):
                name = context.line(re.sub(r"\s*มี$", "", match["name"]))
                found.record["indicators"].append(
                    {
                        "number": number,
                        "name": name,
                        "instrument": instrument_of(number),
                        "stated": _number(match["score"]),
                    }
                )
        run = []


def _overall(text: str, found: Found) -> None:
    if not _OVERALL.search(text) or re.search(r"เครื่องมือ|แบบ(?:วัด|ตรวจ)", text[:60]):
        return
    overall = found.record["overall"]
    match = _OVERALL_SCORE.search(text, max(_OVERALL.search(text).start() - len("คะแนน"), 0))  # type: ignore[union-attr]
    if match and overall["stated"] is None:
        overall["stated"] = _number(match["score"])
    elif match and _number(match["score"]) != overall["stated"] and "ตัวชี้วัด" not in text[:80]:
        found.notes.append(
            Note("overall", match["score"], str(overall["stated"]), "เอกสารพิมพ์คะแนนรวมไว้มากกว่าหนึ่งค่า")
        )
    if match:
        for grade in _GRADE.finditer(text):
            if grade["grade"] not in overall["grades_stated"]:
                overall["grades_stated"].append(grade["grade"])
    target = _TARGET.search(text)
    if target and found.record["target"] is None:
        found.record["target"] = _number(target["score"])


def _named(text: str, found: Found, context: Context) -> None:
    """Which indicators a text calls the highest and the lowest."""
    analysis = found.record["analysis"]
    for match in _LOWEST.finditer(text):
        key = "lowest" if match["which"] in ("น้อย", "ต่ำ") else "highest"
        entry = {"number": match["number"], "name": context.line(match["name"]), "stated": None}
        if entry not in analysis[key]:
            analysis[key].append(entry)
    if "ที่สุด" not in text:
        return
    for match in _NAMED.finditer(text):
        before = text[max(match.start() - 60, 0) : match.start()]
        low = re.search("น้อยที่สุด|ต่ำที่สุด", before)
        high = (
            re.search("สูงที่สุด|มากที่สุด|สูงสุด", match["behind"])
            or "รองลงมา" in before
            or re.search("สูงที่สุด", before)
        )
        if low or high:
            analysis["lowest" if low else "highest"].append(
                {"number": None, "name": context.line(match["name"]), "stated": _number(match["score"])}
            )


def read_score_tables(grids: Sequence[Grid], found: Found, context: Context) -> list[Leftover]:
    """Scores by indicator, instrument or overall in tables."""
    left: list[Leftover] = []
    for grid in grids:
        years = [
            int(match[0])
            for column in grid.columns("score")
            for match in re.finditer(r"25[0-9]{2}", to_arabic(grid.headers[column]))
        ]
        if found.record["assessed_year"] is None and years:
            found.record["assessed_year"] = max(years)
        score = score_column(grid, found.record["assessed_year"])
        found.doubts += rivals_of(grid, score, found.record["assessed_year"])
        name_column = grid.column("indicator", "title", "issue", "question", "elements", "code", "instrument")
        number_column = grid.column("code", "number")
        columns = grid.columns("indicator")
        if name_column in columns[:1] and len(columns) > 1 and _holds_numbers(grid, columns[0]):
            number_column, name_column = columns[:2]
        for line in grid.lines:
            named = line.row.at(name_column).text.strip() or _named_elsewhere(line.row, score)
            text = clean(" ".join(named.split()))
            number_cell = line.row.at(number_column).text if number_column != name_column else ""
            stated = _number(line.row.at(score).text)
            if stated is None:
                text_score = line.row.at(score).text
                if _take_grade(text, text_score, found):
                    continue
                if text_score.strip():
                    found.doubts.append(
                        Doubt("scores", text_score[:80], reasons.SCORE, line.row.at(score).spot)
                    )
                left += [Leftover.of(row, reasons.NO_SCORE) for row in line.rows]
                continue
            ranked = number_column in grid.columns("number")
            if not _take_score(text, number_cell, stated, found, context):
                left += [Leftover.of(row, reasons.WHOSE_SCORE) for row in line.rows]
            elif ranked and number_of(text, context) is None and not _NAMED_ALONE.search(text):
                printed = f"{number_cell} {text}"[:80]
                found.doubts.append(Doubt("scores", printed, reasons.RANK, line.spot))
    return left


def _take_grade(name: str, text: str, found: Found) -> bool:
    """Take the grade of a row that is called so (``ระดับ | ผ่านดี``)."""
    grade = _GRADE.fullmatch(f"ระดับ {' '.join(text.split()).removeprefix('ระดับ').strip()}")
    if grade is None or not re.match(r"(?:ผลการประเมิน)?(?:ระดับ|เกรด)", name):
        return False
    grades = found.record["overall"]["grades_stated"]
    grades += [grade["grade"]] if grade["grade"] not in grades else []
    return True


def _holds_numbers(grid: Grid, column: int) -> bool:
    return all(
        re.fullmatch(r"[0-9]{1,2}(?:\.[0-9]{1,2})?\.?", to_arabic(text)) for text in grid.texts(column)
    )


def _named_elsewhere(row: Row, score: int | None) -> str:
    """What a row that lacks its name is called, as in ``คะแนนรวม | | 91.07``."""
    columns = [column for column in row.filled() if column != score]
    return next(
        (row.at(column).text.strip() for column in columns if _number(row.at(column).text) is None), ""
    )


def _take_score(text: str, number_cell: str, stated: Decimal, found: Found, context: Context) -> bool:
    plain = to_arabic(text)
    record = found.record
    instrument = re.search(r"(?<![A-Z])(IIT|EIT|OIT)(?![A-Z])", plain)
    match = re.match(r"(?:ตัวชี้วัด(?:ที่)?\s*)?(?P<number>[0-9]{1,2})\s*[.):]?\s*(?P<name>\D.+)$", plain)
    number = match["number"] if match else None
    if number is None and (cell := re.match(r"\s*([0-9]{1,2})\s*[.)]?\s*$", to_arabic(number_cell))):
        number = cell[1]
    if instrument and not (match and "ตัวชี้วัด" in plain):
        record["instruments"][instrument[1].lower()] = {"stated": stated, "grades_stated": []}
        return True
    if re.search(r"คะแนนรวม|รวม|ภาพรวม|เฉลี่ย|ITA", plain) and "ตัวชี้วัดที่" not in plain:
        record["overall"]["stated"] = record["overall"]["stated"] or stated
        return True
    name = context.line(match["name"] if match else text)
    number = number_of(name, context) or number
    if number is None or not name:
        return False
    if not any(one["number"] == number for one in record["indicators"]):
        record["indicators"].append(
            {"number": number, "name": name, "instrument": instrument_of(number), "stated": stated}
        )
    return True


def read_question_tables(grids: Sequence[Grid], found: Found, context: Context) -> list[Leftover]:
    """Scores of questions and items: a code, a text and a number."""
    left: list[Leftover] = []
    for grid in grids:
        column = grid.column("code", "question", "indicator", "title", "issue")
        text_column = next(
            (
                one
                for one in (
                    grid.column("question"),
                    grid.column("title"),
                    grid.column("elements"),
                    grid.column("issue"),
                    grid.column("indicator"),
                )
                if one is not None and one != column
            ),
            None,
        )
        for line in grid.lines:
            written = read_code(line.row.at(column).text)
            text = (
                line.row.at(text_column).text if text_column is not None else written.rest if written else ""
            )
            code = written.code if written else None
            if (
                code is None
                and context.linked
                and (match := context.linked.by_question(text) or context.linked.by_title(text))
            ):
                code = match.code
            if code is None:
                left += [Leftover.of(row, reasons.CODE) for row in line.rows]
                continue
            score_cell = line.row.at(score_column(grid, None))
            score = _number(score_cell.text)
            if score is None and score_cell.text.strip(" -"):
                found.doubts.append(
                    Doubt("questions", f"{code} {score_cell.text}"[:80], reasons.SCORE, score_cell.spot)
                )
            add_question(found, code, context.line(text), score, context.linked, line.spot)
    return left


def add_question(
    found: Found, code: str, text: str, score: Decimal | None, catalogue: Catalogue | None, spot: Spot
) -> None:
    """Add a question once. One that comes again with another text keeps the one that the framework has."""
    for one in found.record["questions"]:
        if one["code"] != code:
            continue
        if squash(one["text"] or "") == squash(text):
            one["score"] = score if one["score"] is None else one["score"]
            return
        if catalogue and catalogue.likeness(code, text) > catalogue.likeness(code, one["text"] or ""):
            one["text"], text = text, one["text"]
        found.notes.append(
            Note(f"questions.{code}", text[:300], None, f"รหัส {code} พิมพ์ไว้สองชื่อ จึงใช้ชื่อที่ตรงกับรายการ")
        )
        return
    found.record["questions"].append({"code": code, "text": text or None, "score": score})


def assessed_year(texts: Iterable[str], fiscal_year: int) -> int | None:
    """The year that was assessed, by what the text says of results."""
    counts: Counter[int] = Counter()
    for text in texts:
        plain = to_arabic(clean(" ".join(text.split())))
        for match in _ITAS.finditer(plain):
            counts[int(match["year"])] += 3
        for match in _RESULTS_OF.finditer(plain):
            counts[int(match["year"] or match["had"])] += 1
    likely = {year: count for year, count in counts.items() if fiscal_year - 2 <= year <= fiscal_year}
    return max(likely, key=lambda year: (likely[year], year)) if likely else None


def _number(text: str | None) -> Decimal | None:
    if text is None:
        return None
    match = re.fullmatch(
        r"\s*(?:ร้อยละ\s*)?([0-9]{1,3}(?:\s?\.\s?[0-9]{1,9}|,[0-9]{1,2})?)\s*(?:%|คะแนน)?\s*", to_arabic(text)
    )
    try:
        number = Decimal(match[1].replace(" ", "").replace(",", ".")) if match else None
    except DecimalException:
        return None
    return number if number is not None and number <= 100 else None


def settle_questions(drafts: Sequence[Draft], found: Found, catalogue: Catalogue | None) -> None:
    """The questions and items to which measures answer are scores, too."""
    for draft in drafts:
        for link in draft.record["links"]:
            if link["title"] is None and link["score"] is None:
                continue
            add_question(found, link["code"], link["title"] or "", link["score"], catalogue, draft.spot)
    order = {"i": 0, "e": 1, "o": 2}
    found.record["questions"].sort(key=lambda one: (order[one["code"][0]], int(one["code"][1:])))
