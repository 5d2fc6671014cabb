"""robots.txt and security.txt, read by parsers that are not ours."""

from datetime import UTC, datetime
from urllib.robotparser import RobotFileParser

import pytest
from sectxt import Parser

from prongsai.model.agency import Agency
from prongsai.report.well_known import SECURITY, well_known_files

BUILT = 1_700_000_000
WHERE = "https://www.test.invalid/oit/"


def agency(**facts: object) -> Agency:
    return Agency.model_validate({"name": "เทศบาลตำบลทดสอบ", **facts})


def test_robots_may_read_all_and_learn_of_the_sitemap() -> None:
    robots = RobotFileParser()
    robots.parse(well_known_files(agency(), BUILT, WHERE)["robots.txt"].decode().splitlines())
    assert robots.can_fetch("anybody", "https://www.test.invalid/oit/2566/o1/")
    assert robots.site_maps() == ["https://www.test.invalid/oit/sitemap.xml"]
    robots = RobotFileParser()
    robots.parse(well_known_files(agency(), BUILT, None)["robots.txt"].decode().splitlines())
    assert robots.can_fetch("anybody", "/2566/o1/")
    assert robots.site_maps() is None


def test_the_host_is_told_not_to_rewrite_the_site() -> None:
    assert well_known_files(agency(), BUILT, None)[".nojekyll"] == b""


def test_without_a_contact_no_security_txt() -> None:
    assert SECURITY not in well_known_files(agency(), BUILT, WHERE)
    unusable = agency(email="ถาม @ หน้าเทศบาล", phone="โทรกลาง")
    assert SECURITY not in well_known_files(unusable, BUILT, WHERE)


@pytest.mark.parametrize(
    ("facts", "contacts"),
    [
        ({"email": "saraban@town.test.invalid", "phone": "๐๒-๐๐๐ ๐๐๐๐"},
         ["mailto:saraban@town.test.invalid", "tel:+6620000000"]),
        ({"phone": "1132"}, ["tel:1132"]),
        ({"channels": [{"kind": "contact", "title": "ติดต่อ", "url": "https://www.test.invalid/contact"},
                       {"kind": "contact", "title": "ติดต่อ", "url": "http://www.test.invalid/plain"}]},
         ["https://www.test.invalid/contact"]),
    ],
)  # fmt: skip
def test_security_txt_holds_for_the_standard(facts: dict[str, object], contacts: list[str]) -> None:
    now = int(datetime.now(UTC).timestamp())
    data = well_known_files(agency(**facts), now, "https://oit.test.invalid/")[SECURITY]
    parser = Parser(data, urls="https://oit.test.invalid/.well-known/security.txt")
    assert [one["code"] for one in parser.errors] == []
    found = [line["value"] for line in parser.lines if line["field_name"] == "contact"]
    assert found == contacts


def test_security_txt_expires_with_the_build_not_with_the_clock() -> None:
    data = well_known_files(agency(phone="02 000 0000"), BUILT, None)[SECURITY].decode()
    assert "\nExpires: 2024-11-12T22:13:20Z\n" in data
    assert "Canonical" not in data
    plain = well_known_files(agency(phone="02 000 0000"), BUILT, "http://www.test.invalid/")[
        SECURITY
    ].decode()
    assert "Canonical" not in plain
