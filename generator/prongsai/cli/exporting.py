"""``prongsai export …``: what leaves the sources for an office's other programs."""

import typer

export = typer.Typer(
    no_args_is_help=True,
    help="ส่งออกข้อมูลเป็นไฟล์ให้เจ้าหน้าที่ใช้ต่อ",
)


@export.callback()
def start() -> None:
    """ส่งออกข้อมูลเป็นไฟล์ให้เจ้าหน้าที่ใช้ต่อ."""
