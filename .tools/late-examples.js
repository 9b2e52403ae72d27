/**
 * The examples of rules are made when somebody asks for them: they document and test a rule, a third of all its text,
 * and no run that checks anything reads them.
 */
import { readFile } from "node:fs/promises";
import { parse } from "acorn";
import { transform } from "esbuild";

/** @type {import("esbuild").Plugin} */
export const lateExamples = {
  name: "late-examples",
  setup(context) {
    context.onLoad({ filter: /[\\/]src[\\/]rules[\\/][^\\/]+[\\/][^\\/]+\.ts$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "ts", sourcefile: path });
      return { contents: makeLate(code) };
    });
  },
};

/**
 * `examples: […]` of a rule becomes `get examples() { return […]; }`.
 * @param {string} code of an ES module, one rule or several
 * @throws where examples are given in a way that would leave them in every run
 */
export function makeLate(code) {
  const { body } = parse(code, { ecmaVersion: "latest", sourceType: "module" });
  const objects = body.flatMap((node) =>
    ((node.declaration ?? node).declarations ?? []).flatMap(({ init }) =>
      init?.type === "ObjectExpression" ? [init] : [],
    ),
  );
  const examples = objects.flatMap(({ properties }) =>
    properties.filter(
      (each) => each.key !== undefined && nameOf(each) === "examples" && each.kind === "init",
    ),
  );
  let late = code;
  // From the last on, so that the places of the others hold.
  for (const { start, end, value, method, computed } of examples.reverse()) {
    if (method || computed) throw new Error("the examples of a rule are a list under their own name");
    late = `${late.slice(0, start)}get examples() { return ${code.slice(value.start, value.end)}; }${late.slice(end)}`;
  }
  return late;
}

const nameOf = ({ key }) => key.name ?? key.value;
