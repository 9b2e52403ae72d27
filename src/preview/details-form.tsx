/** The form of the issue's own facts: numbers, date, period, who edits, reviews and approves. */

import { useState } from "preact/hooks";
import { Button } from "./button.js";
import { SeverityIcon } from "./icons.js";
import type { DetailsState, Refusal } from "./protocol.js";
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
  const [refusal, setRefusal] = useState<Refusal>();
  const changed = Object.fromEntries(
    Object.entries(given).filter(([field, value]) => preview.details[field as Field] !== value),
  );
  const save = async () => {
    const refused = Object.keys(changed).length === 0 ? undefined : await commands.saveDetails(changed);
    if (refused === undefined) onClose();
    else setRefusal(refused);
  };
  return (
    <form
      class="details"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {ROWS.map((row) => (
        <div class="fields" key={row[0]}>
          {row.map((field) => (
            <label key={field}>
              <span>{words[field]}</span>
              <input
                {...(KINDS[field] === "date" ? { type: "date" as const } : { type: "text" as const })}
                inputMode={KINDS[field] === "number" ? "numeric" : "text"}
                autoComplete="off"
                value={given[field] ?? preview.details[field]}
                onInput={({ currentTarget }) => setGiven({ ...given, [field]: currentTarget.value })}
              />
            </label>
          ))}
        </div>
      ))}
      <p class="quiet">{words.detailsHint}</p>
      {refusal !== undefined && (
        <p class="form-refusal" role="alert">
          <SeverityIcon severity="error" />
          {refusal.problem} {refusal.remedy}
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
