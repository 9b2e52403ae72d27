"""The forms in which units sign, and what is no signature; days of events."""
from kit import NONE, Case, Item, Page, item, story_page
from stories import AIR, BANK, CLINIC, FARM, LANE, LIBRARY, MUSEUM, ROAD, SCHOOL, WATER


def signed(name, story, signature, unit, **more):
    """The signature behind the last sentence."""
    faulty = more.pop("faulty", False)
    told = more.pop("told", ())
    return Case(name, "unit", f"{name}.docx", story_page(story, signature).bytes(),
                [item(story, unit, **more)], faulty, told)


def below(name, story, lines, unit, align=None, **more):
    page = story_page(story)
    for line in lines:
        page.line(line, align=align)
    return Case(name, "unit", f"{name}.docx", page.bytes(), [item(story, unit, **more)])


def unit_cases():
    yield signed("单位 姓名 供稿", LIBRARY, "（澄湖市图书馆 李明 供稿）", "澄湖市图书馆", author="李明")
    yield signed("全角空格供稿", FARM, "（白苇镇人民政府　供稿）", "白苇镇人民政府")
    yield signed("供稿冒号两人", LIBRARY, "（供稿：澄湖市图书馆　李明　王芳）", "澄湖市图书馆", author="李明、王芳")
    yield signed("来源", WATER, "（来源：鹿鸣县水利局）", "鹿鸣县水利局")
    yield signed("单位冒号姓名", CLINIC, "（鹿鸣县人民医院：周文）", "鹿鸣县人民医院", author="周文")
    yield signed("文图", SCHOOL, "（澄湖市第三中学 文/图 赵海）", "澄湖市第三中学", author="赵海")
    yield signed("标点在后", LANE, "（梧桐里社区）。", "梧桐里社区", faulty=True)
    yield signed("半角括号", ROAD, "(鹿鸣县交通运输局)", "鹿鸣县交通运输局", faulty=True)
    yield signed("两家单位", LIBRARY, "（澄湖市图书馆、梧桐里社区）", "澄湖市图书馆、梧桐里社区")
    yield below("供稿一行", SCHOOL, ["澄湖市第三中学供稿"], "澄湖市第三中学")
    yield below("右落款和日期", AIR, ["澄湖市生态环境局", "2026年3月6日"], "澄湖市生态环境局", align="RIGHT")
    yield below("右边括号", MUSEUM, ["（澄湖市博物馆 钱江）"], "澄湖市博物馆", align="RIGHT", author="钱江")
    yield below("撰稿审核", BANK, ["供稿单位：澄湖农商银行", "撰稿：孙丽", "审核：吴刚"], "澄湖农商银行", author=["孙丽", "孙丽、吴刚"])
    yield below("联系电话", WATER, ["报送单位：鹿鸣县水利局", "联系人：郑义", "联系电话：0550-5550123"], "鹿鸣县水利局", author="郑义")
    yield signed("只有姓名", LANE, "（通讯员 孙丽 陈强）", NONE, author="孙丽、陈强", faulty=True, told=("import/unit-missing",))
    yield signed("括号不是署名", MUSEUM, "（周一闭馆）", NONE, faulty=True, told=("import/unit-missing",),
                 body=[*MUSEUM.body[:-1], MUSEUM.body[-1] + "（周一闭馆）"])
    page = Page().title(LIBRARY.title).line("澄湖市图书馆　李明", align="CENTER").lines(LIBRARY.body)
    yield Case("标题下署名", "unit", "标题下.docx", page.bytes(), [item(LIBRARY, "澄湖市图书馆", author="李明")])
    form = [["报送单位", "白苇镇人民政府"], ["作者", "何平"], ["联系电话", "0550-5550188"]]
    page = Page().table(form, style="Table Grid").title(FARM.title).lines(FARM.body)
    yield Case("表格报送单位", "unit", "报送表.docx", page.bytes(),
               [item(FARM, "白苇镇人民政府", author="何平")], faulty=True, told=("import/left-out",))
    form = [["信息报送表", "信息报送表"], ["标题", FARM.title], ["报送单位", "白苇镇人民政府"], ["正文", ""]]
    page = Page().table(form, style="Table Grid")
    cell = page.document.tables[0].rows[3].cells[1]
    cell.text = FARM.body[0]
    for text in FARM.body[1:]:
        cell.add_paragraph(text)
    page.document.tables[0].rows[0].cells[0].merge(page.document.tables[0].rows[0].cells[1]).text = "信息报送表"
    yield Case("整篇在报送表里", "unit", "整篇表.docx", page.bytes(), [item(FARM, "白苇镇人民政府")], faulty=True)


def dated(name, lead, day, **more):
    page = Page().title("鹿鸣县水利局做好防汛准备").line(lead).line("下一步，将逐座复核，确保全部销号。（鹿鸣县水利局）")
    wanted = Item("鹿鸣县水利局做好防汛准备", "鹿鸣县水利局", [lead, "下一步，将逐座复核，确保全部销号。"], day)
    return Case(name, "date", f"{name}.docx", page.bytes(), [wanted], **more)


def date_cases():
    yield dated("两天", "3月12日至14日，鹿鸣县水利局组织检查组检查水库。", NONE, told=("import/date",))
    yield dated("近日", "近日，鹿鸣县水利局组织检查组检查水库。", NONE)
    yield dated("去年", "12月28日，鹿鸣县水利局组织检查组检查水库。", [NONE, "2025-12-28"], faulty=True)
    yield dated("期限不是日期", "近日，鹿鸣县水利局部署汛前检查，要求各单位于4月20日前完成整改。", NONE)
    yield dated("全角数字", "２０２６年３月１２日，鹿鸣县水利局组织检查组检查水库。", ["2026-03-12", NONE], faulty=True)
    yield dated("汉字日期", "二〇二六年三月十二日，鹿鸣县水利局组织检查组检查水库。", ["2026-03-12", NONE])
    yield dated("没有的日子", "2月30日，鹿鸣县水利局组织检查组检查水库。", NONE, faulty=True)
    yield dated("点分日期", "2026.3.12，鹿鸣县水利局组织检查组检查水库。", ["2026-03-12", NONE], faulty=True)
    yield dated("前面有历史年份", "自2019年建成以来，鹿鸣县青石水库运行平稳。3月12日，鹿鸣县水利局检查水库。", ["2026-03-12", NONE])
