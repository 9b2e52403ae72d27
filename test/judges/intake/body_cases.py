"""Paragraphs, headings, lists, tables, pictures of files that python-docx writes."""
import io

from docx.shared import Mm, Pt
from kit import NONE, Case, Item, Page, item, png, story_page
from PIL import Image
from stories import AIR, BANK, CLINIC, FARM, LANE, LIBRARY, MUSEUM, ROAD, SCHOOL, WATER

ROWS = [["学校", "作品数", "获奖数"], ["澄湖市第三中学", "42", "6"], ["白苇镇中心小学", "18", "2"], ["柳溪村小学", "9", "1"]]
UNIT = "澄湖市第三中学"


def whole(name, kind, body, fill, **more):
    """Title, what `fill` types, a signed line."""
    page = Page().title(SCHOOL.title)
    fill(page)
    page.line(SCHOOL.body[2] + f"（{UNIT}）")
    faulty, told = more.pop("faulty", False), more.pop("told", ())
    return Case(name, kind, f"{name}.docx", page.bytes(), [item(SCHOOL, UNIT, [*body, SCHOOL.body[2]], **more)], faulty, told)


def paragraph_cases():
    one, two, _ = SCHOOL.body
    yield whole("全角空格缩进", "paragraphs", [one, two], lambda p: p.lines(["　　" + one, "　　" + two], indent=False), faulty=True)
    yield whole("半角空格缩进", "paragraphs", [one, two], lambda p: p.lines(["    " + one, "\t" + two], indent=False), faulty=True)
    yield whole("软回车", "paragraphs", [one, two], lambda p: p.line(one + "\n　　" + two), faulty=True)
    yield whole("段间空行", "paragraphs", [one, two], lambda p: p.line(one).styled("", "Normal").line(two), faulty=True)
    yield whole("零宽和不换行空格", "paragraphs", [one, two.replace("澄湖", "澄 湖")],
                lambda p: p.line(one[:9] + "\u200b" + one[9:]).line(two.replace("澄湖", "澄\u00a0湖")), faulty=True)
    yield whole("正文全部加粗", "paragraphs", [one, two], lambda p: p.lines([one, two], bold=True), faulty=True)
    yield whole("正文像Markdown", "paragraphs", ["# 号开头的一行，*星号*和_下划线_都要原样，价格<100元。", "1986. 那一年学校建成，占地[约]五十亩|不含操场。"],
                lambda p: p.lines(["# 号开头的一行，*星号*和_下划线_都要原样，价格<100元。", "1986. 那一年学校建成，占地[约]五十亩|不含操场。"]), date=NONE)


def heading_cases():
    one, two, _ = SCHOOL.body
    yield whole("样式小标题", "headings", ["## 作品展示", one, "## 水质监测", two],
                lambda p: p.styled("作品展示", "Heading 2").line(one).styled("水质监测", "Heading 2").line(two))
    yield whole("加粗小标题", "headings", ["## 作品展示", one, "## 水质监测", two],
                lambda p: p.line("作品展示", bold=True).line(one).line("水质监测", bold=True).line(two))
    yield whole("一、小标题", "headings", ["## 一、作品展示", one, "## 二、水质监测", two],
                lambda p: p.line("一、作品展示").line(one).line("二、水质监测").line(two))
    yield whole("一、（一）两级", "headings", ["## 一、作品展示", "### （一）班级作品", one, "### （二）个人作品", two],
                lambda p: p.line("一、作品展示").line("（一）班级作品").line(one).line("（二）个人作品").line(two))
    yield whole("段首编号不是小标题", "headings", ["一、抓作品展示。" + one, "二、抓水质监测。" + two],
                lambda p: p.line("一、抓作品展示。" + one).line("二、抓水质监测。" + two), date=[NONE, SCHOOL.day])
    yield whole("段首加粗一是", "headings", [one, "一是抓展示，二是抓监测，三是抓评比。"],
                lambda p: p.line(one).line("一是抓展示，二是抓监测，三是抓评比。"))
    points = ["带队教师签到；", "展品编号登记；", "评委抽签入场。"]
    yield whole("三个短编号", "lists", [one, *["1. " + t for t in points]],
                lambda p: p.line(one).lines([f"{n}.{t}" for n, t in enumerate(points, 1)]))
    yield whole("Word项目符号", "lists", [one, *["- " + t for t in points]],
                lambda p: [p.line(one), *[p.styled(t, "List Bullet") for t in points]])
    yield whole("Word自动编号", "lists", [one, *["1. " + t for t in points]],
                lambda p: [p.line(one), *[p.styled(t, "List Number") for t in points]])


def table_cases():
    one, two, _ = SCHOOL.body
    yield whole("有框表格", "tables", [one, ROWS], lambda p: p.line(one).table(ROWS, "Table Grid"))
    yield whole("无框表格", "tables", [one, ROWS], lambda p: p.line(one).table(ROWS))
    yield whole("浅色底纹表格", "tables", [one, ROWS], lambda p: p.line(one).table(ROWS, "Light List"))
    yield whole("一列表格", "tables", [one, "带队教师签到。", "展品编号登记。"],
                lambda p: p.line(one).table([["带队教师签到。"], ["展品编号登记。"]], "Table Grid"), faulty=True, told=("import/table",))
    yield whole("一行表格", "tables", [one, "带队教师签到。", "展品编号登记。"],
                lambda p: p.line(one).table([["带队教师签到。", "展品编号登记。"]], "Table Grid"), faulty=True, told=("import/table",))

    def merged(page):
        page.line(one).table([["组别", "学校", "作品数"], ["城区组", "澄湖市第三中学", "42"], ["城区组", "实验小学", "30"], ["合计", "合计", "72"]], "Table Grid")
        table = page.document.tables[0]
        table.cell(1, 0).merge(table.cell(2, 0)).text = "城区组"
        table.cell(3, 0).merge(table.cell(3, 1)).text = "合计"
    yield whole("合并单元格", "tables", [one, [["组别", "学校", "作品数"], ["城区组", "澄湖市第三中学", "42"], ["城区组", "实验小学", "30"], ["合计", "合计", "72"]]],
                merged, faulty=True, told=("import/merged-cell",))

    def laid_out(page):
        page.line(one).table([["", ""], ["展区一角", "学生讲解"]])
        for column in (0, 1):
            cell = page.document.tables[0].cell(0, column)
            cell.paragraphs[0].add_run().add_picture(io.BytesIO(png(shade=40 + column)), width=Mm(60))
    yield whole("无框排图表格", "tables", [one, ("figure", "展区一角"), ("figure", "学生讲解")], laid_out, told=("import/table",))

    def columns(page):
        page.line(one).table([["", ""]])
        for column, texts in ((0, (two, "第一栏的第二段，写得也不短。")), (1, ("第二栏的第一段，写得也不短。", "第二栏的第二段，写得也不短。"))):
            cell = page.document.tables[0].cell(0, column)
            cell.text = texts[0]
            cell.add_paragraph(texts[1])
    yield whole("无框分栏表格", "tables", [one, two, "第一栏的第二段，写得也不短。", "第二栏的第一段，写得也不短。", "第二栏的第二段，写得也不短。"],
                columns, faulty=True, told=("import/table",))

    def nested(page):
        page.line(one).table([["甲组共四十二件作品。", ""]], "Table Grid")
        inner = page.document.tables[0].cell(0, 1).add_table(1, 1)
        inner.cell(0, 0).text = "乙组共十八件作品。"
    yield whole("套表格", "tables", [one, "甲组共四十二件作品。", "乙组共十八件作品。"], nested, faulty=True, told=("import/table",))
    yield whole("空格的表格", "tables", [one, [["姓名", "备注"], ["钱江", ""], ["", "缺席"]]],
                lambda p: p.line(one).table([["姓名", "备注"], ["钱江", ""], ["", "缺席"]], "Table Grid"))


def photo(orientation=6, size=(320, 200)):
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Invented"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (31.0, 30.0, 0.0)
    out = io.BytesIO()
    Image.effect_noise(size, 40).convert("RGB").save(out, "JPEG", exif=exif, quality=80)
    return out.getvalue()


def picture_cases():
    one, two, _ = SCHOOL.body
    yield whole("题注在后", "pictures", [one, ("figure", "学生展示水质监测装置"), two],
                lambda p: p.line(one).picture(png()).line("学生展示水质监测装置", align="CENTER", size=12).line(two))
    yield whole("图为", "pictures", [one, ("figure", "图为学生展示水质监测装置。"), two],
                lambda p: p.line(one).picture(png()).line("图为学生展示水质监测装置。", align="CENTER", size=12).line(two))
    yield whole("没有题注", "pictures", [one, ("figure", NONE), two], lambda p: p.line(one).picture(png()).line(two))
    yield whole("两张图各有题注", "pictures", [one, ("figure", "图1 展区一角"), ("figure", "图2 学生讲解"), two],
                lambda p: p.line(one).picture(png()).line("图1 展区一角", align="CENTER").picture(png(shade=9)).line("图2 学生讲解", align="CENTER").line(two))
    yield whole("手机照片", "pictures", [one, ("figure", NONE), two], lambda p: p.line(one).picture(photo()).line(two),
                faulty=True, told=("import/picture-changed",))
    big = io.BytesIO()
    Image.new("RGB", (3200, 1800), (200, 60, 40)).save(big, "JPEG")
    yield whole("过大的照片", "pictures", [one, ("figure", NONE)], lambda p: p.line(one).picture(big.getvalue()),
                faulty=True, told=("import/picture-changed",))
    broken = Image.new("RGB", (60, 40))
    gif = io.BytesIO()
    broken.save(gif, "GIF")
    yield whole("GIF动图", "pictures", [one], lambda p: p.line(one).picture(gif.getvalue()), faulty=True, told=("import/picture-refused",))


def body_cases():
    yield from paragraph_cases()
    yield from heading_cases()
    yield from table_cases()
    yield from picture_cases()
