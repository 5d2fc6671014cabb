"""The command line: a thin adapter that never shows a traceback for bad input."""

import os
import sys
import traceback

from prongsai.cli.app import app
from prongsai.cli.show import language, say
from prongsai.errors import ProngsaiError, Text

CANNOT_RUN = 2


def main() -> None:
    """Run ``prongsai``; exits as the contract says."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
    try:
        app(prog_name="prongsai")
    except ProngsaiError as error:
        say(error.text.in_(language()))
        sys.exit(CANNOT_RUN)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        if os.environ.get("PRONGSAI_DEBUG"):
            traceback.print_exc()
        say(_unexpected(error).in_(language()))
        sys.exit(CANNOT_RUN)


def _unexpected(error: Exception) -> Text:
    what = f"{type(error).__name__}: {error}"
    return Text(
        f"เกิดข้อผิดพลาดที่ไม่คาดคิด ({what}) — เว็บไซต์เดิมยังอยู่ โปรดแจ้งผู้พัฒนาพร้อมข้อความนี้",
        f"something unexpected happened ({what}) — the last site stays; please report this message",
    )
