"""MkDocs run for a project: built, served, or asked for its settings alone."""

import logging
import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from prongsai.compile import Compiled
from prongsai.errors import OutputError, ProjectError, ProngsaiError
from prongsai.load.project import CONTENT
from prongsai.mkdocs_plugin import ProngsaiPlugin, PublishSettings, Refused, by_hand
from prongsai.mkdocs_settings import JudgedSettings, refuse_code


def build_site(root: Path, site_dir: Path | None = None) -> tuple[Path, Compiled]:
    """Build the project in ``root``; returns where the site stands and what it was compiled from.

    Raises:
        ProngsaiError: with the reason; the site that was there stays.
    """
    config = _load(root, site_dir)
    plugin = _plugin(config)
    config.plugins.on_startup(command="build", dirty=False)
    with _log_kept() as told:
        try:
            mkdocs_build.build(config)
        except Abort as abort:
            raise _cause(abort, told) from None
        finally:
            config.plugins.on_shutdown()
    if plugin.compiled is None:
        raise OutputError("สร้างเว็บไซต์ไม่สำเร็จ", "the site could not be built")
    return Path(config.site_dir), plugin.compiled


@dataclass(frozen=True)
class Project:
    """What ``mkdocs.yml`` says of a project: where the site will stand, if known, and how it gets there."""

    site_url: str | None
    sources: tuple[Path, ...]
    publish: PublishSettings


def read_project(root: Path) -> Project:
    """The settings of the project in ``root``.

    Raises:
        ProjectError: there is no project, or its settings cannot be used.
    """
    config = _load(root, None)
    settings = _plugin(config).config
    sources = (root / "mkdocs.yml", root / settings.content, Path(config.docs_dir))
    return Project(config.site_url or None, sources, settings.publish)


def addresses_by_hand(root: Path) -> Collection[str]:
    """The addresses of the project's pages and files that are written by hand.

    Raises:
        ProjectError: the project's settings cannot be used.
    """
    config = _load(root, None)
    return by_hand(config, root / _plugin(config).config.content)


def site_folder(root: Path) -> Path:
    """Where a build of the project in ``root`` puts its site."""
    try:
        return Path(_load(root, None).site_dir)
    except ProjectError:
        return root / "site"


def serve_site(root: Path, address: str, *, open_browser: bool) -> None:
    """Serve the project and rebuild on each change, until interrupted.

    Raises:
        ProngsaiError: the project cannot be served.
    """
    _plugin(_load(root, None))
    _log_to_stderr()
    try:
        mkdocs_serve.serve(
            cast(str, JudgedSettings(root / "mkdocs.yml")),  # a file, which MkDocs takes as well
            dev_addr=address,
            open_in_browser=open_browser,
            docs_dir=_docs_dir(root),
        )
    except Abort as abort:
        raise _cause(abort, []) from None
    except OSError as error:
        raise OutputError(
            f"เปิดที่ {address} ไม่ได้ ({error.strerror}) — เลือกพอร์ตอื่นด้วย --address",
            f"cannot serve at {address} ({error.strerror}) — choose another port with --address",
        ) from None


def _load(root: Path, site_dir: Path | None) -> MkDocsConfig:
    path = root / "mkdocs.yml"
    if not path.is_file():
        raise ProjectError(
            f"ไม่พบ mkdocs.yml ใน {root} — สั่งในโฟลเดอร์ของโครงการ หรือระบุ --project",
            f"there is no mkdocs.yml in {root} — run this in the project's folder or give --project",
        )
    refuse_code(path)
    with _log_kept() as told:
        try:
            config: MkDocsConfig = load_config(str(path), docs_dir=_docs_dir(root))
        except (Exception, Abort) as error:  # MkDocs lets a date, a number or a wrong address raise anything
            reason = "; ".join(told) or f"{error}" or type(error).__name__
            raise ProjectError(
                f"ใช้ mkdocs.yml ไม่ได้: {reason}", f"mkdocs.yml cannot be used: {reason}"
            ) from None
    if site_dir:
        _check_apart(Path(config.docs_dir), site_dir)
        config.site_dir = str(site_dir.absolute())
    return config


def _check_apart(sources: Path, site_dir: Path) -> None:
    """Refuse a place for the site that holds the sources, or lies in them."""
    here, there = sources.resolve(), site_dir.resolve()
    if here.is_relative_to(there) or there.is_relative_to(here):
        raise OutputError(
            f"วางเว็บไซต์ที่ {site_dir} ไม่ได้ เพราะซ้อนกับโฟลเดอร์ข้อมูล {sources} — เลือกโฟลเดอร์อื่นด้วย --site-dir",
            f"the site cannot stand at {site_dir}, the sources are in {sources} — choose another --site-dir",
        )


def _docs_dir(root: Path) -> str | None:
    """The sources, where mkdocs.yml names no folder of hand-written pages and MkDocs' default is missing."""
    if (root / "docs").is_dir() or re.search(
        r"^docs_dir\s*:", (root / "mkdocs.yml").read_text("utf-8", "replace"), re.M
    ):
        return None
    return str((root / CONTENT).absolute())


def _plugin(config: MkDocsConfig) -> ProngsaiPlugin:
    for plugin in config.plugins.values():
        if isinstance(plugin, ProngsaiPlugin):
            return plugin
    raise ProjectError(
        "mkdocs.yml ยังไม่ได้เปิดใช้ Prongsai — เพิ่มบรรทัด plugins: [prongsai]",
        "mkdocs.yml doesn't use Prongsai — add a line plugins: [prongsai]",
    )


def _cause(abort: Abort, told: list[str]) -> ProngsaiError:
    cause = abort.__context__
    if isinstance(cause, Refused):
        return cause.cause
    reason = "; ".join(told) or str(cause or abort)
    return OutputError(f"สร้างเว็บไซต์ไม่สำเร็จ: {reason}", f"the site could not be built: {reason}")


@contextmanager
def _log_kept() -> Iterator[list[str]]:
    """What MkDocs warns of, kept instead of printed: our own command tells it better."""
    told: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: told.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield told
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate


def _log_to_stderr() -> None:
    logger = logging.getLogger("mkdocs")
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(message)s"))
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
