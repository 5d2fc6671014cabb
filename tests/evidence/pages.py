"""Pages as systems in use make them: those that stand for nothing, and good ones that look like them.

``MISSING`` are judged by themselves, as where the host answers 404 to other addresses; all markup and words are
our own, after the shape of what such systems send.
"""

from tests.evidence.bodies import ARTICLE, MENU, NAME, page

LOREM = "เทศบาลขอประชาสัมพันธ์โครงการพัฒนาคุณภาพชีวิตผู้สูงอายุ ประจำปีงบประมาณ เพื่อให้ผู้สูงอายุในตำบลได้รับการดูแลอย่างทั่วถึง "
NEWS = "".join(f"<li><a href='/n/{n}'>ข่าวประชาสัมพันธ์ เรื่องที่ {n} {LOREM}</a></li>" for n in range(12))
SIDE = f"<div class='sidebar'><h3>ข่าวล่าสุด</h3><ul>{NEWS}</ul></div>"
WIDGETS = (
    f"<div id='right-column' class='widget-area'><h3>ข่าวล่าสุด</h3><ul>{NEWS}</ul></div>"
    "<div class='visitor-counter'>ผู้เข้าชม 12345 คน</div>"
)
LINKS = "".join(f"<li><a href='/p{n}'>{word}</a></li>" for n, word in enumerate(
    ("กระทรวงมหาดไทย", "กรมส่งเสริมการปกครองท้องถิ่น", "สำนักงาน ป.ป.ช.", "ศูนย์ดำรงธรรม", "จังหวัด", "อำเภอ")))  # fmt: skip
TABLES = (
    "<html><head><meta charset=utf-8><title>{title}</title></head><body><table width=980 align=center>"
    f"<tr><td colspan=3><img src=/banner.jpg></td></tr><tr><td width=180 valign=top><ul>{MENU}</ul>"
    f"<ul>{LINKS}</ul></td><td valign=top>{{middle}}</td><td width=180><b>สถิติผู้เข้าชม</b> 99,123</td></tr>"
    f"<tr><td colspan=3>{NAME} ๙๙ หมู่ ๔ ตำบลทดสอบ อำเภอทดสอบ จังหวัดเพชรบุรี ๗๖๑๔๐ โทรศัพท์ ๐๓๒-๐๐๐๐๐๐</td></tr>"
    "</table></body></html>"
)


def tables(middle: str, title: str = NAME) -> bytes:
    """A town's page of tables, without a name on anything."""
    return TABLES.format(middle=middle, title=title).encode()


def divs(middle: str, title: str = NAME) -> bytes:
    """A town's page of boxes with a long menu and news at its side."""
    return (
        f"<!doctype html><html><head><meta charset=utf-8><title>{title}</title></head><body>"
        f"<div id='header'><ul class='nav'>{MENU}</ul></div><div id='content'><div class='entry'>{middle}</div>{SIDE}"
        f"</div><div id='footer'>{NAME} © 2566 All rights reserved</div></body></html>"
    ).encode()


MISSING: dict[str, bytes] = {
    # WordPress
    "wordpress": divs(
        "<h1 class='page-title'>Oops! That page can&rsquo;t be found.</h1><p>It looks like nothing was found at this "
        "location. Maybe try a search?</p><form role='search'><input type='search' name='s'></form>",
        "Page not found – เทศบาลตำบลทดสอบ",
    ),
    "wordpress in Thai": divs(
        "<h1>อุ๊ปส์! ไม่พบหน้านั้น</h1><p>ดูเหมือนว่าไม่พบอะไรที่ตำแหน่งนี้ ลองค้นหาดูไหม?</p>", "ไม่พบหน้า – เทศบาล"
    ),
    "wordpress, nothing found": divs(
        "<h1>Nothing Found</h1><p>It seems we can&rsquo;t find what you&rsquo;re looking for.</p>"
    ),
    "wordpress, Thai theme": divs("<h2>ไม่พบเนื้อหา</h2><p>เราไม่พบสิ่งที่คุณกำลังค้นหา ลองใช้การค้นหา</p>"),
    # Joomla
    "joomla": divs(
        "<h1>404</h1><p>You may not be able to visit this page because of:</p><ol><li>an out-of-date bookmark"
        "</li><li>a mistyped address</li></ol><p>Category not found</p>",
        "404 - Category not found",
    ),
    "joomla, article": divs("<div id='system-message'>Article not found</div>", "404 - Error: 404"),
    "joomla in Thai": divs("<h1>ไม่พบหน้าที่คุณร้องขอ</h1><ul><li>ที่อยู่เก่าเกินไป</li><li>พิมพ์ที่อยู่ผิด</li></ul>"),
    # Drupal
    "drupal": divs(
        "<h1>Page not found</h1><p>The requested page could not be found.</p>", "Page not found | เทศบาล"
    ),
    "drupal in Thai": divs("<h1>ไม่พบหน้า</h1><p>ไม่สามารถหาหน้าที่ร้องขอได้</p>", "ไม่พบหน้า | เทศบาล"),
    # ASP.NET and IIS
    "asp.net": (
        b"<html><head><title>The resource cannot be found.</title></head><body><h1>Server Error in '/' Application."
        b"<hr></h1><h2><i>The resource cannot be found.</i></h2><b>Description:</b> HTTP 404. The resource you are "
        b"looking for (or one of its dependencies) could have been removed, had its name changed, or is temporarily "
        b"unavailable.<br><b>Requested URL:</b> /plan.aspx</body></html>"
    ),
    "iis": (
        b"<html><head><title>404 - File or directory not found.</title></head><body><div id='header'><h1>Server Error"
        b"</h1></div><div id='content'><h2>404 - File or directory not found.</h2><h3>The resource you are looking "
        b"for might have been removed, had its name changed, or is temporarily unavailable.</h3></div></body></html>"
    ),
    "apache": (
        b"<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><p>The requested URL /plan.pdf was "
        b"not found on this server.</p><hr><address>Apache/2.4.6 Server at town Port 80</address></body></html>"
    ),
    "tomcat": (
        "<html><head><title>HTTP Status 404 – Not Found</title></head><body><h1>HTTP Status 404 – Not Found</h1><p><b>"
        "Type</b> Status Report</p><p><b>Description</b> The origin server did not find a current representation for "
        "the target resource or is not willing to disclose that one exists.</p></body></html>"
    ).encode(),
    "laravel": (
        b"<html><head><title>Not Found</title></head><body><div class='flex'><div>404</div><div>Not Found</div></div>"
        b"</body></html>"
    ),
    "codeigniter": (
        b"<html><head><title>404 Page Not Found</title></head><body><div id='container'><h1>404 Page Not Found</h1>"
        b"<p>The page you requested was not found.</p></div></body></html>"
    ),
    "sharepoint": page("<h1>Sorry, this site hasn't been shared with you or this page doesn't exist.</h1>"),
    "google drive": page("<p>Sorry, the file you have requested does not exist.</p><p>Make sure that you have the "
                         "correct URL and that the file exists.</p>", "Google Drive - Page Not Found"),
    "facebook": page("<h2>This content isn't available right now</h2><p>When this happens, it's usually because the "
                     "owner only shared it with a small group of people, changed who can see it or it's been deleted."
                     "</p>"),
    # Thai vendors
    "vendor: page wanted": divs("<div class='error'>ไม่พบหน้าที่ท่านต้องการ</div>"),
    "vendor: page wanted, tables": tables("<br><center><font color=red>ไม่พบหน้าที่ท่านต้องการ</font></center>"),
    "vendor: no data": divs("<p align=center>ไม่มีข้อมูล</p>"),
    "vendor: no data, heading above": divs("<h2>รายละเอียดข่าว</h2><p>ไม่พบข้อมูล</p>"),
    "vendor: data not found, stars": divs("<div>*** ไม่พบข้อมูลที่ท่านต้องการ ***</div><a href='/'>กลับหน้าหลัก</a>"),
    "vendor: exclamation": divs("<h3>ขออภัยค่ะ! ไม่พบข้อมูลที่คุณเรียกดู</h3><p><a href=/>กลับหน้าแรก</a></p>"),
    "vendor: file gone": divs("<p>ไม่พบไฟล์เอกสารที่ต้องการดาวน์โหลด กรุณาติดต่อผู้ดูแลระบบ</p>"),
    "vendor: file does not exist": divs("<p>ไฟล์ที่ท่านเรียกไม่มีอยู่ในระบบ</p>"),
    "vendor: content deleted": divs("<p>เนื้อหานี้ถูกลบไปแล้ว หรือย้ายไปที่อื่น</p>"),
    "vendor: announcement not found": divs("<p>ไม่พบประกาศที่ท่านเลือก</p>"),
    "vendor: news not found": divs("<p>ไม่พบข่าวที่ต้องการ</p><p><a href='javascript:history.back()'>ย้อนกลับ</a></p>"),
    "vendor: topic not found": divs("<p>ไม่พบหัวข้อที่ท่านต้องการ</p>"),
    "vendor: address wrong": divs("<p>URL ไม่ถูกต้อง</p><p>กรุณาตรวจสอบ URL อีกครั้ง</p>"),
    "vendor: cannot open": divs("<p>ขออภัย ไม่สามารถเปิดหน้าที่ท่านเรียกได้</p>"),
    "vendor: page you look for": divs("<h1>ไม่พบเพจที่คุณกำลังมองหา</h1>"),
    "vendor: link expired": divs("<p>ลิงก์นี้หมดอายุหรือถูกยกเลิกแล้ว</p>"),
    "vendor: 404 with a picture": divs("<img src='/404.png' alt='404'><h1>404</h1><p>ไม่พบหน้านี้</p>"),
    "vendor: 404 split up": divs("<span>4</span><span>0</span><span>4</span><p>ขออภัย ไม่พบหน้าที่คุณค้นหา</p>"),
    "vendor: long apology": divs(
        "<h2>ขออภัยในความไม่สะดวก</h2><p>หน้าที่ท่านต้องการเข้าชมอาจถูกย้าย ถูกลบ เปลี่ยนชื่อ หรือไม่มีอยู่ในระบบของเทศบาล "
        "ท่านสามารถค้นหาข้อมูลจากช่องค้นหาด้านบน หรือเลือกจากเมนูหลักของเว็บไซต์ หรือติดต่อสำนักปลัดเทศบาลในวันและเวลาราชการ</p>"
    ),
    "vendor: tables, long frame": tables("<b>ข้อมูลข่าวสาร</b><br><br>ไม่พบข้อมูลที่ต้องการ<br><br>"),
    "vendor: in TIS-620": tables("<p>ไม่พบหน้าที่ท่านต้องการ</p>").decode().replace("utf-8", "tis-620").encode("cp874", "ignore"),
    "vendor: Thai digits": divs("<h1>ข้อผิดพลาด ๔๐๔</h1><p>ไม่พบหน้าเว็บ</p>"),
    "vendor: split by a no-break space": divs("<p>ไม่พบ&nbsp;หน้าที่ท่าน&nbsp;ต้องการ</p>"),
    "vendor: split by zero-width spaces": divs("<p>ไม่\u200bพบ\u200bหน้า\u200bที่\u200bท่าน\u200bต้องการ</p>"),
    "vendor: double sara e": divs("<p>ไม่พบเเผนงานที่ท่านต้องการ หรือหน้านี้ถูกลบไปเเล้ว</p>"),
    "vendor: alert": (
        "<html><head><meta charset=utf-8><script>alert('ไม่พบข้อมูล');window.location='index.php';</script></head></html>"
    ).encode(),
    "vendor: back by script": (
        "<html><head><meta charset=utf-8></head><body><script>alert('ไม่พบไฟล์');history.back();</script></body></html>"
    ).encode(),
    "short text": "<p>ไม่พบเอกสาร</p>".encode(),
    "English, short": b"<html><body>Sorry, no such article.</body></html>",
    "English, no record": divs("<p>No record found.</p>"),
    "English, invalid id": divs("<p>Invalid ID</p>"),
    "English, deleted": divs("<h2>This post has been deleted</h2>"),
    "English, no longer": divs("<p>The document you are looking for is no longer available.</p>"),
    "English, broken": page("<h1>Whoops!</h1><p>We couldn't find that page.</p>"),
    "English, lost": page("<h1>You seem lost</h1><p>This page does not exist.</p>"),
    "default page of a server": (
        b"<html><head><title>Apache2 Ubuntu Default Page: It works</title></head><body><h1>Apache2 Ubuntu Default Page"
        b"</h1><p>This is the default welcome page used to test the correct operation of the Apache2 server after "
        b"installation on Ubuntu systems.</p></body></html>"
    ),
    "suspended": b"<html><head><title>Account Suspended</title></head><body><h1>Account Suspended</h1>This Account has been suspended.</body></html>",
    "error with news around": page(
        "<h1>404 ไม่พบหน้าเว็บ</h1><p>เลือกข่าวด้านล่าง</p>" + WIDGETS, "404 ไม่พบหน้าเว็บ - เทศบาล"
    ),
}  # fmt: skip

GOOD: dict[str, bytes] = {
    "about 404s, a title that says so": page(
        "<h1>404 Not Found คืออะไร</h1>" + f"<p>{LOREM}</p>" * 3 + "<p>เมื่อพบข้อความ 404 Not Found แปลว่าไม่พบหน้าที่ต้องการ</p>"
        + f"<p>{LOREM}</p>" * 6, "404 Not Found คืออะไร - เทศบาล"),
    "report of broken links": page(
        "<h1>ผลการตรวจลิงก์ของหน่วยงาน</h1><table><tr><th>หน้า</th><th>ผล</th></tr>"
        + "".join(f"<tr><td>หน้า {n}</td><td>{'ไม่พบหน้าที่ต้องการ' if n % 5 == 0 else 'ปกติ'}</td></tr>" for n in range(30)) + "</table>"),
    "nil report": page("<h1>ข้อมูลเชิงสถิติเรื่องร้องเรียน ปีงบประมาณ ๒๕๖๖</h1><p>ไม่พบข้อมูลการร้องเรียน</p>"),
    "nil report in a table": page(
        "<h1>สถิติเรื่องร้องเรียนการทุจริต</h1><table><tr><th>เดือน</th><th>จำนวน</th></tr>"
        + "".join(f"<tr><td>{m}</td><td>ไม่มีเรื่องร้องเรียน</td></tr>" for m in ("ตุลาคม", "พฤศจิกายน", "ธันวาคม")) + "</table>"),
    "nil report of one sentence": page("<h2>เรื่องร้องเรียนทุจริต</h2><p>ในรอบ ๖ เดือนแรก ไม่มีเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ</p>"),
    "nil report, no data of complaints": page(
        "<h1>สรุปผลการดำเนินการจัดการเรื่องร้องเรียน</h1><p>ปีงบประมาณ พ.ศ. ๒๕๖๖ ไม่มีข้อมูลการร้องเรียนการทุจริตของเจ้าหน้าที่</p>"),
    "no record of wrongdoing": page("<h1>การตรวจสอบภายใน</h1><p>ผลการตรวจสอบ ไม่พบข้อบกพร่อง</p>"),
    "list with an empty part": page(
        ARTICLE + "<h2>เอกสารแนบ</h2><p>ไม่มีข้อมูล</p>"),
    "search without results beside an article": page(ARTICLE + "<div id='results'>ไม่พบข้อมูลที่ค้นหา</div>"),
    "gallery": page("<h1>ภาพกิจกรรม</h1>" + "".join(f"<a href='/g/{n}'><img src='/g/{n}.jpg'></a>" for n in range(20))),
    "gallery without words": b"<html><body>" + b"".join(b"<img src='/g/%d.jpg'>" % n for n in range(9)) + b"</body></html>",
    "one picture": page("<img src='/chart.png' alt='โครงสร้าง'>"),
    "embedded document": page("<h1>แผนปฏิบัติการ</h1><iframe src='/plan.pdf' width=100%></iframe>"),
    "embedded viewer alone": page("<embed src='/plan.pdf' type='application/pdf'>"),
    "film": page("<h1>วีดิทัศน์แนะนำเทศบาล</h1><video src='/film.mp4' controls></video>"),
    "short policy": page("<p>งดรับของขวัญทุกชนิด</p>"),
    "one line": "<html><head><meta charset=utf-8></head><body>เทศบาลไม่รับของขวัญ</body></html>".encode(),
    "phone numbers": page("<table><tr><td>สำนักปลัด</td><td>๐๓๒-๑๑๑</td></tr><tr><td>กองคลัง</td><td>๐๓๒-๒๒๒</td></tr></table>"),
    "one link": page("<p><a href='/files/plan-2566.pdf'>ดาวน์โหลดแผน</a></p>"),
    "list of links": page("<ul>" + "".join(f"<li><a href='/f/{n}.pdf'>เดือนที่ {n}</a></li>" for n in range(12)) + "</ul>"),
    "form": page("<h1>แจ้งเรื่องร้องเรียนการทุจริต</h1><form method=post><label>ชื่อ <input name=n></label><label>โทรศัพท์ "
                 "<input name=t type=tel></label><label>รายละเอียด <textarea></textarea></label><button>ส่ง</button></form>"),
    "form for questions, on a login-less board": page(
        "<h1>ถาม-ตอบ (Q&amp;A)</h1><form><input name=name><input name=email type=email><textarea></textarea></form>"
        "<ul><li>สอบถามเรื่องขยะ</li><li>สอบถามภาษี</li></ul>"),
    "e-service page with a login beside": page(
        "<h1>e-Service ยื่นคำร้องออนไลน์</h1><p>ประชาชนยื่นคำร้องขอถังขยะ ขอซ่อมไฟ และขอใช้สถานที่ ได้ทางระบบนี้โดยไม่ต้องสมัครสมาชิก "
        "กรอกแบบคำร้องแล้วเจ้าหน้าที่จะติดต่อกลับภายในสามวันทำการ หากต้องการติดตามผลให้ใช้เลขที่คำร้องที่ได้รับ</p>"
        "<form><input name=u><input type=password name=p><button>เข้าสู่ระบบเจ้าหน้าที่</button></form>"),
    "manual for a login": page("<h1>คู่มือการเข้าสู่ระบบ e-Service</h1>" + "<p>กดปุ่มเข้าสู่ระบบ แล้วกรอกเลขประจำตัว</p>" * 12),
    "news about maintenance": page("<h1>แจ้งปิดปรับปรุงถนนชั่วคราว</h1><p>เทศบาลปิดปรับปรุงถนนสายหลัก ตั้งแต่วันที่ ๓ ถึง ๙ เมษายน "
                                   "ขอให้ผู้ใช้เส้นทางหลีกเลี่ยง</p>"),
    "news about water being off": page("<h1>ประกาศหยุดจ่ายน้ำประปาชั่วคราว</h1><p>เพื่อปรับปรุงระบบประปา</p>"),
    "law on access": page("<h1>สิทธิของประชาชนในการเข้าถึงข้อมูลข่าวสาร</h1><p>กรณีที่หน่วยงานปฏิเสธการเข้าถึงข้อมูล ประชาชนอุทธรณ์ได้</p>" + f"<p>{LOREM}</p>" * 2),
    "town of the name Error": page("<h1>รายงานข้อผิดพลาดทางบัญชี</h1>" + f"<p>{LOREM}</p>" * 2),
    "house number 404": page("<h1>ติดต่อเรา</h1><p>404 หมู่ 1 ตำบลทดสอบ</p>"),
    "budget of 404": page("<h1>404</h1><p>รายการครุภัณฑ์ลำดับที่ 404 เครื่องปรับอากาศ ราคา ๒๕,๐๐๐ บาท</p>" + f"<p>{LOREM}</p>"),
    "removed from the list": page("<h1>ประกาศรายชื่อผู้ถูกลบชื่อออกจากทะเบียน</h1><p>รายชื่อถูกลบตามคำสั่ง ดังนี้</p><ol><li>ห้างหุ้นส่วน ก</li></ol>"),
    "moved office": page("<h1>ประกาศย้ายที่ทำการ</h1><p>สำนักงานเทศบาลถูกย้ายไปที่ ๙๙ หมู่ ๔</p>"),
    "page in tables": tables("<b>แผนพัฒนาท้องถิ่น</b><br>โครงการก่อสร้างถนน หมู่ ๓"),
    "page in boxes": divs("<h2>นโยบายผู้บริหาร</h2><p>โปร่งใส ตรวจสอบได้</p>"),
    "frames with words": b"<html><body><p>Plan of the town</p><iframe src='/x'></iframe></body></html>",
    "scripts and words": page("<h1>ITA 2566</h1><p>OIT ข้อ ๑ โครงสร้าง</p><script src='/a.js'></script><script src='/b.js'></script>"),
    "rendered app": "<html><head><title>ITA</title></head><body><div id='app'><h1>โครงสร้าง</h1><p>นายกเทศมนตรี ปลัดเทศบาล</p></div>"
                    "<script src='/a.js'></script></body></html>".encode(),
    "English page": page("<h1>Annual plan</h1><p>Roads, water and schools of the town.</p>"),
    "not found in a title of a study": page("<h1>เหตุใดไม่พบยุงลายในหมู่บ้าน</h1><p>ผลสำรวจไม่พบลูกน้ำยุงลาย</p>"),
    "poll with no votes": page(ARTICLE + "<div class='poll'>ยังไม่มีข้อมูล</div>"),
    "comments: none": page(f"<h1>ข่าว</h1><p>{LOREM}</p><h3>ความคิดเห็น</h3><p>ไม่พบความคิดเห็น</p>"),
    "Thai page saved by Word": "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><meta charset=utf-8></head><body>"
                               "<p class=MsoNormal><span>คำสั่งแบ่งงาน</span><o:p></o:p></p></body></html>".encode(),
    "domain news": page("<h1>ขอเชิญจดโดเมนชุมชน</h1><p>เทศบาลอบรมการจดโดเมนให้กลุ่มอาชีพ ผู้สนใจสมัครได้ที่กองสวัสดิการ</p>"),
    "captcha at a form": page("<h1>ร้องเรียน</h1><p>กรอกแบบคำร้อง</p><form><input name=a><textarea></textarea>"
                              "<label>captcha <input name=c></label></form>" + f"<p>{LOREM}</p>" * 3),
}  # fmt: skip


LOGIN_FORM = "<form method=post><input name=u><input type=password name=p><button>เข้าสู่ระบบ</button></form>"
GAMES = "สล็อตเว็บตรง บาคาร่าออนไลน์ คาสิโน แทงบอล ฝากถอนไม่มีขั้นต่ำ เครดิตฟรี "
OTHER: dict[str, tuple[bytes, str]] = {
    "login of a named system": (page(f"<h1>ระบบสารบรรณอิเล็กทรอนิกส์</h1>{LOGIN_FORM}"), "login_wall"),
    "login in tables": (tables(f"<b>สำหรับเจ้าหน้าที่</b>{LOGIN_FORM}"), "login_wall"),
    "login with a long menu": (divs(LOGIN_FORM, "เข้าสู่ระบบ - เทศบาล"), "login_wall"),
    "login asked for, small": (divs("<p>กรุณาเข้าสู่ระบบก่อนดาวน์โหลดเอกสาร</p>"), "login_wall"),
    "login asked for by a box": (
        "<html><head><meta charset=utf-8></head><script>alert('กรุณาเข้าสู่ระบบ');</script></html>".encode(), "login_wall"),
    "members only": (divs("<p>เฉพาะสมาชิกเท่านั้น</p>"), "login_wall"),
    "Google's sign-in": (page("<h1>Sign in</h1><p>to continue to Google Drive</p><form><input type=email></form>",
                              "Sign in - Google Accounts"), "login_wall"),
    "Drive without permission": (page("<p>You need access</p><p>Ask for access, or switch to an account with access.</p>",
                                      "Google Drive: Access Denied"), "login_wall|blocked"),
    "Drive without permission in Thai": (page("<p>คุณต้องมีสิทธิ์เข้าถึง</p><p>ขอสิทธิ์เข้าถึง หรือเปลี่ยนเป็นบัญชีที่มีสิทธิ์</p>"), "login_wall"),
    "domain for sale": (b"<html><head><title>town.go.th</title></head><body><h1>town.example is for sale</h1><p>Buy this domain</p></body></html>", "wrong_host"),
    "domain parked at a host": (b"<html><head><title>Parked Domain</title></head><body><p>This domain is parked free, courtesy of the registrar.</p></body></html>", "wrong_host"),
    "domain expired, Thai": (page("<h1>โดเมนนี้หมดอายุแล้ว</h1><p>กรุณาต่ออายุ</p>"), "wrong_host"),
    "domain taken by a gambling site": (page(f"<h1>{GAMES}</h1>" + f"<p>{GAMES} สมัครเลย โปรโมชั่นสมาชิกใหม่</p>" * 30, "สล็อตเว็บตรง อันดับ 1"), "wrong_host"),
    "challenge": (b"<html><head><title>Just a moment...</title></head><body><noscript>Enable JavaScript and cookies to continue</noscript><script src=/c.js></script></body></html>", "blocked"),
    "firewall": (b"<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator. Your support ID is: 123</body></html>", "blocked"),
    "firewall, Thai": (page("<h1>ปฏิเสธการเข้าถึง</h1><p>ระบบตรวจพบการเข้าใช้งานที่ผิดปกติ</p>"), "blocked"),
    "denied": (b"<html><body><h1>Access Denied</h1><p>You don't have permission to access this resource.</p></body></html>", "blocked"),
    "captcha": (page("<h1>Verify you are human</h1>"), "blocked"),
    "repairs, Thai": (page("<h1>ปิดปรับปรุงเว็บไซต์</h1><p>ขออภัยในความไม่สะดวก</p>"), "unavailable"),
    "repairs, on a picture": (page("<p>เว็บไซต์อยู่ระหว่างการปรับปรุงระบบ</p><img src=/m.png>"), "unavailable"),
    "repairs, English": (page("<h1>We'll be back soon!</h1><p>Sorry for the inconvenience, we're performing some maintenance.</p>"), "unavailable"),
    "quota": (b"<html><head><title>509 Bandwidth Limit Exceeded</title></head><body><h1>Bandwidth Limit Exceeded</h1></body></html>", "unavailable"),
    "database, English": (b"<html><body><h1>Error establishing a database connection</h1></body></html>", "server_error"),
    "database, PHP": (b"<br /><b>Warning</b>:  mysqli_connect(): (HY000/1045): Access denied for user 'town'@'localhost' in <b>/home/c.php</b> on line <b>3</b><br />", "server_error"),
    "database, Thai": (page("<p>ไม่สามารถเชื่อมต่อฐานข้อมูลได้</p>"), "server_error"),
    "ASP.NET, its own fault": (b"<html><head><title>Runtime Error</title></head><body><h1>Server Error in '/' Application.<hr></h1><h2><i>Runtime Error</i></h2></body></html>", "server_error"),
    "stage of scripts": (b"<!doctype html><html><head><title>ITA</title></head><body><div id=root></div><script src=/a.js></script></body></html>", "unverifiable"),
    "stage of scripts, Angular": (b"<!doctype html><html><head><title>ITA</title></head><body><app-root>Loading...</app-root><script src=/a.js></script></body></html>", "unverifiable"),
    "stage of scripts with a header": (b"<!doctype html><html><head><title>ITA</title></head><body><div id=app></div><noscript>We're sorry but this site doesn't work properly without JavaScript enabled.</noscript><script src=/a.js></script></body></html>", "unverifiable"),
    "nothing but a frame": (b"<html><frameset rows='100%'><frame src='http://town.example/in'></frameset></html>", "unverifiable"),
    "nothing between tags": (b"<html><head><title>x</title></head><body><div></div></body></html>", "empty"),
    "cut in an attribute": (page(ARTICLE * 3)[:900] + b"<img src='/a", "truncated"),
}  # fmt: skip
GOOD |= {
    "policy with a login box at its side": page(f"<h1>นโยบายไม่รับของขวัญ</h1><p>ผู้บริหารทุกคนไม่รับของขวัญทุกชนิด</p>{LOGIN_FORM}"),
    "policy in tables with a login box": tables(f"<h1>นโยบาย</h1>งดรับของขวัญของกำนัลทุกชนิดจากการปฏิบัติหน้าที่{LOGIN_FORM}"),
    "warning of gambling": page("<h1>เตือนภัยพนันออนไลน์ สล็อต บาคาร่า</h1>" + f"<p>{GAMES}</p>" * 5, "เตือนภัยสล็อตออนไลน์"),
    "notice on a broken page": page("<h1>แนวทางแก้ลิงก์เสีย</h1><p>เมื่อประชาชนพบข้อความว่าไม่พบหน้าที่ต้องการ ให้แจ้งสำนักปลัด</p>"),
    "what to do about a 404, short": page("<h1>วิธีแก้ 404</h1><p>หากเปิดแล้วขึ้นว่า 404 Not Found ให้ล้างแคชแล้วลองใหม่</p>"),
    "question answered": page("<h1>ถาม: ทำไมไม่พบข้อมูลที่ค้นหา</h1><p>ตอบ: ให้พิมพ์ชื่อโครงการให้ตรงกับแผน แล้วกดค้นหาอีกครั้ง ระบบจะแสดงผลภายในไม่กี่วินาที</p>"),
    "nil report by its heading": page("<h1>สถิติเรื่องร้องเรียนการทุจริต ปี ๒๕๖๖</h1><p>ไม่มีข้อมูล</p>"),
    "nil report by months": page("<h1>ผลการดำเนินการเรื่องร้องเรียนทุจริต</h1><ul>" + "".join(f"<li>เดือนที่ {n}: ไม่พบข้อมูล</li>" for n in range(1, 13)) + "</ul>"),
    "list of news with an empty search": page("<h1>ข่าว</h1><ul>" + NEWS.replace("เรื่องที่", "ประจำเดือนที่") + "</ul><p>ไม่พบข้อมูลที่ค้นหา</p>"),
    "documents with an empty part": page("<h1>แผน</h1><a href='/a.pdf'>แผนพัฒนา</a><h2>แผนเพิ่มเติม</h2><p>ไม่พบเอกสารที่ต้องการ</p>"),
    "article titled by the very words": page("<h1>404 Not Found</h1>" + f"<p>{LOREM}</p>" * 12, "404 Not Found"),
    "report of an error in the accounts": page("<h1>ข้อผิดพลาด</h1><p>รายงานข้อผิดพลาดทางบัญชีที่พบในการตรวจสอบภายในประจำไตรมาส และวิธีแก้ไขของกองคลัง</p>"),
    "permission to build": page("<h1>การขออนุญาตก่อสร้าง</h1><p>ผู้ไม่มีสิทธิ์เข้าถึงที่ดินต้องขอความยินยอมจากเจ้าของก่อนยื่นคำขอ</p>" + f"<p>{LOREM}</p>"),
    "forbidden by law": page("<h1>ข้อห้ามตามกฎหมาย</h1><p>ห้ามเทขยะในที่สาธารณะ</p>"),
    "back soon": page("<h1>กำหนดการเปิดศูนย์เด็กเล็ก</h1><p>Children will be back soon.</p>" + f"<p>{LOREM}</p>"),
}  # fmt: skip
