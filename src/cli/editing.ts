// Room: cli. Which editor a person wants: that of the settings, else that of the environment.
import type { Settings } from "../settings/settings.ts";
import type { World } from "./world.ts";

/** The environment that `editText` looks for an editor in. */
export function editorEnv({ env }: World, { editor }: Pick<Settings, "editor">): World["env"] {
  return editor === undefined ? env : { ...env, VISUAL: editor };
}
