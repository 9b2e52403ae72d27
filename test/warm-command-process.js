/**
 * The built command in a process that stays: one request, one run of `main`, with its own folder, environment,
 * output and exit code. What a run sets in the process is taken back behind it. See warm-command.ts.
 */
import command from "../dist/cli.cjs";

const EVENTS = ["uncaughtException", "exit", "SIGINT", "SIGTERM"];

process.on("disconnect", () => process.exit());
process.on("message", async ({ args, cwd, env }) => {
  const kept = EVENTS.map((event) => [event, process.listeners(event)]);
  const [out, err] = [process.stdout, process.stderr].map(hold);
  process.chdir(cwd);
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  Object.assign(process.env, env);
  process.exitCode = undefined;
  await command.main(args);
  const code = process.exitCode ?? 0;
  process.exitCode = undefined;
  for (const [event, before] of kept) {
    for (const listener of process.listeners(event)) {
      if (!before.includes(listener)) process.off(event, listener);
    }
  }
  process.send({ code, out: out(), err: err() });
});

/** Keeps what is written to a stream. @returns what takes it, and gives the stream back */
function hold(stream) {
  const pieces = [];
  const listeners = stream.listeners("error");
  stream.write = (piece, ...rest) => {
    pieces.push(Buffer.from(piece));
    for (const done of rest) if (typeof done === "function") queueMicrotask(done);
    return true;
  };
  return () => {
    delete stream.write;
    for (const listener of stream.listeners("error")) {
      if (!listeners.includes(listener)) stream.off("error", listener);
    }
    return Buffer.concat(pieces).toString("utf8");
  };
}
