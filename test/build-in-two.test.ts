/** What a build asks of whoever makes its pages beside it, and what it tells of itself: no thread is begun here. */
import { describe, expect, it } from "vitest";
import { type BuildOptions, build } from "../src/build.js";
import { diskEnvironment } from "../src/disk/disk-environment.js";
import type { PagesOrder } from "../src/issue-pages.js";
import { buildOutcome } from "../src/outcomes/build-outcome.js";

const ISSUE = "fixtures/minimal/issue.yaml";

/** By surroundings that take no order. */
async function orderedBy(options: BuildOptions) {
  const orders: PagesOrder[] = [];
  const told: boolean[] = [];
  const { artifacts } = await build(
    ISSUE,
    {
      ...diskEnvironment(),
      pagesBeside: {
        open: () => () => undefined,
        order: (order) => {
          orders.push(order);
          return undefined;
        },
      },
      limitHeapGrowth: (_, isInTwo) => told.push(isInTwo),
    },
    options,
  );
  return { orders, told, made: artifacts.map(({ edition }) => edition) };
}

describe("an order", () => {
  it("says of the options what pages depend on, and nothing else", async () => {
    const { orders, made } = await orderedBy({ editions: ["pdf", "html"], strict: true, htmlForm: "plain" });
    expect(orders.map(({ options }) => options)).toEqual([
      { fontFolders: [], lineNumbers: false, places: false, htmlForm: "plain" },
    ]);
    expect(made).toEqual(["pdf", "html"]);
  });

  it.each<[string, BuildOptions, number, readonly boolean[]]>([
    ["the whole issue", {}, 1, [true, false]],
    ["text alone", { editions: ["html"] }, 0, [false, false]],
    ["items alone", { perItem: true }, 0, [false, false]],
    ["a layout that is wanted itself", { layOut: true }, 0, [false, false]],
  ])("%s: memory is that of one thread where none takes it", async (_, options, count, inTwo) => {
    const { orders, told } = await orderedBy(options);
    expect({ count: orders.length, told }).toEqual({ count, told: inTwo });
  });
});

describe("folders of fonts that a watch looks at", () => {
  it.each<[string, BuildOptions, readonly string[]]>([
    ["where pages are made", { editions: ["pdf"] }, ["some/fonts"]],
    ["none of an edition of the text alone", { editions: ["html"] }, []],
  ])("%s", async (_, options, folders) => {
    const asked = { build: { ...options, fontFolders: ["some/fonts"] }, traced: false };
    const { madeOf } = await buildOutcome(ISSUE, diskEnvironment(), asked);
    expect(madeOf.fontFolders).toEqual(folders);
  });
});
