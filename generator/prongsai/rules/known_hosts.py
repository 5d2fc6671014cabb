"""Hosts that are not an agency's own, and what each is good for. Facts, with the reason beside each list."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SOCIAL = _words(
    "facebook.com fb.com fb.me fb.watch m.me messenger.com line.me lin.ee youtube.com youtu.be"
    " youtube-nocookie.com twitter.com x.com instagram.com tiktok.com threads.net blockdit.com"
)
"""Social media: right for social media, questions and news, and nowhere in place of a document."""

STORES = _words(
    "drive.google.com docs.google.com photos.google.com photos.app.goo.gl dropbox.com dropboxusercontent.com"
    " 1drv.ms onedrive.live.com onedrive.com sharepoint.com mediafire.com mega.nz 4shared.com box.com"
    " icloud.com"
    " wetransfer.com we.tl anyflip.com pubhtml5.com issuu.com scribd.com canva.com forms.gle"
)
"""Storage and viewers: what is there belongs to an account, and goes when the account's holder goes."""

SHORTENERS = _words(
    "bit.ly bitly.com tinyurl.com goo.gl app.goo.gl shorturl.at shorturl.asia t.ly t.co lin.ee cutt.ly rb.gy"
    " is.gd v.gd ow.ly buff.ly tiny.cc shorte.st rebrand.ly s.id urlzs.com me2.do qrco.de qr.page"
    " qrgo.page.link page.link me-qr.com qr.io q-r.to linktr.ee url.in.th"
)
"""Shortened addresses and those behind a QR code: a third party can let them lapse or lead elsewhere."""

PROCUREMENT = _words(
    "gprocurement.go.th govspending.data.go.th cgd.go.th egp.go.th govspending.go.th actai.co"
)
"""The central procurement systems, where announcements and results must be published by law."""

_LAW = frozenset({"laws", "powers", "ethics-code", "hr-criteria", "privacy-policy"})
_CENTRAL = _words(
    "contact service-manual e-service complaint-channel feedback-channel q-and-a service-statistics laws news"
    " social-media ita-implementation participation"
)
_INTEGRITY = _words(
    "laws e-service complaint-channel complaint-procedure feedback-channel q-and-a gifts-report"
    " no-gift-report no-gift-policy ethics-code ita-measures ita-implementation news"
)
NATIONAL: dict[str, frozenset[str] | None] = {
    "itas.nacc.go.th": None,
    "data.go.th": None,
    "nacc.go.th": _INTEGRITY,
    "oic.go.th": _CENTRAL | _LAW,
    "dla.go.th": _CENTRAL | _LAW,
    "info.go.th": _CENTRAL,
    "bizportal.go.th": _CENTRAL,
    "egov.go.th": _CENTRAL,
    "dga.or.th": _CENTRAL,
    "1111.go.th": _CENTRAL,
    "pacc.go.th": _INTEGRITY,
    "damrongdham.moi.go.th": _CENTRAL,
    "ocsc.go.th": _LAW,
    "pdpc.or.th": _LAW,
    "ratchakitcha.soc.go.th": _LAW,
    "krisdika.go.th": _LAW,
    "ocs.go.th": _LAW,
    "law.go.th": _LAW,
    "lawamendment.go.th": _LAW,
    "parliament.go.th": _LAW,
}
"""National portals, and the topics for which a page there is evidence (None: any)."""

SOCIAL_TOPICS = frozenset({"social-media", "q-and-a", "news"})
FORM_TOPICS = _words(
    "complaint-channel feedback-channel q-and-a e-service satisfaction participation ita-implementation"
)
"""Topics that ask for a way to write to the agency, for which an online form is the thing itself."""

HOME_TOPICS = frozenset({"contact", "e-service", "social-media", "ita-implementation"})
"""Topics that the front page itself may show: the contact, services, pages elsewhere, the EIT's QR code."""
