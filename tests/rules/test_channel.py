"""The ways in which people reach the agency: lacking, offline or the same, and only then."""

from datetime import date
from pathlib import Path

import pytest

from prongsai.rules.channel import RULES, _channels
from prongsai.rules.rule import Rule
from tests.rules.planting import AGENCY, REPORTS, TOWN, assert_golden, found_in, planted, told, written

TODAY = date(2023, 3, 1)
YEAR = {"2566/year.yml": "framework: nacc-2566\n"}
CORRUPTION = "  - {kind: corruption, title: แจ้งเรื่องทุจริต, url: https://www.a.go.th/corruption}\n"
QUESTIONS = "  - {kind: questions, title: กระดานถามตอบ, url: https://www.a.go.th/qna}\n"
EIT = "  - {kind: eit, title: แบบวัด EIT, url: https://itas.nacc.go.th/go/eit/abc}\n"
NO_GIFT = "  - {kind: no_gift, title: ประกาศ No Gift Policy ปี ๒๕๖๖, url: https://www.a.go.th/gift}\n"
ALL = CORRUPTION + QUESTIONS + EIT + NO_GIFT


def agency(channels: str) -> dict[str, str]:
    """A year of 2566, and an agency whose channels begin in line 4."""
    return {**YEAR, "agency.yml": f"{AGENCY}channels:\n{channels}"}


def found(root: Path, files: dict[str, str], today: date = TODAY) -> list[tuple[str, str, str, int]]:
    """Rule, severity, file and line of what the family finds."""
    return [
        (each.rule, each.severity, each.path.removeprefix("content/"), each.line)
        for each in found_in(written(root, files), RULES, today)
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_each_rules_examples(rule: Rule, tmp_path: Path) -> None:
    bad = found_in(written(tmp_path / "bad", rule.example.bad), [rule], TODAY)
    assert [each.rule for each in bad] == [rule.code]
    assert found_in(written(tmp_path / "good", rule.example.good), [rule], TODAY) == []


def test_codes() -> None:
    assert [rule.code for rule in RULES] == ["H701", "H702", "H703", "H704", "H705"]
    assert all(rule.family == "channel" for rule in RULES)


def test_the_invented_town_has_none() -> None:
    for today in (date(2023, 5, 20), date(2024, 5, 20), date(2026, 11, 21)):
        assert told(found_in(TOWN, RULES, today)) == []


@pytest.mark.parametrize("report", REPORTS)
def test_the_reports(report: str) -> None:
    assert_golden("channel", report, RULES)


def test_all_channels_are_there(tmp_path: Path) -> None:
    assert found(tmp_path, agency(ALL)) == []


PLANTED = {
    "no address": (
        ("agency.yml", '"https://www.namsai.invalid/integrity/report"', "null"),
        "H701",
        "warning",
        1,
    ),
    "a telephone alone": (
        ("agency.yml", "https://www.namsai.invalid/integrity/report", "tel:0000000019"),
        "H701",
        "warning",
        1,
    ),
    "no corruption channel": (("agency.yml", "  - {kind: corruption[^\n]*\n", ""), "H701", "warning", 1),
    "the general channel's": (
        ("agency.yml", "https://www.namsai.invalid/integrity/report", "https://www.namsai.invalid/opinions"),
        "H702",
        "warning",
        1,
    ),
    "the general channel's, in the item": (
        ("2567/o23.md", "https://www.namsai.invalid/integrity/report", "http://namsai.invalid/opinions/"),
        "H702",
        "warning",
        1,
    ),
    "questions without address": (
        ("agency.yml", '"https://www.namsai.invalid/qna"', "null"),
        "H703",
        "info",
        1,
    ),
    "no question channel": (("agency.yml", "  - {kind: questions[^\n]*\n", ""), "H703", "info", 3),
    "no EIT address": (("agency.yml", "  - {kind: eit[^\n]*2567[^\n]*\n", ""), "H704", "warning", 1),
    "an EIT channel without address": (
        ("agency.yml", '"https://www.namsai.invalid/eit/2567"', "null"),
        "H704",
        "warning",
        1,
    ),
    "no declaration": (("agency.yml", "  - {kind: no_gift[^\n]*2567[^\n]*\n", ""), "H705", "info", 1),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_the_only_finding(name: str, tmp_path: Path) -> None:
    change, rule, severity, near = PLANTED[name]
    root, line = planted(tmp_path, change)
    only = found_in(root, RULES, date(2024, 5, 20))
    assert [(each.rule, each.severity, each.path) for each in only] == [
        (rule, severity, f"content/{change[0]}")
    ]
    assert abs(only[0].line - line) <= near


class TestNoChannelsAtAll:
    def test_an_agency_without_items_gets_advice_once(self, tmp_path: Path) -> None:
        assert found(tmp_path, YEAR) == [("H701", "info", "agency.yml", 1)]

    def test_one_that_reports_on_items_is_warned_once(self, tmp_path: Path) -> None:
        files = {**YEAR, "2566/o1.md": "---\nreported: done\n---\n", "agency.yml": f"{AGENCY}channels: []\n"}
        assert found(tmp_path, files) == [("H701", "warning", "agency.yml", 3)]


class TestCorruption:
    def test_one_of_two_is_online(self, tmp_path: Path) -> None:
        phone = "  - {kind: corruption, title: สายด่วน, url: null, phone: 0 0000 0000}\n"
        assert found(tmp_path, agency(phone + ALL)) == []

    def test_a_telephone_is_quoted(self, tmp_path: Path) -> None:
        phone = "  - {kind: corruption, title: สายด่วน, phone: 0 0000 0000}\n"
        (only,) = found_in(written(tmp_path, agency(phone + QUESTIONS + EIT + NO_GIFT)), RULES, TODAY)
        assert "“สายด่วน” มีแต่โทรศัพท์ (0 0000 0000)" in only.message.th
        assert only.line == 4

    @pytest.mark.parametrize("kind", ["questions", "opinions", "contact", "information", "social"])
    def test_the_same_as_a_general_one(self, kind: str, tmp_path: Path) -> None:
        same = f"  - {{kind: {kind}, title: ทั่วไป, url: http://a.go.th/corruption/}}\n"
        assert found(tmp_path, agency(ALL + same)) == [("H702", "warning", "agency.yml", 4)]

    def test_a_page_of_its_own_beside_the_general_one(self, tmp_path: Path) -> None:
        other = "  - {kind: opinions, title: ทั่วไป, url: https://www.a.go.th/corruption/general}\n"
        assert found(tmp_path, agency(ALL + other)) == []

    @pytest.mark.parametrize(
        ("one", "other", "same"),
        [
            ("https://www.a.go.th/x", "http://A.go.th//x/", True),
            ("https://a.go.th/x?id=1", "https://a.go.th/x?id=2", False),
            ("https://a.go.th:8080/x", "https://a.go.th/x", False),
            ("https://a.go.th/#/report", "https://a.go.th/#/ask", False),
            ("mailto:a@a.go.th", "mailto:A@a.go.th", True),
        ],
    )
    def test_the_same_page(self, one: str, other: str, same: bool) -> None:
        assert (_channels.same_place(one) == _channels.same_place(other)) is same


class TestQuestions:
    OTHERS = CORRUPTION + EIT + NO_GIFT

    def test_nothing_at_all_is_warned_of(self, tmp_path: Path) -> None:
        assert found(tmp_path, agency(self.OTHERS)) == [("H703", "warning", "agency.yml", 3)]

    @pytest.mark.parametrize(
        ("data", "severity"),
        [
            ("reported: not_started\n", "warning"),
            ("reported: done\n", "info"),
            ("reported: in_progress\nevidence: [{title: กระดาน, url: https://www.a.go.th/qna}]\n", "info"),
        ],
    )
    def test_what_its_item_says(self, data: str, severity: str, tmp_path: Path) -> None:
        files = agency(self.OTHERS) | {"2566/o8.md": f"---\n{data}---\n"}
        assert found(tmp_path, files) == [("H703", severity, "agency.yml", 3)]


class TestEit:
    OTHERS = CORRUPTION + QUESTIONS + NO_GIFT
    CALENDAR = (
        "framework: nacc-2566\ncalendar: [{name: เปิดรับแบบวัด EIT, start: 2023-02-01, end: 2023-03-31}]\n"
    )

    def test_advice_where_the_window_is_not_known(self, tmp_path: Path) -> None:
        assert found(tmp_path, agency(self.OTHERS)) == [("H704", "info", "agency.yml", 3)]

    @pytest.mark.parametrize(
        ("today", "severity"),
        [
            (date(2023, 1, 31), "info"),
            (date(2023, 2, 1), "warning"),
            (date(2023, 3, 31), "warning"),
            (date(2023, 4, 1), "info"),
        ],
    )
    def test_a_warning_inside_the_window(self, today: date, severity: str, tmp_path: Path) -> None:
        files = agency(self.OTHERS) | {"2566/year.yml": self.CALENDAR}
        assert found(tmp_path, files, today) == [("H704", severity, "agency.yml", 3)]

    def test_a_year_that_does_not_ask(self, tmp_path: Path) -> None:
        files = agency(self.OTHERS.replace("๒๕๖๖", "๒๕๖๕"))
        del files["2566/year.yml"]
        assert found(tmp_path, files | {"2565/year.yml": "framework: nacc-2565\n"}) == []

    def test_an_older_year_matters_in_its_window_alone(self, tmp_path: Path) -> None:
        files = agency(self.OTHERS.replace("๒๕๖๖", "๒๕๖๗")) | {
            "2566/year.yml": self.CALENDAR,
            "2567/year.yml": "framework: nacc-2567\n",
        }
        assert found(tmp_path, files, date(2023, 2, 15)) == [("H704", "warning", "agency.yml", 3)]
        assert found(tmp_path, files, date(2024, 2, 15)) == []

    def test_the_item_shows_it(self, tmp_path: Path) -> None:
        evidence = "evidence: [{title: คิวอาร์โค้ด, url: https://itas.nacc.go.th/go/eit/abc}]\n"
        files = agency(self.OTHERS) | {"2566/o43.md": f"---\nreported: done\n{evidence}---\n"}
        assert found(tmp_path, files) == []

    def test_it_stands_on_the_item_where_no_channel_is_of_the_kind(self, tmp_path: Path) -> None:
        data = "elements: {progress: [1], in-year: [1]}\nevidence: [{title: รายงาน, url: https://www.a.go.th/r}]\n"
        files = agency(self.OTHERS) | {"2566/o43.md": f"---\nreported: done\n{data}---\n"}
        assert found(tmp_path, files) == [("H704", "info", "2566/o43.md", 3)]


class TestNoGift:
    OTHERS = CORRUPTION + QUESTIONS + EIT

    def test_nothing_for_the_newest_year(self, tmp_path: Path) -> None:
        assert found(tmp_path, agency(self.OTHERS)) == [("H705", "warning", "agency.yml", 3)]

    def test_another_years(self, tmp_path: Path) -> None:
        other = NO_GIFT.replace("๒๕๖๖", "๒๕๖๕")
        assert found(tmp_path, agency(self.OTHERS + other)) == [("H705", "warning", "agency.yml", 7)]

    def test_one_that_names_no_year(self, tmp_path: Path) -> None:
        assert found(tmp_path, agency(self.OTHERS + NO_GIFT.replace(" ปี ๒๕๖๖", ""))) == []

    @pytest.mark.parametrize(
        ("data", "expected"),
        [
            ("reported: done\nevidence: [{title: ประกาศ, url: https://www.a.go.th/g}]\n", []),
            ("reported: done\ndocuments: [ประกาศ No Gift Policy]\n", []),
            ("reported: done\n", [("H705", "info", "agency.yml", 3)]),
            ("reported: not_started\n", [("H705", "warning", "agency.yml", 3)]),
        ],
    )
    def test_what_its_item_shows(
        self, data: str, expected: list[tuple[str, str, str, int]], tmp_path: Path
    ) -> None:
        assert found(tmp_path, agency(self.OTHERS) | {"2566/o31.md": f"---\n{data}---\n"}) == expected
