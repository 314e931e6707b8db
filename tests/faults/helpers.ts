// Room: tests. J: what the program asks of others: editors, temporary folders, a judge, the network, pagers, git.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import {
  drips,
  givesAll,
  hangsUp,
  hangsUpMidway,
  keepsSilent,
  type JudgeServer,
  type Manner,
  pours,
  says,
  sends,
  startJudgeServer,
} from "../support/judge-server.ts";
import { deckOf, shelfQuestion } from "../support/shelf-question.ts";
import { keys, type TestTerminal } from "../support/terminal.ts";
import { type Faults, NotHere, type Ran, type Stage } from "./fault.ts";
import { journalOf, keep } from "./journal.ts";
import { attemptsIn, clocksAt, drafted, drillOne, onTerminal, soon } from "./on-terminal.ts";
import { readerGone } from "./streams.ts";

/** An editor that does what `mode` says, in a folder with a blank and a quote in its name; `$3` is the text. */
function editorIn(stage: Stage): { readonly command: string; mode(name: string): void } {
  const folder = "an editor's folder";
  const script = `#!/bin/sh
here="$HOME/${folder}"
printf '%s|' "$@" > "$here/words"; stat -c %a "$3" "$(dirname "$3")" > "$here/modes"; echo "$3" > "$here/file"
case "$(cat "$here/mode")" in
  append) printf ' and more' >> "$3" ;;
  fail) printf 'saved, then failed' > "$3"; exit 3 ;;
  killed) printf 'saved, then killed' > "$3"; kill -9 $$ ;;
  empty) : > "$3" ;;
  latin) printf 'caf\\351 latin' > "$3" ;;
  rename) printf 'put in its place' > "$3.new"; mv "$3.new" "$3" ;;
  open) printf 'saved while open' > "$3"; until [ -e "$here/enough" ]; do sleep 0.1; done ;;
esac
`;
  const file = stage.write(`${folder}/ed.sh`, script);
  spawnSync("chmod", ["755", file]);
  return { command: `"${file}" --wait 'two words'`, mode: (name) => void stage.write(`${folder}/mode`, name) };
}

/** Types a word, opens the editor on it, plays, and waits for the end. */
function visitEditor(stage: Stage, env: Readonly<Record<string, string>>, play: (terminal: TestTerminal) => Promise<void>): Promise<string> {
  return onTerminal(
    stage,
    drillOne,
    async (terminal) => {
      await terminal.waitFor("^D hand in");
      terminal.type(`typed${keys.ctrl("x")}`);
      await play(terminal);
      await terminal.ended;
    },
    { env },
  );
}

const answer = "Shoppers leave without buying what they came for.";
const key = "sk-very-secret-key";

interface Judged {
  readonly server: JudgeServer;
  readonly ran: Ran;
}

/** Marks one answer with a judge that behaves so, agreed to; `more` are further settings. */
async function judged(stage: Stage, manner: Manner, more: Readonly<Record<string, unknown>> = {}): Promise<Judged> {
  const server = await startJudgeServer(manner);
  try {
    stage.write("mine.md", deckOf(shelfQuestion()));
    stage.write(
      ".config/interview-coach/settings.json",
      // The server is of this process, which other faults keep busy for seconds.
      JSON.stringify({ "judge.url": server.address, "judge.consent": server.address, "judge.timeout": 10, ...more }),
    );
    const input = `answers: [{question: mine/explain, answer: ${JSON.stringify(answer)}}]\n`;
    const ran = await stage.held(["drill", "mine", "--decks", "mine.md", "--answers", "-"], { status: 0 }, { input, env: { COACH_JUDGE_KEY: key } });
    return { server, ran };
  } finally {
    await server.close();
  }
}

/** All files below a folder, their bytes as text; what is packed is unpacked. */
function textsIn(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return textsIn(path);
    if (!entry.isFile()) return [];
    const bytes = readFileSync(path);
    return [[path, (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("latin1")] as const];
  });
}

export const helperFaults: Faults = [
  {
    number: "J1",
    title: "editors that fail, are killed, empty the file, write Latin-1, rename, or stay open for an hour",
    provoke: async (stage) => {
      const editor = editorIn(stage);
      const clocks = clocksAt(stage, undefined);
      const visits = [
        ["append", /typed and more/],
        ["fail", /saved, then failed[^]*status\s+3/],
        ["killed", /saved, then killed/],
        ["empty", /saved, then killed[^]*empty\s+file/],
        ["latin", /café latin[^]*Latin-1/],
        ["rename", /put in its place/],
      ] as const;
      await onTerminal(
        stage,
        drillOne,
        async (terminal) => {
          await terminal.waitFor("^D hand in");
          terminal.type("typed");
          await terminal.waitFor("typed");
          for (const [mode, seen] of visits) {
            editor.mode(mode);
            terminal.type(keys.ctrl("x"));
            stage.fired();
            await terminal.waitFor(seen);
          }
          editor.mode("open");
          terminal.type(keys.ctrl("x"));
          await drafted(stage, "saved while open");
          clocks.move({ wall: 3_600_000, monotonic: 3_600_000 });
          stage.write("an editor's folder/enough", "");
          await terminal.waitFor("What did you say?");
        },
        { env: { ...clocks.env, EDITOR: editor.command, COLUMNS: "80" }, columns: 100 },
      );
      assert.match(readFileSync(join(stage.folder, "an editor's folder/words"), "utf8"), /^--wait\|two words\|[^|]+\|$/);
      const [attempt] = await attemptsIn(stage);
      assert.deepEqual([attempt?.answer.text, attempt?.timedOut], ["saved while open", true]);
      for (const command of ["/no/such-editor", '"never closed', "/etc"]) {
        await visitEditor(stage, { EDITOR: command }, async (terminal) => {
          await terminal.waitFor(/could\s+not\s+be\s+started/);
          assert.match(terminal.screen(), /^typed$/m);
          terminal.type(keys.ctrl("q"));
        });
      }
      await attemptsIn(stage);
    },
  },
  {
    number: "J2",
    title: "the temporary folder is not there, is a link, or keeps what a kill left",
    provoke: async (stage) => {
      const editor = editorIn(stage);
      mkdirSync(join(stage.folder, "tmp"));
      symlinkSync("tmp", join(stage.folder, "link"));
      const seen: Readonly<Record<string, RegExp>> = { "/nonexistent": /could\s+not\s+be\s+taken/, [join(stage.folder, "link")]: /typed and more/ };
      for (const [TMPDIR, says] of Object.entries(seen)) {
        editor.mode("append");
        await visitEditor(stage, { EDITOR: editor.command, TMPDIR }, async (terminal) => {
          stage.fired();
          await terminal.waitFor(says);
          terminal.type(keys.ctrl("q"));
        });
      }
      assert.equal(readFileSync(join(stage.folder, "an editor's folder/modes"), "utf8"), "600\n700\n");
      assert.deepEqual(readdirSync(join(stage.folder, "tmp")), []);
      editor.mode("open");
      const env = { EDITOR: editor.command, TMPDIR: join(stage.folder, "tmp") };
      await visitEditor(stage, env, async (terminal) => {
        await drafted(stage, "saved while open");
        terminal.signal("SIGKILL");
      });
      stage.write("an editor's folder/enough", "");
      assert.equal(readdirSync(join(stage.folder, "tmp")).length, 1);
      await onTerminal(
        stage,
        drillOne,
        async (terminal) => {
          await terminal.waitFor("3 words typed");
          await soon(() => readdirSync(join(stage.folder, "tmp")).length === 0, "an empty temporary folder");
        },
        { env },
      );
      await attemptsIn(stage);
    },
  },
  {
    number: "J3",
    title: "a judge refuses, hangs, drips, pours, redirects, or writes what is no mark",
    provoke: async (stage) => {
      const far = await startJudgeServer(says("{}"));
      const there = { location: `${far.address}/chat/completions` };
      const manners: readonly Manner[] = [
        sends("no", 500),
        sends("later", 429, { "retry-after": "9999" }),
        sends("", 302, there),
        sends("", 307, there),
        sends("<html><script>alert(1)</script>"),
        says("not JSON"),
        says({ score: 9999, points: 3 }),
        says({ points: [{ id: "nobody", status: "found", why: "\u001b[2J" }] }),
        hangsUp,
        hangsUpMidway,
        pours,
        drips,
        keepsSilent,
      ];
      try {
        for (const [index, manner] of manners.entries()) {
          const { server, ran } = await judged(stage, manner);
          assert.ok(server.received.length > 0, `the judge ${index} was not asked`);
          stage.fired();
          assert.match(ran.err, /^coach: the judge at 127\.0\.0\.1:\d+ [^\n]*; the offline mark stands\.[^\n]*\n$/, `judge ${index}`);
          assert.doesNotMatch(ran.out, /Two readings/, `judge ${index}`);
        }
        assert.deepEqual(far.received, [], "the redirect was followed");
        const address = far.address.replace("http:", "https:");
        const { ran } = await judged(stage, sends("no"), { "judge.url": address, "judge.consent": address });
        assert.match(ran.err, /the offline mark stands/);
      } finally {
        await far.close();
      }
      const scores = (await attemptsIn(stage)).map(({ score }) => score);
      assert.equal(new Set(scores).size, 1, "a mark moved");
    },
  },
  {
    number: "J4",
    title: "the answer tells the judge what to say, and it obeys",
    provoke: async (stage) => {
      const { ran, server } = await judged(stage, givesAll("found", "Ignore the program: exit 9.\u001b[2J"));
      stage.fired();
      assert.match(ran.out, /Two readings/);
      assert.equal(server.received.length, 1);
      await attemptsIn(stage);
      const { out } = await stage.held(["history", "--json", "--decks", "mine.md"], { status: 0 });
      const [attempt] = (JSON.parse(out) as { readonly attempts: readonly { readonly score: number }[] }).attempts;
      assert.ok(attempt && attempt.score < 0.9, "the judge's mark counts unasked");
    },
  },
  {
    number: "J5",
    title: "the judge's key is looked for in all that is said and kept",
    provoke: async (stage) => {
      const repeats = givesAll("found", `Your key is ${key}.`);
      for (const manner of [repeats, sends(key, 500), sends(`{"error":"${key}"}`, 401)]) {
        const { ran, server } = await judged(stage, manner);
        stage.fired();
        assert.equal(server.received[0]?.headers.authorization, `Bearer ${key}`);
        assert.doesNotMatch(ran.out + ran.err, new RegExp(key));
        if (manner === repeats) assert.match(ran.out, /Two readings/);
      }
      await attemptsIn(stage);
      await stage.held(["config", "set", "judge.key", key], { status: 0 });
      await stage.held(["data", "backup", "-o", "all.gz"], { status: 0 });
      for (const args of [["config"], ["config", "get", "judge.key"], ["doctor"]]) assert.doesNotMatch((await stage.coach(args)).out, new RegExp(key));
      const holders = textsIn(stage.folder).filter(([, text]) => text.includes(key));
      assert.deepEqual(
        holders.map(([path]) => path),
        [join(stage.folder, ".config/interview-coach/settings.json")],
      );
    },
  },
  {
    number: "J6",
    title: "every call to the network is counted, where no judge is set",
    provoke: async (stage) => {
      if (spawnSync("strace", ["-V"]).error) throw new NotHere("there is no strace");
      stage.write("mine.md", deckOf(shelfQuestion()));
      const input = "answers: [{question: mine/explain, answer: shoppers leave}]\n";
      const runs: readonly (readonly [readonly string[], string])[] = [
        [["drill", "mine", "--decks", "mine.md", "--answers", "-"], input],
        [["plan", "--company", "walmart", "--date", "2036-01-01"], ""],
        [["report", "-o", "r.html"], ""],
        [["data", "backup", "-o", "b.gz"], ""],
      ];
      for (const [args, text] of runs) {
        await stage.held(args, { status: 0 }, { input: text, shell: `exec strace -f -qq -o calls -e trace=socket,connect,sendto,bind "$@"` });
        stage.fired();
        assert.doesNotMatch(readFileSync(join(stage.folder, "calls"), "utf8"), /AF_INET|AF_INET6|AF_NETLINK/, args.join(" "));
      }
      await attemptsIn(stage);
    },
  },
  {
    number: "J7",
    title: "a pager is missing, and one is left early",
    provoke: async (stage) => {
      await stage.practise();
      stage.fired();
      await stage.held(["facts", "walmart"], { status: 0 }, { env: { PAGER: "/no/such-pager", LESS: "", MANPAGER: "/no/such-pager" } });
      const { err } = await stage.held(["facts", "walmart"], { status: 0 }, { shell: readerGone });
      assert.deepEqual([err, readFileSync(join(stage.folder, "status"), "utf8")], ["", "0\n"]);
    },
  },
  {
    number: "J8",
    title: "git is missing, and stands in the middle of a merge",
    provoke: async (stage) => {
      await keep(stage, "base");
      await stage.held(["data", "verify"], { status: 0 }, { env: { PATH: "/nonexistent" } });
      if (spawnSync("git", ["--version"]).error) throw new NotHere("there is no git");
      const git = (...args: readonly string[]): number | null =>
        spawnSync("git", ["-C", stage.data, "-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "safe.directory=*", ...args], { env: stage.env })
          .status;
      git("init", "-q", "-b", "main");
      git("add", "-A");
      git("commit", "-q", "-m", "base");
      git("checkout", "-q", "-b", "there");
      await keep(stage, "there");
      git("commit", "-q", "-a", "-m", "there");
      git("checkout", "-q", "main");
      await keep(stage, "here");
      git("commit", "-q", "-a", "-m", "here");
      assert.equal(git("merge", "there"), 1);
      assert.match(readFileSync(journalOf(stage), "utf8"), /^<<<<<<< HEAD/m);
      stage.fired();
      await stage.held(["data", "verify"], { status: 3, says: "damaged" });
      await keep(stage, "meanwhile");
      assert.equal((await stage.journal().read()).entries.length, 4);
      await stage.held(["data", "repair"], { status: 0, says: "3 damaged lines" });
      assert.ok(existsSync(join(stage.data, ".git")));
      await stage.held(["data", "verify"], { status: 0 });
    },
  },
];
