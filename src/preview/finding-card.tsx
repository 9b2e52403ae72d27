/** One finding: what is wrong and, once chosen, its source line, what to do, why, and what may be put there. */

import { useEffect, useState } from "preact/hooks";
import { Button } from "./button.js";
import { Icon, SeverityIcon } from "./icons.js";
import type { FindingState, RuleExplanation } from "./protocol.js";
import { explainRule } from "./server.js";
import { useSession } from "./session.js";

export interface FindingCardProps {
  readonly finding: FindingState;
  /** whether it is the one stop of Tab in the list */
  readonly isStop: boolean;
}

export function FindingCard({ finding, isStop }: FindingCardProps) {
  const { view, words, dispatch, commands } = useSession();
  const isChosen = finding.id === view.chosen;
  const page = finding.marks[0]?.page;
  return (
    <li
      class={`finding ${finding.severity} ${isChosen ? "chosen" : ""} ${finding.isFixable ? "fixable" : ""}`}
    >
      <Button
        class="finding-main"
        tabIndex={isStop ? 0 : -1}
        aria-expanded={isChosen}
        onClick={() => dispatch({ kind: "choose", id: isChosen ? undefined : finding.id })}
      >
        <SeverityIcon severity={finding.severity} />
        <span class="unseen">{words[finding.severity]} </span>
        <span class="message">{finding.message}</span>
        <span class="where">
          {page !== undefined && <span>{words.onPage(page)}</span>}
          <span>{words.place(finding.line)}</span>
        </span>
      </Button>
      {finding.isFixable && (
        <Button
          class="fix"
          tabIndex={isStop ? 0 : -1}
          title={words.fixTitle}
          disabled={view.busy.includes(`fix ${finding.id}`)}
          onClick={() => commands.fix(finding)}
        >
          {words.fix}
        </Button>
      )}
      {isChosen && <FindingMore finding={finding} />}
    </li>
  );
}

function FindingMore({ finding }: { readonly finding: FindingState }) {
  const { view, words, commands } = useSession();
  const [isAsked, setAsked] = useState(false);
  const { excerpt, help, suggestions, path, line } = finding;
  return (
    <div class="more">
      {excerpt !== undefined && (
        <p class="excerpt" lang="zh-Hans" title={words.lookedAt(line)}>
          {shorten(excerpt[0], "end")}
          <mark>{excerpt[1]}</mark>
          {shorten(excerpt[2], "start")}
        </p>
      )}
      {help !== undefined && <p class="help">{help}</p>}
      {suggestions.length > 0 && (
        <div class="suggestions">
          <p class="quiet">{words.suggestions}</p>
          {suggestions.map((text, index) => (
            <Button
              key={text}
              class="suggestion"
              disabled={view.busy.includes(`fix ${finding.id}`)}
              onClick={() => commands.suggest(finding, index)}
            >
              {text}
            </Button>
          ))}
        </div>
      )}
      <div class="buttons">
        <Button class="link" aria-expanded={isAsked} onClick={() => setAsked(!isAsked)}>
          {words.why}
        </Button>
        <Button class="link" title={`${path}:${line}`} onClick={() => commands.open(path, line)}>
          <Icon name="open" />
          {words.open}
        </Button>
      </div>
      {isAsked && <Explanation rule={finding.rule} />}
    </div>
  );
}

function Explanation({ rule }: { readonly rule: string }) {
  const { words } = useSession();
  const [answer, setAnswer] = useState<RuleExplanation | string>();
  useEffect(() => {
    // What is wrong with YAML itself belongs to no rule.
    const whyNot = ({ message }: Error) => setAnswer(message === "404" ? words.noMore : words.unreachable);
    explainRule(rule).then(setAnswer, whyNot);
  }, [rule, words]);
  if (answer === undefined) return null;
  if (typeof answer === "string") return <p class="explanation">{answer}</p>;
  const { wrong, right } = answer;
  return (
    <div class="explanation">
      <p>
        <strong>{answer.title}</strong>
      </p>
      <p>{answer.why}</p>
      <dl>
        {wrong !== "" && <dt>{words.wrong}</dt>}
        {wrong !== "" && <dd>{pickLines(wrong, right)}</dd>}
        {right !== "" && <dt>{words.right}</dt>}
        {right !== "" && <dd>{pickLines(right, wrong)}</dd>}
      </dl>
    </div>
  );
}

/** Lines of an example that the one beside it has not; the whole of it where that has them all. */
function pickLines(text: string, other: string): string {
  const known = other.split("\n");
  const own = text.split("\n").filter((line) => !known.includes(line));
  return own.join("\n") || text;
}

/** Characters of a source line kept on either side of the place: a paragraph is one line in Markdown. */
const NEIGHBOURS = 28;

/** @param side the one that is kept */
function shorten(text: string, side: "start" | "end"): string {
  const characters = [...text];
  if (characters.length <= NEIGHBOURS) return text;
  return side === "start"
    ? `${characters.slice(0, NEIGHBOURS).join("")}……`
    : `……${characters.slice(-NEIGHBOURS).join("")}`;
}
