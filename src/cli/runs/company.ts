// Room: cli. The questions of a company that was named on the command line.
import type { Library } from "../../domain/library.ts";
import type { QuestionId } from "../../domain/question.ts";
import { questionsOfCompany } from "../../practice/select.ts";
import { unknownName } from "./unknown.ts";

/** Ids of a company's questions; undefined when none was named. Throws a CoachError for a company that the library does not have. */
export function companyIds(library: Library, company: string | undefined): ReadonlySet<QuestionId> | undefined {
  if (company === undefined) return undefined;
  const questions = questionsOfCompany(library, company);
  if (questions) return new Set(questions.map((question) => question.id));
  throw unknownName({
    what: "company",
    name: company,
    among: library.decks.map((deck) => deck.company?.toLowerCase() ?? ""),
    list: "coach decks list shows what there is.",
  });
}
