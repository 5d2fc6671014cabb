"""The rows of tables as they are searched."""

from dataclasses import replace

from prongsai.load.held import parse_table
from prongsai.model.disclosure import Disclosure, Evidence, HeldFile
from prongsai.model.held import HeldText, Table
from prongsai.model.site import Site
from prongsai.pages.search_documents import MAX_LETTERS, search_documents
from prongsai.pages.search_rows import told_rows

CSV = "เดือน,รายการ,ราคา\n2024-01,จ้างขยายท่อประปา,1145000\n2024-01-19,ซื้อวัสดุ,17800\n"


def file(address: str = "2566/data/bought.csv", sha256: str = "t") -> HeldFile:
    return HeldFile(address=address, source=address, bytes=1, media_type="text/csv", sha256=sha256)


def with_table(site: Site, held: HeldFile, code: str | None = "o1") -> Site:
    year = site.by_year[2566]
    changed = replace(year, held=(held,))
    if code:
        said = Disclosure(
            code=code, evidence=(Evidence(title="ตารางที่ซื้อ", file="data/bought.csv", held=held),)
        )
        changed = replace(changed, disclosures={**year.disclosures, code: said})
    return replace(site, years=tuple(changed if one is year else one for one in site.years))


def test_rows_are_counted_as_a_spreadsheet_counts_them_and_dates_are_written_as_people_do() -> None:
    assert told_rows(parse_table(CSV), "th", 1_000) == {
        1: "เดือน · รายการ · ราคา",
        2: "ม.ค. 2567 · จ้างขยายท่อประปา · 1145000",
        3: "19 ม.ค. 2567 · ซื้อวัสดุ · 17800",
    }
    assert told_rows(parse_table(CSV), "en", 1_000)[3] == "19 Jan 2024 · ซื้อวัสดุ · 17800"
    odd = 'ก,ข\n\n"สอง\nบรรทัด",x\n2024-13,y\n,\n2024-02-31,z\n'
    assert told_rows(parse_table(odd), "th", 1_000) == {
        1: "ก · ข",
        3: "สอง บรรทัด · x",
        4: "2024-13 · y",
        6: "2024-02-31 · z",
    }


def test_a_long_table_gives_up_its_end() -> None:
    table = Table(("ก",), tuple(("ข" * 100,) for _ in range(1_000)))
    assert 10 <= len(told_rows(table, "th", 1_000)) <= 12
    assert told_rows(Table((), ()), "th", 1_000) == {}


def test_a_table_is_found_by_rows_at_its_place_on_the_page_of_its_item(site: Site) -> None:
    held = file()
    found = search_documents(with_table(site, held), {}, {held.address: parse_table(CSV)})
    (table,) = found["documents"]
    assert (table["unit"], table["code"], table["page"], table["at"]) == ("row", "o1", "2566/o1/", "data-1")
    assert (table["title"], table["year"]) == ("ตารางที่ซื้อ", 2566)
    assert table["pages"][1] == "ม.ค. 2567 · จ้างขยายท่อประปา · 1145000"
    assert "rows" not in table


def test_rows_that_are_not_one_after_the_other_have_their_numbers(site: Site) -> None:
    held = file()
    table = parse_table("ก,ข\n\n1,2\n")
    (found,) = search_documents(with_table(site, held, None), {}, {held.address: table})["documents"]
    assert found["rows"] == [1, 3]
    assert not {"code", "page", "at"} & set(found)
    assert found["title"] == "bought.csv"


def test_tables_share_the_room_with_documents_and_hide_what_they_do(site: Site) -> None:
    held, other = file(), file("2566/files/a.txt", "a")
    year = replace(site.by_year[2566], held=(held, other))
    both = replace(site, years=(year,))
    rows = tuple((f"นาย ก {number}", "081-234-5678") for number in range(100_000))
    texts = {other.address: HeldText(("ข" * 2 * MAX_LETTERS,))}
    table, text = search_documents(both, texts, {held.address: Table(("ชื่อ", "โทร"), rows)})["documents"]
    assert 0.45 * MAX_LETTERS < sum(map(len, table["pages"])) <= MAX_LETTERS / 2
    assert sum(map(len, text["pages"])) == MAX_LETTERS / 2
    assert table["pages"][1] == "นาย ก 0 · ×××"


def test_figures_beside_each_other_are_no_number_of_a_person(site: Site) -> None:
    held = file()
    table = parse_table("งบ,จ่าย\n120000,1180000\n")
    (found,) = search_documents(with_table(site, held), {}, {held.address: table})["documents"]
    assert found["pages"][1] == "120000 · 1180000"
