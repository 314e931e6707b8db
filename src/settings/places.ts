// Room: settings. Where things are kept: the XDG folders, the same on every system. Pure.
import path from "node:path";
import { CoachError } from "../domain/errors.ts";

/** What decides the places. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The home folder; empty when the system knows none. */
  readonly home: string;
  /** `--data-dir`, where it was given. */
  readonly dataDir: string | undefined;
}

const ours = "interview-coach";

/** The folder of the settings: `$XDG_CONFIG_HOME/interview-coach`, or the same below `~/.config`. */
export function settingsFolder(surroundings: Surroundings): string {
  return baseFolder(surroundings, "XDG_CONFIG_HOME", ".config");
}

/** The folder of the journal: `--data-dir`, else `COACH_DATA_DIR`, else `$XDG_DATA_HOME/interview-coach`, or the same below `~/.local/share`. */
export function dataFolder(surroundings: Surroundings): string {
  if (surroundings.dataDir === "")
    throw new CoachError("--data-dir needs the name of a folder.", { fault: "usage", advice: "Write --data-dir FOLDER, or leave it out." });
  return surroundings.dataDir ?? nonEmpty(surroundings.env["COACH_DATA_DIR"]) ?? baseFolder(surroundings, "XDG_DATA_HOME", path.join(".local", "share"));
}

/** The folder of what can be made anew: `$XDG_CACHE_HOME/interview-coach`, or the same below `~/.cache`. */
export function cacheFolder(surroundings: Surroundings): string {
  return baseFolder(surroundings, "XDG_CACHE_HOME", ".cache");
}

function baseFolder(surroundings: Surroundings, variable: string, usual: string): string {
  const given = surroundings.env[variable];
  // The XDG standard: a relative path is invalid and to be ignored.
  if (given !== undefined && path.isAbsolute(given)) return path.join(given, ours);
  // An empty home would put private answers into whatever folder is the current one.
  if (path.isAbsolute(surroundings.home)) return path.join(surroundings.home, usual, ours);
  const advice = variable === "XDG_DATA_HOME" ? "Set HOME, or COACH_DATA_DIR, or give --data-dir." : `Set HOME, or ${variable}.`;
  throw new CoachError("There is no home folder, so there is no place to keep anything.", { fault: "failure", advice });
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === "" ? undefined : text;
}
