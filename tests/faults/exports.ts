// Room: tests. I: what goes out of the machine, and where it is written.
import assert from "node:assert/strict";
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type { Faults } from "./fault.ts";

const checklist = ["export", "checklist", "--company", "walmart"];

const hostile = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</style><script>alert(1)</script>",
  "[x](javascript:alert(1))",
  "![x](http://evil.example/b.png)",
  "<iframe src=http://evil.example>",
  "```\n## out",
  "- [ ] forged",
];

export const exportFaults: Faults = [
  {
    number: "I1",
    title: "the target is there, a folder, a link, a device, closed, or below nothing",
    provoke: async (stage) => {
      stage.write("there.md", "mine");
      mkdirSync(join(stage.folder, "folder"));
      mkdirSync(join(stage.folder, "shut"));
      symlinkSync("there.md", join(stage.folder, "link.md"));
      chmodSync(join(stage.folder, "shut"), 0o500);
      stage.fired();
      for (const target of ["there.md", "folder", "link.md", "/dev/full", "/dev/null", "none/x.md", "shut/x.md", "/proc/x.md", `${stage.launcher}`, ""]) {
        await stage.held([...checklist, "-o", target], { status: [1, 2] });
      }
      for (const target of ["folder", "link.md", "/dev/null", "shut/x.md", stage.launcher])
        await stage.held([...checklist, "-o", target, "--force"], { status: 1 });
      assert.equal(readFileSync(join(stage.folder, "there.md"), "utf8"), "mine");
      assert.deepEqual(
        readdirSync(stage.folder).filter((name) => name.startsWith(".coach-")),
        [],
      );
      await stage.held([...checklist, "-o", "folder/../new.md"], { status: 0 });
      await stage.held([...checklist, "-o", "there.md", "--force"], { status: 0 });
    },
  },
  {
    number: "I4",
    title: "html and scripts in every setting that an export shows",
    provoke: async (stage) => {
      stage.fired();
      for (const [index, piece] of hostile.entries()) {
        await stage.held(["config", "set", "name", piece], { status: [0, 2] });
        await stage.held(["config", "set", "role", piece], { status: [0, 2] });
        const { out } = await stage.held([...checklist, "--format", "html", "-o", `h${index}.html`], { status: [0, 1, 2] });
        assert.doesNotMatch(out, /onerror=/);
        const file = readdirSync(stage.folder).find((name) => name === `h${index}.html`);
        if (file === undefined) continue;
        const html = readFileSync(join(stage.folder, file), "utf8");
        assert.doesNotMatch(html, /alert\(1\)<\/script|<img[^>]*onerror|href="?javascript:|<iframe|src="?http/i);
      }
    },
  },
  {
    number: "I7",
    title: "one JSON document, also beside warnings",
    provoke: async (stage) => {
      await stage.practise();
      stage.write(".local/share/interview-coach/journal-torn.jsonl", "half a record");
      stage.fired();
      for (const args of [["history"], ["stats"], ["data", "verify"], ["config"], ["decks", "list"], ["loops", "list"], ["frameworks", "list"], []]) {
        const { out } = await stage.held([...args, "--json"], { status: [0, 3] });
        assert.doesNotThrow(() => JSON.parse(out) as unknown, args.join(" "));
      }
      const { err } = await stage.held(["history"], { status: 0 });
      assert.match(err, /cut off/);
    },
  },
];
