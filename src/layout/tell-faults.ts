/** The findings of the layout: each fault in words, with what to do. */
import type { Diagnostic, Message } from "../diagnostics/diagnostic.js";
import type { Fault } from "./fault.js";
import { missingWords, tellBorrowed, tellDotted, unshapedWords } from "./glyph-words.js";

/**
 * @returns a finding a fault, in their order; of characters that no face has, one at a place, whatever is printed
 * twice; of characters that one face lends another, and of emphasis without a face, one in all
 */
export function tellFaults(faults: readonly Fault[]): readonly Diagnostic[] {
  const told = new Set<string>();
  const lent = faults.filter((fault) => fault.kind === "borrowed-glyph");
  const dotted = faults.find((fault) => fault.kind === "emphasis-without-face");
  const found = faults.flatMap((fault): Diagnostic[] => {
    if (fault.kind === "borrowed-glyph" || fault.kind === "emphasis-without-face") return [];
    if (fault.kind === "missing-glyph" || fault.kind === "unshaped-script") {
      const key = `${fault.span.path} ${fault.span.start} ${fault.kind}`;
      if (told.has(key)) return [];
      told.add(key);
    }
    const { span } = fault;
    const isError = fault.kind === "missing-glyph" || fault.kind === "unshaped-script";
    return [{ rule: RULES[fault.kind], severity: isError ? "error" : "warning", span, ...wordsOf(fault) }];
  });
  const [first] = lent;
  return [
    ...found,
    ...(first === undefined ? [] : [tellBorrowed(first.span, lent)]),
    ...(dotted === undefined ? [] : [tellDotted(dotted)]),
  ];
}

/** Those that are told one by one. */
type Single = Exclude<Fault, Kind<"borrowed-glyph" | "emphasis-without-face">>;

const RULES: Readonly<Record<Single["kind"], string>> = {
  "missing-glyph": "layout/missing-glyph",
  "unshaped-script": "layout/unshaped-script",
  "line-too-wide": "layout/overfull",
  "loose-line": "layout/loose-line",
  "short-last-line": "layout/short-last-line",
  "title-parts-word": "layout/title-break",
  "short-title-end": "layout/title-break",
  "small-table-type": "layout/overfull",
  "picture-narrowed": "layout/picture-size",
  "short-last-page": "layout/short-last-page",
};

const raggedMessage = (missingEm: number): Message => ({
  zh: `这一行没有排满，行末空了 ${missingEm.toFixed(1)} 个字宽：下一个词太长，不能断开。`,
  en: `This line ends ${missingEm.toFixed(1)} em before the edge: the next word is long and cannot be broken.`,
});

interface Words {
  readonly message: Message;
  readonly help: Message;
}

function wordsOf(fault: Single): Words {
  switch (fault.kind) {
    case "missing-glyph":
      return missingWords(fault);
    case "unshaped-script":
      return unshapedWords(fault);
    case "line-too-wide":
      return {
        message: {
          zh: `这一行排不下，超出版心 ${fault.excessPt.toFixed(1)} 磅：其中有一段不能断开的文字。`,
          en: `This line runs ${fault.excessPt.toFixed(1)} pt over the text block: part of it cannot be broken.`,
        },
        help: {
          zh: "请把这段文字改短，或加一个可以断行的地方。",
          en: "Shorten it, or give it a place to break.",
        },
      };
    case "loose-line":
      return {
        message:
          fault.missingEm > 0
            ? raggedMessage(fault.missingEm)
            : {
                zh: `这一行的字距拉得太开，每处加了 ${fault.growthEm.toFixed(2)} 个字宽：下一个词太长，不能断开。`,
                en: `The gaps in this line are each ${fault.growthEm.toFixed(2)} em wider than usual: the next word is long and cannot be broken.`,
              },
        help: {
          zh: "请调整这一句的说法，让长的词或网址换个位置。",
          en: "Reword the sentence so that the long word or address falls elsewhere.",
        },
      };
    case "short-last-line":
      return {
        message: {
          zh: `段末一行只有“${fault.text}”：一个字不单独成行。`,
          en: `The last line of the paragraph is only “${fault.text}”: a single character should not stand on a line of its own.`,
        },
        help: {
          zh: "请增减一两个字，让末行至少有两个字。",
          en: "Add or remove a character or two so that the last line has at least two.",
        },
      };
    case "title-parts-word":
      return {
        message: {
          zh: "标题太长，只能在词的中间断行。",
          en: "The title is so long that it can only be broken inside a word.",
        },
        help: TITLE_HELP,
      };
    case "short-title-end":
      return {
        message: {
          zh: "标题的最后一行只有一两个字。",
          en: "The last line of the title has only one or two characters.",
        },
        help: TITLE_HELP,
      };
    case "small-table-type":
      return smallTypeWords(fault);
    case "picture-narrowed":
      return narrowedWords(fault);
    case "short-last-page":
      return shortPageWords(fault);
    default:
      return fault satisfies never;
  }
}

const TITLE_HELP: Message = {
  zh: "请把标题写成两行（写作“title: |”，下面每行写一行标题），或改短一些。",
  en: "Write the title on two lines (“title: |” with one line below the other), or shorten it.",
};

type Kind<Name extends Fault["kind"]> = Extract<Fault, { readonly kind: Name }>;

function smallTypeWords({ columns, sizePt }: Kind<"small-table-type">): Words {
  const size = sizePt.toFixed(1);
  return {
    message: {
      zh: `这张表有${columns}列，版心里排不下，字号已缩小到${size}磅。`,
      en: `This table of ${columns} columns does not fit the text block; its type size was reduced to ${size} pt.`,
    },
    help: {
      zh: "请把表拆成两张，或去掉几列、缩短表里的词语。",
      en: "Split it into two tables, drop columns, or shorten the words in it.",
    },
  };
}

function narrowedWords({ askedMm, printedMm, isTooHigh }: Kind<"picture-narrowed">): Words {
  const asked = Math.round(askedMm);
  const printed = Math.floor(printedMm + 0.01);
  return {
    message: {
      zh: `图片要求宽 ${asked} 毫米，${isTooHigh ? "照此就高过一面" : "栏里排不下"}，印成宽 ${printed} 毫米。`,
      en: `The picture was to be ${asked} mm wide, which is ${isTooHigh ? "higher than a page" : "more than there is room for"}; it is printed ${printed} mm wide.`,
    },
    help: {
      zh: `请写不大于 ${printed} 毫米的宽度，如 {width=${printed}mm}，或写栏宽的百分之几。`,
      en: `Give a width of at most ${printed} mm, such as {width=${printed}mm}, or per cent of the column.`,
    },
  };
}

function shortPageWords({ page, hasContact, hasImprint }: Kind<"short-last-page">): Words {
  const zh = hasContact ? (hasImprint ? "联系邮箱和版记" : "联系邮箱一行") : "版记";
  const en = hasContact ? `the contact line${hasImprint ? " and the imprint" : ""}` : "the imprint";
  return {
    message: {
      zh: `最后一面（第${page}面）只有${zh}，前一面没有两行正文可以移过来。`,
      en: `The last page (${page}) holds only ${en}; the page before has no two lines of text that could move to it.`,
    },
    help: {
      zh: "请把最后一篇删去几行，让它回到前一面；或添两三行，让正文转到最后一面。",
      en: "Cut a few lines of the last item so that it moves back, or add two or three so that text runs on to the last page.",
    },
  };
}
