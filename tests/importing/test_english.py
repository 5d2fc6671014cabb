"""Whoever asks for English is told everything in English; what the documents say stays as it is printed."""

import ast
import gc
import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import prongsai.cli
import prongsai.importing
from prongsai.importing import reasons
from prongsai.importing.sources import LEFTOVERS
from tests.importing import doubtful
from tests.importing.sheets import Officer, export, project
from tests.running import run_here

Run = Callable[..., Any]
THAI = re.compile(r"[\u0e00-\u0e7f]")
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
IMPORTING = Path(prongsai.importing.__file__).parent
COMMANDS = Path(prongsai.cli.__file__).parent
MODULES = sorted({*IMPORTING.rglob("*.py"), *COMMANDS.glob("*.py")})
PAIRS = {
    "Text", "ProngsaiError", "ProjectError", "OutputError", "NoTable", "NoPack", "Unreadable", "Doubtful"
}  # fmt: skip
"""What is called with a text in Thai and the same in English; ``cls._because`` has both behind a word."""
NEVER_TOLD = {
    "LETTER_MISREAD": "goes into notes alone",
    "NAME_WITHHELD": "stands for what is printed",
    "other_code": "no document is known that leads to it",
    "too_many": "no document is known that leads to it",
    "NO_INDICATOR": "no document is known that leads to it",
    "unsure_topic": "no document is known that leads to it",
}


def _tree(path: Path) -> ast.Module:
    """A module's syntax, read without collecting garbage meanwhile: Python 3.11 can trip over that."""
    gc.disable()
    try:
        return ast.parse(path.read_text("utf-8"))
    finally:
        gc.enable()


def _words(node: ast.expr) -> str | None:
    """The words of a string or f-string, a mark for what is put in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(each.value) if isinstance(each, ast.Constant) else "\0" for each in node.values)
    return None


def _pairs(path: Path) -> Iterator[tuple[str, str, str]]:
    for node in ast.walk(_tree(path)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        given = node.args[1:] if name == "_because" else node.args if name in PAIRS else []
        if len(given) == 2 and (th := _words(given[0])) is not None and (en := _words(given[1])) is not None:
            yield f"{path.relative_to(COMMANDS.parent)}:{node.lineno}", th, en


@cache
def pairs() -> dict[str, tuple[str, str]]:
    return {place: (th, en) for path in MODULES for place, th, en in _pairs(path)}


def test_messages_are_many() -> None:
    """The walk does find them."""
    assert len(pairs()) > 300


def test_every_message_is_written_in_both_languages() -> None:
    """Thai letters stand in Thai, and in English in quotation marks alone; none of the two is left out."""
    wrong = {
        place: (th, en)
        for place, (th, en) in pairs().items()
        if bool(th.strip("\0 \n")) != bool(en.strip("\0 \n")) or THAI.search(QUOTED.sub("", en))
    }
    assert wrong == {}
    untold = [
        place
        for place, (th, _) in pairs().items()
        if re.search("[A-Za-z]{2} [A-Za-z]{2}", th) and not THAI.search(th)
    ]
    assert untold == []


def _reasons() -> dict[str, re.Pattern[str]]:
    """Each reason by its name, as its English is told."""
    found = {}
    for node in _tree(Path(reasons.__file__)).body:
        name = node.name if isinstance(node, ast.FunctionDef) else None
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            name = node.target.id
        for call in ast.walk(node):
            if (
                name
                and isinstance(call, ast.Call)
                and isinstance(call.func, ast.Name)
                and call.func.id == "Text"
            ):
                words = _words(call.args[1]) or ""
                found[name] = re.compile(".*".join(map(re.escape, words.split("\0"))))
    return {name: words for name, words in found.items() if re.search("[a-z]{3}", words.pattern)}


def _without(text: str, printed: set[str]) -> str:
    """A report without what documents say."""
    for one in sorted(printed, key=len, reverse=True):
        text = text.replace(one, "")
    return QUOTED.sub("", text)


def _left(report: dict[str, Any]) -> list[dict[str, Any]]:
    found = report["leftovers"]
    return list(found["rows"] if isinstance(found, dict) else found)


def _printed(report: dict[str, Any]) -> set[str]:
    """What the documents say, as a report has it."""
    lines = {" ".join(one["text"].split())[:100] for one in _left(report)}
    values = {one["value"] for one in report["doubts"] if THAI.search(one["value"])}
    return {report.get("agency", ""), *values, *lines, *(one["text"] for one in _left(report))} - {""}


def _reported(*words: str | Path) -> tuple[list[str], str]:
    """The reasons of an import, and all that is told of it without what the documents say."""
    told = run_here("import", *words, "--format", "json", "--lang", "en")
    assert told.returncode < 2, told.stderr
    report = json.loads(told.stdout)
    again = run_here("import", *words, "--lang", "en")
    assert again.returncode == told.returncode, again.stderr
    said = [one["reason"] for one in (*report["doubts"], *_left(report))]
    return said, _without(again.stdout + again.stderr + told.stderr, _printed(report))


def test_every_doubt_and_leftover_is_told_in_english(tmp_path: Path) -> None:
    said, told = _reported(*doubtful.report(tmp_path), "--into", tmp_path / "town")
    assert "nothing changed" in told
    assert "(a person's name)" in told
    more, told_more = _reported(doubtful.far_away(tmp_path), "--into", tmp_path / "far")
    path = tmp_path / "pack.md"
    path.write_text(doubtful.PACK, "utf-8")
    packs, told_packs = _reported(path, "--as", "framework", "--into", tmp_path / "pack")
    odd, told_odd = _reported(*doubtful.odd(tmp_path), "--into", tmp_path / "odd")
    said += [*more, *packs, *odd]
    for text in (told, told_more, told_packs, told_odd, *said):
        assert not THAI.search(QUOTED.sub("", text)), text
    known = _reasons()
    assert len(known) > 45
    missing = {name for name, words in known.items() if not any(words.fullmatch(one) for one in said)}
    assert missing <= set(NEVER_TOLD), missing - set(NEVER_TOLD)


def test_sources_stay_thai_and_rows_left_over_are_told_in_the_persons_language(tmp_path: Path) -> None:
    files = doubtful.report(tmp_path)
    folders = {lang: tmp_path / lang for lang in ("th", "en")}
    for lang, folder in folders.items():
        assert run_here("import", *files, "--into", folder, "--lang", lang).returncode == 1
    names = {str(path.relative_to(tmp_path / "th")) for path in (tmp_path / "th").rglob("*.*")}
    texts = {
        lang: {name: (folder / name).read_text("utf-8") for name in names} for lang, folder in folders.items()
    }
    assert {name for name in names if texts["th"][name] != texts["en"][name]} == {LEFTOVERS}
    plain = [line for line in texts["en"][LEFTOVERS].split("\n") if not line.startswith("    ")]
    assert not THAI.search(QUOTED.sub("", "\n".join(plain)))
    assert "เหตุผล: อ่านรหัสไม่ออก" in texts["th"][LEFTOVERS]
    again = run_here("import", *files, "--into", tmp_path / "th", "--lang", "en")
    assert (again.returncode, "nothing changed" in again.stdout) == (1, True)


def test_what_is_merged_is_told_in_english(tmp_path: Path) -> None:
    path, into = doubtful.far_away(tmp_path), tmp_path / "town"
    run_here("import", path, "--into", into)
    item = into / "content/2566/o1.md"
    item.write_text(item.read_text("utf-8").replace("  - กองคลัง\n", "").replace(":\n", ": []\n"), "utf-8")
    refused = run_here("import", path, "--into", into, "--lang", "en")
    assert (refused.returncode, THAI.search(refused.stderr)) == (2, None)
    asked = run_here("import", path, "--into", into, "--merge", "--lang", "en")
    assert "add --yes" in asked.stderr
    done = run_here("import", path, "--into", into, "--merge", "--yes", "--lang", "en")
    assert "filled in" in done.stdout


def test_a_sheet_taken_back_is_told_in_english(tmp_path: Path) -> None:
    folder, path = project(tmp_path / "town"), tmp_path / "oit.xlsx"
    officer = Officer(export(folder))
    officer.write(
        "items", "o1", reported="ดำเนินกาแล้ว", updated="31 ก.พ. 2566", periods="เมื่อสะดวก", method="ทำแล้ว"
    )
    officer.write("evidence", "o1", 0, address="files/ไม่มี.pdf", shows="9", years="ปีก่อน")
    officer.write("evidence", "o1", 2, name="ไม่มีที่อยู่")
    officer.cell("items", "code", 5).value = "ไม่มีรหัสนี้"
    path.write_bytes(officer.saved())
    asked = run_here("import", path, "--into", folder, "--lang", "en")
    assert (asked.returncode, "add --merge" in asked.stderr, THAI.search(asked.stderr)) == (2, True, None)
    words = ("import", path, "--into", folder, "--merge", "--yes", "--lang", "en")
    report = json.loads(run_here(*words, "--format", "json").stdout)
    reasons_given = [one["reason"] for one in (*report["doubts"], *report["conflicts"])]
    assert len(reasons_given) > 6
    said = [*reasons_given, *report["remarks"]]
    assert [text for text in said if THAI.search(QUOTED.sub("", text))] == []
    told = run_here(*words).stdout
    assert all(f": {text}\n" in told for text in reasons_given)
