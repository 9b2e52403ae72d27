"""Where a title stands and how it looks; red heads, letters and furniture above it; two items in a file."""
from kit import NONE, Case, Item, Page, item, story_page
from stories import AIR, BANK, CLINIC, FARM, LANE, LIBRARY, MUSEUM, ROAD, SCHOOL, WATER

SIGNED = {s.title: u for s, u in [(LIBRARY, "澄湖市图书馆"), (FARM, "白苇镇人民政府")]}


def title_cases():
    yield Case("centred and large", "title", "来稿1.docx",
               story_page(LIBRARY, "（澄湖市图书馆）").bytes(), [item(LIBRARY, "澄湖市图书馆")])
    yield Case("line break in it", "title", "来稿2.docx",
               story_page(FARM, "（白苇镇人民政府）", title="白苇镇举办\n春耕农机操作培训").bytes(),
               [item(FARM, "白苇镇人民政府", title="白苇镇举办\n春耕农机操作培训")])
    page = Page().title("凝心聚力守护一湖清水").title("——鹿鸣县水利局完成汛前水库安全检查", size=18, face="楷体")
    yield Case("two centred lines", "title", "来稿3.docx",
               page.lines(WATER.body).line("（鹿鸣县水利局）").bytes(),
               [item(WATER, "鹿鸣县水利局", title="凝心聚力守护一湖清水\n——鹿鸣县水利局完成汛前水库安全检查")])
    page = Page().styled(SCHOOL.title, "Title").lines(SCHOOL.body).line("（澄湖市第三中学）")
    yield Case("style Title", "title", "来稿4.docx", page.bytes(), [item(SCHOOL, "澄湖市第三中学")])
    page = Page().styled(LANE.title, "Heading 1").lines(LANE.body).line("（梧桐里社区）")
    yield Case("style Heading 1", "title", "来稿5.docx", page.bytes(), [item(LANE, "梧桐里社区")])
    page = Page().title(AIR.title, size=16, bold=True, center=False).lines(AIR.body).line("（澄湖市生态环境局）")
    yield Case("bold alone", "title", "来稿6.docx", page.bytes(), [item(AIR, "澄湖市生态环境局")], faulty=True)
    page = Page().line(CLINIC.title, indent=False).lines(CLINIC.body).line("（鹿鸣县人民医院）")
    yield Case("no look of its own", "title", "来稿7.docx", page.bytes(), [item(CLINIC, "鹿鸣县人民医院")], faulty=True)
    page = Page().lines(FARM.body[:-1]).line(FARM.body[-1] + "（白苇镇人民政府）")
    yield Case("in the file's name alone", "title", "白苇镇举办春耕农机操作培训（定稿）.docx", page.bytes(),
               [item(FARM, "白苇镇人民政府")], faulty=True, told=("import/title",))
    page = Page().lines(BANK.body[:-1]).line(BANK.body[-1] + "（澄湖农商银行）")
    yield Case("nowhere", "title", "新建 Microsoft Word 文档.docx", page.bytes(),
               [item(BANK, "澄湖农商银行", title=NONE)], faulty=True, told=("import/title-missing",))
    page = Page().line("附件1", indent=False).line("报送单位：澄湖市博物馆", indent=False).title(MUSEUM.title)
    yield Case("below 附件1 and 报送单位", "title", "附件1.docx", page.lines(MUSEUM.body).bytes(),
               [item(MUSEUM, "澄湖市博物馆")], faulty=True, told=("import/left-out",))
    page = Page().title("鹿鸣县交通运输局文件", size=36).line("鹿交〔2026〕8号", align="CENTER").title(ROAD.title)
    yield Case("below a red head", "title", "红头.docx", page.lines(ROAD.body).line("鹿鸣县交通运输局", align="RIGHT")
               .line("2026年3月3日", align="RIGHT").bytes(),
               [item(ROAD, "鹿鸣县交通运输局")], faulty=True, told=("import/left-out",))
    page = Page().title("喜报！我校科技作品获一等奖！", bold=True).lines(SCHOOL.body).line("（澄湖市第三中学）")
    yield Case("ends with ！", "title", "来稿8.docx", page.bytes(),
               [item(SCHOOL, "澄湖市第三中学", title="喜报！我校科技作品获一等奖！")])
    long = "澄湖市生态环境局会同住房和城乡建设局在主城区二十八个在建工地开展为期一个月的扬尘污染专项整治行动取得阶段性明显成效"
    page = Page().title(long).lines(AIR.body).line("（澄湖市生态环境局）")
    yield Case("longer than 40", "title", "文档1.docx", page.bytes(),
               [item(AIR, "澄湖市生态环境局", title=NONE, body=[long, *AIR.body])], faulty=True, told=("import/title",))
    page = Page().title(" ".join("喜迎新春"), size=22).lines(LANE.body).line("（梧桐里社区）")
    yield Case("spaced out", "title", "文档2.docx", page.bytes(),
               [item(LANE, "梧桐里社区", title=["喜迎新春", "喜 迎 新 春"])], faulty=True)
    page = Page().styled("", "Normal").styled("", "Normal").title(WATER.title).styled("", "Normal")
    yield Case("among empty lines", "title", "文档3.docx", page.lines(WATER.body).line("（鹿鸣县水利局）").bytes(),
               [item(WATER, "鹿鸣县水利局")], faulty=True)
    page = story_page(LIBRARY, "（澄湖市图书馆）").title(FARM.title).lines(FARM.body[:-1])
    yield Case("two items in a file", "several", "两篇.docx", page.line(FARM.body[-1] + "（白苇镇人民政府）").bytes(),
               [item(LIBRARY, "澄湖市图书馆"), item(FARM, "白苇镇人民政府")], faulty=True, told=("import/several-items",))
    page = Page().line("标题：" + MUSEUM.title, indent=False).lines(MUSEUM.body).line("（澄湖市博物馆）")
    yield Case("labelled 标题：", "title", "文档4.docx", page.bytes(), [item(MUSEUM, "澄湖市博物馆")])
