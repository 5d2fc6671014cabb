"""Which kept documents a site may publish: none in which a national identity number stands.

A document that nobody could look into is not published either. A scan or a picture is: there is nothing in it
to read, and its agency had put it on the web itself. What is withheld stays in the archive.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from prongsai.errors import Text
from prongsai.load.held import read_copies
from prongsai.load.limits import PICTURES
from prongsai.model.disclosure import HeldFile
from prongsai.model.held import HeldText
from prongsai.rules.person.national_id import number_in
from prongsai.rules.person.unread_document import CASES

_OF_NO_USE: Final = Text("เป็นไฟล์ชนิดที่เปิดตรวจไม่ได้", "it is a file of a kind that cannot be looked into")


def withheld(copies: Iterable[HeldFile]) -> Mapping[str, Text | None]:
    """Why each copy, by its address, may not be published; None where it may.

    Raises:
        ProngsaiError: no process can be started to read in.
    """
    files = list(copies)
    texts = read_copies(files)
    return {file.address: _reason(Path(file.source).suffix, texts.get(file.address)) for file in files}


def _reason(ending: str, text: HeldText | None) -> Text | None:
    if text is None:
        return None if ending in PICTURES else _OF_NO_USE
    if found := number_in(text):
        return Text(f"มีเลขประจำตัวประชาชน {found}", f"there is a national identity number in it, {found}")
    return CASES[text.reason].reason if text.reason else None
