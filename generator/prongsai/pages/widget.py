"""The page with a snippet of HTML for the agency's main site, which leads from there to the disclosures.

The snippet is plain HTML: what is pasted into somebody's page takes that page's looks, passes every editor
and every security policy, and works without scripts. Its links never change with the year.
"""

from prongsai.pages import links
from prongsai.pages.edition import Edition, environment
from prongsai.pages.page import Page
from prongsai.pages.trust import site_data, trust


def widget_page(edition: Edition) -> Page:
    """The page for who looks after the main site."""
    t = edition.t
    return edition.page(
        links.WIDGET,
        "widget",
        t.widget,
        f"{t.widget} {edition.site.agency.name}",
        trail=(edition.home,),
        snippet=snippet(edition),
        trust=trust(edition, [], site_data(edition)),
    )


def snippet(edition: Edition) -> str | None:
    """The snippet as HTML; None where nobody knows where the site stands."""
    absolute, t = edition.publication.absolute, edition.t
    if not edition.publication.site_url:
        return None
    ways = (
        (t.topics, absolute(links.TOPICS)),
        (t.tell_corruption_link, absolute(f"{links.CHANNELS}#corruption")),
        (t.channels, absolute(links.CHANNELS)),
    )
    template = environment().get_template("snippet.html")
    return template.render(
        name=t.widget_name, agency=edition.site.agency.name, front=absolute(links.FRONT), ways=ways
    )
