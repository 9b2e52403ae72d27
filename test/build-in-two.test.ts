/** What a build asks of whoever makes its pages beside it, and what it tells of itself: no thread is begun here. */
import { describe, expect, it } from "vitest";
import { type BuildOptions, build } from "../src/build.js";
import { diskEnvironment } from "../src/disk/disk-environment.js";
import { makePages, type PagesOrder } from "../src/issue-pages.js";
import { itemsAhead, lengthen } from "../src/items-ahead.js";
import { buildOutcome } from "../src/outcomes/build-outcome.js";
import { type ItemsAhead, openPagesAhead } from "../src/pages-ahead.js";

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

describe("items that go ahead", () => {
  async function orderWithItems(send: boolean) {
    const rows: ItemsAhead[] = [];
    const ahead = itemsAhead((row) => rows.push(row));
    let given: PagesOrder | undefined;
    await build(
      "fixtures/work-bulletin/issue.yaml",
      {
        ...diskEnvironment(),
        pagesBeside: {
          open: () => (send ? ahead.take : () => undefined),
          order: (order) => {
            given = order;
            return undefined;
          },
        },
      },
      { editions: ["docx"] },
    );
    if (given === undefined) throw new Error("no order was given");
    return { rows, given, short: ahead.shorten(given) };
  }
  const itemsIn = (order: PagesOrder) => order.input.issue.sections.flatMap(({ items }) => items);

  it("are left out of the order, and found again in their places", async () => {
    const { rows, given, short } = await orderWithItems(true);
    const sent = rows.flatMap(({ items }) => items);
    expect(sent.length).toBeGreaterThan(0);
    expect([...sent, ...itemsIn(short.order)]).toHaveLength(itemsIn(given).length);
    const itemsOf = (index: number) =>
      rows.filter((row) => row.index === index).flatMap(({ items }) => items);
    expect(lengthen(short, itemsOf)).toEqual({ ...given, sources: new Map() });
    expect(() => lengthen(short, () => [])).toThrow("did not arrive");
  });

  it("go with the order where they are not the ones that went ahead", async () => {
    const { given } = await orderWithItems(true);
    const { short } = await orderWithItems(false);
    expect(itemsIn(short.order)).toEqual(itemsIn(given));
    expect(lengthen(short, () => [])).toEqual(short.order);
  });

  it("are composed to the very same pages", async () => {
    const { rows, given } = await orderWithItems(true);
    const { input, sources, options } = given;
    const environment = diskEnvironment();
    const ahead = await openPagesAhead({ ...input, sources, options }, environment);
    for (const row of rows) ahead.compose(row);
    const made = await makePages(given, environment, ahead);
    const { facts, layout, diagnostics } = await makePages(given, environment);
    expect(made.facts).toEqual(facts);
    expect(made.layout?.pages).toEqual(layout?.pages);
    expect(made.diagnostics).toEqual(diagnostics);
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
