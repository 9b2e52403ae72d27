/**
 * Names of files that somebody who sends a pull request may choose, to be taken for something else: by a shell,
 * by the command line, by a service that reads the output, by a terminal, by git. Not for Windows, which has no
 * such files.
 */
export const HOSTILE_NAMES: readonly string[] = [
  "a b.md",
  "it's.md",
  'say "x".md',
  "line\nbreak.md",
  "\n::error::forged.md",
  "-rf.md",
  "--fix.md",
  "--output-file=victim.md",
  "::set-output name=a::b.md",
  "##[error]forged.md",
  "##vso[task.setvariable]a.md",
  "%0A::error::forged.md",
  "$(touch pwned).md",
  "`touch pwned`.md",
  ";touch pwned;.md",
  "${IFS}.md",
  "*.md",
  "~.md",
  "!x.md",
  "#x.md",
  "a\tb.md",
  "a\\b.md",
  ":(glob)x.md",
  "座谈会.md",
  "e\u0301.md",
  "\u202egpj.md",
  "\u001b[31m.md",
];

/** 期 in GBK, as an archive of a Chinese Windows leaves it: no UTF-8. */
export const NAME_IN_GBK = Buffer.concat([Buffer.from([0xc6, 0xda]), Buffer.from(".md")]);

/** A submission with one error, in each file the same. */
export const UNSOUND =
  "---\ntitle: 示例单位召开信息工作座谈会\n---\n\n5月18日，示例单位召开座谈会。\n\n报名请拨打13900000000。\n";
