// Room: terminal. Tells a person at a terminal what happens in a session, through the views.
import type { Source } from "../domain/source.ts";
import type { Audience } from "../practice/ports.ts";
import type { Theme } from "./theme.ts";

export interface AudienceOptions {
  readonly write: (text: string) => void;
  readonly theme: Theme;
  readonly source: (id: string) => Source | undefined;
  /** True: the model answer follows the marks. */
  readonly showModel: boolean;
}

/** An audience that writes each view as it comes. */
export function createAudience(options: AudienceOptions): Audience {
  void options;
  throw new Error("not built");
}
