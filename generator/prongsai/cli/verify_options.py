"""What a person gave to ``verify``, read before anything is visited: each fault told with its value."""

import difflib
import re
import ssl
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from prongsai.errors import ProjectError
from prongsai.evidence.guard import read_allowed
from prongsai.evidence.links import Wanted
from prongsai.evidence.settings import Settings, agent
from prongsai.evidence.wire import InvalidUrl, target
from prongsai.model.agency import Agency
from prongsai.source.problems import quoted
from prongsai.source.reading import reason_of
from prongsai.thai.digits import to_arabic

_COMPARED: Final = 2_000
_MAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}", re.ASCII)


def read_settings(
    own_hosts: Sequence[str], allow: Sequence[str], ca_files: Sequence[Path], contact: str | None = None
) -> Settings:
    """The settings of a run.

    Raises:
        ProjectError: one of the values cannot be used.
    """
    for host in own_hosts:
        _check_host(host)
    for entry in allow:
        _check_allowed(entry)
    for file in ca_files:
        _check_authority(file)
    introduced = agent(read_contact(contact) if contact else None)
    return Settings(tuple(own_hosts), tuple(allow), tuple(ca_files), introduced)


def read_contact(text: str) -> str:
    """The address that visits give of themselves: one of mail, or one of a page.

    Raises:
        ProjectError: it is neither.
    """
    if _MAIL.fullmatch(text.strip()):
        return text.strip()
    try:
        return target(text).url
    except InvalidUrl:
        raise ProjectError(
            f"--contact {quoted(text)} ไม่ใช่อีเมลหรือที่อยู่เว็บ — เขียนเช่น saraban@example.go.th หรือ https://www.example.go.th",
            f"--contact {quoted(text)} is no address of mail or of a page — "
            "write it like saraban@example.go.th or https://www.example.go.th",
        ) from None


def contact_of(agency: Agency) -> str | None:
    """Where the people of a server may write to about visits for ``agency``: by mail, or at its own site."""
    for text in (agency.email, agency.website):
        try:
            if text:
                return read_contact(text)
        except ProjectError:
            continue
    return None


def _check_host(entry: str) -> None:
    hint = urlsplit(entry).netloc if "://" in entry else ""
    try:
        if "/" in entry or target(f"http://{entry}/").path != "/":
            raise InvalidUrl(entry, entry)
    except InvalidUrl:
        thai, english = (f"หมายถึง {hint} หรือไม่ ", f"did you mean {hint}? ") if hint else ("", "")
        raise ProjectError(
            f"--own-host {quoted(entry)} ไม่ใช่ชื่อโฮสต์ — {thai}เขียนเช่น www.example.go.th หรือ example.go.th:8080",
            f"--own-host {quoted(entry)} is no host — {english}"
            "write it like www.example.go.th or example.go.th:8080",
        ) from None


def _check_allowed(entry: str) -> None:
    try:
        read_allowed([entry])
    except ValueError:
        raise ProjectError(
            f"--allow {quoted(entry)} อ่านไม่ได้ — เขียน HOST:PORT เช่น intranet:8080"
            " หรือ ADDRESS/BITS เช่น 10.0.0.0/8",
            f"--allow {quoted(entry)} cannot be read — write HOST:PORT, as intranet:8080,"
            " or ADDRESS/BITS, as 10.0.0.0/8",
        ) from None


def _check_authority(file: Path) -> None:
    try:
        ssl.create_default_context().load_verify_locations(file)
    except ssl.SSLError:
        raise ProjectError(
            f"--ca {file} ไม่ใช่ใบรับรองในรูป PEM — ขอไฟล์ที่ขึ้นต้นด้วย -----BEGIN CERTIFICATE-----",
            f"--ca {file} holds no PEM certificate — it should begin with -----BEGIN CERTIFICATE-----",
        ) from None
    except OSError as error:
        reason = reason_of(error)
        raise ProjectError(
            f"อ่าน --ca {file} ไม่ได้ ({reason.th}) — ตรวจชื่อและสิทธิ์ของไฟล์",
            f"--ca {file} cannot be read ({reason.en}) — check its name and permissions",
        ) from None


def read_years(texts: Iterable[str]) -> tuple[int, ...]:
    """Fiscal years as people write them (``2566``, ``๒๕๖๖``, ``66``).

    Raises:
        ProjectError: one is none.
    """
    return tuple(dict.fromkeys(map(_year, texts)))


def _year(text: str) -> int:
    digits = to_arabic(text).strip()
    number = int(digits) if digits.isascii() and digits.isdigit() and len(digits) in (2, 4) else 0
    year = 2500 + number if len(digits) == 2 else number
    if not 2400 <= year <= 2699:
        raise ProjectError(
            f"ปี {quoted(text)} ไม่ใช่ปีงบประมาณ พ.ศ. — เขียนเช่น 2566",
            f"{quoted(text)} is no Buddhist fiscal year — write it like 2566",
        )
    return year


def accepted(addresses: Iterable[str], wanted: Sequence[Wanted]) -> frozenset[str]:
    """The addresses of evidence that are meant by ``addresses``, however their letters are escaped.

    Raises:
        ProjectError: one is not evidence; what comes near is named.
    """
    by_wire = {_wire(link.url): link.url for link in wanted}
    known = {link.url for link in wanted}
    found = set()
    for address in addresses:
        url = address if address in known else by_wire.get(_wire(address))
        if url is None:
            raise _not_evidence(address, wanted)
        found.add(url)
    return frozenset(found)


def _wire(url: str) -> str:
    try:
        return target(url).url
    except InvalidUrl:
        return url


def _not_evidence(address: str, wanted: Sequence[Wanted]) -> ProjectError:
    near = difflib.get_close_matches(address, [link.url for link in wanted[:_COMPARED]], n=3, cutoff=0.6)
    listed = "".join(f"\n  {url}" for url in near)
    thai, english = (f" — ที่ใกล้เคียงคือ{listed}", f" — close to it:{listed}") if near else ("", "")
    return ProjectError(
        f"--accept {quoted(address, 200)} ไม่ใช่ที่อยู่ของหลักฐาน{thai}",
        f"--accept {quoted(address, 200)} is no address of evidence{english}",
    )
