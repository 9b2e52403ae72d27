/** The windows that open from the bar: the shortcuts, what was changed, and what a dropped file would become. */
import { Button } from "./button.js";
import { DetailsForm } from "./details-form.js";
import { DialogFrame } from "./dialog.js";
import { Icon, SeverityIcon } from "./icons.js";
import type { ImportPlan } from "./protocol.js";
import { useSession } from "./session.js";

export interface DialogsProps {
  /** whether single keys are shortcuts; who dictates or holds keys by mistake can turn them off (WCAG 2.1.4) */
  readonly hasKeys: boolean;
  readonly onKeys: (hasKeys: boolean) => void;
}

export function Dialogs({ hasKeys, onKeys }: DialogsProps) {
  const { view, words, dispatch, commands } = useSession();
  const close = () => dispatch({ kind: "dialog", dialog: undefined });
  const { dialog } = view;
  switch (dialog?.kind) {
    case undefined:
      return null;
    case "shortcuts":
      return (
        <DialogFrame title={words.shortcuts} onClose={close}>
          <dl class="keys">
            {words.keys.map(([keys, text]) => (
              <div key={keys}>
                <dt>
                  {keys.split(" ").map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          <label class="check">
            <input
              type="checkbox"
              checked={hasKeys}
              onChange={({ currentTarget }) => onKeys(currentTarget.checked)}
            />
            {words.singleKeys}
          </label>
        </DialogFrame>
      );
    case "history":
      return (
        <DialogFrame title={words.historyTitle} onClose={close}>
          <History />
        </DialogFrame>
      );
    case "details":
      return (
        <DialogFrame title={words.details} onClose={close}>
          <DetailsForm onClose={close} />
        </DialogFrame>
      );
    case "import":
      return (
        <DialogFrame
          title={words.importTitle + (view.imports === undefined ? "" : words.ofFiles(view.imports))}
          isWide
          onClose={() => commands.cancelImport(dialog.plan)}
          key={dialog.plan.plan}
        >
          <Plan plan={dialog.plan} />
        </DialogFrame>
      );
  }
}

function History() {
  const { view, preview, words, commands } = useSession();
  if (preview.history.length === 0) return <p class="quiet">{words.historyEmpty}</p>;
  const clock = new Intl.DateTimeFormat(preview.language === "zh" ? "zh-CN" : "en-GB", {
    dateStyle: "medium",
    timeStyle: "short",
  });
  return (
    <>
      <ol class="history">
        {preview.history.map(({ id, label, at }) => (
          <li key={id}>
            <span class="label">{label}</span>
            <time dateTime={at}>{clock.format(new Date(at))}</time>
            <Button
              class="small"
              disabled={view.busy.includes(`undo ${id}`)}
              onClick={() => commands.undo(id)}
            >
              <Icon name="undo" />
              {words.undo}
            </Button>
          </li>
        ))}
      </ol>
      <p class="quiet">{words.historyMore}</p>
    </>
  );
}

function Plan({ plan }: { readonly plan: ImportPlan }) {
  const { view, words, commands } = useSession();
  const { at, total } = view.imports ?? { at: 1, total: 1 };
  return (
    <>
      <p class="plan-file">
        <span class="path">{plan.fileName}</span>
        {plan.items.length === 0 ? words.importNone : words.importItems(plan.items.length)}
      </p>
      <ol class="plan">
        {plan.items.map((item) => (
          <li key={item.title}>
            <h3>
              {item.title || words.untitled}
              <span class="section">{item.section}</span>
            </h3>
            {item.doubts.length > 0 && (
              <>
                <h4>
                  <SeverityIcon severity="warning" />
                  {words.doubts}
                </h4>
                <ul class="doubts">
                  {item.doubts.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </>
            )}
            {item.decisions.length > 0 && (
              <>
                <h4>{words.decisions}</h4>
                <ul>
                  {item.decisions.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </>
            )}
          </li>
        ))}
      </ol>
      <div class="dialog-foot">
        {at < total && (
          <Button class="link" onClick={() => commands.stopImports(plan)}>
            {words.stopImports}
          </Button>
        )}
        <Button onClick={() => commands.cancelImport(plan)}>{at < total ? words.skip : words.cancel}</Button>
        <Button class="main" disabled={plan.items.length === 0} onClick={() => commands.confirmImport(plan)}>
          {words.confirm}
        </Button>
      </div>
    </>
  );
}
