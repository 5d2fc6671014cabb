"""The texts of the sections with data, in Thai and English."""

from functools import cache
from types import SimpleNamespace
from typing import Final

from prongsai.errors import Lang, Text

_TEXTS: Final = {
    "photo": Text("รูปถ่าย {name} {position}", "Photo of {name}, {position}"),
    "structure": Text("ผังโครงสร้าง", "How it is divided"),
    "structure_lead": Text(
        "หน่วยที่ย่อหน้าเข้าไปขึ้นกับหน่วยที่อยู่เหนือ", "A unit that stands further in belongs to the one above it."
    ),
    "head": Text("หัวหน้า:", "Head:"),
    "executives_lead": Text("ติดต่อผู้บริหารได้ตามช่องทางของแต่ละตำแหน่ง", "How to reach each of them by office."),
    # what stands beside a table
    "download": Text("ดาวน์โหลดตารางนี้ ({kind} {size})", "Download this table ({kind}, {size})"),
    "overview": Text("สรุปทุกเดือน", "All months together"),
    "by_month": Text("สรุปรายเดือน", "By month"),
    "all_rows": Text("รายละเอียดทุกรายการ", "Every row"),
    "total": Text("รวม", "Total"),
    "month": Text("เดือน", "Month"),
    "count_items": Text("จำนวนรายการ", "Purchases"),
    "agreed": Text("ราคาที่ตกลง (บาท)", "Agreed price (baht)"),
    "items": Text("{count} รายการ", "{count} purchases"),
    "months": Text("เลือกเดือน", "Choose a month"),
    "in_baht": Text("จำนวนเงินเป็นบาท", "amounts in baht"),
    "sideways": Text("เลื่อนไปด้านข้างเพื่อดูคอลัมน์ที่เหลือ", "scroll sideways for more columns"),
    "left_out": Text("เดือนที่ไม่มียอดไม่แสดงในรายการนี้", "Months without any amount are left out here."),
    "more_rows": Text("ดูอีก {count} รายการ", "Show {count} more"),
    "of_all": Text("(ทุกรายการ)", "(of all)"),
    "fewer_rows": Text("แสดงเพียง {count} รายการแรก", "Show the first {count} only"),
    "nothing": Text("ไม่มี", "none"),
    "nothing_bought": Text("ไม่มีการจัดซื้อจัดจ้าง", "nothing was bought"),
    "no_month": Text("ไม่ระบุเดือน", "No month given"),
    "month_heading": Text("{month}: {count} รายการ {baht}", "{month}: {count}, {baht}"),
    "empty": Text("–", "–"),
    # figures
    "baht": Text("{amount} บาท", "{amount} baht"),
    "million": Text("{amount} ล้านบาท", "{amount} million baht"),
    "people": Text("{count} ราย", "{count} people"),
    "cases": Text("{count} เรื่อง", "{count} cases"),
    # series
    "plan": Text("ตั้งไว้", "planned"),
    "spent": Text("ใช้ไป", "spent"),
    "counter": Text("ที่หน่วยงาน", "counter"),
    "online": Text("ออนไลน์", "online"),
    "received": Text("รับใหม่", "new"),
    "closed": Text("เสร็จ", "closed"),
    "open": Text("ค้าง", "open"),
    # charts
    "chart_bought": Text("เงินที่จัดซื้อจัดจ้างในแต่ละเดือน", "Money spent on purchases by month"),
    "chart_methods": Text("เงินที่ใช้แยกตามวิธีจัดซื้อจัดจ้าง", "Money spent by method"),
    "chart_purchases": Text("วงเงินของแต่ละรายการ", "Budget of each purchase"),
    "chart_projects": Text("งบประมาณของแต่ละโครงการ", "Budget of each project"),
    "chart_spending": Text("งบประมาณที่ตั้งไว้และที่ใช้ไปของแต่ละโครงการ", "Planned and spent by project"),
    "chart_budget": Text("งบประมาณที่ตั้งไว้และที่ใช้ไป", "Budget planned and spent"),
    "chart_planned": Text("งบประมาณที่ตั้งไว้", "Budget planned"),
    "chart_months": Text("เงินที่ใช้ในแต่ละเดือน", "Money spent by month"),
    "chart_served": Text("จำนวนผู้รับบริการในแต่ละเดือน", "People served by month"),
    "chart_services": Text("จำนวนผู้รับบริการแยกตามงานบริการ", "People served by service"),
    "chart_complaints": Text("เรื่องร้องเรียนที่รับ เสร็จ และค้าง", "Complaints received, closed and open"),
    "chart_sum": Text("รวม {total} มากที่สุดคือ {label} {value}", "{total} in all; most in {label}: {value}"),
    # leads
    "lead_bought": Text("จัดซื้อจัดจ้าง {count} รายการ เป็นเงิน {baht}", "{count} purchases for {baht}"),
    "lead_spent": Text(
        "ใช้ไปแล้ว {spent} จาก {plan} คิดเป็นร้อยละ {percent}", "{spent} spent of {plan}, {percent} per cent"
    ),
    "lead_planned": Text("ตั้งไว้ {plan} ใน {count} รายการ", "{plan} planned for {count} entries"),
    "lead_served": Text("ให้บริการ {count}", "{count} served"),
    "lead_channels": Text(
        "ให้บริการ {count} เป็นที่หน่วยงาน {counter} ออนไลน์ {online}",
        "{count} served: {counter} at the counter, {online} online",
    ),
    "lead_complaints": Text("รับใหม่ {received} เสร็จแล้ว {closed}", "{received} received, {closed} closed"),
    "lull": Text("{months} ไม่มีเรื่องร้องเรียน", "{months}: no complaints"),
    "lead_open": Text("ยังไม่เสร็จ {open}", "{open} open"),
    "lead_no_complaints": Text("ไม่มีเรื่องร้องเรียนในช่วงที่รายงาน", "There were no complaints in this period."),
    # what was left out
    "note_unread": Text(
        "แผนภูมิและผลรวมไม่นับ {count} ช่องที่อ่านเป็นเดือนหรือตัวเลขไม่ได้ ตารางแสดงช่องนั้นตามต้นฉบับ",
        "Charts and sums leave out {count} cell(s) that give no month or number; the table shows them as they"
        " stand.",
    ),
    "note_beyond": Text(
        "แผนภูมิและผลรวมไม่นับ {count} แถวที่มีช่องมากกว่าหัวตาราง",
        "Charts and sums leave out {count} row(s) with more cells than the header.",
    ),
    "note_unpriced": Text("{count} รายการไม่ได้ระบุราคาที่ตกลง", "{count} purchase(s) have no agreed price."),
    "note_no_month": Text(
        "{count} รายการไม่อยู่ในแผนภูมิรายเดือน เพราะไม่ระบุเดือนเดียว",
        "{count} row(s) are not in the chart by month: they name no single month.",
    ),
    "note_no_chart": Text(
        "ไม่มีแผนภูมิ เพราะตารางไม่มีคอลัมน์ {columns} หรืออ่านตัวเลขไม่ได้",
        "There is no chart: the table lacks {columns}, or has no figures that can be read.",
    ),
    "note_most": Text(
        "แผนภูมิแสดง {count} รายการที่มากที่สุดจากทั้งหมด {all} รายการ",
        "The chart shows the largest {count} of {all}.",
    ),
    "note_rows": Text(
        "หน้านี้แสดง {count} แถวแรกจาก {all} แถว ดูทั้งหมดได้ในไฟล์",
        "This page shows the first {count} of {all} rows; all are in the file.",
    ),
    "note_columns": Text(
        "หน้านี้แสดง {count} คอลัมน์แรกจาก {all} คอลัมน์ ดูทั้งหมดได้ในไฟล์",
        "This page shows the first {count} of {all} columns; all are in the file.",
    ),
    "note_cut": Text(
        "ไฟล์ยาวกว่าที่ระบบนี้อ่านได้ ตัวเลขในหน้านี้จึงไม่รวมส่วนท้ายของไฟล์",
        "The file is longer than is read here, so the figures leave out its end.",
    ),
    "note_unknown": Text(
        "ไม่รู้จักหัวคอลัมน์ของตารางนี้ จึงแสดงตามต้นฉบับโดยไม่มีแผนภูมิ",
        "The headers of this table are not known, so it is shown as it stands, without a chart.",
    ),
}


@cache
def texts(lang: Lang) -> SimpleNamespace:
    """The texts in ``lang`` as attributes."""
    return SimpleNamespace(**{name: text.in_(lang) for name, text in _TEXTS.items()})
