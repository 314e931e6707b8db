// Room: cli. The loop that a company and a role name, on the command line or in the settings.
import { CoachError } from "../../domain/errors.ts";
import type { Loop } from "../../domain/loop.ts";
import { unknownName } from "./unknown.ts";

interface WantedLoop {
  readonly company?: string | undefined;
  readonly role?: string | undefined;
}

/** What was asked for, else what is set; a company that was asked for does not go with the role that is set. */
export function wantedLoop(request: WantedLoop, settings: WantedLoop): WantedLoop {
  const { company, role } = request;
  return { company: company ?? settings.company, role: role ?? (company === undefined ? settings.role : undefined) };
}

/** The loops there are, to complete an advice. */
export function tellLoops(loops: readonly Loop[]): string {
  return `There is: ${loops.map((loop) => loop.id).join(", ")}.`;
}

/** The loop of a company and a role. Throws a CoachError that lists what there is when they name none, or more than one. */
export function chooseLoop(loops: readonly Loop[], wanted: WantedLoop & { readonly company: string }): Loop {
  const list = tellLoops(loops);
  const company = wanted.company.toLowerCase();
  const ofCompany = loops.filter((loop) => loop.id === company || loop.id.split("/")[0] === company || loop.company.toLowerCase() === company);
  if (ofCompany.length === 0)
    throw unknownName({
      what: "loop of",
      name: wanted.company,
      among: loops.flatMap((loop) => [loop.id.split("/")[0] ?? "", loop.company.toLowerCase()]),
      list,
    });
  const role = wanted.role?.toLowerCase();
  const found =
    role === undefined ? ofCompany : ofCompany.filter((loop) => loop.id.endsWith(`/${role}`) || loop.id === role || loop.role.toLowerCase() === role);
  const [loop] = found;
  if (loop && found.length === 1) return loop;
  throw new CoachError(found.length === 0 ? `${wanted.company} has no loop for the role "${wanted.role}"` : `${wanted.company} has ${found.length} loops`, {
    fault: "usage",
    advice: `Name the role with --role. ${list}`,
  });
}
