// Room: cli. `coach frameworks list` and `show`.
import { frameworkListView, frameworkView } from "../../terminal/views/framework.ts";
import type { App } from "../app.ts";
import { unknownName } from "./unknown.ts";

export async function listFrameworks(app: App): Promise<void> {
  const { frameworks } = await app.library();
  await app.show({
    text: (theme) => frameworkListView(frameworks, theme),
    json: () => ({
      frameworks: frameworks.map(({ id, title, company, shape, parts }) => ({
        id,
        title,
        company: company ?? null,
        shape,
        parts: parts.map((part) => part.name),
      })),
    }),
  });
}

export async function showFramework(app: App, name: string): Promise<void> {
  const { frameworks } = await app.library();
  const wanted = name.toLowerCase();
  const framework = frameworks.find((candidate) => candidate.id === wanted || candidate.title.toLowerCase() === wanted);
  if (!framework) throw unknownName({ what: "framework", name, among: frameworks.map((candidate) => candidate.id), list: "coach frameworks list shows all." });
  const sources = await app.sources();
  await app.show({ text: (theme) => frameworkView(framework, sources, theme), json: () => framework });
}
