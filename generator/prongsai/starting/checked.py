"""Sources written only when the project still loads with them."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from prongsai.errors import ProjectError
from prongsai.load.project import load_project
from prongsai.model.finding import Finding
from prongsai.starting.disk import replace, take_back, write_new


def write_checked(root: Path, new: Mapping[str, bytes], changed: Mapping[str, bytes]) -> None:
    """Write ``new`` files and those that are ``changed``; where that goes wrong all is as it was.

    Raises:
        ProjectError: the project would not load with them, or a new file is there already.
        OutputError: the disk refuses.
    """
    before = {name: (root / name).read_bytes() for name in changed}
    made = write_new(root, new)
    done: list[str] = []
    try:
        for name, data in changed.items():
            replace(root / name, data)
            done.append(name)
        names = {*new, *changed}
        if bad := [one for one in load_project(root).errors if one.path in names]:
            raise unreadable(bad)
    except BaseException:
        for name in done:
            replace(root / name, before[name])
        take_back(made)
        raise


def unreadable(errors: Iterable[Finding]) -> ProjectError:
    """The error that tells which sources have errors, so that nothing was written."""
    found = list(errors)

    def told(lang: str) -> Iterator[str]:
        for one in found:
            where = f"{one.path}:{one.line}:{one.column}" if one.line else one.path
            yield f"{where}: {one.rule} {one.message.th if lang == 'th' else one.message.en}"

    return ProjectError(
        "\n".join([*told("th"), "แก้ที่ผิดก่อน ยังไม่ได้เขียนอะไร"]),
        "\n".join([*told("en"), "put that right first; nothing was written"]),
    )
