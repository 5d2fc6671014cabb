"""Files that cannot be read, said in both languages."""

from prongsai.errors import ProngsaiError


class Unreadable(ProngsaiError):
    """A document cannot be read; nothing of it was run or written. ``why`` names the way it was made."""

    why = "broken"

    @classmethod
    def too_large(cls, name: str) -> "Unreadable":
        """There is more in it than is read."""
        return cls._because(
            "too_large",
            f"{name}: ไฟล์ใหญ่เกินไป หรือคลายออกมาใหญ่เกินไป — แบ่งเป็นไฟล์ละปี หรือลบรูปและแผ่นงานที่ไม่เกี่ยวออก",
            f"{name}: the file is too large, or unpacks to too much — split it by year, or remove"
            " pictures and sheets that don't matter",
        )

    @classmethod
    def broken(cls, name: str) -> "Unreadable":
        """It is damaged, or is not what its ending says."""
        return cls._because(
            "broken",
            f"{name}: เปิดไฟล์ไม่ได้ ไฟล์เสียหรือเป็นชนิดอื่น — เปิดด้วยโปรแกรมเดิมแล้วบันทึกใหม่",
            f"{name}: the file cannot be opened, it is broken or of another kind — open it in its program and"
            " save it again",
        )

    @classmethod
    def encrypted(cls, name: str) -> "Unreadable":
        """It is locked with a password."""
        return cls._because(
            "encrypted",
            f"{name}: ไฟล์มีรหัสผ่าน — บันทึกสำเนาที่ไม่มีรหัสผ่านแล้วลองใหม่",
            f"{name}: the file has a password — save a copy without one and try again",
        )

    @classmethod
    def old_office(cls, name: str) -> "Unreadable":
        """It is of an Office from before 2007."""
        return cls._because(
            "old_office",
            f"{name}: เป็นไฟล์ Office รุ่นเก่า (.doc, .xls) — เปิดแล้วบันทึกเป็น .docx หรือ .xlsx",
            f"{name}: a file of an old Office (.doc, .xls) — open it and save it as .docx or .xlsx",
        )

    @classmethod
    def no_text(cls, name: str) -> "Unreadable":
        """It is a picture of a text."""
        return cls._because(
            "no_text",
            f"{name}: PDF นี้เป็นภาพสแกนที่ไม่มีข้อความ — ใช้ไฟล์ Word หรือ Excel ต้นฉบับ หรือแปลงภาพเป็นข้อความ (OCR) ก่อน",
            f"{name}: this PDF is a scan without text — use the Word or Excel original, or run OCR first",
        )

    @classmethod
    def unknown(cls, name: str) -> "Unreadable":
        """It is of no kind that is read."""
        return cls._because(
            "unknown",
            f"{name}: ไม่รู้จักไฟล์ชนิดนี้ — ใช้ .docx .xlsx .csv .tsv .md .html .txt หรือ .pdf ที่มีข้อความ",
            f"{name}: this kind of file is not known — use .docx .xlsx .csv .tsv .md .html .txt"
            " or a .pdf with text",
        )

    @classmethod
    def empty(cls, name: str) -> "Unreadable":
        """There is nothing in it."""
        return cls._because(
            "empty", f"{name}: ไฟล์ว่าง ไม่มีตารางให้อ่าน", f"{name}: the file is empty, there is no table to read"
        )

    @classmethod
    def _because(cls, why: str, th: str, en: str) -> "Unreadable":
        made = cls(th, en)
        made.why = why
        return made
