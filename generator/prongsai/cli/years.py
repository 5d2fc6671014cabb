"""The year and the day that a person means."""

from datetime import date

from prongsai.errors import ProjectError
from prongsai.model.site import Site, Year
from prongsai.thai.dates import DateError, parse_date
from prongsai.thai.digits import to_arabic


def chosen_year(site: Site, text: str | None) -> Year:
    """The year that is named (2566, ๒๕๖๖, 66), else the newest.

    Raises:
        ProjectError: there is no such year.
    """
    if text is None:
        return site.newest
    wanted = to_arabic(text).strip()
    for year in site.years:
        if wanted in (str(year.fiscal_year), str(year.fiscal_year % 100)):
            return year
    years = ", ".join(str(year.fiscal_year) for year in site.years)
    raise ProjectError(f"ไม่มีปี “{text}” — ที่มีคือ {years}", f"there is no year “{text}” — there are {years}")


def chosen_day(text: str | None) -> date:
    """The day that is named, else today.

    Raises:
        ProjectError: it is none.
    """
    if text is None:
        return date.today()
    try:
        return parse_date(text).first()
    except DateError:
        raise ProjectError(
            f"อ่านวันที่ “{text}” ไม่ได้ — เขียนเช่น 2022-04-20 หรือ 20 เม.ย. 2565",
            f"the date “{text}” cannot be read — write it like 2022-04-20",
        ) from None
