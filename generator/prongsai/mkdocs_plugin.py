"""The plugin of MkDocs; it, what runs it (``mkdocs_run``) and what judges settings alone know MkDocs.

It compiles everything before MkDocs touches the site, gives MkDocs finished pages to frame, and lets the site
that was there stand until the new one is whole.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote

from jinja2 import Environment
from mkdocs.config import base, config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel, get_files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from prongsai.compile import Compiled, SourcesFault, compile_project, search_with
from prongsai.errors import ProngsaiError
from prongsai.evidence.archive import MARK, is_archive
from prongsai.load.frameworks import shipped
from prongsai.load.project import CONTENT
from prongsai.mkdocs_settings import refuse_code
from prongsai.model.contacts import mail, telephone
from prongsai.model.finding import Finding
from prongsai.pages.edition import environment
from prongsai.pages.languages import mark_thai
from prongsai.pages.links import relative
from prongsai.pages.page import Page
from prongsai.pages.problems import blank_page, notes_for, problem_notice
from prongsai.pages.search_written import Written
from prongsai.pages.style import PAGES_CSS, THEME_CSS, component_styles, tokens, with_tokens
from prongsai.pages.whole import keep_whole, whole_text
from prongsai.publish.folder import checked_target, stage_beside, swap
from prongsai.report.sitemap import sitemap
from prongsai.source.reach import reach

log = get_plugin_logger("prongsai")
_PACKAGE = Path(__file__).parent
# What Material brings and no page of ours loads; a town's own templates may.
_SITEMAP = "sitemap.xml"
_UNUSED = ("assets/javascripts/", "assets/images/favicon.png", "assets/stylesheets/palette.")


class PublishSettings(base.Config):
    """Where ``prongsai publish`` puts the site when the command does not say."""

    folder = config_options.Optional(config_options.Type(str))
    zip = config_options.Optional(config_options.Type(str))
    sftp = config_options.Optional(config_options.Type(str))
    ftps = config_options.Optional(config_options.Type(str))
    remote = config_options.Type(str, default="origin")
    branch = config_options.Type(str, default="gh-pages")
    domain = config_options.Optional(config_options.Type(str))


class Settings(base.Config):
    """The plugin's settings in mkdocs.yml."""

    content = config_options.Type(str, default=CONTENT)
    publish = config_options.SubConfig(PublishSettings)


class Refused(PluginError):
    """MkDocs' way to stop without a traceback; ``cause`` is what happened."""

    def __init__(self, cause: ProngsaiError) -> None:
        self.cause = cause
        lines = [cause.text.th]
        if isinstance(cause, SourcesFault):
            lines += [_one_line(finding) for finding in cause.findings]
        super().__init__("\n".join(lines))


def _one_line(finding: Finding) -> str:
    where = f"{finding.path}:{finding.line}:{finding.column}" if finding.line else finding.path
    return f"{where}: {finding.rule} {finding.message.th}"


class FramedPage(MkDocsPage):
    """A page whose HTML is finished: MkDocs frames it and doesn't read Markdown."""

    def __init__(self, page: Page, html: str, date: str, file: File, config: MkDocsConfig) -> None:
        super().__init__(page.title, file, config)
        self.update_date = date
        self.edit_url = None
        self.finished = html
        self.meta = {"prongsai": page, "description": page.description}
        self.toc = TableOfContents([])
        self.present_anchor_ids = set()

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no Markdown to read."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """The HTML is there already."""
        self.content = self.finished


class ProngsaiPlugin(BasePlugin[Settings]):
    """Swaps raw sources for the pages that they compile to."""

    def __init__(self) -> None:
        self.serving = False
        self.compiled: Compiled | None = None
        self.fault: ProngsaiError | None = None
        self.target: Path | None = None
        self.stage: Path | None = None
        self.seen: float = 0.0

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether a browser waits; defined at all, it lets the plugin live through rebuilds."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Compile; nothing of the site is touched before this went well."""
        self._judge(Path(config.config_file_path))
        config.use_directory_urls = True
        self._add_theme(config)
        self._compile(Path(config.config_file_path).parent, config)
        if not self.serving:
            self._stage(config)
        if self.compiled:
            config.theme["language"] = self.compiled.site.agency.language
        config.theme.static_templates.discard(_SITEMAP)
        navigation = self.compiled.navigation if self.compiled else None
        agency = self.compiled.site.agency if self.compiled else None
        config.extra["prongsai"] = {
            "navigation": navigation,
            "relative": relative,
            "whole": whole_text,
            "agency": agency,
            "reach": (telephone(agency.phone), mail(agency.email)) if agency else (),
            "material": _material_style(config),
        }
        return config

    def _judge(self, settings: Path) -> None:
        """Under ``mkdocs`` itself a tag has run its code by now; what it made is not built all the same."""
        try:
            refuse_code(settings)
        except ProngsaiError as error:
            raise Refused(error) from None

    def _add_theme(self, config: MkDocsConfig) -> None:
        """With ``theme: material`` our templates still stand, behind the town's own overrides."""
        ours = str(_theme_folder())
        if ours not in config.theme.dirs:
            at = 1 if config.theme.custom_dir else 0
            config.theme.dirs.insert(at, ours)

    def _compile(self, root: Path, config: MkDocsConfig) -> None:
        newest = max(
            path.stat().st_mtime for path in _PACKAGE.rglob("*.*") if path.suffix in (".yml", ".html", ".css")
        )
        if newest != self.seen:
            shipped.cache_clear()
            environment.cache_clear()
            tokens.cache_clear()
            component_styles.cache_clear()
        self.seen, self.fault = newest, None
        try:
            beside = by_hand(config, root / self.config.content)
            self.compiled = compile_project(root, self.config.content, config.site_url or None, beside)
        except ProngsaiError as error:
            if not self.serving:
                raise Refused(error) from None
            self.fault = error
            log.error(str(Refused(error)))
        else:
            self._tell(self.compiled)

    def _tell(self, compiled: Compiled) -> None:
        """In the log of a build: what sources warn of, what else the rules find, and what was left out."""
        for finding in compiled.findings:
            if finding.family == "source":
                log.warning(_one_line(finding))
        rest = sum(finding.family != "source" and finding.silenced is None for finding in compiled.findings)
        if rest:
            log.info(f"ข้อสังเกต {rest} แห่ง ดูรายละเอียดด้วย prongsai check")
        if compiled.left_out:
            log.info(compiled.left_out.th)

    def _stage(self, config: MkDocsConfig) -> None:
        root = Path(config.config_file_path).parent
        try:
            self.target = checked_target(Path(config.site_dir), root, root / self.config.content)
            addresses = (*self.compiled.files, *self.compiled.copies) if self.compiled else ()
            self.stage = reach(stage_beside(self.target), max(map(len, addresses), default=0))
        except ProngsaiError as error:
            raise Refused(error) from None
        config.site_dir = str(self.stage)

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Replace the raw sources by pages and files of the compiled site."""
        content = Path(config.config_file_path).parent / self.config.content
        archives = tuple(_archives(files))
        for file in list(files):
            raw = file.abs_src_path and Path(file.abs_src_path).is_relative_to(content)
            unused = file.src_uri.startswith(_UNUSED) or file.src_uri.endswith(".map")
            # No longer a template, it would be copied as it stands.
            template = file.src_uri == _SITEMAP
            if (
                raw
                or template
                or file.src_uri.startswith(archives)
                or (unused and not config.theme.custom_dir)
            ):
                files.remove(file)
        _put_styles(files, config)
        for page, html in self._pages():
            file = File.generated(config, page.source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            FramedPage(page, html, self._date(), file, config)
            _put(files, file)
        if self.compiled:
            for address, data in self.compiled.files.items():
                _put(files, File.generated(config, address, content=data, inclusion=InclusionLevel.INCLUDED))
            for address, path in self.compiled.copies.items():
                _put(
                    files,
                    File.generated(
                        config, address, abs_src_path=str(path), inclusion=InclusionLevel.INCLUDED
                    ),
                )
        return files

    def _pages(self) -> list[tuple[Page, str]]:
        """The pages to frame; while the sources have errors, a browser is told so on each of them."""
        pages = self.compiled.pages if self.compiled else ()
        if self.fault is None:
            noted = self.compiled.findings if self.compiled and self.serving else ()
            return [(page, notes_for(page, noted) + page.html) for page in pages]
        findings = self.fault.findings if isinstance(self.fault, SourcesFault) else ()
        notice = problem_notice(self.fault.text, findings)
        return [(page, notice + page.html) for page in pages or (blank_page(),)]

    def _date(self) -> str:
        built = self.compiled.built if self.compiled else 0
        return datetime.fromtimestamp(built, UTC).date().isoformat()

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """All pages are read and have their addresses: the search finds them, a sitemap names them."""
        if not self.compiled:
            return
        for address, data in search_with(self.compiled, _written(files)).items():
            _put(files, File.generated(config, address, content=data, inclusion=InclusionLevel.INCLUDED))
        if config.site_url:
            self._sitemap(self.compiled, files, config)

    def _sitemap(self, compiled: Compiled, files: Files, config: MkDocsConfig) -> None:
        """Every page, where it is known how addresses begin."""
        changed = compiled.changed
        pages = [file.page for file in files.documentation_pages() if file.page]
        found = [(page.canonical_url or "", changed.get(page.url.removeprefix("./"))) for page in pages]
        path = Path(config.site_dir) / _SITEMAP
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(sitemap(found))

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Headings written by hand break between words, as those of generated pages do already."""
        return html if isinstance(page, FramedPage) else keep_whole(html)

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """What stands around a page may hold Thai names too, and hand-written pages may be in Thai."""
        return mark_thai(output, config.theme["language"])

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The page for lost addresses, as the others."""
        return mark_thai(
            output_content, config.theme["language"] if template_name.endswith(".html") else "th"
        )

    def on_post_build(self, config: MkDocsConfig) -> None:
        """The new site is whole: put it in the old one's place."""
        if self.target is None or self.stage is None:
            return
        stage, target = self.stage, self.target
        self.stage, config.site_dir = None, str(target)
        try:
            swap(stage, target)
        except ProngsaiError as error:
            raise Refused(error) from None

    def on_build_error(self, error: Exception) -> None:
        """Something failed: leave no half-built folder behind."""
        if self.stage is not None:
            shutil.rmtree(self.stage, ignore_errors=True)
            self.stage = None

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """A change of a source, a template or a framework rebuilds."""
        content = Path(config.config_file_path).parent / self.config.content
        for path in (content, _PACKAGE / "frameworks", _PACKAGE / "pages", _theme_folder()):
            if path.is_dir():
                server.watch(str(path))
        return server


def by_hand(config: MkDocsConfig, content: Path) -> set[str]:
    """The addresses of pages and files that are written by hand."""
    if not Path(config.docs_dir).is_dir():
        return set()
    files = [file for file in get_files(config) if file.inclusion.is_included()]
    inside = [file for file in files if file.abs_src_path and Path(file.abs_src_path).is_relative_to(content)]
    return {unquote(file.url).removeprefix("./") for file in files if file not in inside}


def _written(files: Files) -> Iterator[Written]:
    """The pages that are written by hand, but for those that ask Material's search to leave them out."""
    for file in files.documentation_pages():
        page = file.page
        if page is None or isinstance(page, FramedPage) or page.content is None:
            continue
        asked = page.meta.get("search")
        if isinstance(asked, dict) and asked.get("exclude") is True:
            continue
        address, title = unquote(page.url).removeprefix("./"), str(page.title or file.name)
        yield Written(address, title, [link.title for link in _headings(page.toc)], page.content)


def _headings(links: Iterable[AnchorLink]) -> Iterator[AnchorLink]:
    for link in links:
        yield link
        yield from _headings(link.children)


def _archives(files: Files) -> Iterator[str]:
    """The folders of copies that lie among hand-written pages: what is in them is not for everybody."""
    for file in files:
        folder, _, name = file.src_uri.rpartition("/")
        if name == MARK and file.abs_src_path and is_archive(Path(file.abs_src_path)):
            yield f"{folder}/" if folder else ""


def _put(files: Files, file: File) -> None:
    existing = files.get_file_from_path(file.src_uri)
    if existing is not None:
        files.remove(existing)
    files.append(file)


def _put_styles(files: Files, config: MkDocsConfig) -> None:
    """The two style sheets of a page; where a town brings one of its own, that stands."""
    frame = files.get_file_from_path(THEME_CSS)
    if frame is not None:
        style = with_tokens(frame.content_string)
        _put(files, File.generated(config, THEME_CSS, content=style, inclusion=InclusionLevel.INCLUDED))
    if files.get_file_from_path(PAGES_CSS) is None:
        _put(
            files,
            File.generated(config, PAGES_CSS, content=component_styles(), inclusion=InclusionLevel.INCLUDED),
        )


def _material_style(config: MkDocsConfig) -> str | None:
    """Where Material's style sheet will stand in the site; its name changes with each of its versions."""
    for folder in map(Path, config.theme.dirs):
        for path in folder.glob("assets/stylesheets/main.*.min.css"):
            return path.relative_to(folder).as_posix()
    return None


def _theme_folder() -> Path:
    import prongsai_theme

    return Path(prongsai_theme.__file__).parent
