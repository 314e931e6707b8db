// Room: cli. `coach frameworks list` and `show`.
import type { Framework } from "../../domain/framework.ts";
import type { Library } from "../../domain/library.ts";
import { frameworkListView, frameworkView } from "../../terminal/views/framework.ts";
import type { App } from "../app.ts";
import { unknownName } from "./unknown.ts";

export async function listFrameworks(app: App): Promise<void> {
  const { frameworks } = await app.library();
  await app.show({
    text: (theme) => frameworkListView(frameworks, theme),
    json: () => ({
      frameworks: frameworks.map(({ id, title, company, shape, parts, prompts }) => ({
        id,
        title,
        company: company ?? null,
        shape,
        parts: parts.map((part) => part.name),
        prompts: prompts.length,
      })),
    }),
  });
}

export async function showFramework(app: App, name: string): Promise<void> {
  const framework = frameworkNamed(await app.library(), name);
  const sources = await app.sources();
  await app.show({ text: (theme) => frameworkView(framework, sources, theme), json: () => framework });
}

/** A framework by its id or its title, in any case. Throws a CoachError (usage) for a name that means none. */
export function frameworkNamed({ frameworks }: Library, name: string): Framework {
  const wanted = name.toLowerCase();
  const framework = frameworks.find((candidate) => candidate.id === wanted || candidate.title.toLowerCase() === wanted);
  if (framework) return framework;
  throw unknownName({ what: "framework", name, among: frameworks.map((candidate) => candidate.id), list: "coach frameworks list shows all." });
}
