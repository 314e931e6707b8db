// Room: cli. The questions of a company that was named on the command line.
import { everyQuestion } from "../../domain/framework-practice.ts";
import type { Library } from "../../domain/library.ts";
import type { QuestionId } from "../../domain/question.ts";
import { questionsOfCompany } from "../../practice/select.ts";
import { unknownName } from "./unknown.ts";

/** Ids of a company's questions; undefined when none was named. Throws a CoachError for a company that the library does not have. */
export function companyIds(library: Library, company: string | undefined): ReadonlySet<QuestionId> | undefined {
  if (company === undefined) return undefined;
  const names = new Set(questionsOfCompany(library, company)?.map((question) => question.company));
  if (names.size > 0) return new Set(everyQuestion(library).flatMap((question) => (names.has(question.company) ? [question.id] : [])));
  throw unknownName({
    what: "company",
    name: company,
    among: library.decks.map((deck) => deck.company?.toLowerCase() ?? ""),
    list: "coach decks list shows what there is.",
  });
}
