/**
 * A file among the items, or in a folder of submissions that is linted, which cannot be read. In a
 * folder of submissions reading names it (read/unread-file.ts), among the items of an issue this rule.
 */
import { shownPath } from "../../model/shown-path.js";
import type { IssueRule } from "../rule.js";

export const itemNotRead: IssueRule = {
  id: "item/not-read",
  scope: "issue",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "稿件文件夹里的文件都是能检查的稿件；不是的，逐一指出。",
    en: "Every file in a folder of items is one that can be checked; any other is reported.",
  },
  why: {
    zh: "放进稿件文件夹的 Word 文件、纯文本和邮件，用 bulletin import 做成稿件后才会随这一期检查和付印；如不指出，编辑会以为都在里面了。",
    en: "Word files, plain text and e-mails put into the folder of items are checked and printed with the issue only once bulletin import has made items of them; if nothing were said, the editor would assume that they were in it.",
  },
  examples: [
    {
      name: { zh: "忘了转换的 Word 文件", en: "A Word file that nobody converted" },
      files: { "items/补充稿.docx": "PK", "items/来信.txt": "请转编辑。\n" },
      show: "issue.yaml",
      findings: ["issue.yaml:7:11", "issue.yaml:7:11"],
    },
    {
      name: { zh: "稿件的原件、图片和说明", en: "An item's original, pictures, a note about the folder" },
      files: {
        "items/01.docx": "PK",
        "items/现场.jpg": "",
        "items/说明.txt": "稿件放在这里。\n",
        "items/~$02.docx": "",
      },
      show: "issue.yaml",
      findings: [],
    },
  ],
  *check(issue) {
    for (const path of issue.surroundings.unreadFiles) {
      const section = issue.sections.findLast(({ items }) =>
        items.some((item) => folderOf(item.path) === folderOf(path)),
      );
      const shown = shownPath(path, issue.folder);
      yield {
        span: (section ?? issue.sections.at(-1))?.name.span ?? issue.number.span,
        message: {
          zh: `“${shown}”在稿件文件夹里，不是 .md 文件，没有检查，也不会印出来。`,
          en: `“${shown}” is in the folder of items but is not an .md file: it is neither checked nor printed.`,
        },
        help: {
          zh: "若是来稿，请移到别的文件夹，再用 bulletin import 做成稿件；若不是，移走即可。",
          en: "If it is a submission, move it to another folder and make an item of it with bulletin import; if not, just move it.",
        },
      };
    }
  },
};

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);
