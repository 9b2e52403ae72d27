/** The form of the issue's own facts: numbers, date, period, who edits, reviews and approves. */

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button } from "./button.js";
import { SeverityIcon } from "./icons.js";
import type { DetailsState, FieldFault, Refusal } from "./protocol.js";
import { useSession } from "./session.js";

type Field = keyof DetailsState;

/** Fields in rows, as they belong together. */
const ROWS: readonly (readonly Field[])[] = [
  ["year", "number", "total"],
  ["date", "from", "to"],
  ["editor", "reviewer", "approver"],
];

const KINDS: Partial<Record<Field, "date" | "number">> = {
  year: "number",
  number: "number",
  total: "number",
  date: "date",
  from: "date",
  to: "date",
};

export function DetailsForm({ onClose }: { readonly onClose: () => void }) {
  const { preview, words, commands } = useSession();
  const [given, setGiven] = useState<Partial<DetailsState>>({});
  const [refusal, setRefusal] = useState<Refusal & { readonly of: typeof given }>();
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // What each field showed when it was first typed in, or was then said to hold.
  const { current: shown } = useRef<{ [F in Field]?: string }>({});
  // What is typed in anew is not yet judged.
  const faults = refusal?.fields?.filter(({ field }) => refusal.of[field] === given[field]) ?? [];
  // Once for each refusal: who goes on typing is left where they are.
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus(), [refusal]);

  const save = async (inputs: readonly HTMLInputElement[]) => {
    const unfinished = inputs.flatMap(({ name, validity }): FieldFault[] =>
      validity.badInput ? [{ field: name as Field, problem: words.unfinishedDate }] : [],
    );
    // A day that is half typed is an empty one to the browser, and would be taken away.
    if (unfinished.length > 0) return setRefusal({ problem: "", remedy: "", fields: unfinished, of: given });
    const changed = Object.fromEntries(
      Object.entries(given)
        .map(([field, typed]) => [
          field,
          KINDS[field as Field] === "number" ? typed.normalize("NFKC") : typed,
        ])
        .filter(([field = "", value]) => preview.details[field as Field] !== value),
    );
    if (isBusy) return;
    setBusy(true);
    const refused =
      Object.keys(changed).length === 0 ? undefined : await commands.saveDetails({ details: changed, shown });
    setBusy(false);
    if (refused === undefined) onClose();
    else {
      for (const { field, now } of refused.fields ?? []) if (now !== undefined) shown[field] = now;
      setRefusal({ ...refused, of: given });
    }
  };

  return (
    <form
      class="details"
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save([...event.currentTarget.querySelectorAll("input")]);
      }}
    >
      {ROWS.map((row) => (
        <div class="fields" key={row[0]}>
          {row.map((field) => {
            const fault = faults.find((each) => each.field === field);
            const isDate = KINDS[field] === "date" && isDay(preview.details[field]);
            return (
              <div key={field}>
                <label>
                  <span>{words[field]}</span>
                  <input
                    {...(isDate ? { type: "date" as const } : { type: "text" as const })}
                    name={field}
                    inputMode={KINDS[field] === "number" ? "numeric" : "text"}
                    autoComplete="off"
                    value={given[field] ?? preview.details[field]}
                    aria-invalid={fault !== undefined}
                    aria-describedby={fault && `fault-${field}`}
                    onInput={({ currentTarget }) => {
                      shown[field] = shown[field] ?? preview.details[field];
                      setGiven({ ...given, [field]: currentTarget.value });
                    }}
                  />
                </label>
                {fault && (
                  <p class="fault" id={`fault-${field}`}>
                    {fault.problem}
                  </p>
                )}
              </div>
            );
          })}
        </div>
      ))}
      <p class="quiet">{words.detailsHint}</p>
      {refusal !== undefined && refusal.problem !== "" && (
        <p class="form-refusal" role="alert">
          <SeverityIcon severity="error" />
          <span>
            {refusal.fields === undefined && refusal.problem + words.gap}
            {refusal.remedy}
          </span>
        </p>
      )}
      <div class="dialog-foot">
        <Button onClick={onClose}>{words.cancel}</Button>
        <button type="submit" class="main">
          {words.save}
        </button>
      </div>
    </form>
  );
}

/** What a field for days can show; what else stands there is shown as it is written. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00Z`);
  return text === "" || (!Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text));
}
