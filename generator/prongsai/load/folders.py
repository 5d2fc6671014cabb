"""Looking into folders, and reading what lies in them, without trusting either."""

from pathlib import Path

from prongsai.errors import Text
from prongsai.load.files import leads_out
from prongsai.source import reading
from prongsai.source.place import Place
from prongsai.source.problems import Problems, printable
from prongsai.source.reading import reason_of

_LINK = Text("เป็นลิงก์ที่ชี้ออกนอกโฟลเดอร์ของข้อมูล", "it is a link that leads out of the sources' folder")
_IGNORED = {"Thumbs.db", "desktop.ini"}


def entries(folder: Path, shown: str, problems: Problems) -> list[Path]:
    """What lies in ``folder``, hidden files and those of the system apart, in order of name."""
    try:
        found = sorted(folder.iterdir())
    except OSError as error:
        problems.add("S103", Place(printable(shown)), reason=reason_of(error))
        return []
    return [path for path in found if not path.name.startswith((".", "~$")) and path.name not in _IGNORED]


def read_source(path: Path, shown: str, root: Path, problems: Problems) -> str | None:
    """The text of a source that lies, in truth, under ``root``; None with a problem noted."""
    if path.is_symlink() and leads_out(path, root):
        problems.add("S103", Place(printable(shown)), reason=_LINK)
        return None
    return reading.read_text(path, shown, problems)
