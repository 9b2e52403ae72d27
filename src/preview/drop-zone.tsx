/** Files dropped anywhere on the page, or chosen, go to be read; while they hover the page says so. */
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "./button.js";
import { useSession } from "./session.js";

export function DropZone() {
  const { words, dispatch, commands } = useSession();
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
      const { files, folders } = sortDropped(event.dataTransfer);
      for (const name of folders)
        dispatch({ kind: "refused", refusal: { problem: words.folder(name), remedy: words.folderMore } });
      commands.importFiles(files);
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
  }, [words, dispatch, commands]);
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

/** For who does not drag, and to tell that files can be taken in at all. */
export function ImportButton() {
  const { words, commands } = useSession();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button class="import" onClick={() => input.current?.click()}>
        {words.importFiles}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          commands.importFiles([...(currentTarget.files ?? [])]);
          // The same file can be chosen once more.
          currentTarget.value = "";
        }}
      />
    </>
  );
}

/** A folder that is dropped is a file by its looks, and cannot be read. */
function sortDropped(dropped: DataTransfer | null) {
  const files: File[] = [];
  const folders: string[] = [];
  for (const item of dropped?.items ?? []) {
    const file = item.kind === "file" ? item.getAsFile() : null;
    if (item.webkitGetAsEntry()?.isDirectory === true) folders.push(file?.name ?? "");
    else if (file !== null) files.push(file);
  }
  return { files, folders };
}
