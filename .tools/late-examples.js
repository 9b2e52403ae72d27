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

/** `examples: […]` of an exported rule becomes `get examples() { return […]; }`. */
function makeLate(code) {
  let late = code;
  const rules = parse(code, { ecmaVersion: "latest", sourceType: "module" }).body.flatMap((node) =>
    ((node.declaration ?? node).declarations ?? []).flatMap(({ init }) =>
      init?.type === "ObjectExpression" ? [init] : [],
    ),
  );
  const examples = rules.flatMap(({ properties }) =>
    properties.filter(({ key }) => key?.name === "examples"),
  );
  // From the last on, so that the places of the others hold.
  for (const { start, end, value } of examples.reverse()) {
    const made = code.slice(value.start, value.end);
    late = `${late.slice(0, start)}get examples() { return ${made}; }${late.slice(end)}`;
  }
  return late;
}
