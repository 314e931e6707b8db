// Room: terminal. The state of a running prompt and what happens when it changes: hooks of @inquirer/core, whose only door this is.
import { PassThrough, Writable } from "node:stream";
import { createPrompt, useEffect, useState } from "@inquirer/core";
import type { RoomState } from "./room-state.ts";

export type Change<S> = (room: RoomState<S>) => RoomState<S>;

export type Move<S> = (change: Change<S>) => void;

/** What a prompt does while it lives. What one of these throws ends the prompt with that error. */
export interface Life<S> {
  /** Shows a state; of the first one too, which may stand on the screen already. */
  show(room: RoomState<S>): void;
  /** From now on the state may be changed. */
  begin(move: Move<S>): void;
  /** Waits for the next second; gives the way to stop waiting. */
  tick(room: RoomState<S>): () => void;
  /** Does what a key wished for. */
  grant(room: RoomState<S>): void;
}

/**
 * Lives from a first state to an ending. The hooks and the life of the prompt are @inquirer/core's. Its painting and its keys are not used: its
 * screen cannot place the cursor inside a text of many lines and leaves ghosts in a narrower window, and its readline ends at Ctrl-D and
 * dies of Ctrl-Z.
 */
export function keepAlive<S>(first: RoomState<S>, life: Life<S>): Promise<RoomState<S>> {
  let failure: { readonly error: unknown } | undefined;
  const start = createPrompt<RoomState<S>, object>((_, done) => {
    const [room, setRoom] = useState<RoomState<S>>(() => first);
    // What fails in a timer or a key would end the program; told in the view, it ends the prompt, and the caller may save.
    const move: Move<S> = (change) => {
      try {
        setRoom(change);
      } catch (error) {
        failure = { error };
        setRoom((current) => ({ ...current }));
      }
    };
    useEffect(() => life.begin(move), []);
    useEffect(() => life.tick(room), [room.seen, room.countdown]);
    useEffect(() => life.grant(room), [room.wish]);
    if (failure !== undefined) throw failure.error;
    if (room.ending !== undefined) done(room);
    else life.show(room);
    return "";
  });
  const silence = new Writable({ write: (_chunk, _encoding, written) => written() });
  return start({}, { input: new PassThrough(), output: silence });
}
