"""``verify --archive``: what a run finds is kept, and what a site may publish of it is worked out."""

import asyncio
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from prongsai.cli import show
from prongsai.errors import OutputError, Text
from prongsai.evidence.answer import Answer
from prongsai.evidence.archive import Archive, Document, unwritable
from prongsai.evidence.links import Wanted
from prongsai.evidence.settings import Settings
from prongsai.evidence.visit import visit
from prongsai.load.files import MEDIA_TYPES
from prongsai.load.project import CONTENT
from prongsai.mkdocs_run import site_folder
from prongsai.model.disclosure import HeldFile
from prongsai.model.receipt import Receipt
from prongsai.source.problems import printable
from prongsai.thai.digits import to_arabic
from prongsai.withhold import withheld


class Keeper:
    """Keeps the answers of one run; ``fault`` is why it could not keep them all.

    Answers are written in a thread of its own, one after the other, while others are still on their way. When
    the disk refuses, visiting goes on without.
    """

    def __init__(self, archive: Archive, recorded: str | None) -> None:
        self.recorded = recorded
        self.fault: OutputError | None = None
        self._archive = archive
        self._thread = ThreadPoolExecutor(1, "archive")

    def visits(
        self, wanted: Sequence[Wanted], settings: Settings, note: Callable[[Receipt], None]
    ) -> list[Receipt]:
        """Visit from this process, and keep each answer."""
        return asyncio.run(visit(self.due(wanted), settings, note, self.take))

    async def take(self, answer: Answer, receipt: Receipt) -> None:
        """Keep an answer; never raises for what a server sent or a disk refuses."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._take, answer, receipt)

    def _take(self, answer: Answer, receipt: Receipt) -> None:
        if self.fault is None:
            try:
                self._archive.take(answer, receipt)
            except OSError as error:
                self.fault = unwritable(self._archive.folder, error)
            except Exception as error:  # one odd answer must not end the visits of all others
                url, kind = printable(answer.url), type(error).__name__
                told = Text(f"เก็บสำเนาของ {url} ไม่ได้ ({kind})", f"{url} could not be kept ({kind})")
                show.say(told.in_(show.language()))

    def due(self, wanted: Iterable[Wanted]) -> list[Wanted]:
        """``wanted`` without the tags of what is not kept yet: only a whole answer can be."""
        return [
            replace(link, etag=None)
            if link.etag and not self._archive.is_recorded(link.sha256 or "")
            else link
            for link in wanted
        ]

    def with_copies(self, receipts: Mapping[str, Receipt]) -> dict[str, Receipt]:
        """The receipts, each with the copy that may be published of its accepted document.

        Raises:
            ProngsaiError: no process can be started to look into them.
        """
        kept = {
            receipt.accepted: document
            for receipt in receipts.values()
            if receipt.accepted and (document := self._archive.document(receipt.accepted))
        }
        self._look_into({sha256: each for sha256, each in kept.items() if not each.is_judged})
        return {url: replace(receipt, copy=self._copy(receipt)) for url, receipt in receipts.items()}

    def _copy(self, receipt: Receipt) -> str | None:
        document = self._archive.document(receipt.accepted) if receipt.accepted else None
        if document is None:
            return None
        if document.withheld is None and document.is_judged:
            return document.name
        if document.withheld:
            url, (th, en) = printable(receipt.url), document.withheld
            told = Text(f"เก็บสำเนาแต่จะไม่เผยแพร่: {url} ({th})", f"kept, but not to be published: {url} ({en})")
            show.say(told.in_(show.language()))
        return None

    def _look_into(self, documents: Mapping[str, Document]) -> None:
        files = [self._held(sha256, document) for sha256, document in documents.items()]
        try:
            for sha256, reason in withheld(files).items():
                self._archive.judge(sha256, reason)
        except OSError as error:
            self.fault = unwritable(self._archive.folder, error)

    def _held(self, sha256: str, document: Document) -> HeldFile:
        path = self._archive.path(document)
        media_type = MEDIA_TYPES.get(path.suffix, "application/octet-stream")
        return HeldFile(
            address=sha256, source=str(path), bytes=document.bytes, media_type=media_type, sha256=sha256
        )

    def close(self) -> None:
        """Finish what is being written."""
        self._thread.shutdown()
        try:
            self._archive.close()
        except OSError as error:
            self.fault = self.fault or unwritable(self._archive.folder, error)
        folder, added = printable(str(self._archive.folder)), self._archive.added
        show.tell(Text(f"สำเนาใหม่ {added} ฉบับใน {folder}", f"{added} new copies in {folder}"))


@contextmanager
def keeping(folder: Path | None, root: Path) -> Iterator[Keeper | None]:
    """A keeper for the project in ``root``; None where nothing is to be kept.

    Raises:
        OutputError: the folder cannot take copies; or, at the end, it could not take them all.
    """
    if folder is None:
        yield None
        return
    target, root = folder.resolve(), root.resolve()
    _refuse(target, root)
    inside = target.relative_to(root).as_posix() if target.is_relative_to(root) else None
    if inside is None:
        show.tell(Text(
            f"{printable(str(target))} อยู่นอกโครงการ เว็บไซต์จึงเสนอสำเนาจากที่นั่นไม่ได้",
            f"{printable(str(target))} is outside the project, so the site cannot offer copies from there",
        ))  # fmt: skip
    keeper = Keeper(Archive(target), inside)
    try:
        yield keeper
    finally:
        keeper.close()


def _refuse(target: Path, root: Path) -> None:
    """Refuse places whose content is published, replaced or read as sources."""
    sources = root / CONTENT
    inside = target.relative_to(sources).parts if target.is_relative_to(sources) else ()
    of_a_year = bool(inside) and (inside[0] == "frameworks" or re.match("[0-9]", to_arabic(inside[0])))
    site = site_folder(root).resolve()
    if root.is_relative_to(target) or target == sources or of_a_year or target.is_relative_to(site):
        raise OutputError(
            f"เก็บสำเนาไว้ที่ {printable(str(target))} ไม่ได้ เพราะเป็นที่ของข้อมูลต้นทางหรือของเว็บไซต์ — เลือกโฟลเดอร์อื่น "
            "เช่น archive",
            f"no copies can be kept in {printable(str(target))}: the sources or the site are there — "
            "choose another folder, such as archive",
        )
