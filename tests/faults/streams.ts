// Room: tests. F: streams that are closed, cut short or no terminal.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Faults } from "./fault.ts";

const answers = "answers: [{question: mine/pick, answer: a}]";
const mine = "---\ntitle: Mine\n---\n\n## Pick\n`id: pick`\n\n- [x] Right — it is\n- [ ] Wrong — it is not\n";
const drill = ["drill", "mine", "--decks", "mine.md"];

/** The program writes when its reader has gone for sure; all that it writes would else find room in the pipe. Its status is noted in a file. */
export const readerGone = '{ until [ -e gone ]; do sleep 0.05; done; "$@"; echo $? > status; rm -f gone; } | { : > gone; exit 0; }';
/** The same with what it says on standard error. */
const messagesUnread = readerGone.replace('"$@";', '"$@" 2>&1 > out;');

export const streamFaults: Faults = [
  {
    number: "F6",
    title: "TERM is dumb or missing, and colours are forced or refused",
    provoke: async (stage) => {
      await stage.practise();
      stage.fired();
      const envs = [{ TERM: "dumb" }, { TERM: "" }, { NO_COLOR: "1" }, { CI: "true" }, { NO_COLOR: "1", FORCE_COLOR: "0" }];
      for (const env of envs) await stage.held(["history"], { status: 0 }, { env });
      // Asked for, there are colours: what is looked for above can be there.
      const { out } = await stage.coach(["history"], { env: { FORCE_COLOR: "1" } });
      assert.ok(out.includes("\u001b["), "no colour where it is forced");
    },
  },
  {
    number: "F7",
    title: "standard input is closed, empty, cut short or without a last newline",
    provoke: async (stage) => {
      stage.write("mine.md", mine);
      stage.fired();
      for (const shell of ['exec "$@" < /dev/null', 'exec "$@" <&-']) {
        await stage.held(drill, { status: 2 }, { shell });
        await stage.held([...drill, "--plain"], { status: 2 }, { shell });
        await stage.held([...drill, "--answers", "-"], { status: 3 }, { shell });
        await stage.held(["grade", "walmart/ai-pm/cases/out-of-stock"], { status: 0 }, { shell });
      }
      await stage.held([...drill, "--answers", "-"], { status: 0 }, { input: answers });
      await stage.held([...drill, "--answers", "-"], { status: 3 }, { input: answers.slice(0, -8) });
      await stage.held([...drill, "--plain"], { status: 2 }, { input: "1" });
    },
  },
  {
    number: "F8",
    title: "the reader of the output leaves early",
    provoke: async (stage) => {
      for (const args of [["decks", "list", "--json"], ["facts", "walmart"], ["export", "checklist", "--company", "walmart"], ["--help"]]) {
        const { err } = await stage.held(args, { status: 0 }, { shell: readerGone });
        stage.fired();
        assert.deepEqual([err, readFileSync(join(stage.folder, "status"), "utf8")], ["", "0\n"], args.join(" "));
      }
      await stage.held(["decks", "list"], { status: 0 }, { shell: 'exec "$@" >&-' });
    },
  },
  {
    number: "F9",
    title: "the stream of messages is closed, full, or read by nobody",
    provoke: async (stage) => {
      // What is said on it: a torn record, and complaints.
      await stage.practise();
      stage.write(".local/share/interview-coach/journal-torn.jsonl", "half a record");
      stage.fired();
      for (const [args, status] of [
        [["history"], 0],
        [["decks", "show", "no/such"], 2],
        [["nonsense"], 2],
      ] as const) {
        for (const shell of ['exec "$@" 2>&-', 'exec "$@" 2>/dev/full']) await stage.held(args, { status }, { shell });
        await stage.held(args, { status: 0 }, { shell: messagesUnread });
        assert.equal(readFileSync(join(stage.folder, "status"), "utf8"), `${status}\n`, args.join(" "));
      }
    },
  },
  {
    number: "F22",
    title: "the locale knows ASCII only",
    provoke: async (stage) => {
      stage.write("mine.md", mine.replace("## Pick", "## Größe 招聘 😀"));
      stage.fired();
      for (const LANG of ["C", "POSIX", "en_US.ISO-8859-1"])
        await stage.held(["decks", "show", "mine", "--decks", "mine.md"], { status: 0, says: "Größe 招聘 😀" }, { env: { LANG, LC_ALL: LANG } });
    },
  },
];
