"""Why an import is in doubt about a fact, or has no place for a row: the words in both languages.

What goes into the sources (their comments and ``notes``) is Thai, as the sources are; a report is in the
language of the person who reads it.
"""

from typing import Final

from prongsai.errors import Text

# What a cell holds.
FORMULA: Final = Text(
    "ช่องเป็นสูตรที่ไม่มีค่าเก็บไว้ เปิดใน Excel แล้วบันทึกใหม่",
    "the cell is a formula without a saved value: open the file in Excel and save it again",
)
TICKS: Final = Text(
    "ทำเครื่องหมายไว้มากกว่าหนึ่งช่อง หรืออ่านไม่ออก", "more than one box is ticked, or the ticks cannot be read"
)
STATUS: Final = Text("ไม่รู้ว่าสถานะใด", "it is not clear which status this is")
NOT_SAID: Final = Text("ข้อความไม่บอกชัดว่าดำเนินการแล้วหรือยัง", "the text does not say clearly whether it was done")
TWO_TICKED: Final = Text("ทำเครื่องหมายไว้มากกว่าหนึ่งช่อง", "more than one column is ticked")
TWO_STATES: Final = Text(
    "มีช่องสถานะมากกว่าหนึ่งช่องและไม่ตรงกัน ใช้ช่องสุดท้าย",
    "more than one column holds a status, and they differ; the last one was used",
)
WAITING: Final = Text(
    "หัวช่องนี้ไม่บอกว่าเริ่มแล้วหรือยัง จึงถือว่ายังไม่เริ่ม",
    "the header does not say whether this was begun; it was taken for not begun",
)
ODD_UNIT: Final = Text(
    "แถวอื่นในช่องนี้เป็นหน่วยงาน แถวนี้ไม่ใช่", "the other rows of this column name a unit; this one does not"
)
ODD_ONE: Final = Text(
    "แถวนี้ต่างจากแถวอื่นในช่องเดียวกัน ตรวจว่าไม่ได้พิมพ์ผิดช่อง",
    "this row is unlike the others of its column: make sure that it was not printed in the wrong column",
)
LETTERS_GUESSED: Final = Text(
    "ไฟล์ไม่ได้บอกอักษรบางตัวในข้อความนี้ จึงเดาจากคำใกล้เคียง",
    "the file does not say some letters of this text; they were guessed from similar words",
)
DATE: Final = Text("อ่านวันที่ไม่ออก", "the date cannot be read")
UNLIKELY_DATE: Final = Text(
    "วันที่ไม่น่าใช่ สิ้นสุดก่อนเริ่ม หรืออยู่ไกลจากปีของรายงาน",
    "the dates are unlikely: they end before they start, or lie far from the report's year",
)
ONLY_NAMES: Final = Text(
    "มีแต่ชื่อบุคคล ไม่บอกตำแหน่ง ต้องเติมตำแหน่งหรือหน่วยงาน",
    "there is a person's name alone, without a position: put in the position or the unit",
)
NAME_WITHHELD: Final = Text("(ชื่อบุคคล)", "(a person's name)")
"""Stands in place of what is printed."""
NO_UNIT: Final = Text(
    "ไม่แน่ใจว่าเป็นชื่อหน่วยงานหรือตำแหน่ง", "it is not certain that this names a unit or a position"
)

# Addresses.
NO_ADDRESS: Final = Text(
    "คำนี้น่าจะเป็นลิงก์ แต่ไฟล์ไม่มีที่อยู่อยู่ข้างใต้", "this should be a link, but the file has no address under it"
)
NOT_OPENED: Final = Text("ลิงก์นี้เปิดจากเว็บไซต์ไม่ได้", "this link cannot be opened from a website")
CUT: Final = Text(
    "ที่อยู่นี้อาจขาดตอนท้าย เพราะอีกที่อยู่ในช่องเดียวกันขึ้นต้นเหมือนกันแต่ยาวกว่า",
    "the end of this address may be missing: another one in the same cell begins alike and is longer",
)

# Codes and titles.
NO_ITEM: Final = Text("ไม่รู้ว่าเป็นข้อใด", "it is not clear which item this is")
NOT_OIT: Final = Text("รหัสนี้ไม่ใช่ข้อของ OIT", "this code is none of an OIT item")
CODE: Final = Text("อ่านรหัสไม่ออก", "the code cannot be read")
SOME_CODES: Final = Text("อ่านรหัสในช่องนี้ไม่ออกทั้งหมด", "not all codes in this cell can be read")
CODE_OF_NONE: Final = Text("กรอบการประเมินไม่มีรหัสนี้", "the framework has no such code")
TWO_ROWS: Final = Text("มีสองแถวที่ใช้รหัสนี้ จึงรวมไว้ด้วยกัน", "two rows have this code, so they were put together")
LETTER_MISREAD: Final = Text(
    "ตัวอักษรหน้ารหัสอ่านเพี้ยนจากเอกสาร ข้อความที่ตามมาเป็นของรหัสนี้",
    "the letter of the code was misread from the document; the text behind it is of this code",
)
LETTER_GUESSED: Final = Text(
    "ตัวอักษรหน้ารหัสอ่านไม่ออก ถือตามลำดับของรหัสใกล้เคียง",
    "the letter of the code cannot be read; it is taken from the order of the codes around it",
)

# Rows and tables.
NO_INDICATOR: Final = Text("ไม่รู้ว่าเป็นตัวชี้วัดใด", "it is not clear which indicator this is")
NO_MEASURE: Final = Text("แถวนี้ไม่มีชื่อมาตรการ", "the row names no measure")
SCORE: Final = Text("อ่านคะแนนไม่ออก", "the score cannot be read")
NO_SCORE: Final = Text("แถวคะแนนนี้ไม่มีตัวเลขที่อ่านได้", "this row of scores has no number that can be read")
WHOSE_SCORE: Final = Text("ไม่รู้ว่าคะแนนนี้เป็นของอะไร", "it is not clear what this is the score of")
RANK: Final = Text(
    "ถือเลขลำดับเป็นเลขตัวชี้วัด เพราะไม่รู้จักชื่อนี้",
    "the number of the row was taken for the indicator's, because the name is unknown",
)
TWO_SCORES: Final = Text(
    "มีช่องคะแนนมากกว่าหนึ่งช่อง ใช้ช่องนี้", "more than one column holds scores; this one was used"
)
OTHER_YEAR: Final = Text(
    "คะแนนในช่องนี้เป็นของปีอื่น จึงยังไม่ได้ลง ถ้าต้องการให้ลงในแฟ้มของปีนั้น",
    "the scores of this column are another year's, so they were not taken: put them into that year's file",
)
SUM: Final = Text("แถวนี้เป็นคะแนนรวมของตาราง ไม่ใช่ข้อ", "this row is a sum of the table, not an item")
AS_PERIODS: Final = Text(
    "ไม่รู้จักหัวช่องนี้ ในช่องเป็นวันที่ จึงอ่านเป็นระยะเวลา ตรวจว่าไม่ใช่วันที่เผยแพร่หรือวันที่อื่น",
    "this header is unknown; the cells hold dates, so they were read as periods: make sure that they are"
    " not dates of publishing or others",
)
AS_STEPS: Final = Text(
    "ไม่รู้จักหัวช่องนี้ ในช่องเป็นรายการ จึงอ่านเป็นขั้นตอน",
    "this header is unknown; the cells hold lists, so they were read as steps",
)
AS_RESULTS: Final = Text(
    "ไม่รู้จักหัวช่องนี้ ในช่องเหมือนสิ่งที่ทำแล้ว จึงอ่านเป็นผล",
    "this header is unknown; the cells seem to say what was done, so they were read as results",
)
UNKNOWN_COLUMN: Final = Text(
    "ไม่รู้จักหัวช่องนี้ จึงเก็บไว้ในเนื้อหาหรือ notes ถ้าเป็นข้อมูลที่ตารางนี้ขาด ให้ย้ายไปที่ของข้อมูลนั้น",
    "this header is unknown, so the cells are kept in the text or in notes: if they hold what the table"
    " lacks otherwise, move them to its place",
)
OUTSIDE: Final = Text(
    "บรรทัดนี้อยู่นอกตาราง และเหมือนข้อมูลของข้อหรือมาตรการ",
    "this line stands outside the tables and looks like data of an item or a measure",
)
NO_HEADER: Final = Text("แถวนี้ไม่มีหัวตารางให้รู้ว่าเป็นอะไร", "no header above this row tells what it holds")
TOO_LONG: Final = Text("ช่องในแถวนี้ยาวผิดปกติ", "a cell of this row is unusually long")

# Where the agency is.
NO_PROVINCE: Final = Text("ทะเบียนไม่มีจังหวัดชื่อนี้", "the register has no province of this name")

# The official table of a year.
NO_CODE_ABOVE: Final = Text(
    "แถวนี้ไม่มีรหัส จึงนับต่อจากแถวก่อน", "the row has no code, so it counts on from the row before"
)
NO_HEADING: Final = Text(
    "ไม่มีหัวข้อตัวชี้วัดเหนือแถวนี้ จึงวางไว้ใน 9.1", "no indicator stands above this row, so it was put into 9.1"
)
NO_ELEMENTS: Final = Text("ตารางไม่บอกองค์ประกอบของข้อนี้", "the table does not say the elements of this item")
NO_COLUMNS: Final = Text("ตารางนี้ไม่มีช่องรหัสข้อกับชื่อข้อ", "this table has no columns of items' codes and titles")
NO_CODE_OR_TITLE: Final = Text("ไม่มีรหัสหรือชื่อข้อ", "there is no code, or no title")


def mark_alone(header: str) -> Text:
    """A mark stands where words are looked for."""
    return Text(
        f"ช่อง “{header}” มีแต่เครื่องหมาย ไม่รู้ว่าหมายถึงอะไร",
        f"the column “{header}” holds a mark alone; it is not clear what it means",
    )


def not_kept(header: str) -> Text:
    """The words of a cell are in no source."""
    return Text(f"ข้อความในช่อง “{header}” ยังไม่ได้ลงที่ใด", f"the text of the column “{header}” was put nowhere")


def other_status(rows: int) -> Text:
    """A word that may be another status than it was taken for."""
    return Text(
        f"คำนี้อาจหมายถึงสถานะอื่น (ในตารางมี {rows} แถว)",
        f"this word may be another status (rows of the table with it: {rows})",
    )


def rival_year(rival: int, year: int) -> Text:
    """The headings name another year nearly as often."""
    return Text(
        f"หัวเรื่องพูดถึงปี {rival} เกือบเท่ากับปี {year} ถือเป็นปี {year}",
        f"the headings name {rival} nearly as often as {year}; taken for {year}",
    )


def other_title(code: str | None, official: str) -> Text:
    """The printed title is not the item's."""
    return Text(
        f"ชื่อไม่ตรงกับชื่อทางการของข้อ {code} ({official})",
        f"the title is not the official one of item {code} (“{official}”)",
    )


def by_title(code: str | None) -> Text:
    """A row without a code was taken for an item by its title."""
    return Text(
        f"ไม่มีรหัสพิมพ์ไว้ ถือเป็นข้อ {code} ตามชื่อ", f"no code is printed; taken for item {code} by its title"
    )


def other_code(code: str | None) -> Text:
    """The printed code is of another item than the title."""
    return Text(f"รหัสไม่ตรงกับชื่อข้อ ถือเป็น {code}", f"the code does not go with the title; taken for {code}")


def title_of_other(title_code: str, code: str | None) -> Text:
    """The title is of another item than the code."""
    return Text(
        f"ชื่อข้อเป็นของ {title_code} แต่รหัสเป็น {code}",
        f"the title is that of {title_code} but the code is {code}",
    )


def text_of_other(text_code: str, code: str) -> Text:
    """The text behind a code is of another code."""
    return Text(
        f"ข้อความเป็นของ {text_code} แต่รหัสเป็น {code}", f"the text is that of {text_code} but the code is {code}"
    )


def other_text(code: str, official: str | None) -> Text:
    """The text behind a code is not that of the framework."""
    return Text(
        f"ข้อความไม่ตรงกับชื่อของ {code} ({official})", f"the text is not the title of {code} (“{official}”)"
    )


def not_in(framework: str, code: str) -> Text:
    """The framework has no such item."""
    return Text(f"กรอบ {framework} ไม่มีข้อ {code}", f"the framework {framework} has no item {code}")


def other_host(host: str, usual: str) -> Text:
    """The address is on another host than the others."""
    return Text(
        f"โฮสต์ {host} ไม่ใช่ {usual} ที่ใช้ในที่อยู่อื่น",
        f"the host {host} is not {usual}, which the other addresses have",
    )


def nearest_framework(year: int, framework: str) -> Text:
    """No framework is of the year; one has the codes and titles."""
    return Text(
        f"ปี {year} ไม่ตรงกับกรอบที่มี รหัสและชื่อข้อในเอกสารตรงกับกรอบ {framework} ที่สุด",
        f"no framework is of {year}; the document's codes and titles go best with the framework {framework}",
    )


def no_framework(year: int) -> Text:
    """No framework is of the year, and none has the titles."""
    return Text(
        f"ไม่มีกรอบการประเมินของปี {year} และชื่อข้อไม่ตรงกับกรอบใดที่มี ใส่ --framework",
        f"there is no framework of {year}, and the titles go with none that there is: give --framework",
    )


def unknown_table(headers: str) -> Text:
    """The headers of a table are none that is known."""
    return Text(
        f"ตารางนี้ไม่ใช่ตารางที่รู้จัก (หัวตาราง: {headers})", f"this is no known kind of table (headers: “{headers}”)"
    )


def no_district(province: str) -> Text:
    """The province has no such district."""
    return Text(
        f"ทะเบียนไม่มีอำเภอชื่อนี้ในจังหวัด{province}",
        f"the register has no district of this name in the province “{province}”",
    )


def taken_back(path: str, problem: Text) -> Text:
    """A draft that would keep the site from being built."""
    return Text(f"{path}: {problem.th}", f"{path}: {problem.en}")


def new_topic(near: str) -> Text:
    """No earlier item is near; ``near`` names the topics that may be meant, or is empty."""
    th, en = (f" ใกล้ที่สุดคือ {near}", f"; the nearest are “{near}”") if near else ("", "")
    return Text(
        f"ไม่พบข้อที่ใกล้เคียงในกรอบปีอื่น จึงตั้งหัวข้อใหม่ ถ้าเป็นเรื่องเดิมให้ใช้หัวข้อเดิม{th}",
        "no item of another year's framework is near, so the topic is new; if it is an old one, put in the"
        f" old topic{en}",
    )


def unsure_topic(framework: str, code: str, title: str) -> Text:
    """The nearest earlier item has another title."""
    return Text(
        f"ใกล้ที่สุดคือ {framework} {code} “{title}” แต่ชื่อไม่ตรงกัน",
        f"the nearest is {framework} {code} “{title}”, but the titles differ",
    )


def too_many(most: int) -> Text:
    """A pack takes no more items."""
    return Text(f"เกิน {most} ข้อ", f"over {most} items")


def code_twice(code: str | None) -> Text:
    """An earlier row has the code."""
    return Text(f"รหัส {code} มีอีกแถวหนึ่งแล้ว", f"an earlier row has the code {code}")
