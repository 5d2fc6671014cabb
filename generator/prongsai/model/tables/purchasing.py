"""Typed tables of what was bought: by month, by method, and each purchase."""

from typing import Final

from prongsai.errors import Text
from prongsai.model.tables.common import (
    CEILING_WORDINGS,
    ITEM_WORDINGS,
    METHOD_WORDINGS,
    MONTH_WORDINGS,
    NOTE,
    NUMBER,
    PERCENT,
    UNIT,
    words,
)
from prongsai.model.tables.shapes import MONTH_IN_TITLE, Column, Shape

PROCUREMENT: Final = Shape(
    "procurement",
    "procurement",
    Text("สรุปผลการจัดซื้อจัดจ้างรายเดือน", "procurement by month"),
    ("procurement-monthly",),
    (
        NUMBER,
        Column(
            "month",
            Text("เดือน", "month"),
            "month",
            MONTH_WORDINGS,
            required=True,
            instead=(MONTH_IN_TITLE, "contract-date"),
        ),
        Column("item", Text("รายการ", "item"), "text", ITEM_WORDINGS, required=True),
        Column("budget", Text("วงเงินงบประมาณ", "budget"), "money", CEILING_WORDINGS, required=True),
        Column(
            "median",
            Text("ราคากลาง", "median price"),
            "money",
            words("ราคากลาง | ราคากลางของงาน"),
            required=True,
        ),
        Column("method", Text("วิธี", "method"), "text", METHOD_WORDINGS, required=True),
        Column(
            "bidders",
            Text("ผู้เสนอราคา", "bidders"),
            "text",
            words(
                "ผู้เสนอราคา | รายชื่อผู้เสนอราคา | ชื่อผู้เสนอราคา | ผู้ยื่นข้อเสนอ | "
                "รายชื่อผู้ยื่นข้อเสนอ | ผู้ยื่นเสนอราคา | ผู้เสนอราคาและราคาที่เสนอ | "
                "ผู้ประกอบการที่เสนอราคา"
            ),
            asked_by=("ผู้เสนอราคา",),
        ),
        Column(
            "winner",
            Text("ผู้ได้รับคัดเลือก", "who was chosen"),
            "text",
            words(
                "ผู้ได้รับคัดเลือก | ผู้ได้รับการคัดเลือก | ผู้ที่ได้รับการคัดเลือก | "
                "ผู้ที่ได้รับคัดเลือก | ผู้ชนะ | ผู้ชนะการเสนอราคา | ผู้รับจ้าง | คู่สัญญา | "
                "ผู้ขายหรือผู้รับจ้าง | ผู้ขาย | ผู้ขาย/ผู้รับจ้าง | รายชื่อผู้ได้รับคัดเลือก | "
                "ผู้ได้รับการคัดเลือกและราคา | รายชื่อผู้ประกอบการที่ได้รับการคัดเลือก | "
                "ชื่อผู้ได้รับคัดเลือก | ชื่อผู้ได้รับการคัดเลือก | คู่สัญญาที่ได้รับคัดเลือก"
            ),
            required=True,
        ),
        Column(
            "price",
            Text("ราคาที่ตกลง", "agreed price"),
            "money",
            words(
                "ราคาที่ตกลง | ราคาที่ตกลงซื้อหรือจ้าง | ราคาตกลง | ราคาที่ตกลงซื้อ | ราคาตามสัญญา | "
                "วงเงินตามสัญญา | มูลค่าสัญญา | จำนวนเงินตามสัญญา | วงเงินสัญญา | ราคาที่ซื้อหรือจ้าง | "
                "ราคาซื้อหรือจ้าง | วงเงินที่ตกลง | ราคาที่จัดซื้อจัดจ้าง"
            ),
            required=True,
        ),
        Column(
            "reason",
            Text("เหตุผลที่คัดเลือก", "why it was chosen"),
            "text",
            words("เหตุผลที่คัดเลือก | เหตุผล | เหตุผลการคัดเลือก | เหตุผลที่คัดเลือกโดยสรุป | เหตุผลในการคัดเลือก"),
            asked_by=("เหตุผล",),
        ),
        Column(
            "contract",
            Text("เลขที่สัญญา", "contract number"),
            "text",
            words(
                "เลขที่สัญญา | เลขที่และวันที่ของสัญญา | เลขที่และวันที่ของสัญญาหรือข้อตกลง | "
                "เลขที่สัญญาหรือข้อตกลง | สัญญาเลขที่ | เลขที่ของสัญญา | เลขที่และวันที่สัญญา | "
                "เลขสัญญา | สัญญาหรือข้อตกลง | เลขที่ใบสั่งซื้อ | เลขที่คุมสัญญา | สัญญา | "
                "เลขที่และวันที่ | ใบสั่งซื้อ"
            ),
            required=True,
        ),
        Column(
            "contract-date",
            Text("วันที่สัญญา", "contract date"),
            "date",
            words("วันที่สัญญา | วันที่ของสัญญา | วันที่ทำสัญญา | ลงวันที่ | วันที่ลงนาม | วันที่ลงนามในสัญญา | วันที่ | สัญญาลงวันที่"),
        ),
        Column(
            "state",
            Text("สถานะ", "state"),
            "text",
            words(
                "สถานะ | สถานะสัญญา | สถานะการดำเนินการ | สถานะการจัดซื้อจัดจ้าง | ความก้าวหน้า | "
                "ความคืบหน้า | ผลการดำเนินการ"
            ),
            asked_by=("สถานะ",),
        ),
        NOTE,
    ),
    label=("item",),
    nil=r"(?<!ให้)ไม่มี(?:การ)?(?:จัด|ซื้อ|จ้าง|รายการ|การดำเนิน)|ไม่ได้(?:มี)?(?:การ)?(?:จัด)?(?:ซื้อ|จ้าง)|^ไม่มี$",
)

METHODS: Final = Shape(
    "methods",
    "methods",
    Text("สรุปการจัดซื้อจัดจ้างตามวิธี", "procurement by method"),
    ("procurement-report",),
    (
        NUMBER,
        Column("method", Text("วิธี", "method"), "text", METHOD_WORDINGS, required=True),
        Column(
            "count",
            Text("จำนวนรายการ", "number"),
            "count",
            words("จำนวนรายการ | จำนวน | จำนวนโครงการ | จำนวนสัญญา | จำนวนครั้ง | รายการ | จำนวนงาน"),
            asked_by=("จำนวนรายการ",),
        ),
        Column("budget", Text("งบประมาณ", "budget"), "money", CEILING_WORDINGS),
        Column(
            "price",
            Text("เงินที่ใช้", "money spent"),
            "money",
            words(
                "เงินที่ใช้ | จำนวนเงิน | จำนวนเงินที่ใช้ | ราคาที่ตกลง | มูลค่า | "
                "วงเงินที่จัดซื้อจัดจ้าง | งบประมาณที่ใช้ | มูลค่าสัญญา | วงเงินตามสัญญา | เบิกจ่าย | "
                "วงเงินที่ใช้ | เงินที่ใช้ไป | รวมเงิน | เป็นเงิน | ใช้ไป"
            ),
            required=True,
        ),
        PERCENT,
        NOTE,
    ),
    label=("method",),
)

PURCHASES: Final = Shape(
    "purchases",
    "purchases",
    Text("แผนและรายการจัดซื้อจัดจ้าง", "purchases planned"),
    ("procurement-plan",),
    (
        NUMBER,
        Column("item", Text("รายการ", "item"), "text", ITEM_WORDINGS, required=True),
        Column("budget", Text("วงเงินงบประมาณ", "budget"), "money", CEILING_WORDINGS, required=True),
        Column(
            "origin",
            Text("ที่มาของเงิน", "source of the money"),
            "text",
            words(
                "ที่มาของเงิน | แหล่งที่มาของงบประมาณ | แหล่งเงิน | แหล่งงบประมาณ | ประเภทงบประมาณ | "
                "ที่มาของงบประมาณ | แหล่งที่มาของเงิน"
            ),
            asked_by=("ที่มาของเงิน",),
        ),
        Column("method", Text("วิธี", "method"), "text", METHOD_WORDINGS, asked_by=("วิธีซื้อหรือจ้าง",)),
        Column(
            "start",
            Text("ช่วงเวลาที่จะเริ่ม", "when it begins"),
            "date",
            words(
                "ช่วงเวลาที่จะเริ่ม | เดือนที่จะเริ่ม | คาดว่าจะประกาศ | เดือนที่คาดว่าจะประกาศ | "
                "ช่วงเวลาที่คาดว่าจะเริ่ม | กำหนดเริ่ม | ระยะเวลา | ช่วงเวลา | เดือน | ไตรมาส | "
                "คาดว่าจะประกาศจัดซื้อจัดจ้าง | ช่วงเวลาเริ่ม | เริ่ม | กำหนดเวลา | เดือนที่เริ่ม"
            ),
            asked_by=("ช่วงเวลา",),
        ),
        UNIT,
        NOTE,
    ),
    label=("item",),
)
