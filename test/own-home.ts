/** A home of its own for the commands of a test: the records and the key of whoever runs the tests stay out of it. */
import { join } from "node:path";
import { ownFolders } from "../src/disk/own-folders.js";

/** @returns an environment in which the user's folders lie in `home`, and no secret is given */
export const homeEnvironment = (home: string): Readonly<Record<string, string>> => ({
  HOME: home,
  USERPROFILE: home,
  LOCALAPPDATA: join(home, "AppData", "Local"),
  XDG_CACHE_HOME: "",
  XDG_STATE_HOME: "",
  BULLETIN_CACHE_KEY: "",
});

/** @returns where the command keeps its records and its key in such a home */
export function placesIn(home: string): { readonly records: string; readonly key: string } {
  const { cache = "", state = "" } = ownFolders({
    platform: process.platform,
    environment: homeEnvironment(home),
    home,
  });
  return { records: join(cache, "records"), key: join(state, "cache-key") };
}
