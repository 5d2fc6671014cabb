"""Writes the JSON Schemas for editors into ``schemas/``: run it after a change of the model."""

from pathlib import Path

from prongsai.report.schemas import schema_files

FOLDER = Path(__file__).parent.parent / "schemas"


def source_schemas() -> dict[str, bytes]:
    """The schemas of what officers write, by file name."""
    return {f"{name}.json": data for name, data in schema_files().items() if name.startswith("source-")}


def main() -> None:
    """Write them."""
    FOLDER.mkdir(exist_ok=True)
    for name, data in source_schemas().items():
        (FOLDER / name).write_bytes(data)


if __name__ == "__main__":
    main()
