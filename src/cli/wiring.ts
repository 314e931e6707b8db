// Room: cli. What ties a command to its app. Types only.
import type { Command } from "commander";
import type { App } from "./app.ts";

/** What a command file gets: the way to its app, and the way to say how it ended. */
export interface Wiring {
  app(command: Command): Promise<App>;
  end(status: number): void;
}
