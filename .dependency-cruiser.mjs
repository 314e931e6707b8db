// The walls of the house: who may import whom. What is not listed here is not allowed; `npm run walls` checks it.

/** Rooms and the rooms that they may import besides themselves. */
const allowed = {
  domain: [],
  language: [],
  grading: ["language", "domain"],
  content: ["domain"],
  journal: ["domain"],
  settings: ["domain"],
  progress: ["domain"],
  export: ["domain"],
  judge: ["domain"],
  scheduling: ["domain"],
  practice: ["grading", "scheduling", "domain"],
  terminal: ["domain"],
};

/** Each library has one door. */
const doors = {
  "gray-matter": "^src/content/front-matter\\.ts$",
  "js-yaml": "^src/content/yaml\\.ts$",
  chalk: "^src/terminal/theme\\.ts$",
  ora: "^src/terminal/progress\\.ts$",
  inquirer: "^src/terminal/menu\\.ts$",
  "@inquirer/core": "^src/terminal/prompts/",
  conf: "^src/settings/store\\.ts$",
  commander: "^src/cli/",
  "ts-fsrs": "^src/scheduling/fsrs\\.ts$",
  "ical-generator": "^src/export/formats/ics\\.ts$",
};

const room = (name) => `^src/${name}/`;

export default {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    { name: "no-orphans", severity: "error", from: { orphan: true, path: "^src/" }, to: {} },
    ...Object.entries(allowed).map(([name, others]) => ({
      name: `${name}-walls`,
      severity: "error",
      from: { path: room(name) },
      to: { path: "^src/", pathNot: [room(name), ...others.map(room), ...(name === "terminal" ? ["^src/practice/ports\\.ts$"] : [])] },
    })),
    { name: "ports-are-types", severity: "error", from: { path: room("terminal") }, to: { path: "^src/practice/ports\\.ts$", dependencyTypesNot: ["type-only"] } },
    { name: "bin-starts-only", severity: "error", from: { path: "^bin/" }, to: { path: "^src/", pathNot: "^src/domain/(folders|system-error)\\.ts$" } },
    ...Object.entries(doors).map(([library, door]) => ({
      name: `door-of-${library.replace(/[@/]/g, "-")}`,
      severity: "error",
      from: { pathNot: [door, "^tests/", "^bin/"] },
      to: { path: `node_modules/${library}/` },
    })),
    {
      name: "disk",
      comment: "The files that touch the disk are the security review.",
      severity: "error",
      from: { path: "^src/", pathNot: ["^src/cli/", "^src/content/(find|files|kept|library|shelf)\\.ts$", "^src/journal/", "^src/settings/(lock|store)\\.ts$", "^src/export/write\\.ts$", "^src/terminal/editor\\.ts$"] },
      to: { path: "^(node:)?fs(/promises)?$" },
    },
    {
      name: "judge-is-wired-by-cli",
      comment: "The one room that may send an answer anywhere: whoever asks it must have asked the person.",
      severity: "error",
      from: { path: "^src/", pathNot: [room("judge"), "^src/cli/runs/"] },
      to: { path: room("judge") },
    },
    { name: "judge-is-loaded-late", severity: "error", from: {}, to: { path: "^src/cli/runs/judge\\.ts$", dynamic: false } },
    // The judge sends by the global fetch, which lint forbids in every other room.
    { name: "no-network", severity: "error", from: { path: "^(src|bin)/" }, to: { path: "^(node:)?(http|https|http2|net|tls|dgram|dns)$" } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
