"""Word packages as WPS and Word write them, typed by hand: numbering, revisions, comments, boxes, fields, notes."""
import io
import zipfile

from kit import NONE, Case, Item, item, png
from stories import AIR, CLINIC, FARM, LANE, LIBRARY, MUSEUM, ROAD, SCHOOL, WATER

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData" mc:Ignorable="w14 wpsCustomData"'
)
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def package(body, parts=(), media=(), links=()):
    """`parts`: (relationship, name, xml); `media`: bytes of rId101…; `links`: addresses of rId201…"""
    relations = [f'<Relationship Id="rId{n}" Type="{REL}/{kind}" Target="{name}"/>' for n, (kind, name, _) in enumerate(parts, 1)]
    relations += [f'<Relationship Id="rId{n}" Type="{REL}/image" Target="media/image{n}.png"/>' for n, _ in enumerate(media, 101)]
    relations += [f'<Relationship Id="rId{n}" Type="{REL}/hyperlink" Target="{url}" TargetMode="External"/>' for n, url in enumerate(links, 201)]
    overrides = "".join(f'<Override PartName="/word/{name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>' for kind, name, _ in parts)
    files = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>{overrides}</Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{REL}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(relations)}</Relationships>',
        "word/document.xml": f"{HEAD}<w:document {NAMES}><w:body>{body}<w:sectPr/></w:body></w:document>",
    }
    files |= {f"word/{name}": HEAD + xml for _, name, xml in parts}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in files.items():
            made.writestr(zipfile.ZipInfo(name), text)
        for n, data in enumerate(media, 101):
            made.writestr(zipfile.ZipInfo(f"word/media/image{n}.png"), data)
    return out.getvalue()


def run(text, looks="", tag="t"):
    return f'<w:r><w:rPr>{looks}<w:rFonts w:hint="eastAsia"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def para(*runs, looks='<w:ind w:firstLine="640" w:firstLineChars="200"/>'):
    inside = "".join(r if r.startswith("<") else run(r, '<w:sz w:val="32"/>') for r in runs)
    return f"<w:p><w:pPr>{looks}</w:pPr>{inside}</w:p>"


def head(text):
    return para(run(text, '<w:b/><w:sz w:val="44"/>'), looks='<w:jc w:val="center"/>')


LIST = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>'
)
NUMBERING = ("numbering", "numbering.xml", f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{LIST}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>')


def numbered(text, level=0):
    return para(text, looks=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


UNIT = "梧桐里社区"


def whole(name, kind, body, xml, *, parts=(), media=(), links=(), faulty=False, told=(), **more):
    texts = [*(b for b in body if b[:3] != "[^]"), LANE.body[2], *(b for b in body if b[:3] == "[^]")]
    text = head(LANE.title) + xml + para(LANE.body[2] + f"（{UNIT}）")
    return Case(name, kind, f"{name}.docx", package(text, parts, media, links), [item(LANE, UNIT, texts, **more)], faulty, told)


def anchored(relation):
    frame = f'<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="图片 1"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic>'
    return f'<w:r><w:drawing><wp:anchor behindDoc="0"><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:extent cx="3600000" cy="2400000"/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="1" name="图片 1" descr="C:\\Users\\a\\1.png"/>{frame}</wp:anchor></w:drawing></w:r>'


def field(instruction, shown):
    mark = lambda kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
    return mark("begin") + run(instruction, tag="instrText") + mark("separate") + run(shown) + mark("end")


def box(text):
    inside = f"<w:txbxContent>{para(text)}</w:txbxContent>"
    return f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="2" name="文本框 2"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>'


def package_cases():
    one, two, _ = LANE.body
    who = 'w:id="7" w:author="吴刚" w:date="2026-03-11T08:00:00Z"'
    yield whole("WPS一二级编号", "numbering", ["## 一、安装", "### （一）入户", one, "### （二）调试", two, "## 二、回访"],
                numbered("安装") + numbered("入户", 1) + para(one) + numbered("调试", 1) + para(two) + numbered("回访"), parts=(NUMBERING,))
    yield whole("编号在句首", "numbering", ["一、" + one, "二、" + two], numbered(one) + numbered(two), parts=(NUMBERING,))
    yield whole("三级数字编号", "numbering", [one, "1. 签订协议书；", "2. 关阀换表；", "3. 试水登记。"],
                para(one) + "".join(numbered(t, 2) for t in ("签订协议书；", "关阀换表；", "试水登记。")), parts=(NUMBERING,))
    yield whole("修订", "revisions", ["3月11日，梧桐里社区联合供水公司安装智能水表。", two],
                para("3月11日，梧桐里社区", f"<w:ins {who}>{run('联合供水公司')}</w:ins>", f"<w:del {who}>{run('独自', tag='delText')}</w:del>", "安装智能水表。") + para(two),
                faulty=True, told=("import/revision",))
    yield whole("移动的段落", "revisions", [two, one],
                f'<w:p><w:pPr><w:rPr><w:moveFrom {who}/></w:rPr></w:pPr><w:moveFromRangeStart {who} w:name="m1"/><w:moveFrom {who}>{run(one)}</w:moveFrom><w:moveFromRangeEnd w:id="7"/></w:p>' + para(two) +
                f'<w:p><w:pPr><w:rPr><w:moveTo {who}/></w:rPr></w:pPr><w:moveTo {who}>{run(one)}</w:moveTo></w:p>', faulty=True, told=("import/revision",), date=[NONE, LANE.day])
    comment = ("comments", "comments.xml", f'<w:comments {NAMES}><w:comment {who}>{para("请核对户数")}</w:comment></w:comments>')
    yield whole("批注", "revisions", [one, two], para('<w:commentRangeStart w:id="7"/>', one, '<w:commentRangeEnd w:id="7"/>', '<w:r><w:commentReference w:id="7"/></w:r>') + para(two),
                parts=(comment,), faulty=True, told=("import/comment",))
    yield whole("隐藏文字", "revisions", [one, two], para(one, run("内部：预算见附表。", "<w:vanish/>")) + para(two), faulty=True, told=("import/hidden-text",))
    yield whole("浮动图片", "pictures", [one, ("figure", "工作人员入户安装"), two],
                para(one) + para(anchored("rId101")) + para("工作人员入户安装", looks='<w:jc w:val="center"/>') + para(two), media=(png(),))
    yield whole("文本框", "boxes", [one, "社区热线每天八时至二十时有人接听。", two], para(one) + para(box("社区热线每天八时至二十时有人接听。")) + para(two))
    notes = ("footnotes", "footnotes.xml", f'<w:footnotes {NAMES}><w:footnote w:type="separator" w:id="-1">{para("")}</w:footnote><w:footnote w:id="2">{para("户数截至二月末。")}</w:footnote></w:footnotes>')
    yield whole("脚注", "notes", [one, two, "[^] 户数截至二月末。"], para(one, '<w:r><w:footnoteReference w:id="2"/></w:r>') + para(two), parts=(notes,))
    link = f'<w:hyperlink r:id="rId201">{run("网上报修")}</w:hyperlink>'
    yield whole("超链接", "fields", ["居民可到[网上报修](https://example.org/fix)登记。", two], para("居民可到", link, "登记。") + para(two), links=("https://example.org/fix",), date=NONE)
    yield whole("域", "fields", ["居民可到[网上报修](https://example.org/fix)登记，见第3页。", two],
                para("居民可到", field(' HYPERLINK "https://example.org/fix" ', "网上报修"), "登记，见第", field(" PAGE ", "3"), "页。") + para(two), date=NONE)
    yield whole("一行公式", "formulas", ["水量按q=vS计算。", two], para("水量按", "<m:oMath><m:r><m:t>q=vS</m:t></m:r></m:oMath>", "计算。") + para(two), date=NONE)
    root = "<m:oMath><m:nary><m:sub><m:r><m:t>0</m:t></m:r></m:sub><m:sup><m:r><m:t>t</m:t></m:r></m:sup><m:e><m:r><m:t>v</m:t></m:r></m:e></m:nary></m:oMath>"
    yield whole("积分公式", "lost", ["水量按公式∫_(0)^(t) v计算。", two], para("水量按公式", root, "计算。") + para(two), faulty=True, told=("import/lost-object",), date=NONE)
    yield whole("图表", "lost", [one, two], para(one) + '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="3600000" cy="2400000"/><wp:docPr id="3" name="图表 3"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId9"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>' + para(two), faulty=True, told=("import/lost-object",))
    yield whole("符号字体", "symbols", ["√ 已安装六十户，□ 未安装三户。", two],
                para('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', " 已安装六十户，", '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', " 未安装三户。") + para(two), faulty=True, told=("import/symbol",), date=NONE)
    header = ("header", "header1.xml", f'<w:hdr {NAMES}>{para("梧桐里社区工作简报")}</w:hdr>')
    yield whole("页眉", "furniture", [one, two], para(one) + para(two), parts=(header,))
    custom = '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/><w:proofErr w:type="spellStart"/>'
    yield whole("WPS零碎标记", "wps", [one, two], para(custom, one[:20], '<w:r><w:lastRenderedPageBreak/></w:r>', one[20:]) + f"<w:sdt><w:sdtPr/><w:sdtContent>{para(two)}</w:sdtContent></w:sdt>")
    ruby = f'<w:r><w:ruby><w:rubyPr/><w:rt>{run("wú")}</w:rt><w:rubyBase>{run("梧")}</w:rubyBase></w:ruby></w:r>'
    yield whole("拼音指南", "wps", [one, "这条街叫梧（wú）桐里，已有百年。"], para(one) + para("这条街叫", ruby, "桐里，已有百年。"), faulty=True, told=("import/ruby",))
    strict = package(head(ROAD.title) + "".join(para(t) for t in ROAD.body) + para("（鹿鸣县交通运输局）"))
    yield Case("空白的Word", "refused", "空白.docx", package(para("")), told=("import/empty",), faulty=True)
    yield Case("截断的Word", "refused", "截断.docx", strict[: len(strict) // 2], told=("import/unreadable",), faulty=True)
    yield Case("名为doc的docx", "carrier", "名为.doc", strict, [item(ROAD, "鹿鸣县交通运输局")], faulty=True)
