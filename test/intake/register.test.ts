/** The register of what came in: read, printed, kept as its editors left it. */
import { describe, expect, it } from "vitest";
import { EMPTY_REGISTER, printRegister, type RegisterRow, readRegister } from "../../src/intake/register.js";

const bytes = (text: string) => new TextEncoder().encode(text);

const row = (values: Partial<RegisterRow>): RegisterRow => ({
  id: "2026-03-10-aaaaaa",
  received: "2026-03-10",
  unit: "云岭区科协",
  title: "云岭区科协举办科普展",
  file: "inbox/科普展.docx",
  sha256: "a".repeat(64),
  decision: "采用",
  issue: "issues/2026-03",
  item: "items/05-科普展.md",
  ...values,
});

describe("the register", () => {
  it("comes back as it was printed, sorted by day, then by id", () => {
    const rows = [row({}), row({ id: "2026-03-09-b", received: "2026-03-09", title: "说“好”，再说\n换行" })];
    const text = printRegister({ ...EMPTY_REGISTER, rows });
    expect(text.startsWith("\ufeffid,received,unit,title,file,sha256,decision,issue,item\n")).toBe(true);
    const read = readRegister(bytes(text));
    expect(read).toEqual({ ...EMPTY_REGISTER, rows: [rows[1], rows[0]] });
  });

  it("is sorted by the days that spreadsheets wrote, not by their letters", () => {
    const days = ["2026-01-04", "20260105", "2026/2/9", "2026年3月1日", "2026/12/9"];
    const rows = [...days].sort().map((received, index) => row({ id: String(index), received }));
    const read = readRegister(bytes(printRegister({ ...EMPTY_REGISTER, rows })));
    expect("rows" in read && read.rows.map(({ received }) => received)).toEqual(days);
  });

  it("keeps columns that an editor added, and the line ends", () => {
    const text =
      "\ufeffid,received,unit,title,file,sha256,decision,issue,item,level\r\na,2026-03-10,甲,乙,f,s,未采用：超期,,,市委办采用\r\n";
    const read = readRegister(bytes(text));
    expect("rows" in read && read.rows[0]?.level).toBe("市委办采用");
    expect("rows" in read && printRegister(read)).toBe(text);
  });

  it("is read where a spreadsheet saved it in GB18030", () => {
    const head = bytes("id,received,unit,title,file,sha256,decision,issue,item\n1,2026-03-10,");
    const unit = Uint8Array.of(0xbf, 0xc6, 0xd0, 0xad); // 科协
    const read = readRegister(Uint8Array.from([...head, ...unit, ...bytes(",t,f,s,,,\n")]));
    expect("rows" in read && read.rows[0]?.unit).toBe("科协");
  });

  it("never lets a spreadsheet run a title as a formula", () => {
    const text = printRegister({ ...EMPTY_REGISTER, rows: [row({ title: '=HYPERLINK("http://x")' })] });
    expect(text).toContain("'=HYPERLINK");
    const again = readRegister(bytes(text));
    expect("rows" in again && printRegister(again)).toBe(text);
  });

  it("leaves what an editor enters in an own column as it is, formulas too", () => {
    const text =
      "\ufeffid,received,unit,title,file,sha256,decision,issue,item,得分,电话\na,2026-03-10,甲,'=1+1,f,s,,,,=LEN(D2),+86 555\n";
    const read = readRegister(bytes(text));
    expect("rows" in read && printRegister(read)).toBe(text);
  });

  it.each([
    ["a semicolon", ";", '"甲;乙"'],
    ["a tab", "\t", "甲;乙"],
  ])("is read where a spreadsheet parts the columns by %s, which stays", (_name, separator, title) => {
    const text = `\ufeff${EMPTY_REGISTER.columns.join(separator)}${separator}备注\r\n${["a", "2026-03-10", "甲", title, "f", "s", "", "", "", "3,5"].join(separator)}\r\n`;
    const read = readRegister(bytes(text));
    expect("rows" in read && read.rows[0]?.title).toBe("甲;乙");
    expect("rows" in read && printRegister(read)).toBe(text);
  });

  it("is read where a spreadsheet saved it as Unicode text", () => {
    const text = `\ufeff${EMPTY_REGISTER.columns.join("\t")}\r\na\t2026-03-10\t甲\r\n`;
    const read = readRegister(Buffer.from(text, "utf16le"));
    expect("rows" in read && read.rows[0]?.unit).toBe("甲");
  });

  it.each([
    ["id;unit\n1;x\n", "第 1 行缺少列名：received、title、file、sha256、decision、issue、item。"],
    ["id,unit\n1,x\n", "第 1 行缺少列名：received、title、file、sha256、decision、issue、item。"],
    ['id,received,unit,title,file,sha256,decision,issue,item\n1,"x\n', "第 2 行不是完整的 CSV。"],
  ])("says what is wrong with %j", (text, problem) => {
    const read = readRegister(bytes(text));
    expect("problem" in read && read.problem.zh).toBe(problem);
  });

  it("is empty where the file is", () => {
    expect(readRegister(bytes(""))).toEqual(EMPTY_REGISTER);
  });
});
