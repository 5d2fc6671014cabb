"""The command line: a thin adapter that never shows a traceback for bad input."""

import errno
import os
import sys
import traceback

from prongsai.cli.app import app
from prongsai.cli.show import language, say
from prongsai.cli.streams import standard_streams
from prongsai.errors import ProngsaiError, Text
from prongsai.source.reading import reason_of

CANNOT_RUN = 2

# What the machine refuses, and how to put it right: no fault of the program, so nobody is asked to report it.
_REFUSALS = {
    errno.ENOSPC: Text("ดิสก์เต็ม — ลบของที่ไม่ใช้แล้วสั่งใหม่", "the disk is full — free some room, then run it again"),
    errno.EDQUOT: Text(
        "ใช้พื้นที่ครบโควตาแล้ว — ลบของที่ไม่ใช้แล้วสั่งใหม่", "the quota is used up — free some room, then run it again"
    ),
    errno.EROFS: Text(
        "ดิสก์นี้อ่านได้อย่างเดียว — สั่งในโฟลเดอร์ที่เขียนได้",
        "this disk is read-only — work in a folder that can be written",
    ),
    errno.EACCES: Text(
        "ไม่มีสิทธิ์ใช้ไฟล์หรือโฟลเดอร์นี้ หรือโปรแกรมอื่นเปิดค้างอยู่ — ปิดโปรแกรมนั้นหรือแก้สิทธิ์แล้วสั่งใหม่",
        "permission denied, or another program has it open — close that or mend the permissions, then retry",
    ),
    errno.EBADF: Text(
        "ไม่มีที่เขียนผลลัพธ์ เพราะผู้สั่งปิด standard output ไว้ — สั่งใหม่โดยไม่ปิด (ไม่ใส่ >&-)",
        "standard output was closed, the result has nowhere to go — run it again without closing it (>&-)",
    ),
    errno.EMFILE: Text(
        "เปิดไฟล์พร้อมกันมากเกินที่เครื่องให้ — ปิดโปรแกรมอื่น หรือเพิ่มขีดจำกัด (ulimit -n) แล้วสั่งใหม่",
        "too many files are open — close other programs or raise the limit (ulimit -n), then run it again",
    ),
}


def main() -> None:
    """Run ``prongsai``; exits as the contract says."""
    with standard_streams() as streams:
        code = _run()
        refused = streams.refusal()
        if refused is not None:
            say(_unwritten(refused).in_(language()))
            code = CANNOT_RUN
    sys.exit(code)


def _run() -> int | str | None:
    """Run the command that was asked for; returns what it ends with."""
    try:
        app(prog_name="prongsai")
    except SystemExit as end:
        return end.code
    except ProngsaiError as error:
        say(error.text.in_(language()))
        return CANNOT_RUN
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if os.environ.get("PRONGSAI_DEBUG"):
            traceback.print_exc()
        say(_unexpected(error).in_(language()))
        return CANNOT_RUN
    return 0


def _unwritten(error: OSError) -> Text:
    """Why the result reached nobody."""
    known = _REFUSALS.get(error.errno or 0)
    if known:
        return known
    reason = reason_of(error)
    return Text(
        f"เขียนผลลัพธ์ออกมาไม่ได้ {reason.th} — ส่งผลลัพธ์ไปยังหน้าต่างคำสั่งหรือไฟล์ที่เขียนได้ แล้วสั่งใหม่",
        f"the result could not be written: {reason.en} — send it to a terminal or a writable file",
    )


def _unexpected(error: Exception) -> Text:
    if isinstance(error, OSError) and error.errno in _REFUSALS:
        place = f"{error.filename}: " if error.filename else ""
        return Text(*(place + text for text in _REFUSALS[error.errno]))
    what = f"{type(error).__name__}: {error}"
    return Text(
        f"เกิดข้อผิดพลาดที่ไม่คาดคิด ({what}) — เว็บไซต์เดิมยังอยู่ โปรดแจ้งผู้พัฒนาพร้อมข้อความนี้",
        f"something unexpected happened ({what}) — the last site stays; please report this message",
    )
