/**
 * What was found, by item and rule, gravest first. One stop of Tab: arrows (or j and k anywhere) go from one
 * finding to the next, the chosen one is open.
 */

import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { Button } from "./button.js";
import { FindingCard } from "./finding-card.js";
import {
  countFindings,
  countFixable,
  type Filter,
  groupFindings,
  type ItemGroup,
  listShown,
  type RuleGroup,
} from "./group-findings.js";
import { CountMarks, Empty } from "./item-list.js";
import { moveInList } from "./list-moves.js";
import { Segments } from "./segments.js";
import { useSession } from "./session.js";

/** Findings of one rule in one item that are shown at once; the rest on demand. */
const SHOWN = 8;

export function FindingsPanel() {
  const { view, preview, words, dispatch } = useSession();
  const panel = useRef<HTMLDivElement>(null);
  const groups = useMemo(() => groupFindings(preview.findings, view.filter), [preview.findings, view.filter]);
  const shown = useMemo(() => listShown(groups), [groups]);
  const fixable = useMemo(() => countFixable(preview.findings), [preview.findings]);
  const stop = shown.some(({ id }) => id === view.chosen) ? view.chosen : shown[0]?.id;

  useLayoutEffect(() => {
    const main = panel.current?.querySelector<HTMLElement>(".finding.chosen .finding-main");
    if (main === null || main === undefined) return;
    if (isOnFinding(document.activeElement)) main.focus({ preventScroll: true });
    main.parentElement?.scrollIntoView({ block: "nearest" });
  }, [view.chosen, view.filter]);

  // What was mended is gone, and with it the focus: it goes on to the finding that took its place.
  const hadFocus = useRef<Element>(undefined);
  useLayoutEffect(() => {
    if (hadFocus.current === undefined || hadFocus.current.isConnected) return;
    hadFocus.current = undefined;
    if (document.activeElement !== document.body) return;
    panel.current?.querySelector<HTMLElement>('.finding-main[tabindex="0"]')?.focus();
  }, [shown]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOnFinding(event.target) || event.altKey || event.ctrlKey || event.metaKey) return;
    const index = shown.findIndex(({ id }) => id === stop);
    const next = moveInList(event.key, index, shown.length);
    const finding = next === undefined ? undefined : shown[next];
    if (finding === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    dispatch({ kind: "choose", id: finding.id });
  };

  return (
    <div class="panel-body">
      <FilterBar />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move the focus between the buttons within */}
      <div
        class="findings"
        ref={panel}
        onKeyDown={onKeyDown}
        onFocusIn={({ target }) => {
          if (target instanceof Element) hadFocus.current = target;
        }}
      >
        {groups.map((group) => (
          <section key={`${group.path} ${group.name}`} aria-label={group.name}>
            <h3>
              <span class="title" lang="zh-Hans" title={group.name}>
                {group.name}
              </span>
              <CountMarks counts={group.counts} words={words} />
            </h3>
            {group.rules.map((rule) => (
              <RuleFindings key={`${rule.severity} ${rule.rule}`} {...{ group, rule, stop, fixable }} />
            ))}
          </section>
        ))}
        {groups.length === 0 &&
          (view.filter === "all" ? (
            <Empty title={words.noFindings} more={words.noFindingsMore} />
          ) : (
            <Empty title={words.noneOfFilter} more="" />
          ))}
      </div>
    </div>
  );
}

interface RuleFindingsProps {
  readonly group: ItemGroup;
  readonly rule: RuleGroup;
  readonly stop: string | undefined;
  readonly fixable: ReadonlyMap<string, number>;
}

function RuleFindings({ rule: { rule, findings }, stop, fixable }: RuleFindingsProps) {
  const { view, words, commands } = useSession();
  const [isWhole, setWhole] = useState(false);
  const hasChosen = findings.slice(SHOWN).some(({ id }) => id === view.chosen);
  const listed = isWhole || hasChosen ? findings : findings.slice(0, SHOWN);
  const mendable = fixable.get(rule) ?? 0;
  return (
    <div class="rule">
      <ul>
        {listed.map((finding) => (
          <FindingCard key={finding.id} finding={finding} isStop={finding.id === stop} />
        ))}
      </ul>
      {(findings.length > listed.length || mendable > 1) && (
        <div class="rule-foot">
          {findings.length > listed.length && (
            <Button class="link" onClick={() => setWhole(true)}>
              {words.moreFindings(findings.length - listed.length)}
            </Button>
          )}
          {mendable > 1 && findings.some(({ isFixable }) => isFixable) && (
            <Button
              class="link"
              title={words.fixRuleTitle}
              disabled={view.busy.includes(`fix ${rule}`)}
              onClick={() => commands.fixRule(rule)}
            >
              {words.fixRule(mendable)}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function FilterBar() {
  const { view, preview, words, dispatch } = useSession();
  const counts = countFindings(preview.findings);
  const kinds = (["error", "warning", "info"] as const).filter((severity) => counts[severity] > 0);
  if (kinds.length < 2) return null;
  const choices: (readonly [Filter, string])[] = [
    ["all", `${words.all} ${preview.findings.length}`],
    ...kinds.map((severity): readonly [Filter, string] => [
      severity,
      `${words[severity]} ${counts[severity]}`,
    ]),
  ];
  return (
    <Segments
      label={words.findings}
      chosen={view.filter}
      choices={choices}
      onChoose={(filter) => dispatch({ kind: "filter", filter })}
    />
  );
}

const isOnFinding = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.classList.contains("finding-main");
