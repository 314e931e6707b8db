// Room: tests. F: terminals of every size and mood, and what comes from their keyboards; all with the built program.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { deckOf, pickQuestion, shelfQuestion } from "../support/shelf-question.ts";
import { keys, type TestTerminal } from "../support/terminal.ts";
import { type Fault, type Faults, NotHere, type Stage } from "./fault.ts";
import { kindsAsked, writeKinds } from "./kinds.ts";
import { attemptsIn, clocksAt, drafted, drillOne, onTerminal, type OnTerminal, soon } from "./on-terminal.ts";

const ready = "^D hand in";
const handIn = keys.ctrl("d");

/** Asks a question of each kind in turn, the story too, and plays with each; then leaves by Ctrl-C. */
async function withEachKind(stage: Stage, play: (terminal: TestTerminal, kind: string) => Promise<unknown>, how: OnTerminal = {}): Promise<void> {
  writeKinds(stage);
  for (const args of kindsAsked) {
    await onTerminal(
      stage,
      args,
      async (terminal) => {
        await terminal.waitFor(/\^N skip/);
        await play(terminal, args[1] ?? "star");
        terminal.type(keys.ctrl("c"));
        assert.equal((await terminal.ended).status, 130);
      },
      how,
    );
  }
}

/** Types something at the one open question, hands in, and gives the text that was kept. */
async function answered(stage: Stage, type: (terminal: TestTerminal) => Promise<unknown>, how: OnTerminal = {}): Promise<string> {
  await onTerminal(
    stage,
    drillOne,
    async (terminal) => {
      await terminal.waitFor(ready);
      await type(terminal);
      stage.fired();
      terminal.type(handIn);
      await terminal.waitFor("What did you say?");
    },
    how,
  );
  return textKept(stage);
}

async function textKept(stage: Stage): Promise<string> {
  const attempts = await attemptsIn(stage);
  return attempts.at(-1)?.answer.text ?? "";
}

/** What is typed gives this answer. */
function gives(number: string, title: string, typed: readonly string[], text: string, how: OnTerminal = {}): Fault {
  return {
    number,
    title,
    provoke: async (stage) => {
      const kept = await answered(
        stage,
        async (terminal) => {
          for (const piece of typed) {
            terminal.type(piece);
            await new Promise((resolve) => setTimeout(resolve, 120));
          }
          await terminal.waitFor(/\d words?/);
        },
        how,
      );
      assert.equal(kept, text);
    },
  };
}

/** Says of a terminal after the program whether it echoes and takes lines; and that the cursor was shown last. */
const thenModes = '"$@"; stty -a | tr " ;" "\\n\\n" | grep -x -e "-\\?echo" -e "-\\?icanon" | tr "\\n" " "';

const sentence = "Every empty shelf is a lost sale.";

export const terminalFaults: Faults = [
  {
    number: "F1",
    title: "windows of every size, and of none",
    provoke: async (stage) => {
      const sizes = [
        [80, 24],
        [60, 20],
        [40, 10],
        [20, 5],
        [300, 100],
        [0, 0],
      ] as const;
      for (const [columns, rows] of sizes) {
        const how = columns === 0 ? { shell: 'stty cols 0 rows 0; exec "$@"' } : { columns, rows };
        await onTerminal(
          stage,
          drillOne,
          async (terminal) => {
            await terminal.waitFor(/\d left/);
            terminal.type("some words and more");
            const screen = await terminal.waitFor("more");
            stage.fired();
            assert.match(screen, /[45]:\d\d left/);
            assert.ok(screen.split("\n").length <= (rows || 24), `${columns} by ${rows}`);
            assert.ok((screen.split("\n")[terminal.cursor().row] ?? "").endsWith("more"), `the cursor is lost at ${columns} by ${rows}`);
            terminal.type(keys.ctrl("q"));
            assert.equal((await terminal.ended).status, 0);
          },
          how,
        );
      }
      await attemptsIn(stage);
    },
  },
  {
    number: "F2",
    title: "the window changes its size at each prompt",
    provoke: (stage) =>
      withEachKind(stage, async (terminal) => {
        for (const [columns, rows] of [
          [50, 16],
          [100, 30],
          [30, 10],
          [80, 24],
          [45, 20],
        ] as const) {
          await terminal.resize(columns, rows);
          stage.fired();
          // At each size, since a terminal that is as wide as before puts what it broke together again.
          // A small window has no room for every key, and names the one that hands in before others.
          const wanted = [/\d:\d\d left/g, /hand in/g];
          await terminal.waitFor(() => wanted.every((once) => terminal.screen().match(once)?.length === 1));
        }
      }),
  },
  {
    number: "F3",
    title: "pastes of 200 lines, of 100 KB on a line, of escape codes and NUL",
    provoke: async (stage) => {
      const lines = Array.from({ length: 200 }, (_, index) => `line ${index + 1}`);
      assert.equal(
        await answered(stage, (terminal) => {
          terminal.type(lines.join("\r"));
          return terminal.waitFor("line 200");
        }),
        lines.join("\n"),
      );
      const long = "word ".repeat(20_000).trim();
      assert.equal(
        await answered(stage, (terminal) => {
          terminal.type(keys.paste(long));
          return terminal.waitFor("20000 words");
        }),
        long,
      );
      assert.equal(
        await answered(stage, (terminal) => {
          terminal.type(keys.paste(`a\u0000b\u001b[2Jc\u001b]0;owned\u0007d\u009b31me`));
          return terminal.waitFor(/ab/);
        }),
        "ab[2Jc]0;ownedd31me",
      );
    },
  },
  {
    number: "F4",
    title: "a paste between marks holds keys",
    provoke: async (stage) => {
      let bytes = "";
      const kept = await answered(stage, async (terminal) => {
        terminal.type(keys.paste(`one${handIn}${keys.ctrl("c")}${keys.ctrl("q")}\r\ntwo`));
        await terminal.waitFor("two");
        bytes = terminal.bytes();
      });
      assert.equal(kept, "one\ntwo");
      assert.ok(bytes.includes("\u001b[?2004h"), "the terminal is not asked for marks");
    },
  },
  {
    number: "F5",
    title: "wide letters, marks that combine, families of emoji and words from right to left",
    provoke: async (stage) => {
      const odd = "日本語 e\u0301 👩‍👩‍👧‍👦 رفوف فارغة ok";
      stage.write("mine.md", deckOf(shelfQuestion({ minutes: 5 })).replace("Explain why", `${odd}: explain why`));
      const kept = await answered(stage, async (terminal) => {
        terminal.type("日本語 a");
        await terminal.waitFor("日本語 a");
        const row = terminal
          .screen()
          .split("\n")
          .findIndex((line) => line.startsWith("日本語 a"));
        assert.deepEqual(terminal.cursor(), { column: 8, row });
        terminal.type(`\r${odd}`);
        await terminal.waitFor(/\nok|ok\n/);
      });
      assert.equal(kept, `日本語 a\n${odd}`);
    },
  },
  {
    number: "F10",
    title: "the output is a file while the keyboard is a terminal",
    provoke: async (stage) => {
      await stage.practise();
      for (const [args, status, says] of [
        [drillOne, 2, "there is no terminal to ask on"],
        [["history"], 0, ""],
        [[], 0, ""],
      ] as const) {
        const bytes = await onTerminal(stage, args, (terminal) => terminal.ended, { shell: '"$@" > out; echo "status $?"' });
        stage.fired();
        assert.ok(bytes.includes(says) && bytes.includes(`status ${status}`), bytes);
        assert.doesNotMatch(readFileSync(join(stage.folder, "out"), "utf8"), /\u001b/);
      }
    },
  },
  {
    number: "F11",
    title: "Ctrl-D where nothing is typed, and after a text",
    provoke: async (stage) => {
      const kept = await answered(stage, async (terminal) => {
        terminal.type(handIn);
        await terminal.waitFor("Nothing is typed yet");
        terminal.type(sentence);
        await terminal.waitFor("sale.");
      });
      assert.equal(kept, sentence);
    },
  },
  {
    number: "F12",
    title: "Ctrl-Z as the first key",
    provoke: async (stage) => {
      await onTerminal(
        stage,
        drillOne,
        async (terminal) => {
          await terminal.waitFor("$");
          terminal.type('"$@"\r');
          await terminal.waitFor(/\d left/);
          terminal.type(keys.ctrl("z"));
          await terminal.waitFor("Stopped");
          stage.fired();
          const before = terminal.bytes().length;
          terminal.type("stty -a | grep -o ' -\\?echo ' | tr -d ' '; fg\r");
          await terminal.waitFor(() => terminal.bytes().slice(before).includes("left"));
          assert.match(terminal.bytes().slice(before), /\recho\r|\necho\r/);
          terminal.type(`${sentence}`);
          await terminal.waitFor("sale.");
          terminal.type(handIn);
          await terminal.waitFor("What did you say?");
        },
        { shell: 'exec bash --norc -i -s "$@"', env: { PS1: "$ " } },
      );
      assert.equal(await textKept(stage), sentence);
    },
  },
  {
    number: "F13",
    title: "keys are pressed before the prompt is there",
    provoke: async (stage) => {
      await onTerminal(
        stage,
        drillOne,
        async (terminal) => {
          await terminal.waitFor("soon");
          terminal.type(`early${handIn}early\r`);
          await terminal.waitFor("early");
          stage.fired();
          stage.write("go", "");
          await terminal.waitFor(ready);
          terminal.type(sentence);
          await terminal.waitFor("sale.");
          terminal.type(handIn);
          await terminal.waitFor("What did you say?");
        },
        { shell: 'echo soon; until [ -e go ]; do sleep 0.05; done; exec "$@"' },
      );
      assert.equal(await textKept(stage), sentence);
    },
  },
  {
    number: "F14",
    title: "a key is held down for a minute",
    provoke: async (stage) => {
      let painted = 0;
      const kept = await answered(stage, async (terminal) => {
        const before = terminal.bytes().length;
        // 30 a second, as keyboards repeat, sent faster than that.
        for (let turn = 0; turn < 60; turn += 1) {
          terminal.type("x".repeat(30));
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        for (let turn = 0; turn < 60; turn += 1) terminal.type(keys.left.repeat(30));
        terminal.type("first ");
        await terminal.waitFor(/first\s+x/);
        painted = terminal.bytes().length - before;
      });
      assert.equal(kept, `first ${"x".repeat(1800)}`);
      // Ten thousand are usual; half a million are painted where each key is.
      assert.ok(painted < 100_000, `${painted} bytes were painted`);
    },
  },
  gives("F15", "an arrow key comes in two reads", ["ab", "\u001b", "[D", "X"], "aXb"),
  gives(
    "F16",
    "escape codes that nobody knows",
    ["a", "\u001b[99;99~", "\u001b[?1;2c", "\u001bOz", "\u001b]11;rgb:0/0/0\u0007", "\u001bP1$r\u001b\\", "\u001b[<0;1;1M", "b"],
    "ab",
  ),
  {
    number: "F17",
    title: "each key comes 300 ms after the one before, its codes in pieces",
    provoke: async (stage) => {
      const kept = await answered(stage, async (terminal) => {
        const type = async (piece: string, wait: number): Promise<void> => {
          terminal.type(piece);
          await new Promise((resolve) => setTimeout(resolve, wait));
        };
        for (const letter of "shop") await type(letter, 300);
        for (const pieces of [
          ["\u001b[", "D"],
          ["\u001b", "[D"],
        ]) {
          const start = performance.now();
          await type(pieces[0] ?? "", 150);
          // Half a code is waited for a quarter of a second: a machine that is too busy to send the rest by then cannot provoke this.
          if (performance.now() - start > 220) throw new NotHere("this machine is too busy to keep time");
          await type(pieces[1] ?? "", 300);
        }
        for (const letter of "Xé") await type(letter, 300);
        await terminal.waitFor("shXéop");
      });
      assert.equal(kept, "shXéop");
    },
  },
  {
    number: "F18",
    title: "within script(1), and within tmux where there is one",
    provoke: async (stage) => {
      if (spawnSync("script", ["--version"]).error) throw new NotHere("there is no script(1)");
      const kept = await answered(
        stage,
        (terminal) => {
          terminal.type(sentence);
          return terminal.waitFor("sale.");
        },
        { shell: 'line=""; for word in "$@"; do line="$line \'$word\'"; done; exec script -qec "$line" typescript' },
      );
      assert.equal(kept, sentence);
      if (!spawnSync("tmux", ["-V"]).error) await inTmux(stage);
    },
  },
  {
    number: "F19",
    title: "every way to leave gives the terminal back",
    provoke: async (stage) => {
      const ways: readonly (readonly [string, (terminal: TestTerminal) => void])[] = [
        ["quit", (terminal) => terminal.type(keys.ctrl("q"))],
        ["interrupt", (terminal) => terminal.type(keys.ctrl("c"))],
        ["skip", (terminal) => terminal.type(keys.ctrl("n") + keys.ctrl("n"))],
        ["SIGTERM", () => spawnSync("sh", ["-c", `kill -TERM $(cat ${join(stage.folder, "pid")})`])],
        ["SIGHUP", () => spawnSync("sh", ["-c", `kill -HUP $(cat ${join(stage.folder, "pid")})`])],
      ];
      const shell = `(echo $$ > none; sh -c 'echo $$ > pid; exec "$@"' sh "$@"); ${thenModes.slice('"$@"; '.length)}`;
      for (const [way, leave] of ways) {
        const bytes = await onTerminal(
          stage,
          drillOne,
          async (terminal) => {
            await terminal.waitFor(ready);
            terminal.type("half an answer");
            await terminal.waitFor("half an answer");
            leave(terminal);
            stage.fired();
            await terminal.ended;
          },
          { shell },
        );
        assert.match(bytes, /(?<!-)(?:icanon echo|echo icanon)/, `${way}: ${bytes.slice(-200)}`);
        for (const [on, off] of [
          ["\u001b[?25h", "\u001b[?25l"],
          ["\u001b[?2004l", "\u001b[?2004h"],
          ["\u001b[?7h", "\u001b[?7l"],
        ] as const)
          assert.ok(bytes.lastIndexOf(on) >= bytes.lastIndexOf(off), `${way} leaves ${JSON.stringify(off)}`);
      }
      await attemptsIn(stage);
    },
  },
  {
    number: "F20",
    title: "--plain moves no cursor, on a terminal",
    provoke: async (stage) => {
      const plain = async (text: string, steps: readonly (readonly [string, string])[]): Promise<void> => {
        stage.write("mine.md", deckOf(text));
        const play = async (terminal: TestTerminal): Promise<void> => {
          for (const [said, typed] of steps) {
            await terminal.waitFor(said);
            terminal.type(typed);
          }
          assert.equal((await terminal.ended).status, 0);
        };
        const bytes = await onTerminal(stage, [...drillOne, "--plain"], play, { env: { NO_COLOR: "1" } });
        stage.fired();
        assert.doesNotMatch(bytes, /\u001b|\r(?!\r*\n)|\u0008/);
      };
      await plain(pickQuestion, [
        ["Your letter:", "a\r"],
        ["Enter for how it went", "\r"],
      ]);
      await plain(shelfQuestion(), [
        ["hands it in", `${sentence}\r.\r`],
        ["Number, or Enter", "\r"],
      ]);
      await attemptsIn(stage);
    },
  },
  {
    number: "F21",
    title: "a screen reader hears the clock a few times, not each second",
    provoke: async (stage) => {
      const clocks = clocksAt(stage, undefined);
      await onTerminal(
        stage,
        [...drillOne, "--plain"],
        async (terminal) => {
          await terminal.waitFor("You have 5 minutes.");
          const from = terminal.bytes().length;
          const heard = (): readonly string[] =>
            terminal
              .bytes()
              .slice(from)
              .match(/[^\r\n]*\b(?:left|seconds|minutes?|up)\b[^\r\n]*/g) ?? [];
          // Four minutes pass in steps of ten seconds: more seconds than anybody wants to hear of.
          for (let at = 10; at <= 280; at += 10) {
            clocks.move({ wall: at * 1000, monotonic: at * 1000 });
            await new Promise((resolve) => setTimeout(resolve, 130));
          }
          stage.fired();
          await terminal.waitFor(() => heard().length > 0);
          clocks.move({ wall: 292_000, monotonic: 292_000 });
          await new Promise((resolve) => setTimeout(resolve, 2500));
          assert.ok(heard().length >= 1 && heard().length <= 4, heard().join(" / "));
        },
        { env: clocks.env },
      );
    },
  },
  {
    number: "F23",
    title: "the locale is not UTF-8, and the bytes are",
    provoke: async (stage) => {
      for (const locale of ["en_US.ISO-8859-1", "POSIX"]) {
        const kept = await answered(
          stage,
          (terminal) => {
            terminal.type("Größe, 招聘, 😀");
            return terminal.waitFor("😀");
          },
          { env: { LANG: locale, LC_ALL: locale } },
        );
        assert.equal(kept, "Größe, 招聘, 😀");
      }
    },
  },
  {
    number: "F24",
    title: "answers bear the line ends of Windows, in a file, typed and pasted",
    provoke: async (stage) => {
      stage.write("mine.md", deckOf(shelfQuestion({ id: "first", minutes: 5 })).replaceAll("\n", "\r\n"));
      const input = "answers:\r\n  - question: mine/first\r\n    answer: |\r\n      from a file\r\n      it is\r\n";
      await stage.held(["drill", "mine", "--decks", "mine.md", "--answers", "-"], { status: 0 }, { input });
      assert.equal(await textKept(stage), "from a file\nit is");
      const kept = await answered(stage, async (terminal) => {
        terminal.type("typed\r\nby a program\r\n");
        await terminal.waitFor("by a program");
        terminal.type(keys.paste("pasted\r\nfrom\ran editor"));
        await terminal.waitFor("an editor");
      });
      assert.equal(kept, "typed\nby a program\npasted\nfrom\nan editor");
    },
  },
];

/** Drills within tmux, which is a terminal of its own kind. */
async function inTmux(stage: Stage): Promise<void> {
  const env = { ...stage.env, TMUX_TMPDIR: stage.folder };
  const tmux = (...args: readonly string[]): string =>
    spawnSync("tmux", ["-L", "fault", "-f", "/dev/null", ...args], { cwd: stage.folder, env, encoding: "utf8" }).stdout;
  const before = (await attemptsIn(stage)).length;
  tmux("new-session", "-d", "-x", "80", "-y", "24", process.execPath, stage.launcher, ...drillOne);
  try {
    await soon(() => tmux("capture-pane", "-p").includes(ready), "the prompt in tmux");
    tmux("send-keys", "-l", sentence);
    await soon(() => tmux("capture-pane", "-p").includes("sale."), "the answer in tmux");
    await drafted(stage, "sale.");
    tmux("send-keys", "C-d");
    await soon(() => tmux("capture-pane", "-p", "-S", "-").includes("What did you say?"), "the marks in tmux");
  } finally {
    tmux("kill-server");
  }
  assert.ok(existsSync(stage.data));
  assert.equal((await attemptsIn(stage)).length, before + 1);
}
