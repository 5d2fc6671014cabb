"""A district, a province or the agency's own name misspelt."""

from collections import Counter
from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.rules.text._agency import Own, mentions, own_of
from prongsai.rules.text._pieces import Piece, all_pieces
from prongsai.rules.text._spelling import Misspelling, Names, in_register, misspelt_area, own_names
from prongsai.source.problems import quoted


def check(context: Context) -> Iterator[Hit]:
    """What the register lacks in the agency's file; own names misspelt in texts, one an item or measure."""
    agency = context.site.agency
    own, pieces = own_of(agency), all_pieces(context)
    wrong = list(in_register(agency))
    usual = None if any(misspelling.key == "name" for misspelling in wrong) else _usual(pieces, own)
    if usual:
        yield _named_otherwise(context, own, usual)
        wrong = [misspelling for misspelling in wrong if misspelling.meant != own.place]
    for misspelling in wrong:
        yield _in_agency(context, misspelling)
    if not usual and not any(misspelling.key == "name" for misspelling in wrong):
        yield from _in_texts(pieces, own, own_names(agency, own))


def _in_agency(context: Context, misspelling: Misspelling) -> Hit:
    sure, key = misspelling.sure, misspelling.key
    return Hit(
        context.agency_source,
        (key,),
        values={
            "value": quoted(misspelling.written),
            "why": Text(
                f"ไม่มี{misspelling.level}ชื่อนี้ใน{misspelling.within}",
                f"the register has no such name in {misspelling.within}",
            ),
            "meant": _meant(misspelling),
        },
        severity="info" if key == "name" and not sure else None,
        confidence="high" if sure else "medium",
    )


def _meant(misspelling: Misspelling) -> Text:
    meant, elsewhere = misspelling.meant, misspelling.elsewhere
    if meant:
        return Text(f"น่าจะเป็น “{meant}”", f"“{meant}” is probably meant")
    if elsewhere:
        return Text(f"อำเภอนี้อยู่ในจังหวัด{elsewhere}", f"that district is in {elsewhere}")
    return Text(
        "ตรวจชื่อกับทะเบียนของกรมการปกครอง", "see the register of the Department of Provincial Administration"
    )


def _usual(pieces: tuple[Piece, ...], own: Own) -> str | None:
    """Another spelling of the own name that the texts use again and again, and never the own one."""
    counted: Counter[tuple[str, str]] = Counter(
        (mention.whose, mention.name)
        for piece in pieces
        for mention in mentions(piece.text, own.place)
        if mention.whose in ("own", "near")
    )
    if any(whose == "own" for whose, _ in counted) or not counted:
        return None
    (_, name), times = counted.most_common(1)[0]
    return name if times >= 2 else None


def _named_otherwise(context: Context, own: Own, usual: str) -> Hit:
    return Hit(
        context.agency_source,
        ("name",),
        own.place,
        values={
            "value": quoted(context.site.agency.name),
            "why": Text(f"ข้อความอื่นทั้งหมดเขียน “{usual}”", f"all other texts write “{usual}”"),
            "meant": Text("แก้ชื่อให้ตรงกัน", "make them agree"),
        },
        confidence="medium",
    )


def _in_texts(pieces: tuple[Piece, ...], own: Own, names: Names) -> Iterator[Hit]:
    told: set[tuple[str, str]] = set()
    for piece in pieces:
        found = _misspelt(piece.text, own, names) if (piece.source, piece.unit) not in told else None
        if found:
            told.add((piece.source, piece.unit))
            words, right = found
            yield piece.hit(
                words,
                value=quoted(words),
                why=Text(f"ต่างจากชื่อ “{right}” เพียงเล็กน้อย", f"it is a letter or two away from “{right}”"),
                meant=Text(f"แก้เป็น “{right}”", f"write “{right}”"),
            )


def _misspelt(text: str, own: Own, names: Names) -> tuple[str, str] | None:
    """The words and the right name."""
    for mention in mentions(text, own.place):
        if mention.whose == "near" and mention.family == own.family:
            return mention.words, own.place
    return misspelt_area(text, names)


RULE = Rule(
    code="T404",
    name="misspelt-area",
    family="text",
    severity="warning",
    title=Text("ชื่อจังหวัด อำเภอ ตำบล หรือหน่วยงานสะกดผิด", "a misspelt area or own name"),
    what=Text(
        "จังหวัด อำเภอ หรือตำบลใน agency.yml ไม่มีในทะเบียนเขตการปกครอง"
        " หรือชื่อหน่วยงานและพื้นที่ของตนเองในข้อความสะกดผิดไปหนึ่งหรือสองตัว",
        "the province, district or subdistrict in agency.yml is not in"
        " the register of administrative areas, or a text"
        " has the agency's own name or area with a letter or two wrong",
    ),
    why=Text(
        "ชื่อที่ผิดทำให้ค้นหาหน่วยงานไม่พบ และดูเหมือนเป็นเอกสารของที่อื่น",
        "nobody finds an agency under a wrong name, and its document looks like somebody else's",
    ),
    mend=Text("แก้ชื่อให้ตรงกับทะเบียนและเหมือนกันทุกแห่ง", "spell the name as the register does, everywhere"),
    message=Text("{value} น่าจะผิด เพราะ{why} — {meant}", "{value} looks wrong: {why} — {meant}"),
    example=Example(
        bad={
            "agency.yml": "name: องค์การบริหารส่วนตำบลกะลาเส\nkind: องค์การบริหารส่วนตำบล\ndistrict: ลิเกา\n"
            "province: ตรัง\n",
            "2566/year.yml": "framework: nacc-2566\n",
        },
        good={
            "agency.yml": "name: องค์การบริหารส่วนตำบลกะลาเส\nkind: องค์การบริหารส่วนตำบล\ndistrict: สิเกา\n"
            "province: ตรัง\n",
            "2566/year.yml": "framework: nacc-2566\n",
        },
    ),
    check=check,
)
