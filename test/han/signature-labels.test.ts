/** What `mayNameSigner` lets through: each label that says who sends or who writes, whatever stands around it. */
import { expect, it } from "vitest";
import { labelAt, mayNameSigner } from "../../src/han/signature-labels.js";

const LABELS =
  "供稿单位 信息报送单位 报送单位 来稿单位 投稿单位 选送单位 推荐单位 填报单位 撰稿单位 编写单位 作者单位 供稿部门 报送部门 单位 稿件来源 信息来源 文稿来源 稿源 来源 供稿 来稿 报送 投稿 选送 文字 文稿 撰稿 撰文 写稿 执笔 作者 本刊特约通讯员 实习记者 通讯员 记者 信息员 宣传员 供稿人 报送人 投稿人 联系人 整理 整理者 摄影报道 文/图 图/文 图文 文";

it("all labels that name a signer", () => {
  for (const label of LABELS.split(" ")) {
    expect({ label, kind: labelAt(`${label}：云岭区科协`)?.kind }).toEqual({
      label,
      kind: expect.stringMatching(/sender|author/),
    });
    expect({ label, may: mayNameSigner(`云岭区科协 ${label}`) }).toEqual({ label, may: true });
  }
});

it("not the end of a sentence", () => {
  expect(mayNameSigner("有关负责人表示，要总结经验、扩大覆盖面")).toBe(false);
});
