/** Files dropped anywhere on the page go to be read; while they hover the page says so. */
import { useEffect, useState } from "preact/hooks";
import { useSession } from "./session.js";

export function DropZone() {
  const { words, commands } = useSession();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    // Entered and left are told for each element on the way: how deep says whether the page itself was left.
    let depth = 0;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
    const count = (by: number) => (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth = Math.max(0, depth + by);
      setOver(depth > 0);
    };
    const enter = count(1);
    const leave = count(-1);
    const over = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      // Else the browser would leave the page and open the file.
      event.preventDefault();
      depth = 0;
      setOver(false);
      commands.importFiles([...(event.dataTransfer?.files ?? [])]);
    };
    addEventListener("dragenter", enter);
    addEventListener("dragleave", leave);
    addEventListener("dragover", over);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragenter", enter);
      removeEventListener("dragleave", leave);
      removeEventListener("dragover", over);
      removeEventListener("drop", drop);
    };
  }, [commands]);
  if (!isOver) return null;
  return (
    <div class="drop" aria-hidden="true">
      <div>
        <strong>{words.drop}</strong>
        <span>{words.dropMore}</span>
      </div>
    </div>
  );
}
