"""``schema/*.json``: JSON Schemas (2020-12) of the files for machines, and of the sources for editors."""

from functools import cache
from typing import Any, Final

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from prongsai.model.addresses import MovedFile
from prongsai.model.agency import Agency
from prongsai.model.disclosure import Disclosure
from prongsai.model.framework import Framework
from prongsai.model.measure import MeasuresReport
from prongsai.model.structure import Structure
from prongsai.model.year import YearSettings
from prongsai.report import measure_shapes, score_shapes, search_shapes, shapes
from prongsai.report.jsontext import dump
from prongsai.report.score import ScoreDocument

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

OUTPUTS: Final[dict[str, Any]] = {
    "oit": shapes.Oit,
    "measures": measure_shapes.Measures,
    "scores": score_shapes.Scores,
    "agency": shapes.AgencyFile,
    "index": shapes.Index,
    "receipts-filed": shapes.ReceiptsFiled,
    "receipts": shapes.Receipts,
    "findings": shapes.Findings,
    "score": ScoreDocument,
    "search": search_shapes.Search,
    "documents": search_shapes.SearchDocuments,
}
SOURCES: Final[dict[str, tuple[type[BaseModel], str]]] = {
    "source-item": (Disclosure, "ข้อหนึ่งของปี: ส่วนหัวของ content/FY/o12.md — the front matter of an item"),
    "source-agency": (Agency, "หน่วยงาน: content/agency.yml — the agency"),
    "source-year": (YearSettings, "ปีงบประมาณ: content/FY/year.yml — a fiscal year"),
    "source-measures": (MeasuresReport, "มาตรการ: content/FY/measures.yml — measures and guidance"),
    "source-structure": (Structure, "โครงสร้าง: content/FY/structure.yml — the agency's units"),
    "source-moved": (MovedFile, "ที่อยู่ที่เลิกใช้: content/moved.yml — addresses that were given up"),
    "source-framework": (Framework, "กรอบการประเมิน: content/frameworks/SCHEME-FY.yml — a framework pack"),
}


@cache
def schema_files() -> dict[str, bytes]:
    """Every schema by its name."""
    outputs = {name: output_schema(name) for name in OUTPUTS}
    sources = {name: source_schema(name) for name in SOURCES}
    return {name: dump(schema) for name, schema in (outputs | sources).items()}


def output_schema(name: str) -> JsonSchemaValue:
    """The schema of a file that the compiler writes; closed, so that it says all there is."""
    schema = TypeAdapter(OUTPUTS[name]).json_schema(schema_generator=_Plain)
    return {
        "$schema": DIALECT,
        **schema,
        "title": schema["properties"]["format"].get("const", f"prongsai/{name}/1"),
    }


def source_schema(name: str) -> JsonSchemaValue:
    """The schema of a file that people write."""
    model, title = SOURCES[name]
    schema = model.model_json_schema(mode="validation", schema_generator=_Source)
    return {"$schema": DIALECT, **schema, "title": title}


class _Plain(GenerateJsonSchema):
    """Without a title for every key: they only repeat the key."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


_TEXT: Final[JsonSchemaValue] = {"type": "string"}
_NUMBERS: Final[JsonSchemaValue] = {"type": "array", "items": {"type": "integer", "minimum": 1}}


class _Source(_Plain):
    """Also takes the shorter ways of writing that the readers take, and hides what no source holds."""

    def field_is_present(self, field: Any) -> bool:
        return not field.get("serialization_exclude")

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        inner = super().function_before_schema(schema)
        reader = getattr(schema["function"]["function"], "__name__", "")
        if reader == "as_list":
            return {"anyOf": [inner, *([inner["items"]] if "items" in inner else []), {"type": "null"}]}
        if reader in ("as_text_record", "_period", "_way"):
            return {"anyOf": [inner, _TEXT]}
        if reader == "as_file_record":
            return {"anyOf": [inner, _TEXT]}
        if reader == "_ways":
            return {"anyOf": [inner, _TEXT, {"type": "null"}]}
        if reader == "_proof":
            return {"anyOf": [inner, _NUMBERS, {"type": "integer", "minimum": 1}]}
        return inner
