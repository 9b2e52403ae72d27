/**
 * A small bulletin with nothing to find: the base into which the rules' examples put their files.
 * Its pictures are whole, and nothing is on them.
 */
import { readFileSync } from "node:fs";
import { frame, jpeg, png, segment } from "../hostile/made-pictures.js";
import { asFromPhone } from "../pictures/camera-pictures.js";

const SCAN = segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0));

const HOUSE = `bulletin:
  name: 示例科协信息
  publisher: 示例市科学技术协会办公室
sections:
  - name: 科技交流
  - name: 基层动态
contact:
  label: 信息报送邮箱
  email: submissions@example.org
`;

const MANIFEST = `year: 2026
number: 3
date: 2026-03-16
sections:
  - name: 科技交流
    items: [items/01.md]
  - name: 基层动态
    items: [items/02.md]
`;

const FIRST = `---
title: 示例市科协举办学术交流会
source: 示例市科协学会部
date: 2026-03-10
---

3月10日，示例市科协在示例科技馆举办学术交流会，来自高校、科研院所和企业的百余名青年学者参加。会议围绕城市更新与绿色发展，设置主旨报告和圆桌讨论两个环节。

与会学者就老旧小区节能改造、海绵城市建设等话题展开讨论，提出意见建议二十余条。示例市科协将汇总整理，报送有关部门参考。
`;

const SECOND = `---
title: 示例区科协开展科普进社区活动
source: 示例区科协
date: 2026-03-11
---

3月11日，示例区科协组织科普志愿者走进滨河社区，为居民讲解急救知识和家庭用电常识，现场演示心肺复苏操作，发放科普手册三百余份，吸引二百余名居民参加。

活动还设置了亲子实验角，孩子们在志愿者指导下动手制作简易净水器，了解水的净化过程。下一步，活动将走进更多社区。
`;

export const soundBulletin: Readonly<Record<string, string | Uint8Array>> = {
  "bulletin.yaml": HOUSE,
  "issue.yaml": MANIFEST,
  "items/01.md": FIRST,
  "items/02.md": SECOND,
  "来稿/旧稿.doc": new Uint8Array(readFileSync("test/intake/data/lecture.doc")),
  "images/wide.png": png({ width: 1800, height: 1200 }),
  "images/small.png": png({ width: 300, height: 200 }),
  "images/tower.png": png({ width: 500, height: 2200 }),
  "images/phone.jpg": asFromPhone(jpeg(frame(1800, 1200), SCAN)),
  "images/photo.webp": new Uint8Array([
    ...ascii("RIFF"),
    ...[26, 0, 0, 0],
    ...ascii("WEBPVP8L"),
    ...[14, 0, 0, 0, 0x2f, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  ]),
};

function ascii(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}
