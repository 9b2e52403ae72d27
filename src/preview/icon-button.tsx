/** A button that shows an icon alone; its name is for screen readers and, with its key, for the pointer that rests on it. */
import { Button } from "./button.js";
import { Icon, type IconName } from "./icons.js";

export interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  /** what more the pointer is told */
  readonly more?: string;
  /** of a button that stays down */
  readonly isPressed?: boolean;
  readonly onClick: () => void;
}

export const IconButton = ({ icon, label, more = "", isPressed, onClick }: IconButtonProps) => (
  <Button
    class="plain square"
    aria-label={label}
    aria-pressed={isPressed}
    title={`${label}  ${more}`.trim()}
    onClick={onClick}
  >
    <Icon name={icon} />
  </Button>
);
