/** Prints a table of measurements in Markdown, with each row's time beside that of a named row. */

/**
 * @param rows what measure.js gives
 * @param beside name of the row that ratios are taken against; undefined for none
 */
export function printTable(title, rows, beside) {
  const base = beside === undefined ? undefined : rows.get(beside);
  const lines = [
    `\n## ${title}\n`,
    `| | wall, s | least, s | CPU, s | peak, MB |${base ? ` ÷ ${beside} |` : ""}`,
    `| --- | ---: | ---: | ---: | ---: |${base ? " ---: |" : ""}`,
  ];
  for (const [name, { wall, least, cpu, memory }] of rows) {
    const cells = [name, seconds(wall), seconds(least), seconds(cpu), memory.toFixed(0)];
    if (base) cells.push((wall / base.wall).toFixed(2));
    lines.push(`| ${cells.join(" | ")} |`);
  }
  process.stdout.write(`${lines.join("\n")}\n`);
}

const seconds = (milliseconds) => (milliseconds / 1000).toFixed(milliseconds < 10_000 ? 2 : 1);
