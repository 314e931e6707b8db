// Room: domain. A round that a friend plays: the script they read from, with its form, and the hidden marks by which the form is read back.
import type { Chair } from "./mock.ts";
import type { QuestionId } from "./question.ts";

/** What the friend gives a level for: a signal of the loop, or a dimension where no signal applies. */
export interface Scale {
  readonly of: "signal" | "dimension";
  readonly id: string;
  readonly name: string;
  /** Key points of the question that show it, in words; none for a dimension. */
  readonly shownBy: readonly string[];
  /** What each level looks like, 1 to 5. */
  readonly anchors: readonly string[];
}

/** A key point as the friend listens for it. */
export interface PeerPoint {
  readonly id: string;
  readonly text: string;
  readonly weight: number;
}

/** What to ask when a key point was not heard. `point` is undefined where it fits any answer. */
export interface PeerProbe {
  readonly point: PeerPoint | undefined;
  readonly words: string;
}

export interface PeerQuestion {
  readonly id: QuestionId;
  readonly title: string;
  readonly minutes: number;
  /** Whose chair the friend sits in for it. */
  readonly person: string;
  readonly prompt: string;
  /** The heaviest first. */
  readonly points: readonly PeerPoint[];
  /** What a weak answer does. */
  readonly pitfalls: readonly string[];
  /** In the order in which they come into question: one is asked at most. */
  readonly probes: readonly PeerProbe[];
  readonly scales: readonly Scale[];
}

/** All that a friend needs to play one round. */
export interface PeerScript {
  /** The loop's id. */
  readonly loop: string;
  readonly company: string;
  readonly role: string;
  /** The round's id. */
  readonly round: string;
  readonly title: string;
  /** Its place in the loop, from 1. */
  readonly number: number;
  readonly minutes: number;
  readonly chairs: readonly Chair[];
  /** What the loop's signals mean, of those that a question of the script has a scale for. */
  readonly signals: readonly { readonly name: string; readonly about: string; readonly shownBy: readonly string[] }[];
  readonly seed: number;
  /** When the script was made; it tells one form from another. */
  readonly made: string;
  readonly questions: readonly PeerQuestion[];
}

/** A hidden mark of a form: what stands in its line, and of what. Its words hold no blanks. */
export interface PeerMark {
  readonly what: "form" | "from" | "question" | "point" | "signal" | "dimension" | "note" | "end";
  /** For a form: version, moment, loop, round, questions. Else the question's number, from 1, and an id where there is one. */
  readonly of: readonly string[];
}

/** Version of the form; a newer one is not read. */
export const peerFormVersion = "1";

/** The words of a mark, to stand in a comment. */
export function tellPeerMark({ what, of }: PeerMark): string {
  return ["coach", what, ...of].join(" ");
}

const kindsOfMark: readonly PeerMark["what"][] = ["form", "from", "question", "point", "signal", "dimension", "note", "end"];

/** The mark of a comment's words; undefined where they are none. */
export function readPeerMark(words: string): PeerMark | undefined {
  const [lead, name, ...of] = words.trim().split(/\s+/);
  const what = kindsOfMark.find((kind) => kind === name);
  return lead === "coach" && what ? { what, of } : undefined;
}
