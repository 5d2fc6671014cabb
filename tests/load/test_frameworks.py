"""Framework packs: those that ship, and an agency's own."""

from pathlib import Path

import pytest

from prongsai.load.frameworks import library, shipped
from prongsai.source.problems import Problems

PACK = """\
framework: moe-2568
scheme: moe
fiscal_year: ๒๕๖๘
title: {th: กรอบของกระทรวง}
topics:
  robots: {th: หุ่นยนต์}
indicators:
  - number: "9"
    name: การเปิดเผยข้อมูล
    sub_indicators:
      - number: "9.1"
        name: ข้อมูลพื้นฐาน
        items:
          - {code: O๑, title: โครงสร้าง, topic: structure, elements: [{id: chart, text: ผัง}]}
          - {code: ๐๑๒, title: หุ่นยนต์, topic: robots}
"""


@pytest.mark.parametrize(("name", "items"), [("nacc-2565", 43), ("nacc-2566", 43), ("nacc-2567", 35)])
def test_shipped_packs(name: str, items: int) -> None:
    pack = shipped().frameworks[name]
    assert [item.code for item in pack.items] == [f"o{number}" for number in range(1, items + 1)]
    assert all(item.topic in shipped().topics for item in pack.items)
    assert all(item.elements for item in pack.items)


def test_without_a_folder_there_are_the_shipped_ones(tmp_path: Path) -> None:
    problems = Problems()
    assert library(tmp_path / "frameworks", "content/frameworks", problems) is shipped()
    assert not problems.found


def test_an_own_pack_with_a_topic_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "moe-2568.yml").write_text(PACK, "utf-8")
    problems = Problems()
    found = library(tmp_path, "content/frameworks", problems)
    assert not problems.found
    assert [item.code for item in found.frameworks["moe-2568"].items] == ["o1", "o12"]
    assert found.frameworks["moe-2568"].fiscal_year == 2568
    assert found.topics["robots"].th == "หุ่นยนต์"
    assert set(shipped().frameworks) < set(found.frameworks)
    assert "moe-2568" not in shipped().frameworks and "robots" not in shipped().topics


def test_an_own_pack_wins_over_a_shipped_one(tmp_path: Path) -> None:
    own = PACK.replace("framework: moe-2568", "framework: nacc-2567").replace("scheme: moe", "scheme: nacc")
    (tmp_path / "nacc-2567.yml").write_text(own.replace("๒๕๖๘", "67"), "utf-8")
    problems = Problems()
    found = library(tmp_path, "content/frameworks", problems)
    assert not problems.found
    assert len(found.frameworks["nacc-2567"].items) == 2


def test_a_damaged_pack_is_remembered(tmp_path: Path) -> None:
    (tmp_path / "moe-2568.yml").write_text("framework: moe-2568\n", "utf-8")
    (tmp_path / "moe-2569.yml").write_bytes("framework: กรอบ\n".encode("cp874"))
    (tmp_path / "moe-2570.yml").write_text("", "utf-8")
    problems = Problems()
    found = library(tmp_path, "content/frameworks", problems)
    assert found.damaged == {"moe-2568", "moe-2569", "moe-2570"}
    assert {problem.kind.code for problem in problems} == {"S101", "S202"}
