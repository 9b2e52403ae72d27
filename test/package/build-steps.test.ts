/**
 * What the build does to the text of the bundle: text in, text out, and what comes out runs as what went in.
 * No other test would see a wrong one of these steps, unless the command happens to meet it.
 */
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parse } from "acorn";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { askForBuiltins } from "../../.tools/ask-for-builtins.js";
import { findCalled, markCalled, runEnvironment } from "../../.tools/compile-ahead.js";
import { type Part, redirectImports } from "../../.tools/join-chunks.js";
import { makeLate } from "../../.tools/late-examples.js";
import { makePatternsLate } from "../../.tools/late-patterns.js";
import { refuseBundle, refuseLoaded } from "../../.tools/refuse-bundle.js";

/** What a module exports as `out`. Two texts are two modules. */
async function run(text: string): Promise<unknown> {
  const { out } = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`);
  return out;
}

/** `start:end` of all functions, as a run that calls each would tell them: a method's begins with its name. */
function allFunctions(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: object): void => {
    const { type, start, end, method } = Object.assign({ type: "", start: 0, end: 0, method: false }, node);
    if (/Function/.test(type) || method) found.add(`${start}:${end}`);
    for (const value of Object.values(node))
      for (const child of Array.isArray(value) ? value : [value])
        if (typeof child === "object" && child !== null) visit(child);
  };
  visit(parse(text, { ecmaVersion: "latest", sourceType: "module" }));
  return found;
}

describe("functions that are called are marked", () => {
  it.each([
    ["function f(){return 1}export const out=f();", "var f=(function (){return 1});"],
    ["const f=()=>1;export const out=f();", "const f=(()=>1);"],
    ["const f=function(){return f.name};export const out=f();", "const f=(function(){"],
    ["const o={f(a=()=>1){return a()}};export const out=o.f();", "f:(function(a=(()=>1)){"],
    ["const o={async f(){return 1}};export const out=await o.f();", "f:(async function(){"],
    ["const o={*f(){yield 1}};export const out=[...o.f()];", "f:(function*(){"],
    ["const o={async*f(){yield 1}};export const out=(await o.f().next()).value;", "f:(async function*(){"],
    ['const o={"a b"(){return 1}};export const out=o["a b"]();', '"a b":(function(){'],
    ["async function*f(){yield 1}export const out=(await f().next()).value;", "var f=(async function*(){"],
    // One calls the other from where both are there.
    ["export const out=a(3);function a(n){return n?b(n):1}function b(n){return a(n-1)}", "var a=("],
    ["export const out=new(function(){this.a=1})().a;", "new((function(){"],
    ["const f=a=>b=>a+b;export const out=f(1)(2);", "(a=>(b=>a+b))"],
    ["class A{a=()=>2;b(){return this.a()}}export const out=new A().b();", "a=(()=>2)"],
    // A declaration ended what stands before it, and begins nothing behind.
    ["let n=1\nfunction f(){}\n(a=>{n+=a})(2);f();export const out=n;", "let n=1\n;"],
    ["function f(){}async()=>f();export const out=1;", "(async()=>f())"],
    ["function f(){}()=>f();export const out=f.name;", "(()=>f())"],
  ])("%s", async (text, mark) => {
    const marked = markCalled(text, allFunctions(text));
    expect(marked).toContain(mark);
    expect(await run(marked)).toEqual(await run(text));
  });

  it.each([
    ["const o={__proto__(){return 1}};export const out=o.__proto__()"],
    ['const o={"__proto__"(){return 1}};export const out=o.__proto__()'],
    ["const o={toString(){return super.toString()}};export const out=o.toString();"],
    ['const k="a";const o={[k](){return 1}};export const out=o.a();'],
    ["const o={get a(){return 1},set a(v){}};export const out=o.a;"],
    ["class A{#b(){return 1}static c(){return new A().#b()}}export const out=A.c();"],
    ["export default function(){}export const out=1;"],
  ])("%s stays as it is", async (text) => {
    expect(markCalled(text, allFunctions(text))).toBe(text);
    expect(await run(text)).toBeDefined();
  });

  it("those that are not called stay as they are", () => {
    const text = "function f(){}const o={f(){},g:()=>1};export{f,o};";
    expect(markCalled(text, new Set())).toBe(text);
  });
});

describe("Node's own modules are asked for by require", () => {
  it.each([
    [
      'import{join as j}from"node:path";export const out=j("a","b");',
      'const{join:j}=__builtin("node:path");',
    ],
    ['import p from"node:path";export const out=p.sep;', 'const p=__builtin("node:path");'],
    ['import*as p from"node:path";export const out=p.sep;', 'const p=__builtin("node:path");'],
    ['import{default as p}from"node:path";export const out=p.sep;', 'const p=__builtin("node:path");'],
    ['import{"default"as p}from"path";export const out=p.sep;', 'const p=__builtin("path");'],
    ['import{"join"as j}from"path";export const out=j("a","b");', 'const{"join":j}=__builtin("path");'],
    ['import p,{sep}from"path";export const out=p.sep===sep;', 'const{sep:sep}=__builtin("path");'],
    ['let n=1\nimport p from"path"\n;(a=>{n=a})(p.sep);export const out=n;', "let n=1\n;"],
  ])("%s", async (text, asked) => {
    const made = askForBuiltins(text);
    expect(made).toContain(asked);
    expect(made).not.toMatch(/import[^;]*path/);
    // What is no file cannot ask by its own address.
    expect(await run(made.replace("import.meta.url", '"file:///a.js"'))).toEqual(await run(text));
  });

  it.each([
    ['import{createRequire}from"node:module";export{createRequire};'],
    ['import{a}from"./chunk.js";export{a};'],
    ['export{sep}from"node:path";'],
    ["export const out='import p from \"path\"';"],
  ])("%s stays as it is", (text) => expect(askForBuiltins(text)).toBe(text));
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

describe("patterns are made when they are first used", () => {
  it.each([
    ["var P=/a\\/[/]b/u;export const out=(()=>P.test('a//b'))();", "var P;"],
    ["var a=1,P=/x/,b=2;export const out=(()=>[a,P.test('x'),b,P.source])();", "var a=1,P,b=2;"],
    ["var P=/x/g;export const out=(()=>['xx'.match(P),P.lastIndex,P.test('x'),P.lastIndex])();", "var P;"],
    ['var A="a",P=new RegExp(`${A}b`,"i");export const out=(()=>P.test("AB"))();', "var A="],
    ["var P=/x/,Q=new RegExp(P.source+'y');export const out=(()=>Q.test('xy'))();", "var P,Q;"],
    ["var P=/x/;var f=()=>({P,P2:P});export const out=f().P===f().P2;", "{P:("],
    ["var P=/x/;class A{P=1;get(){return[this.P,P.flags]}}export const out=new A().get();", "var P;"],
    [
      "var P=/(?:一|二|三|四|五|六)[月日]/y;export const out=(()=>[P.lastIndex,P.test('三月'),P.lastIndex])();",
      "ready(RegExp(",
    ],
    [
      "var P=/^，，+|[一二三四五六七八九十]月/;export const out=(()=>[P.lastIndex,P.test('三月')])();",
      "ready(RegExp(",
    ],
    ["function f(t){return/x/i.test(t)}export const out=[f('X'),f('y')];", 'RegExp("x","i")'],
    ["var f=(t,p=/[\"\\\\]/)=>p.test(t);export const out=[f('\"'),f('\\\\'),f('n')];", "RegExp("],
    ["var f=function(){P:for(;;)break P;return P.test('x')};var P=/x/;export const out=f();", "var P;"],
  ])("%s", async (text, made) => {
    const late = makePatternsLate(text);
    expect(late).toContain(made);
    expect(late).not.toMatch(/=\/|return\//);
    expect(await run(late)).toEqual(await run(text));
  });

  it.each([
    // Others read it as it stands.
    ["var P=/x/;export{P};export const out=P.test('x');"],
    ["var P=/x/;P=/y/;export const out=P.test('y');"],
    ["var P=/x/;for(P of[1]);export const out=P;"],
    ["var P=/x/;[P]=[1];export const out=P;"],
    ["var P=/x/;export const out=P.test('x');"],
    ["var P=/x/,list=[P];export const out=list.length;"],
    // The name is something else elsewhere.
    ["var P=/x/;function f(P){return P}export const out=f(1);"],
    ["var P=/x/;function f({a:[P]=[2]}){return P}export const out=f({});"],
    ["var P=/x/;try{throw 1}catch(P){P}export const out=1;"],
    ["var RegExp=String,P=/x/;export const out=RegExp(P);"],
    // Made anew each time, for it remembers where it is.
    ["function f(){return/x/g}export const out=f()===f();"],
    ["var list=[/x/];export const out=list.length;"],
    ["var P=1;export const out=P;"],
  ])("%s stays as it is", async (text) => {
    expect(makePatternsLate(text)).toBe(text);
    expect(await run(text)).toBeDefined();
  });

  it("what marks them is no part of the text", async () => {
    const text = "var late$P=1,P=/x/;export const out=(()=>[late$P,P.test('x')])();";
    expect(await run(makePatternsLate(text))).toEqual([1, true]);
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

it("a line with #! is refused", () => {
  expect(() => markCalled("#!/usr/bin/env node\n", new Set())).toThrow("#!");
  expect(() => askForBuiltins("#!/usr/bin/env node\n")).toThrow("#!");
  expect(() => askForBuiltins('import*as $p from"path";$p.default.sep;')).toThrow("$p.default");
});

describe("the runs that are looked at", () => {
  const folder = join(tmpdir(), "called");

  it("see nothing of who builds but where programs lie", () => {
    const here = { PATH: "/bin", SystemRoot: "C:\\Windows" };
    const others = {
      HOME: "/home/ada",
      LANG: "en",
      LC_ALL: "zh_CN",
      CI: "1",
      TZ: "Asia/Tokyo",
      NODE_OPTIONS: "-r x",
    };
    expect(runEnvironment({ ...here, ...others }, folder)).toEqual(runEnvironment(here, folder));
    expect(runEnvironment(here, folder)).toMatchObject({ ...here, HOME: folder });
  });

  it.each([
    [{ CI: "true" }, true],
    [{ npm_lifecycle_event: "prepack" }, true],
    [{ CI: "false" }, false],
    [{}, false],
  ])("of a failing one %j", (environment, isRefused) => {
    const told = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    onTestFinished(() => told.mockRestore());
    const look = () => findCalled([["build", "nowhere"]], folder, environment);
    if (isRefused) expect(look).toThrow("nothing is compiled ahead");
    else expect([...look()]).toEqual([]);
    expect(told).toHaveBeenCalledTimes(isRefused ? 0 : 1);
  });
});
