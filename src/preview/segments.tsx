/** A few things of which one is chosen, side by side. */
import { Button } from "./button.js";
export interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly chosen: Value;
  readonly choices: readonly (readonly [Value, string])[];
  readonly onChoose: (value: Value) => void;
}

export const Segments = <Value extends string>({
  label,
  chosen,
  choices,
  onChoose,
}: SegmentsProps<Value>) => (
  <fieldset class="segments">
    <legend class="unseen">{label}</legend>
    {choices.map(([value, text]) => (
      <Button key={value} aria-pressed={value === chosen} onClick={() => onChoose(value)}>
        {text}
      </Button>
    ))}
  </fieldset>
);
