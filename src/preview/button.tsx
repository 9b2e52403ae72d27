/** A button that sends no form, which is what one does by itself. */
import type { ComponentProps } from "preact";

export const Button = (given: ComponentProps<"button">) => <button {...given} type="button" />;
