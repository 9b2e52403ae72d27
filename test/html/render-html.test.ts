/** What the page holds and how it is marked up, by short issues made by hand. */
import { expect, test } from "vitest";
import { renderHtml, renderHtmlFragment } from "../../src/editions/html/render-html.js";
import type { CheckedIssue } from "../../src/model/issue.js";
import { attributedTo, input, issue, item, paragraph, section } from "./sample-issue.js";

const pageOf = async (of: CheckedIssue) => new TextDecoder().decode((await renderHtml(input(of))).bytes);

test("one item: masthead, text, colophon, no contents", async () => {
  const page = await pageOf(
    issue([
      section(
        "学术交流",
        item("示例学会举办年会", {
          blocks: [paragraph("会议召开。")],
          attribution: attributedTo("示例学会"),
        }),
      ),
    ]),
  );
  expect(page).toContain('<html lang="zh-CN"');
  expect(page).toContain(">示例科协信息</h1>");
  expect(page).toContain('<p>会议召开。<span class="attribution">（示例学会）</span></p>');
  expect(page).toContain('<a href="mailto:submissions@example.org">submissions@example.org</a>');
  expect(page).not.toContain("<nav");
});

test("the fragment has the page's anchors", async () => {
  const made = issue([section("甲", item("题目一"), item("题目二"))]);
  const fragment = new TextDecoder().decode((await renderHtmlFragment(input(made))).bytes);
  const ids = (html: string) => [...html.matchAll(/<h[23] id="([^"]+)"/g)].map((match) => match[1]);
  expect(ids(fragment)).toEqual(["section-甲", "item-题目一", "item-题目二"]);
  expect(ids(await pageOf(made))).toEqual(ids(fragment));
});
