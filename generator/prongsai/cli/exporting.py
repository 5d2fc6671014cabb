"""``prongsai export``: what an officer takes out of the sources for others."""

import typer

from prongsai.cli.filing_sheet import itas

export = typer.Typer(no_args_is_help=True, help="นำข้อมูลออกเป็นตารางให้คนใช้ต่อ")

export.command(help="เขียนแบบที่ยื่นกับผู้ประเมิน (Excel และ CSV) และบันทึกที่อยู่ที่ยื่นไว้")(itas)
