"""Official tables of an invented year in every format: codes, titles and elements under their indicators."""

from collections.abc import Sequence
from html import escape
from io import BytesIO

import docx
import openpyxl

from prongsai.model.framework import Framework

YEAR = 2569
HEAD = f"รายละเอียดข้อมูลสาธารณะ (OIT) ปีงบประมาณ พ.ศ. {YEAR}"
COLUMNS = ("ข้อ", "ข้อมูล", "องค์ประกอบด้านข้อมูล")
Item = tuple[str, str, str]
TABLE: Sequence[tuple[str, Sequence[tuple[str, Sequence[Item]]]]] = (
    (
        "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล",
        (
            (
                "ตัวชี้วัดย่อยที่ 9.1 ข้อมูลพื้นฐาน",
                (
                    (
                        "O1",
                        "โครงสร้าง",
                        "o แสดงแผนผังโครงสร้างการแบ่งส่วนราชการของหน่วยงาน\n"
                        "o ประกอบด้วยตำแหน่งที่สำคัญ และการแบ่งส่วนงานภายใน",
                    ),
                    (
                        "O2",
                        "ข้อมูลผู้บริหาร",
                        "o แสดงข้อมูลของผู้บริหาร อย่างน้อยประกอบด้วย\n(1) ชื่อ-นามสกุล\n(2) ตำแหน่ง\n(3) ช่องทางการติดต่อ",
                    ),
                    ("O3", "ข่าวประชาสัมพันธ์", f"• แสดงข้อมูลข่าวสาร\n• เป็นข้อมูลข่าวสารที่เกิดขึ้นในปี พ.ศ. {YEAR}"),
                ),
            ),
            (
                "ตัวชี้วัดย่อยที่ 9.2 การจัดซื้อจัดจ้าง",
                (
                    (
                        "O4",
                        "รายงานผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุประจำปี",
                        f"1. แสดงรายงานผลของปี พ.ศ. {YEAR - 1}\n"
                        "2. มีรายละเอียด (1) งบประมาณ (2) ปัญหาและอุปสรรค และ (3) ข้อเสนอแนะ\n"
                        "* กรณีไม่มีการจัดซื้อจัดจ้าง ให้ระบุว่าไม่มี",
                    ),
                    ("O5", "ข้อมูลภูมิสารสนเทศของหน่วยงาน", "แสดงชุดข้อมูลอย่างน้อย 3 ชุด"),
                ),
            ),
        ),
    ),
    (
        "ตัวชี้วัดที่ 10 การป้องกันการทุจริต",
        (
            (
                "ตัวชี้วัดย่อยที่ 10.1 การดำเนินการเพื่อป้องกันการทุจริต",
                (("O6", "ประกาศนโยบาย No Gift Policy จากการปฏิบัติหน้าที่", "- ผู้บริหารสูงสุดลงนาม\n- ในปี พ.ศ. 2569 (ถ้ามี)"),),
            ),
        ),
    ),
)  # fmt: skip
TITLES = [title for _, subs in TABLE for _, items in subs for _, title, _ in items]


def markdown() -> bytes:
    """As pipe tables, one under each heading."""
    lines = [f"# {HEAD}", ""]
    for indicator, subs in TABLE:
        lines += [f"## {indicator}", ""]
        for sub, items in subs:
            lines += [f"### {sub}", "", f"| {' | '.join(COLUMNS)} |", "| --- | --- | --- |"]
            lines += [
                f"| {code} | {title} | {elements.replace(chr(10), '<br>')} |"
                for code, title, elements in items
            ]
            lines.append("")
    return "\n".join(lines).encode()


def html() -> bytes:
    """As one table in which headings span its columns."""
    rows = ["".join(f"<th>{name}</th>" for name in COLUMNS)]
    for indicator, subs in TABLE:
        rows.append(f'<td colspan="3">{indicator}</td>')
        for sub, items in subs:
            rows.append(f'<td colspan="3">{sub}</td>')
            for code, title, elements in items:
                text = elements.replace("\n", "<br>")
                rows.append(f"<td>{code}</td><td>{title}</td><td>{text}</td>")
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<html><body><p>{HEAD}</p><table>{table}</table></body></html>".encode()


def word() -> bytes:
    """As Word: a table under each sub-indicator, its header repeated."""
    document = docx.Document()
    document.add_paragraph(HEAD)
    for indicator, subs in TABLE:
        document.add_paragraph(indicator)
        for sub, items in subs:
            document.add_paragraph(sub)
            table = document.add_table(rows=1, cols=3)
            for cell, name in zip(table.rows[0].cells, COLUMNS, strict=True):
                cell.text = name
            for item in items:
                for cell, text in zip(table.add_row().cells, item, strict=True):
                    cell.text = text
    data = BytesIO()
    document.save(data)
    return data.getvalue()


def excel() -> bytes:
    """As one sheet with merged rows for the headings."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([HEAD])
    sheet.merge_cells("A1:C1")
    sheet.append(list(COLUMNS))
    for indicator, subs in TABLE:
        for heading in (indicator,):
            sheet.append([heading])
            sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=3)
        for sub, items in subs:
            sheet.append([sub])
            sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=3)
            for item in items:
                sheet.append(list(item))
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def csv() -> bytes:
    """As CSV with a column for the indicator."""
    lines = ["ตัวชี้วัด,ข้อ,ข้อมูล,องค์ประกอบด้านข้อมูล"]
    for _, subs in TABLE:
        for sub, items in subs:
            for code, title, elements in items:
                lines.append(",".join(f'"{text}"' for text in (sub, code, title, elements)))
    return "\n".join(lines).encode("utf-8-sig")


FORMATS = {"a.md": markdown, "a.html": html, "a.docx": word, "a.xlsx": excel, "a.csv": csv}


def of_framework(framework: Framework) -> bytes:
    """A pack as the official table that it might come from, in HTML: groups span the columns."""
    rows = []
    for indicator in framework.indicators:
        rows.append(f'<td colspan="3">ตัวชี้วัดที่ {indicator.number} {indicator.name}</td>')
        for sub in indicator.sub_indicators:
            rows.append(f'<td colspan="3">ตัวชี้วัดย่อยที่ {sub.number} {sub.name}</td>')
            rows.append("".join(f"<th>{name}</th>" for name in COLUMNS))
            group = None
            for item in sub.items:
                if item.group and item.group != group:
                    group = item.group
                    rows.append(f'<td colspan="3">{group}</td>')
                asked = "<br>".join(f"o {escape(element.text)}" for element in item.elements)
                rows.append(f"<td>{item.code.upper()}</td><td>{escape(item.title)}</td><td>{asked}</td>")
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    head = f"รายละเอียดข้อมูล OIT ปีงบประมาณ พ.ศ. {framework.fiscal_year}"
    return f"<html><body><p>{head}</p><table>{table}</table></body></html>".encode()
