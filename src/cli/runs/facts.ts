// Room: cli. `coach facts <company>`.
import { tellReference } from "../../domain/source.ts";
import { factsView } from "../../terminal/views/facts.ts";
import type { App } from "../app.ts";
import { unknownName } from "./unknown.ts";

export async function showFacts(app: App, company: string): Promise<void> {
  const { facts: all } = await app.library();
  const wanted = company.toLowerCase();
  const facts = all.find((candidate) => candidate.id === wanted || candidate.company.toLowerCase() === wanted);
  if (!facts)
    throw unknownName({
      what: "page of facts about",
      name: company,
      among: all.flatMap((candidate) => [candidate.id, candidate.company.toLowerCase()]),
      list: `There is: ${all.map((candidate) => candidate.id).join(", ")}.`,
    });
  const sources = await app.sources();
  await app.show({
    text: (theme) => factsView(facts, sources, theme),
    json: () => ({
      id: facts.id,
      company: facts.company,
      facts: facts.facts.map(({ id, title, claims, conflict }) => ({
        id,
        title,
        conflict: conflict ?? null,
        claims: claims.map((claim) => ({
          text: claim.text,
          sources: claim.sources.map((reference) => ({ reference: tellReference(reference), ...sources(reference.source) })),
        })),
      })),
    }),
  });
}
