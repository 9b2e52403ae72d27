/** Bars over the last good pages: what stops the issue or the machine, and a lost connection. */
import { Button } from "./button.js";
import { countFindings } from "./group-findings.js";
import { SeverityIcon } from "./icons.js";
import { useSession } from "./session.js";

export function Notices() {
  const { view, preview, words, commands } = useSession();
  const isLost = view.connection === "lost";
  return (
    <>
      {(isLost || view.connection === "ended") && (
        <div class="notice warning" role="alert">
          <SeverityIcon severity="warning" />
          <div>
            <strong>{isLost ? words.lost : words.ended}</strong>
            <span>{isLost ? words.lostMore : words.endedMore}</span>
          </div>
          {isLost && (
            <Button class="small" onClick={commands.reconnect}>
              {words.reconnect}
            </Button>
          )}
        </div>
      )}
      {preview.stage === "trouble" && preview.trouble !== undefined && (
        <div class="notice error" role="alert">
          <SeverityIcon severity="error" />
          <div>
            <strong>{preview.trouble.problem}</strong>
            <span>
              {preview.trouble.remedy}
              {preview.pages.length > 0 && words.gap + words.staleNote}
            </span>
          </div>
        </div>
      )}
      {preview.stage !== "trouble" && <ErrorBar />}
    </>
  );
}

/** The first error in its own words, with the place, and the way to it. */
function ErrorBar() {
  const { preview, words, dispatch } = useSession();
  const first = preview.findings.find(({ severity }) => severity === "error");
  if (first === undefined) return null;
  const { error } = countFindings(preview.findings);
  return (
    <div class="notice error" role="alert">
      <SeverityIcon severity="error" />
      <div>
        <strong>{preview.pages.length > 0 ? words.refusedStale(error) : words.refused(error)}</strong>
        <span>
          {first.group} · {words.place(first.line)}
          {words.colon}
          {first.message}
          {first.help !== undefined && words.gap + first.help}
        </span>
      </div>
      <Button class="small" onClick={() => dispatch({ kind: "choose", id: first.id, isStill: true })}>
        {words.seeError}
      </Button>
    </div>
  );
}
