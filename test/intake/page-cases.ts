/** Pages as browsers save them, and as Word, WPS and Excel put them on the clipboard. */
import type { CarrierCase } from "./carriers.test.js";
import { gbk, joinAll, utf8 } from "./encode-text.js";

const HEAD = "html 来稿/稿.html";
/** A PNG of one pixel. */
const DOT =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const page = (name: string, html: string, ...expected: readonly string[]): CarrierCase => ({
  name,
  bytes: utf8(html),
  expected: [HEAD, ...expected],
});

export const PAGES: readonly CarrierCase[] = [
  page(
    "paragraphs and lines",
    "<p>一</p><p>二<br>三</p>四<div>五</div>六",
    "1 一",
    "2 二⏎三",
    "3 四",
    "4 五",
    "5 六",
  ),
  page("nested blocks", "<div>一<div>二<p>三</p>四</div>五</div>", "1 一", "2 二", "3 三", "4 四", "5 五"),
  page("an empty line by a break", "<div>一</div><div><br></div><div>二</div>", "1 一", "2", "3 二"),
  page("two breaks part paragraphs", "<div>一<br><br>二</div>", "1 一", "2", "3 二"),
  page("a last break is no line", "<div>一<br></div>", "1 一"),
  page("a paragraph of no-break space is empty", "<p>一</p><p>&nbsp;</p><p>二</p>", "1 一", "2", "3 二"),
  page("an empty paragraph is none", "<p>一</p><p></p><p> \n </p><p>二</p>", "1 一", "2 二"),
  page(
    "white space collapses",
    "<p>\n  Node   20\n  and  <b> more </b> text \n</p>",
    "1 Node 20 and {b more }text",
  ),
  page(
    "line ends of the source between Han are no spaces",
    "<p>云岭区\n科协，\n举办“讲\n座”</p>",
    "1 云岭区科协，举办“讲座”",
  ),
  page("a line end between Han and Latin is one", "<p>使用\nNode</p>", "1 使用 Node"),
  page("indents stay", "<p>　　正文&nbsp;&nbsp;有&emsp;空</p>", "1 　　正文\u00a0\u00a0有\u2003空"),
  page("preformatted", "<pre>一  二\n\t三\n\n四</pre>", "1 一  二⏎→三", "2", "3 四"),
  page(
    "entities",
    "<p>&lt;&amp;&gt;&quot;&#39;&#x4e91;&#23725;&mdash;&hellip;&ldquo;&rdquo;&middot;&yen;&euro;&unknown;</p>",
    "1 <&>\"'云岭—…“”·¥€&unknown;",
  ),
  page(
    "emphasis",
    "<p><b>粗</b><strong>重</strong><i>斜</i><em>强</em><s>删</s><del>去</del>H<sub>2</sub>O m<sup>2</sup><span style='font-weight:bold'>样</span><b><span style='font-weight:normal'>常</span></b></p>",
    "1 {b 粗重}{i 斜强}{s 删去}H{_ 2}O m{^ 2}{b 样}常",
  ),
  page(
    "headings",
    "<h1>题</h1><h2>一、情况</h2><p>文</p>",
    "1 <h1, bold> {b 题}",
    "2 <h2, bold> {b 一、情况}",
    "3 文",
  ),
  page(
    "alignment and size",
    '<p align="center" style="font-size:22pt"><b>题</b></p><div style="text-align:center">中</div><center>心</center><p style="text-align: right">右</p><p><font size=5>大</font></p>',
    "1 <center, 22pt, bold> {b 题}",
    "2 <center> 中",
    "3 <center> 心",
    "4 <end> 右",
    "5 <18pt> 大",
  ),
  page(
    "indent of the first line",
    '<p style="text-indent:2em;font-size:16px">文</p>',
    "1 <12pt, indent 24> 文",
  ),
  page(
    "size by most characters",
    "<p style='font-size:12pt'>大部分文字<span style='font-size:20pt'>小</span></p>",
    "1 <12pt> 大部分文字小",
  ),
  page(
    "links",
    '<p>见<a href="https://example.org/a?b=1&amp;c=2"><b>网</b>址</a>和<a href="#top">上</a><a href="javascript:x()">点</a></p>',
    "1 见[{b 网}址](https://example.org/a?b=1&c=2)和上点",
  ),
  page(
    "numbered list",
    "<ol><li>甲</li><li><p>乙</p><p>续</p></li></ol>",
    "1 <#1. 0> 甲",
    "2 <#2. 0> 乙",
    "3 续",
  ),
  page(
    "list from five, in letters",
    "<ol start=5 type=A><li>甲<li value=28>乙</ol>",
    "1 <#E. 0> 甲",
    "2 <#AB. 0> 乙",
  ),
  page(
    "Chinese and Roman numbers",
    "<ol style='list-style-type:cjk-ideographic' start=11><li>甲</ol><ol type=i><li>a<li>b<li>c<li>d</ol>",
    "1 <#十一、 0> 甲",
    "2 <#i. 0> a",
    "3 <#ii. 0> b",
    "4 <#iii. 0> c",
    "5 <#iv. 0> d",
  ),
  page(
    "lists in lists",
    "<ul><li>甲<ul><li>乙</ul><li>丙</ul>",
    "1 <#● 0•> 甲",
    "2 <#○ 1•> 乙",
    "3 <#● 0•> 丙",
  ),
  page("list without marks", "<ul style='list-style:none'><li>甲</ul>", "1 甲"),
  page(
    "table with merged cells",
    "<table border=1><caption>表</caption><thead><tr><th>单位<th colspan=2>人数</thead><tr><td rowspan=2>甲<td>1<td>2<tr><td>3<td>4</table>",
    "1 表",
    "table",
    "|H 2 <bold> {b 单位} | →23 <bold> {b 人数} |",
    "| ↓4 甲 | 5 1 | 6 2 |",
    "| … | 7 3 | 8 4 |",
  ),
  page("table without borders", "<table><tr><td>左<td>右</table>", "table borderless", "| 1 左 | 2 右 |"),
  page("table of one cell is a box", "<table><tr><td><p>一</p><p>二</p></table>", "1 一", "2 二"),
  page(
    "table in a table",
    "<table border=1><tr><td>外<td><table border=1><tr><td>甲<td>乙</table></table>",
    "table",
    "| 1 外 | table / | 2 甲 | 3 乙 | |",
  ),
  page(
    "styles of borders",
    "<table><tr><td style='border:solid windowtext 1.0pt'>左<td>右</table>",
    "table",
    "| 1 左 | 2 右 |",
  ),
  page(
    "scripts and styles are not seen",
    "<style>p{color:red}</style><script>var a='<p>坏</p>'</script><p>文</p><template><p>隐</p></template>",
    "1 文",
  ),
  page(
    "hidden text",
    "<p>前<span style='display:none'>秘 密</span>后</p><p hidden>草稿</p><p style='mso-hide:all'>批注</p>",
    "1 前后",
    "! import/hidden-text warning 1: 隐藏的文字没有导入：“秘 密”。",
    "! import/hidden-text warning 2: 隐藏的文字没有导入：“草稿”。",
    "! import/hidden-text warning 2: 隐藏的文字没有导入：“批注”。",
  ),
  page(
    "drawings and formulas",
    "<p>前</p><svg><text>图</text></svg><math><mi>x</mi></math>",
    "1 前",
    "! import/lost-object warning 2: 图形没有导入。",
    "! import/lost-object warning 2: 公式没有导入。",
  ),
  page(
    "pasted picture",
    `<p>图<img alt="现场" width=192 src="data:image/png;base64,${DOT}"></p>`,
    "1 图{picture1}",
    "picture1 - 70 现场 50.8",
  ),
  page(
    "pictures that lie elsewhere",
    '<p>前<img src="https://example.org/a.png"><img src="file:///C:/Users/a/clip_image001.png">后</p><img width=1 height=1 src="https://example.org/track.gif">',
    "1 前后",
    "! import/picture-refused warning 1: 图片“https://example.org/a.png”不在稿件里，没有下载。",
    "! import/picture-refused warning 1: 图片“file:///C:/Users/a/clip_image001.png”不在稿件里，没有下载。",
  ),
  page(
    "Word's clipboard",
    `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8><style><!-- /* Font Definitions */ --></style><!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head><body lang=ZH-CN><!--StartFragment--><p class=MsoTitle align=center style='text-align:center'><b><span style='font-size:22.0pt;font-family:方正小标宋简体'>科普讲座<o:p></o:p></span></b></p><p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><span style='font-size:16.0pt;font-family:仿宋_GB2312'>正文</span><span lang=EN-US>80</span>人<o:p></o:p></p><p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>（一）<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>要点</p><p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span>&nbsp;</span></span></span>点</p><p class=MsoCaption>图1</p><!--EndFragment--></body></html>`,
    "1 <center, h0, 标题, 22pt, 方正小标宋简体, bold> {b 科普讲座}",
    "2 <16pt, 仿宋_GB2312, indent 32> 正文80人",
    "3 <#（一） 1> 要点",
    "4 <#● 0•> 点",
    "5 <题注> 图1",
  ),
  page(
    "the frame of Windows's clipboard",
    "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000200\r\n<html><body>\r\n<!--StartFragment--><p>文</p><!--EndFragment-->\r\n</body></html>",
    "1 文",
  ),
  page("ruby words", "<p><ruby>漢<rp>（</rp><rt>hàn</rt><rp>）</rp></ruby></p>", "1 漢（hàn）"),
  page(
    "unclosed and crossed tags",
    "<p>一<b>二<i>三</b>四</i><p>五</div></span>",
    "1 一{b 二}{bi 三}{i 四}",
    "2 五",
  ),
  {
    name: "GBK by its label",
    bytes: joinAll(
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><p>',
      gbk("镕基喆"),
      "</p></body></html>",
    ),
    expected: [HEAD, "1 镕基喆", "! import/encoding info: 文字按 GB18030 编码读取。"],
  },
  {
    name: "UTF-8 that calls itself GBK",
    bytes: utf8('<meta charset="gbk"><p>云岭区科协举办了讲座</p>'),
    expected: [HEAD, "1 云岭区科协举办了讲座"],
  },
  {
    name: "a page without a word",
    bytes: utf8("<html><body><div></div></body></html>"),
    expected: [HEAD, "! import/empty error: “稿.html”里没有能读到的文字和图片。"],
  },
];
