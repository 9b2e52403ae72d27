/** The outlines of glyphs that the pages share, when the server under one address is another than before. */
import { afterEach, expect, it, vi } from "vitest";
import { keepDrawings } from "../../src/preview/page-drawings.js";
import type { GlyphOutline } from "../../src/preview/protocol.js";

afterEach(() => vi.unstubAllGlobals());

/** As much of a document as outlines are put into. */
class Place {
  readonly attributes = new Map<string, string>();
  inner: Place[] = [];
  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
  }
  append(one: Place): void {
    this.inner.push(...(one instanceof Fragment ? one.inner : [one]));
  }
  replaceChildren(): void {
    this.inner = [];
  }
}
class Fragment extends Place {}

function openDocument(served: () => readonly GlyphOutline[]) {
  const defs = new Place();
  vi.stubGlobal("document", {
    createDocumentFragment: () => new Fragment(),
    createElementNS: () => new Place(),
  });
  vi.stubGlobal("fetch", async (address: string) => {
    const from = Number(new URL(address, "http://127.0.0.1").searchParams.get("from"));
    return new Response(JSON.stringify(served().slice(from)));
  });
  const shown = () => defs.inner.map(({ attributes }) => [attributes.get("id"), attributes.get("d")]);
  return { drawings: keepDrawings(defs as unknown as SVGDefsElement), shown };
}

it("adds the outlines that are new", async () => {
  const served = [{ id: "g0-1", d: "M1" }];
  const { drawings, shown } = openDocument(() => served);
  drawings.expectGlyphs(1);
  await expect.poll(shown).toEqual([["g0-1", "M1"]]);
  served.push({ id: "g0-2", d: "M2" });
  drawings.expectGlyphs(2);
  await expect.poll(shown).toEqual([
    ["g0-1", "M1"],
    ["g0-2", "M2"],
  ]);
});

it("takes those of a server that was started anew in place of all before", async () => {
  let served: readonly GlyphOutline[] = [
    { id: "g0-1", d: "M1" },
    { id: "g1-1", d: "M2" },
  ];
  const { drawings, shown } = openDocument(() => served);
  drawings.expectGlyphs(2);
  await expect.poll(shown).toHaveLength(2);
  served = [
    { id: "g0-1", d: "M9" },
    { id: "g2-1", d: "M8" },
  ];
  drawings.askAgain();
  drawings.expectGlyphs(2);
  await expect.poll(shown).toEqual([
    ["g0-1", "M9"],
    ["g2-1", "M8"],
  ]);
});
