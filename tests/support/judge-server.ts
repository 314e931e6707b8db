// Room: tests. A real HTTP server on loopback that plays a judge, well or badly, and remembers what it was sent.
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One request that came. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The bodies' messages, joined; empty when the body is no such JSON. */
  readonly words: string;
}

export interface JudgeServer {
  /** `http://127.0.0.1:<port>/v1`. */
  readonly address: string;
  readonly received: readonly Received[];
  close(): Promise<void>;
}

/** How it behaves to one request. */
export type Manner = (response: ServerResponse, received: Received) => void;

/** Starts it. The first request gets the first manner, and so on; the last one stays. */
export async function startJudgeServer(...manners: readonly Manner[]): Promise<JudgeServer> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void readAll(request).then((text) => {
      const one = { method: request.method ?? "", path: request.url ?? "", headers: request.headers, text, words: wordsOf(text) };
      received.push(one);
      (manners[Math.min(received.length, manners.length) - 1] ?? says("{}"))(response, one);
    });
  });
  // A client that keeps connections for later keeps this one for an hour: a program that waits for it never ends.
  server.keepAliveTimeout = 3_600_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, received, close };
}

async function readAll(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

function wordsOf(text: string): string {
  try {
    const { messages } = JSON.parse(text) as { messages: readonly { content: string }[] };
    return messages.map(({ content }) => content).join("\n");
  } catch {
    return "";
  }
}

/** A reply as such servers send it, with this content. */
export function says(content: unknown): Manner {
  return (response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ choices: [{ message: { role: "assistant", content: typeof content === "string" ? content : JSON.stringify(content) } }] }));
  };
}

/** Gives every key point that it is asked about the same status. */
export function givesAll(status: string, comment = "Name the number."): Manner {
  return (response, received) => {
    const { response_format: format } = JSON.parse(received.text) as { response_format: { json_schema: { schema: Schema } } };
    const ids = format.json_schema.schema.properties.points.items.properties.id.enum;
    says({ points: ids.map((id) => ({ id, status, why: `Because of ${id}.` })), comment })(response, received);
  };
}

interface Schema {
  readonly properties: { readonly points: { readonly items: { readonly properties: { readonly id: { readonly enum: readonly string[] } } } } };
}

/** Bare bytes as the body. */
export function sends(body: string, status = 200, headers: Readonly<Record<string, string>> = {}): Manner {
  return (response) => {
    response.writeHead(status, headers);
    response.end(body);
  };
}

/** A byte every few milliseconds, for ever. */
export const drips: Manner = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const timer = setInterval(() => response.write(" "), 20);
  response.on("close", () => clearInterval(timer));
};

/** Nothing at all. */
export const keepsSilent: Manner = () => undefined;

/** The connection is cut before a word was said. */
export const hangsUp: Manner = (response) => response.destroy();

/** The connection is cut in the middle of the body. */
export const hangsUpMidway: Manner = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
  response.write('{"choices": [', () => response.destroy());
};

/** A body without an end. */
export const pours: Manner = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const part = "x".repeat(64 * 1024);
  const pour = (): void => {
    while (!response.destroyed && response.write(part));
  };
  response.on("drain", pour);
  pour();
};
