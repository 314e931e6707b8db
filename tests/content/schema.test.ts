// docs/deck.schema.json says what the parsers say.
import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { deckKeys } from "../../src/content/deck.ts";
import { rootsOf } from "../../src/content/find.ts";
import { frameworkKeys } from "../../src/content/framework.ts";
import { readFrontMatter } from "../../src/content/front-matter.ts";
import { readLibrary } from "../../src/content/library.ts";
import { loopKeys } from "../../src/content/loop.ts";
import { pageOf } from "../../src/content/page.ts";
import { shapes } from "../../src/domain/framework.ts";

interface Schema {
  readonly definitions: Readonly<Record<string, { readonly properties: Readonly<Record<string, { readonly enum?: readonly string[] }>> }>>;
}

const home = resolve(import.meta.dirname, "../..");
const schema = JSON.parse(readFileSync(resolve(home, "docs/deck.schema.json"), "utf8")) as Schema;
const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
ajv.addSchema(schema, "deck");
const keys = { deck: deckKeys, loop: loopKeys, framework: frameworkKeys } as const;
type What = keyof typeof keys;

function faultsOf(what: What, value: unknown): readonly string[] {
  const validate = ajv.getSchema(what === "deck" ? "deck" : `deck#/definitions/${what}`);
  if (!validate) throw new Error(`there is no schema for ${what}`);
  return validate(value) === true ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ""}`);
}

const shipped = [...readLibrary(rootsOf(home), (absolute) => absolute).files.values()].flatMap((text): [string, What, unknown][] => {
  const name = basename(text.path);
  if (["facts.md", "sources.md", "competencies.md"].includes(name)) return [];
  const front = readFrontMatter(pageOf(text));
  const what: What = text.file.startsWith(resolve(home, "frameworks")) ? "framework" : name === "loop.md" ? "loop" : "deck";
  return [[text.path, what, Object.fromEntries([...(front?.values ?? [])].map(([key, { value }]) => [key, value]))]];
});

describe("the schema", () => {
  test.each(Object.keys(keys) as What[])("knows the keys of a %s that its parser knows", (what) => {
    expect(Object.keys(schema.definitions[what]?.properties ?? {}).sort()).toEqual([...keys[what]].sort());
  });

  test("knows the shapes that can be drawn", () => {
    expect([...(schema.definitions["framework"]?.properties["shape"]?.enum ?? [])].sort()).toEqual([...shapes].sort());
  });

  test("is tried on every deck, loop and framework", () => {
    const count = (wanted: What): number => shipped.filter(([, what]) => what === wanted).length;
    expect([count("deck") > 15, count("loop") > 1, count("framework") > 5]).toEqual([true, true, true]);
  });

  test.each(shipped)("accepts %s, a %s", (_path, what, value) => {
    expect(faultsOf(what, value)).toEqual([]);
  });

  test.each([
    ["deck", { title: "Numbers as YAML has them", difficulty: 3, minutes: 0.25 }],
    ["deck", { title: "Numbers as text", difficulty: "5", minutes: "120", competencies: "one", id: "a/b-c" }],
    ["loop", { title: "Days", days: 400, gap: "3 days" }],
    ["framework", { title: "Shape", shape: "matrix" }],
  ] as const)("accepts a %s like %j", (what, value) => {
    expect(faultsOf(what, value)).toEqual([]);
  });

  test.each([
    ["deck", {}, "title"],
    ["deck", { title: "" }, "/title"],
    ["deck", { title: ["a", "list"] }, "/title"],
    ["deck", { title: "x", colour: "blue" }, "additional properties"],
    ["deck", { title: "x", difficulty: "6" }, "/difficulty"],
    ["deck", { title: "x", difficulty: 2.5 }, "/difficulty"],
    ["deck", { title: "x", minutes: "0.2" }, "/minutes"],
    ["deck", { title: "x", minutes: "120.5" }, "/minutes"],
    ["deck", { title: "x", minutes: "soon" }, "/minutes"],
    ["deck", { title: "x", id: "Not An Id" }, "/id"],
    ["deck", { title: "x", round: "Panel Round" }, "/round"],
    ["deck", { title: "x", source: { W: "PM" } }, "/source"],
    ["deck", { title: "x", abbreviations: ["GMV"] }, "/abbreviations"],
    ["loop", { title: "x", days: "0" }, "/days"],
    ["loop", { title: "x", days: "401" }, "/days"],
    ["loop", { title: "x", shape: "chain" }, "additional properties"],
    ["framework", { title: "x", shape: "blob" }, "/shape"],
  ] as const)("refuses a %s like %j", (what, value, words) => {
    expect(faultsOf(what, value).join("\n")).toContain(words);
  });
});
