"""What it means that an address leads to another, by the addresses alone."""

from collections.abc import Callable

from prongsai.errors import Text
from prongsai.evidence import places
from prongsai.evidence.answer import Answer, Telling


def by_address(answer: Answer, allowed_host: Callable[[str], bool]) -> Telling | None:
    """What the addresses alone decide; a file is a file wherever it was led to."""
    final, host = answer.final_url, places.host_of(answer.final_url)
    led = bool(answer.redirects) and not places.same_document(answer.url, final)
    if led and answer.file is None and (told := _login(answer.url, final)):
        return told
    if not allowed_host(host):
        reason = Text(
            f"อยู่บนโฮสต์ {host} ซึ่งไม่ใช่ของหน่วยงาน", f"stands on the host {host}, which is not the agency's"
        )
        return ("wrong_host", reason)
    # Whoever is too busy to answer says nothing about the document.
    busy = answer.status >= 500 or answer.status in (408, 425, 429)
    return by_redirect(answer.url, final) if led and answer.file is None and not busy else None


def by_redirect(url: str, final: str) -> Telling | None:
    """What it means that ``url`` leads to the page ``final``."""
    if places.is_parking(final) and not places.is_parking(url):
        reason = Text(f"ถูกพาไปหน้าจอดโดเมน {final}", f"leads to a page of parked domains, {final}")
        return ("wrong_host", reason)
    if told := _login(url, final):
        return told
    if places.is_root(url):
        return None
    if places.is_root(final):
        reason = Text(f"ถูกพาไปหน้าแรก {final} แทนเอกสาร", f"leads to the front page {final} instead")
        return ("soft_404", reason)
    if places.is_away(final) and not places.is_away(url):
        reason = Text(f"ถูกพาไปหน้าปิดปรับปรุง {final}", f"leads to a page of maintenance, {final}")
        return ("unavailable", reason)
    if places.is_error(final) and not places.is_error(url):
        return ("soft_404", Text(f"ถูกพาไปหน้าแจ้งข้อผิดพลาด {final}", f"leads to an error page, {final}"))
    return None


def _login(url: str, final: str) -> Telling | None:
    if places.is_login(final) and not places.is_login(url):
        return ("login_wall", Text(f"ถูกพาไปหน้าเข้าสู่ระบบ {final}", f"leads to a login page, {final}"))
    return None
