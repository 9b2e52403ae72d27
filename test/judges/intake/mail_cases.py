"""Mails as senders' programs write them, and texts and pages in the encodings that come."""
import base64
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP

from body_cases import photo
from kit import NONE, Case, item, png, story_page
from stories import AIR, BANK, CLINIC, FARM, LANE, LIBRARY, MUSEUM, ROAD, SCHOOL, WATER

SENDER = "李明"
WORD = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")


def mail(subject, body=None, sender="李明 <li@example.org>", attached=(), html=None, charset="utf-8"):
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"], message["Subject"] = sender, "编辑部 <desk@example.org>", subject
    message["Date"] = "Fri, 13 Mar 2026 09:30:00 +0800"
    message["Message-ID"] = "<1@example.org>"
    message.set_content(body or "", charset=charset, cte="base64")
    if html is not None:
        message.add_alternative(html, subtype="html", cte="base64")
    for name, data, (main, sub) in attached:
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    if attached or html is not None:
        message.set_boundary("=_1")
    return message.as_bytes()


def old_mail(subject, name, data):
    """As an old client sends: gb2312 header words that hold GBK, a raw GBK file name."""
    word = lambda text: "=?gb2312?B?" + base64.b64encode(text.encode("gb18030")).decode() + "?="
    head = f"From: {word('李喆')} <li@example.org>\r\nTo: desk@example.org\r\nSubject: {word(subject)}\r\nDate: Fri, 13 Mar 2026 09:30:00 +0800\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b1\"\r\n\r\n"
    text = "编辑老师：您好，稿件见附件。".encode("gb18030")
    parts = b"--b1\r\nContent-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + text + b"\r\n--b1\r\nContent-Type: application/octet-stream; name=\"" + name.encode("gb18030") + b"\"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"" + name.encode("gb18030") + b"\"\r\n\r\n" + base64.encodebytes(data).replace(b"\n", b"\r\n") + b"--b1--\r\n"
    return head.encode() + parts


def typed(story, signature):
    return "\n".join([story.title, *story.body[:-1], story.body[-1] + signature]) + "\n"


def folded(text, width):
    """Lines of `width` em, a digit half of one, as programs that count columns fold them."""
    lines, line, used = [], "", 0.0
    for sign in text:
        em = 0.5 if sign.isascii() else 1.0
        if used + em > width and sign not in "，。、；：！？）”":
            lines.append(line)
            line, used = "", 0.0
        line += sign
        used += em
    return [*lines, line]


def wrapped(story, signature, width=32):
    lines = [story.title, ""]
    for text in (*story.body[:-1], story.body[-1] + signature):
        lines += [*folded(text, width), ""]
    return "\n".join(lines)


def page_of(story, signature, charset):
    body = "".join(f"<p style='text-indent:2em'>&nbsp;{t}</p>" for t in (*story.body[:-1], story.body[-1] + signature))
    return f"<html><head><meta charset={charset}><title>首页</title><style>p{{color:red}}</style><script>alert('不是正文')</script></head><body><h1 align=center>{story.title}</h1>{body}</body></html>"


def mail_cases():
    """Who sends is the submitter where the text names nobody."""
    yield Case("正文就是稿件", "mail", "正文.eml", mail(FARM.title, typed(FARM, "（白苇镇人民政府）")), [item(FARM, "白苇镇人民政府", author=SENDER)])
    letter = "编辑老师：\n您好！现报送信息一篇，请审阅。\n此致\n敬礼！\n李明 13900001234"
    docx = story_page(LIBRARY, "（澄湖市图书馆）").bytes()
    yield Case("附件Word", "mail", "附件.eml", mail("投稿", letter, attached=[("图书馆投稿.docx", docx, WORD)]), [item(LIBRARY, "澄湖市图书馆", author=SENDER)])
    pages = [("a.docx", docx, WORD), ("b.docx", story_page(WATER, "（鹿鸣县水利局）").bytes(), WORD)]
    yield Case("两个附件", "mail", "两个附件.eml", mail("投稿两篇", letter, attached=pages), [item(LIBRARY, "澄湖市图书馆", author=SENDER), item(WATER, "鹿鸣县水利局", author=SENDER)])
    yield Case("gb2312旧邮件", "mail", "旧邮件.eml", old_mail("投稿：图书馆", "图书馆喆.docx", docx), [item(LIBRARY, "澄湖市图书馆", author="李喆")], faulty=True)
    plain = typed(MUSEUM, "（澄湖市博物馆）")
    yield Case("gb18030正文", "mail", "国标.eml", mail(MUSEUM.title, plain, charset="gb18030"), [item(MUSEUM, "澄湖市博物馆", author=SENDER)])
    forwarded = f"请编辑老师处理。\n\n---------- 转发邮件信息 ----------\n发件人：周文 <zhou@example.org>\n发送时间：2026年3月12日 17:20\n收件人：li@example.org\n主题：{CLINIC.title}\n\n" + typed(CLINIC, "（鹿鸣县人民医院）")
    yield Case("转发的正文", "mail", "转发.eml", mail("转发：" + CLINIC.title, forwarded), [item(CLINIC, "鹿鸣县人民医院", author="周文")], faulty=True)
    inner = mail(AIR.title, typed(AIR, "（澄湖市生态环境局）"))
    outer = EmailMessage(policy=SMTP)
    outer["From"], outer["Subject"], outer["Date"] = "li@example.org", "Fwd: 稿件", "Fri, 13 Mar 2026 09:30:00 +0800"
    outer.set_content("见附件邮件。", cte="base64")
    import email
    outer.add_attachment(email.message_from_bytes(inner, policy=SMTP))
    outer.set_boundary("=_2")
    yield Case("邮件套邮件", "mail", "套.eml", outer.as_bytes(), [item(AIR, "澄湖市生态环境局", author=SENDER)], faulty=True)
    photos = [("现场1.jpg", photo(1), ("image", "jpeg")), ("现场2.png", png(), ("image", "png"))]
    yield Case("附照片", "mail", "照片.eml", mail(FARM.title, typed(FARM, "（白苇镇人民政府）"), attached=photos),
               [item(FARM, "白苇镇人民政府", [*FARM.body, ("figure", NONE), ("figure", NONE)], author=SENDER)], faulty=True)
    yield Case("网页正文", "mail", "网页正文.eml", mail(SCHOOL.title, "", html=page_of(SCHOOL, "（澄湖市第三中学）", "utf-8")), [item(SCHOOL, "澄湖市第三中学", author=SENDER)])
    yield Case("折行正文", "mail", "折行.eml", mail(LANE.title, wrapped(LANE, "（梧桐里社区）")), [item(LANE, "梧桐里社区", author=SENDER)], faulty=True, told=("import/joined-lines",))
    unsigned = typed(BANK, "").split("\n", 1)[1]
    yield Case("单位在发件人", "mail", "发件人.eml", mail(BANK.title, unsigned, sender="澄湖农商银行 <bank@example.org>"), [item(BANK, "澄湖农商银行")], faulty=True, told=("import/unit",))
    zipped = [("稿件.rar", b"Rar!\x1a\x07\x00 none", ("application", "octet-stream"))]
    yield Case("附件压缩包", "mail", "压缩包.eml", mail(LANE.title, typed(LANE, "（梧桐里社区）"), attached=zipped), [item(LANE, "梧桐里社区", author=SENDER)], faulty=True, told=("import/attachment",))


def text_cases():
    text = typed(LIBRARY, "（澄湖市图书馆）")
    wanted = [item(LIBRARY, "澄湖市图书馆")]
    yield Case("UTF-8文本", "text", "投稿1.txt", text.encode(), wanted)
    yield Case("带BOM文本", "text", "投稿2.txt", b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(), wanted)
    yield Case("GB18030文本", "text", "投稿3.txt", text.encode("gb18030"), wanted, told=("import/encoding",))
    yield Case("UTF-16文本", "text", "投稿4.txt", text.replace("书", "书").encode("utf-16"), wanted)
    yield Case("折行文本", "text", "投稿5.txt", wrapped(LIBRARY, "（澄湖市图书馆）").encode(), wanted, faulty=True, told=("import/joined-lines",))
    indented = "\n".join("　　" + line for line in text.split("\n") if line)
    yield Case("缩进文本", "text", "投稿6.txt", indented.encode(), wanted, faulty=True)
    rows = [["区域", "户数", "完成"], ["东片", "30", "29"], ["西片", "33", "31"]]
    table = "\n".join([LANE.title, LANE.body[0], *("\t".join(r) for r in rows), LANE.body[2] + "（梧桐里社区）"])
    yield Case("制表符表格", "text", "投稿7.txt", table.encode(), [item(LANE, "梧桐里社区", [LANE.body[0], rows, LANE.body[2]])], told=("import/table",))
    yield Case("网页UTF-8", "page", "网页1.html", page_of(WATER, "（鹿鸣县水利局）", "utf-8").encode(), [item(WATER, "鹿鸣县水利局")])
    yield Case("网页gb2312", "page", "网页2.htm", page_of(ROAD, "（鹿鸣县交通运输局）", "gb2312").encode("gb18030"), [item(ROAD, "鹿鸣县交通运输局")])
    grid = "<table border=1><tr><th>区域</th><th>户数</th></tr><tr><td>东片</td><td>30</td></tr></table>"
    page = page_of(LANE, "（梧桐里社区）", "utf-8").replace("</p>", "</p>" + grid, 1)
    yield Case("网页表格", "page", "网页3.html", page.encode(), [item(LANE, "梧桐里社区", [LANE.body[0], [["区域", "户数"], ["东片", "30"]], *LANE.body[1:]])])
    yield Case("RTF", "refused", "稿.rtf", rb"{\rtf1\ansi\ansicpg936 \u28548?}", told=("import/unreadable",), faulty=True)
    yield Case("PDF", "refused", "稿.pdf", b"%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF\n", told=("import/unreadable",), faulty=True)
    yield Case("HEIC照片", "refused", "IMG_1.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 64, told=("import/picture-refused",), faulty=True)
    yield Case("单独一张照片", "refused", "现场.jpg", photo(1), told=("import/empty",), faulty=True)
    yield Case("空文本", "refused", "空.txt", b" \r\n\r\n", told=("import/empty",), faulty=True)
