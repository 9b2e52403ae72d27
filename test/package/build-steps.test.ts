/**
 * What the build does to the text of the bundle: text in, text out, and what comes out runs as what went in.
 * No other test would see a wrong one of these steps, unless the command happens to meet it.
 */
import { createRequire } from "node:module";
import { join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { Script } from "node:vm";
import { describe, expect, it } from "vitest";
import { asScript } from "../../.tools/as-script.js";
import { type Part, redirectImports } from "../../.tools/join-chunks.js";
import { makeLate } from "../../.tools/late-examples.js";
import { refuseBundle, refuseLoaded } from "../../.tools/refuse-bundle.js";

/** What a module exports as `out`. Two texts are two modules. */
async function run(text: string): Promise<unknown> {
  const { out } = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`);
  return out;
}

describe("a script is made of an ES module", () => {
  /** What a script exports, with the others that it may ask for. */
  function runScript(text: string, others: Readonly<Record<string, unknown>> = {}): unknown {
    const module = { exports: {} };
    const ask = (id: string): unknown => others[id] ?? createRequire(import.meta.url)(id);
    new Script(`(function(exports,require,module,__filename){${asScript(text)}\n})`)
      .runInThisContext()
      .call(module.exports, module.exports, ask, module, resolve("dist/a.cjs"));
    return module.exports;
  }

  it.each([
    ['import{join as j}from"node:path";const out=j("a","b");export{out};', { out: join("a", "b") }],
    ['import p from"node:path";const out=p.sep;export{out};', { out: sep }],
    ['import*as p from"node:path";const out=p.sep;export{out};', { out: sep }],
    ['import{default as p}from"node:path";const out=p.sep;export{out};', { out: sep }],
    ['import{"default"as p,"join"as j}from"path";const out=j(p.sep);export{out};', { out: sep }],
    ['import p,{sep}from"path";const out=p.sep===sep;export{out};', { out: true }],
    ['import{x as y}from"./b.js";const out=y;export{out as "a b"};', { "a b": "b's x" }],
    [
      'import d from"./b.js";import"./b.js";import*as b from"./b.js";const out=[d,b.x];export{out};',
      { out: ["b's", "b's x"] },
    ],
    ["const a=1;export{a as default};", { default: 1 }],
    ["function f(){return this}const out=f();export{out};", { out: undefined }],
    ["var d=1;function f(d){d=2;d++;return d}const out=f();export{d,out};", { d: 1, out: 3 }],
    ["let d;d=1;export{d};", { d: 1 }],
    ["const out=import.meta.url;export{out};", { out: pathToFileURL(resolve("dist/a.cjs")).href }],
    // Of what ended only because something else followed, the end stays.
    ['let n=1\nimport p from"path"\n;(a=>{n=a})(p.sep);const out=n;export{out}', { out: sep }],
  ])("%s", (text, exported) => {
    expect(runScript(text, { "./b.cjs": { x: "b's x", default: "b's" } })).toEqual(exported);
  });

  it("that loads another when it is asked to", async () => {
    const text = 'const out=async()=>(await import("./c.js")).x;export{out};';
    const { out } = Object.assign({ out: async () => 0 }, runScript(text, { "./c.cjs": { x: 3 } }));
    expect(await out()).toBe(3);
  });

  it("asks for crypto when it is first called, unless it is loaded ahead", () => {
    const text =
      'import{createHash as h}from"node:crypto";const out=h("sha1").update("a").digest("hex");export{out};';
    expect(asScript(text)).toContain('const h=(...given)=>require("node:crypto").createHash(...given);');
    expect(asScript(text, { atOnce: true })).toContain('const{"createHash":h}=require("node:crypto");');
    expect(runScript(text)).toEqual({ out: "86f7e437faa5a7fce15d1ddcb9eaeaea377667b8" });
    for (const name of ["Hash", "constants"])
      expect(asScript(`import{${name}}from"node:crypto";`)).toContain(`const{${name}}=`);
  });

  it.each([
    ["/中{2}/.exec('一中中')[0]", "中中"],
    ["/[一-丁]/.test('\u4e00')", true],
    ["/^[𠮷野]$/u.test('𠮷')", true],
    ["/𠮷{2}/.test('𠮷\udfb7')", true],
    ["/^[𠮷]$/v.test('𠮷')", true],
    ["/\\中/.test('中')", true],
    ["/\\\\中/.test('\\\\中')", true],
    ["/(?<字>中)\\k<字>/.exec('中中').groups['字']", "中"],
    ["String.raw`\\p{L}中`", "\\p{L}中"],
    ["String.\nraw`\\p{L}中`", "\\p{L}中"],
    ["String.raw`一${String.raw`\\d中`}\\u4e2d\\`二$`", "一\\d中\\u4e2d\\`二$"],
    ["((raw)=>raw.raw[0])`\\d`", "\\d"],
  ])("of %s in ASCII, which says the same", (code, value) => {
    const text = `const out=${code};export{out};`;
    // Strings are esbuild's.
    expect(asScript(text).replaceAll(/'[^']*'/g, "''")).toMatch(/^[\0-\x7f]*$/);
    expect(runScript(text)).toEqual({ out: value });
  });

  it("refuses whoever asks for what changes", () => {
    for (const change of [
      "d=2",
      "d++",
      "[1].map(()=>{d=3})",
      "[d]=[2]",
      "({a:[d=4]}={a:[]})",
      "for(d of[2]);",
    ]) {
      const exported = runScript(`let d=1;const e=2;${change};export{d,e};`);
      expect(exported).toMatchObject({ e: 2 });
      expect(() => Object.values(exported ?? {})).toThrow("d changes");
    }
  });

  it("refuses whoever asks for what a function gives a value to", () => {
    const exported = runScript("let d;function f(){d=1}export{d,f};");
    expect(() => Object.values(exported ?? {})).toThrow("d changes");
  });

  it.each([
    ["await 1;", "cannot wait"],
    ["for await(const a of[])a;", "cannot wait"],
    ["import(`./${name}.js`);", "to be known"],
    ['import("node:fs");', "at the beginning"],
    ['import a from"yaml";a();', "yaml is not in the bundle"],
    ['export*from"./a.js";', "not known to print"],
    ["export const a=1;", "not known to print"],
    ['import*as $p from"path";$p.default.sep;', "$p.default"],
    ["#!/usr/bin/env node\n", "#!"],
  ])("but not of %s", (text, reason) => expect(() => asScript(text)).toThrow(reason));
});

describe("the examples of a rule are made when they are asked for", () => {
  it.each([
    ["export const rule={id:1,examples:[1,2],b:3};export const out=rule.examples;", [1, 2]],
    ['const rule={"examples":[{a:")"}]};export const out=rule.examples;', [{ a: ")" }]],
    [
      "const examples=[1];const a={examples},b={examples:[2]};export const out=[a.examples,b.examples];",
      [[1], [2]],
    ],
  ])("%s", async (code, examples) => {
    const late = makeLate(code);
    expect(late).toContain("get examples() { return");
    expect(late).not.toMatch(/examples"?:/);
    expect(await run(late)).toEqual(examples);
  });

  it.each([
    ["const rule={...other,get examples(){return[]}};"],
    ["const rule=make({examples:[]});"],
    ["const rule={inner:{examples:[]}};"],
  ])("%s stays as it is", (code) => expect(makeLate(code)).toBe(code));

  it("those made in another way are refused", () => {
    expect(() => makeLate("const rule={examples(){return[]}};")).toThrow("list");
    expect(() => makeLate('const rule={["examples"]:[]};')).toThrow("list");
  });
});

describe("what comes of a chunk is asked of the part that it belongs to", () => {
  const at = (name: string) => resolve("dist/chunks", name);
  const core: Part = {
    path: at("core-1.js"),
    members: [
      { path: at("a.js"), names: new Map([["x", "x"]]) },
      {
        path: at("b.js"),
        names: new Map([
          ["x", "x2"],
          ["default", "default"],
        ]),
      },
    ],
  };
  const partOf = new Map(core.members.map(({ path }) => [path, core]));

  it.each([
    ['import{x as y}from"./a.js";y();', 'import { x as y } from "./core-1.js";y();'],
    [
      'import{x}from"./b.js";import{x as z}from"./a.js";x(z);',
      'import { x2 as x, x as z } from "./core-1.js";x(z);',
    ],
    ['import{default as d}from"./b.js";d();', 'import { default as d } from "./core-1.js";d();'],
    [
      'import"./a.js";import{q}from"./c.js";q();',
      'import {  } from "./core-1.js";import{q}from"./c.js";q();',
    ],
    ['const words=`import{x}from"./a.js";`;', 'const words=`import{x}from"./a.js";`;'],
  ])("%s", (text, redirected) =>
    expect(redirectImports(at("command.js"), { text, partOf })).toBe(redirected),
  );

  it("a member asks the others of its part itself", () => {
    const text = 'import{x}from"./b.js";x();';
    expect(redirectImports(at("a.js"), { text, partOf })).toBe(text);
  });

  it("a name that no member exports is refused", () => {
    expect(() => redirectImports(at("c.js"), { text: 'import{"x"as y}from"./a.js";', partOf })).toThrow(
      '"x"',
    );
  });
});

describe("a bundle is refused", () => {
  type Facts = Parameters<typeof refuseBundle>[0]["outputs"][string];
  const file = (imports: readonly string[], inputs: Record<string, number>): Facts => ({
    imports: imports.map((path) => ({ path, kind: "import-statement" })),
    inputs: Object.fromEntries(
      Object.entries(inputs).map(([path, bytes]) => [path, { bytesInOutput: bytes }]),
    ),
  });

  it("where text stands in two files", () => {
    expect(() =>
      refuseBundle({ outputs: { a: file(["b"], { m: 1 }), b: file([], { m: 0 }) } }),
    ).not.toThrow();
    expect(() => refuseBundle({ outputs: { a: file(["b"], { m: 1 }), b: file([], { m: 1 }) } })).toThrow(
      "m is",
    );
  });

  it("where files import each other in a circle", () => {
    const outputs = { a: file(["b", "c"], {}), b: file(["c"], {}), c: file(["node:fs"], {}) };
    expect(() => refuseBundle({ outputs })).not.toThrow();
    expect(() => refuseBundle({ outputs: { ...outputs, c: file(["a"], {}) } })).toThrow("a → b → c → a");
  });

  it("where a small command loads what it is not to load", () => {
    const outputs = { undo: file(["small"], {}), small: file(["core"], {}), core: file([], {}) };
    expect(() => refuseLoaded({ outputs }, { entry: "undo", without: "core" })).toThrow("undo loads");
    expect(() => refuseLoaded({ outputs }, { entry: "core", without: "small" })).not.toThrow();
  });
});
