/** The page frame: what it may hold, and what a designer is told where it holds something else. */
import { readFileSync } from "node:fs";
import { toHtml } from "hast-util-to-html";
import { expect, it } from "vitest";
import { EnvironmentError } from "../../src/diagnostics/diagnostic.js";
import { element } from "../../src/editions/html/element.js";
import { DEFAULT_FRAME, type Fillings, fillFrame, PLACES } from "../../src/editions/html/read-frame.js";

const fillings = Object.fromEntries(
  PLACES.map((place) => [place, [element("i", {}, place)]]),
) as unknown as Fillings;
const slots = PLACES.map((place) => `<slot name="${place}"></slot>`).join("");
const filled = (source: string) => toHtml(fillFrame(source, fillings));
const filledSlots = PLACES.map((place) => `<i>${place}</i>`).join("");

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
    undefined,
  ],
  [
    "places in another order",
    [...PLACES]
      .reverse()
      .map((place) => `<slot name="${place}"></slot>`)
      .join(""),
    undefined,
  ],
])("takes %s", (_, source, html) => {
  if (html === undefined) expect(() => filled(source)).not.toThrow();
  else expect(filled(source)).toBe(html);
});

it.each([
  ["a script", `${slots}\n<script>alert(1)</script>`, "line 2: <script> cannot stand in a frame"],
  ["an event handler", `<p onclick="x">甲</p>${slots}`, 'onclick="x" cannot stand in a frame'],
  ["a style attribute", `<p style="x">甲</p>${slots}`, 'style="x" cannot stand in a frame'],
  [
    "a link that runs",
    `<a href="javascript:x">甲</a>${slots}`,
    'href="javascript:x" cannot stand in a frame',
  ],
  ["a picture from elsewhere", `<img src="https://example.org/a.png">${slots}`, "cannot stand in a frame"],
  ["an attribute without quotes", `<p class=a>甲</p>${slots}`, "not well formed"],
  ["an element that is not closed", `<div>${slots}`, "<div> is not closed"],
  ["an end tag too many", `${slots}</div>`, "</div> closes nothing"],
  ["crossed elements", `<div><p>${slots}</div></p>`, "</div> closes nothing"],
  ["an unknown place", `${slots}<slot name="footer"></slot>`, "“footer” does not exist or stands twice"],
  ["a place twice", `${slots}<slot name="text"></slot>`, "“text” does not exist or stands twice"],
  ["a missing place", slots.replace('<slot name="contents"></slot>', ""), "places are missing: contents"],
  ["a place in an attribute", `<p title="<slot name='text'></slot>">${slots}</p>`, "not well formed"],
])("refuses %s", (_, source, message) => {
  expect(() => filled(source)).toThrow(EnvironmentError);
  expect(() => filled(source)).toThrow(message);
});

it("takes the frame of the template that is shipped, and the one for templates without", () => {
  expect(() => filled(readFileSync("templates/jianbao/html/page.html", "utf8"))).not.toThrow();
  expect(filled(DEFAULT_FRAME).replaceAll("\n", "")).toBe(filledSlots);
});

it("reads a long frame in linear time", () => {
  expect(() => filled(`${"<p>甲</p>".repeat(50_000)}${slots}`)).not.toThrow();
  expect(() => filled("<!--".repeat(20_000))).toThrow();
});
