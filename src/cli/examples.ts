// Room: cli. The examples that each command's help shows; the documentation's tests run them.
import type { Command } from "commander";

const examples: Readonly<Record<string, readonly string[]>> = {
  coach: ["coach", "coach quiz walmart"],
  "coach drill": [
    "coach drill walmart",
    "coach drill jd/ai-pm/cases --count 2",
    "coach drill metrics --minutes 20 --weak",
    "coach drill --answers answers.yaml --json",
  ],
  "coach quiz": ["coach quiz walmart", "coach quiz jd --count 5 --kind choice,recall"],
  "coach star": ["coach star", "coach star general/behavioural/star/colleague-clash", "coach star list"],
  "coach star list": ["coach star list", "coach star list --json"],
  "coach star show": ["coach star show 1", "coach star show 1 2"],
  "coach star edit": ["coach star edit 1", "EDITOR=nano coach star edit feed"],
  "coach star split": ["coach star split 1 3"],
  "coach star remove": ["coach star remove 2", "coach star remove feed --yes"],
  "coach star tell": ["coach star tell 1 --seconds 30", "coach star tell feed --to general/behavioural/star/own-failure"],
  "coach star recall": ["coach star recall", "coach star recall --count 3"],
  "coach star map": ["coach star map --company jd", "coach star map --company walmart --role ai-pm --uses 1"],
  "coach star tag": ["coach star tag 1 conflict leadership", "coach star tag 1 negotiation --remove"],
  "coach mock": ["coach mock walmart/ai-pm", "coach mock jd/ai-pm --round 3 --pace 0.5", "coach mock walmart/ai-pm --resume -o debrief.md"],
  "coach plan": ["coach plan --date 2026-12-15 --company walmart --role ai-pm", "coach plan --minutes-per-day 45", "coach plan --readiness"],
  "coach warmup": ["coach warmup", "coach warmup walmart/ai-pm"],
  "coach debrief": ["coach debrief", "coach debrief walmart/ai-pm --answers round.yaml"],
  "coach debrief list": ["coach debrief list", "coach debrief list --json"],
  "coach debrief show": ["coach debrief show", "coach debrief show 2"],
  "coach debrief heard": ["coach debrief heard 1 through"],
  "coach peer": ["coach peer walmart/ai-pm --round 3 -o for-sam.md", "coach peer import for-sam.md --from Sam", "coach peer show"],
  "coach peer import": ["coach peer import for-sam.md", "coach peer import for-sam.md --from Sam --json"],
  "coach peer show": ["coach peer show", "coach peer show 2 --json"],
  "coach grade": [
    "coach grade walmart/ai-pm/cases/out-of-stock answer.txt",
    "pbpaste | coach grade walmart/ai-pm/cases/out-of-stock",
    "coach grade --batch answers.jsonl --json",
  ],
  "coach frameworks": ["coach frameworks list", "coach frameworks show retail-impact-triangle", "coach frameworks practice star"],
  "coach frameworks list": ["coach frameworks list", "coach frameworks list --json"],
  "coach frameworks show": ["coach frameworks show retail-impact-triangle"],
  "coach frameworks practice": [
    "coach frameworks practice retail-impact-triangle",
    "coach frameworks practice rfm --no-timer",
    "coach frameworks practice star --answers answers.yaml --json",
  ],
  "coach loops": ["coach loops list", "coach loops show walmart/ai-pm"],
  "coach loops list": ["coach loops list", "coach loops list --json"],
  "coach loops show": ["coach loops show walmart/ai-pm", "coach loops show jd/ai-pm"],
  "coach decks": ["coach decks list", "coach decks lint my-decks/"],
  "coach decks list": ["coach decks list", "coach decks list walmart --json"],
  "coach decks show": ["coach decks show walmart/ai-pm/cases"],
  "coach decks lint": ["coach decks lint", "coach decks lint my-decks/", "coach decks lint my-decks/ --lock"],
  "coach history": ["coach history", "coach history --company walmart --limit 50", "coach history 3"],
  "coach explain": ["coach explain", "coach explain 3", "coach explain --json"],
  "coach stats": ["coach stats", "coach stats --company walmart --since 2026-11-01", "coach stats --json"],
  "coach rescore": ["coach rescore", "coach rescore walmart --since 2026-11-01", "coach rescore --apply"],
  "coach rate": ["coach rate hard", "coach rate easy 3"],
  "coach undo": ["coach undo", "coach undo --redo"],
  "coach facts": ["coach facts walmart", "coach facts jd --json"],
  "coach report": ["coach report -o report.html", "coach report --company walmart --since 2026-11-01 --with-answers -o report.html"],
  "coach export": [
    "coach export plan --date 2026-12-15 --company walmart -o plan.md",
    "coach export checklist --company walmart -o prep.md",
    "coach export stories -o stories.html",
    "coach export cards walmart/ai-pm -o walmart.txt",
    "coach export calendar --date 2026-12-15 --company walmart -o plan.ics",
    "coach export scores -o scores.csv",
  ],
  "coach data": ["coach data verify", "coach data backup -o prep.json.gz"],
  "coach data path": ["coach data path"],
  "coach data verify": ["coach data verify", "coach data verify --json"],
  "coach data repair": ["coach data repair"],
  "coach data backup": ["coach data backup", "coach data backup -o prep.json.gz --force"],
  "coach data restore": ["coach data restore prep.json.gz"],
  "coach data merge": ["coach data merge /media/usb/interview-coach", "coach data merge journal-1a2b3c4d.jsonl"],
  "coach config": ["coach config", "coach config set interview-date 2026-12-15", "coach config get role"],
  "coach config get": ["coach config get interview-date"],
  "coach config set": ["coach config set interview-date 2026-12-15", "coach config set plain true", "coach config set judge.url http://127.0.0.1:11434/v1"],
  "coach config unset": ["coach config unset interview-date"],
  "coach completion": [
    "coach completion bash >> ~/.bashrc",
    "coach completion zsh > ~/.zfunc/_coach",
    "coach completion fish > ~/.config/fish/completions/coach.fish",
  ],
};

/** The examples of a command, one a line, indented; empty when it has none. */
export function examplesOf(command: Command): string {
  const names: string[] = [];
  for (let current: Command | null = command; current; current = current.parent) names.unshift(current.name());
  return (examples[names.join(" ")] ?? []).map((line) => `  $ ${line}\n`).join("");
}

/** Every example, for the tests. */
export const allExamples: readonly string[] = Object.values(examples).flat();
