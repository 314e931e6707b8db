// Room: cli. What a command may use; each thing is made when it is first asked for. Types only.
import type { Root } from "../content/find.ts";
import type { Reading } from "../content/library.ts";
import type { SessionKind } from "../domain/attempt.ts";
import type { Library } from "../domain/library.ts";
import type { QuestionId } from "../domain/question.ts";
import type { ScriptedAnswer } from "../domain/scripted.ts";
import type { LeftDraft } from "../journal/drafts.ts";
import type { Journal } from "../journal/journal.ts";
import type { Clock, Judge, Stage } from "../practice/ports.ts";
import type { Settings } from "../settings/settings.ts";
import type { SettingsStore } from "../settings/store.ts";
import type { Theme } from "../terminal/theme.ts";
import type { FindSource } from "../terminal/views/sources.ts";
import type { World } from "./world.ts";

/** Options that hold everywhere. */
export interface GlobalOptions {
  readonly json: boolean;
  readonly color: boolean;
  readonly quiet: boolean;
  readonly plain: boolean;
  readonly input: boolean;
  readonly dataDir: string | undefined;
  readonly decks: readonly string[];
}

/** A result: as a person reads it, and as a program does. */
export interface Result {
  readonly text: (theme: Theme) => string;
  readonly json: () => unknown;
}

export interface StageRequest {
  /** Answers written beforehand; without them a person is asked. */
  readonly answers: readonly ScriptedAnswer[] | undefined;
  readonly showModel: boolean;
  /** False: no judge is asked, whatever the settings say. */
  readonly judge: boolean;
  /** Undefined: what is typed is not kept before it is handed in. */
  readonly course?: Course | undefined;
}

/** What a session goes through, so that it can go on after a crash. */
export interface Course {
  readonly kind: SessionKind;
  readonly title: string;
  /** In the order they are asked; empty where the journal knows what comes next. */
  readonly questions: readonly QuestionId[];
  /** The answer that this session goes on with. */
  readonly left?: LeftDraft | undefined;
}

export interface App {
  readonly world: World;
  readonly options: GlobalOptions;
  /** Where the journal is. Throws a CoachError when there is no home to keep it in. */
  dataFolder(): string;
  store(): SettingsStore;
  /** Folders of decks: ours, those of the settings, those of `--decks`. */
  roots(): Promise<readonly Root[]>;
  library(): Promise<Library>;
  /** Library and texts over given roots, for lint. */
  reading(roots: readonly Root[]): Promise<Reading>;
  /** Looks sources up by id. */
  sources(): Promise<FindSource>;
  journal(): Promise<Journal>;
  settings(): Promise<Settings>;
  /** The language model that reads answers as well; undefined where none is set. */
  judge(): Promise<Judge | undefined>;
  clock(): Clock;
  theme(): Promise<Theme>;
  /** True when a person can be asked: a keyboard and a screen, and no --no-input. */
  canAsk(): boolean;
  stage(request: StageRequest): Promise<Stage>;
  /** Prints a result: text, or with --json one document. */
  show(result: Result): Promise<void>;
  /** A message for the person, on standard error; silent with --quiet. */
  note(text: string): void;
}
