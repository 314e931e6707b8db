// Room: cli. The roles that the library has interviews of: those with a loop, and those with decks alone.
import type { Library } from "../../domain/library.ts";
import type { Loop } from "../../domain/loop.ts";
import type { Settings } from "../../settings/settings.ts";

export interface Role {
  /** The folder of its decks, which is the id of its loop: `walmart/ai-pm`. */
  readonly id: string;
  readonly company: string;
  readonly role: string;
  /** Undefined where no source tells the rounds. */
  readonly loop: Loop | undefined;
}

/** Every role of the library, by id. A deck that stands in no folder of a company and a role has none. */
export function rolesIn({ loops, decks }: Library): readonly Role[] {
  const roles = new Map<string, Role>(loops.map((loop) => [loop.id, { id: loop.id, company: loop.company, role: loop.role, loop }]));
  for (const { id: deck, company, role } of decks) {
    const id = deck.slice(0, deck.lastIndexOf("/"));
    if (company !== undefined && role !== undefined && id.includes("/") && !roles.has(id)) roles.set(id, { id, company, role, loop: undefined });
  }
  return [...roles.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The role that the settings name, by name or by id; that of the company's first loop where they name none that is known; undefined without a company that is. */
export function roleOf({ company, role }: Pick<Settings, "company" | "role">, roles: readonly Role[]): Role | undefined {
  const isNamed = (name: string | undefined, ...known: readonly (string | undefined)[]): boolean => name !== undefined && known.includes(name.toLowerCase());
  const ofCompany = roles.filter((one) => isNamed(company, one.company.toLowerCase(), one.id.split("/")[0]));
  return ofCompany.find((one) => isNamed(role, one.role.toLowerCase(), one.id.split("/")[1])) ?? ofCompany.find(({ loop }) => loop) ?? ofCompany[0];
}
