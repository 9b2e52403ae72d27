/** The page frame: what it may hold, what a designer is told where it holds something else, and how it is filled. */
import { readFileSync } from "node:fs";
import { toHtml } from "hast-util-to-html";
import { describe, expect, it } from "vitest";
import { element } from "../../src/editions/html/element.js";
import { DEFAULT_FRAME, type Fillings, fillFrame } from "../../src/editions/html/fill-frame.js";
import { FRAME_PLACES as PLACES } from "../../src/model/page-frame.js";
import { readPageFrame } from "../../src/read/read-page-frame.js";

const fillings = Object.fromEntries(
  PLACES.map((place) => [place, [element("i", {}, place)]]),
) as unknown as Fillings;
const slots = PLACES.map((place) => `<slot name="${place}"></slot>`).join("");
const read = (source: string) => readPageFrame(source, "page.html");
const filledSlots = PLACES.map((place) => `<i>${place}</i>`).join("");

function filled(source: string): string {
  const { value, diagnostics } = read(source);
  expect(diagnostics).toEqual([]);
  return toHtml(fillFrame(value ?? [], fillings));
}

/** The line of each finding, and what it says. */
const told = (source: string): string[] =>
  read(source).diagnostics.map(
    ({ span, message }) => `${source.slice(0, span.start).split("\n").length}: ${message.en}`,
  );

it.each([
  ["the places alone", slots, filledSlots],
  ["a comment that names a place", `<!-- <slot name="text"> -->${slots}`, filledSlots],
  [
    "elements around them",
    `<div class="a b">${slots}</div><hr />`,
    `<div class="a b">${filledSlots}</div><hr>`,
  ],
  [
    "references",
    `<p title="&quot;&lt;">&amp;amp;</p>${slots}`,
    `<p title="&#x22;<">&#x26;amp;</p>${filledSlots}`,
  ],
  [
    "a link and a picture",
    `<a href="#x">甲</a><img src="data:image/png;base64,AA==" alt="">${slots}`,
    `<a href="#x">甲</a><img src="data:image/png;base64,AA==" alt="">${filledSlots}`,
  ],
  [
    "places in another order",
    [...PLACES]
      .reverse()
      .map((place) => `<slot name="${place}"></slot>`)
      .join(""),
    [...PLACES]
      .reverse()
      .map((place) => `<i>${place}</i>`)
      .join(""),
  ],
  ["30 levels", `${"<div>".repeat(30)}甲${"</div>".repeat(30)}${slots}`, undefined],
])("takes %s", (_, source, html) => {
  const out = filled(source);
  if (html !== undefined) expect(out).toBe(html);
});

it.each([
  ["a script", `${slots}\n<script>alert(1)</script>`, "2: Page frame: <script> is not allowed in a frame"],
  ["an event handler", `<p onclick="x">甲</p>${slots}`, 'onclick="x" is not allowed in a frame'],
  ["a style attribute", `<p style="x">甲</p>${slots}`, 'style="x" is not allowed in a frame'],
  [
    "a link that runs",
    `<a href="javascript:x">甲</a>${slots}`,
    'href="javascript:x" is not allowed in a frame',
  ],
  ["a picture from elsewhere", `<img src="https://example.org/a.png">${slots}`, "is not allowed in a frame"],
  ["an attribute without quotes", `\n\n<p class=a>甲</p>${slots}`, "3: Page frame: a tag is malformed"],
  ["an element that is not closed", `甲\n<div>${slots}`, "2: Page frame: <div> is not closed"],
  ["an end tag too many", `${slots}</div>`, "</div> has no matching opening tag"],
  ["crossed elements", `<div><p>${slots}</div></p>`, "</div> has no matching opening tag"],
  ["an unknown place", `${slots}<slot name="footer"></slot>`, "“footer” does not exist or is used twice"],
  ["a place twice", `${slots}<slot name="text"></slot>`, "“text” does not exist or is used twice"],
  ["a missing place", slots.replace('<slot name="contents"></slot>', ""), "places are missing: contents"],
  ["a place in an attribute", `<p title="<slot name='text'></slot>">${slots}</p>`, "malformed"],
  ["31 levels", `${"<div>".repeat(31)}${slots}${"</div>".repeat(31)}`, "at most 30 levels"],
  ["5,000 levels", `${"<div>".repeat(5000)}${slots}${"</div>".repeat(5000)}`, "at most 30 levels"],
  ["nothing at all", "", "places are missing: skip-link, masthead, contents, text, colophon"],
])("refuses %s", (_, source, message) => {
  expect(read(source).value).toBeUndefined();
  expect(told(source).join("\n")).toContain(message);
});

describe("one reading", () => {
  it("tells every slip that leaves the rest to be understood", () => {
    expect(told(`<p onclick="x">甲</p>\n<script></script>\n<b>乙</b>${slots}`)).toEqual([
      expect.stringMatching(/^1: .*onclick/),
      expect.stringMatching(/^2: .*<script>/),
      expect.stringMatching(/^3: .*<b>/),
    ]);
  });

  it("ends where the file is something else", () => {
    expect(told(`${"<video></video>".repeat(500)}${slots}`).length).toBe(20);
  });

  it("takes linear time", () => {
    expect(filled(`${"<p>甲</p>".repeat(50_000)}${slots}`).length).toBeGreaterThan(50_000);
    expect(told("<!--".repeat(20_000)).length).toBe(1);
  });
});

it("takes the frame of the template that is shipped, and the one for templates without", () => {
  filled(readFileSync("templates/jianbao/html/page.html", "utf8"));
  expect(toHtml(fillFrame(DEFAULT_FRAME, fillings)).replaceAll("\n", "")).toBe(filledSlots);
});
