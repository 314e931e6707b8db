// Over a real server on loopback that misbehaves.
import { afterEach, describe, expect, test } from "vitest";
import { clean } from "../../../src/content/clean.ts";
import { askJudge, type JudgeEnd, type JudgeSetting } from "../../../src/judge/judge.ts";
import {
  drips,
  givesAll,
  hangsUp,
  hangsUpMidway,
  type JudgeServer,
  keepsSilent,
  type Manner,
  pours,
  says,
  sends,
  startJudgeServer,
} from "../../support/judge-server.ts";

const key = "sk-very-secret-key";
const open: JudgeServer[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function aServer(...manners: readonly Manner[]): Promise<JudgeServer> {
  const server = await startJudgeServer(...manners);
  open.push(server);
  return server;
}

const points = [
  { id: "lost-sales", text: "Empty shelves lose sales" },
  { id: "trust", text: "Shoppers lose trust" },
];

function ask(
  server: Pick<JudgeServer, "address">,
  more: Partial<JudgeSetting> & { readonly answer?: string; readonly stop?: AbortSignal } = {},
): Promise<JudgeEnd> {
  const { answer = "Every empty shelf is a lost sale.", stop = new AbortController().signal, ...setting } = more;
  const material = { prompt: "Why do empty shelves cost money?", points, answer: { kind: "open" as const, text: answer } };
  return askJudge({ address: server.address, model: "small", key, seconds: 60, clean, ...setting }, material, stop);
}

const good = {
  points: [
    { id: "trust", status: "not-found", why: "Nothing on trust." },
    { id: "lost-sales", status: "found", why: 'It says "a lost sale".' },
  ],
  comment: "Say what it costs.",
};

describe("a server that behaves", () => {
  test("gives a reading, in the order of the key points", async () => {
    const server = await aServer(says(good));
    expect(await ask(server)).toEqual({
      type: "read",
      reading: {
        model: "small",
        host: server.address.slice("http://".length, -"/v1".length),
        marks: [
          { id: "lost-sales", status: "found", why: 'It says "a lost sale".' },
          { id: "trust", status: "not-found", why: "Nothing on trust." },
        ],
        comment: "Say what it costs.",
      },
    });
    expect(server.received).toMatchObject([{ method: "POST", path: "/v1/chat/completions", headers: { authorization: `Bearer ${key}` } }]);
    expect(JSON.parse(server.received[0]?.text ?? "")).toMatchObject({ model: "small", temperature: 0, stream: false });
  });

  test("gets no key where there is none", async () => {
    const server = await aServer(givesAll("found"));
    expect(await ask(server, { key: undefined })).toMatchObject({ type: "read" });
    expect(server.received[0]?.headers.authorization).toBeUndefined();
  });

  test("may think aloud and fence its reply", async () => {
    const server = await aServer(says(`<think>Hm.</think>\n\`\`\`json\n${JSON.stringify(good)}\n\`\`\``));
    expect(await ask(server)).toMatchObject({ type: "read" });
  });

  test("that does not know about shapes of replies is asked without one", async () => {
    const server = await aServer(sends('{"error":"response_format is not supported"}', 400), says(good));
    expect(await ask(server)).toMatchObject({ type: "read" });
    expect(Object.keys(JSON.parse(server.received[1]?.text ?? "{}") as object)).toEqual(["model", "messages"]);
  });
});

describe("a server that fails at first", () => {
  test.each<[string, Manner]>([
    ["is asked too often", sends("", 429)],
    ["has a fault", sends("oops", 500)],
    ["is not up yet", sends("", 503)],
    ["hangs up", hangsUp],
    ["hangs up in the middle", hangsUpMidway],
  ])("because it %s is asked once more", async (_name, manner) => {
    const server = await aServer(manner, says(good));
    expect(await ask(server)).toMatchObject({ type: "read" });
    expect(server.received).toHaveLength(2);
  });

  test("is given the time that it asks for, but none beyond the whole", async () => {
    const patient = await aServer(sends("", 429, { "retry-after": "1" }), says(good));
    const start = performance.now();
    expect(await ask(patient)).toMatchObject({ type: "read" });
    expect(performance.now() - start).toBeGreaterThan(950);
    const greedy = await aServer(sends("", 429, { "retry-after": "3600" }), says(good));
    expect(await ask(greedy, { seconds: 1 })).toEqual({ type: "failed", why: "did not answer within 1 s" });
  });
});

describe("a server that misbehaves leaves the offline mark, with a reason", () => {
  const many = { points: Array.from({ length: 3 }, () => good.points[0]), comment: "" };
  test.each<[string, Manner, string, number]>([
    ["a fault that stays", sends("oops", 500), "has a fault (HTTP 500)", 2],
    ["too many requests", sends("", 429), "is asked too often (HTTP 429)", 2],
    ["a wrong key", sends(`{"error":"Incorrect API key provided: ${key}"}`, 401), "does not accept the key (HTTP 401)", 1],
    ["a wrong model", sends("", 404), "knows no such address or model; check judge.url and judge.model (HTTP 404)", 1],
    ["a refusal", sends("", 400), "refuses (HTTP 400)", 2],
    ["no JSON", sends("<html>hello</html>"), "did not send JSON", 1],
    ["half of its JSON", sends('{"choices": [{"message": {"content": "{'), "did not send JSON", 1],
    ["nothing in it", sends(""), "did not send JSON", 1],
    ["another shape", sends("[]"), "sent no message", 1],
    ["no message", sends('{"choices": []}'), "sent no message", 1],
    ["no content", sends('{"choices": [{"message": {"content": null}}]}'), "sent no message", 1],
    ["chat", says("Sure! Here are your marks: all found."), "did not reply with the JSON that it was asked for", 1],
    ["half a reply", says(JSON.stringify(good).slice(0, 40)), "did not reply with the JSON that it was asked for", 1],
    ["no points", says({ score: 100 }), "replied without a list of key points", 1],
    ["another's id", says({ ...good, points: [{ id: "charm", status: "found", why: "" }] }), "judged a key point that it was not asked about", 1],
    ["an inherited id", says({ ...good, points: [{ id: "__proto__", status: "found" }] }), "judged a key point that it was not asked about", 1],
    ["no id", says({ ...good, points: [{ status: "found" }] }), "judged something without an id", 1],
    ["an id twice", says(many), "judged a key point twice", 1],
    ["an id missing", says({ ...good, points: good.points.slice(1) }), "left out 1 of 2 key points", 1],
    ["an unknown status", says({ ...good, points: [{ id: "trust", status: "excellent", why: "" }] }), "gave a mark that there is none of", 1],
    ["a reason that is no text", says({ ...good, points: [{ id: "trust", status: "found", why: { toString: 1 } }] }), "gave a reason that is no text", 1],
    ["a comment that is no text", says({ ...good, comment: 5 }), "replied with a comment that is no text", 1],
    ["no end", pours, "sent more than 256 kB", 1],
    ["a connection cut", hangsUp, "broke the connection (UND_ERR_SOCKET)", 2],
    ["a body cut", hangsUpMidway, "broke the connection (UND_ERR_SOCKET)", 2],
  ])("%s", async (_name, manner, why, requests) => {
    const server = await aServer(manner);
    expect(await ask(server)).toEqual({ type: "failed", why });
    expect(server.received).toHaveLength(requests);
  });

  test.each<[string, Manner]>([
    ["keeps silent", keepsSilent],
    ["drips", drips],
  ])("one that %s is left when the time is up", async (_name, manner) => {
    const server = await aServer(manner);
    expect(await ask(server, { seconds: 0.3 })).toEqual({ type: "failed", why: "did not answer within 0.3 s" });
  });

  test("one that is not there", async () => {
    const server = await aServer();
    await server.close();
    expect(await ask(server)).toEqual({ type: "failed", why: "is not there: nothing listens at that address (ECONNREFUSED)" });
  });

  test.each([301, 302, 303, 307, 308])("a redirect by %i reaches nobody else", async (status) => {
    const elsewhere = await aServer(says(good));
    const server = await aServer(sends("", status, { location: `${elsewhere.address}/chat/completions` }));
    expect(await ask(server)).toMatchObject({ type: "failed", why: expect.stringContaining("sends on to another address, which is not followed") });
    expect(elsewhere.received).toEqual([]);
  });
});

describe("a person who presses Ctrl-C", () => {
  test.each<[string, Manner]>([
    ["a silent server", keepsSilent],
    ["a server that drips", drips],
    ["the second try", sends("", 503, { "retry-after": "9" })],
  ])("does not wait for %s", async (_name, manner) => {
    const ending = new AbortController();
    let stoppedAt = Infinity;
    const stop = (): void => {
      stoppedAt = performance.now();
      ending.abort();
    };
    const server = await aServer((...asked) => {
      manner(...asked);
      setTimeout(stop, 100);
    });
    expect(await ask(server, { seconds: 3600, stop: ending.signal })).toEqual({ type: "stopped" });
    // The second try would come after 9 s, the others' end after an hour.
    expect(performance.now() - stoppedAt).toBeLessThan(8000);
    expect(server.received).toHaveLength(1);
  });

  test("before anything was sent sends nothing", async () => {
    const server = await aServer(says(good));
    expect(await ask(server, { stop: AbortSignal.abort() })).toEqual({ type: "stopped" });
    expect(server.received).toEqual([]);
  });
});

describe("what is said", () => {
  test("holds no escape codes, no line breaks, and an end", async () => {
    const evil = "\u001b]0;owned\u0007\u001b[2J\u202egreat\r\nwork\u0000 ";
    const server = await aServer(says({ points: good.points.map((point) => ({ ...point, why: evil })), comment: `${evil}${"é".repeat(5000)}` }));
    const end = await ask(server);
    const { marks, comment } = end.type === "read" ? end.reading : { marks: [], comment: "" };
    expect(marks.map(({ why }) => why)).toEqual(["great work", "great work"]);
    expect([...comment]).toHaveLength(300);
    expect(comment).toMatch(/^great work é+…$/);
  });

  test("never holds the key, whatever the server repeats", async () => {
    for (const manner of [sends(key, 401), sends(key, 500, { "x-key": key }), sends(key), says(key), sends("", 302, { location: `http://${key}/` })]) {
      expect(JSON.stringify(await ask(await aServer(manner)))).not.toContain(key);
    }
  });

  test("loses the key where a server writes it into its reply", async () => {
    const sly = { points: good.points.map((point) => ({ ...point, why: `x${key}x` })), comment: `Your key is ${key.slice(0, 5)}\u001b[0m${key.slice(5)}.` };
    const end = await ask(await aServer(says(sly)));
    expect(end).toMatchObject({ type: "read", reading: { marks: [{ why: "x(key)x" }, { why: "x(key)x" }], comment: "Your key is (key)." } });
  });

  test("a key that would break a header is not sent, and not repeated", async () => {
    const server = await aServer(says(good));
    for (const wrong of [`${key}\r\nx-more: 1`, `${key}\n`, "two words", "clé", ""]) {
      const end = await ask(server, { key: wrong });
      expect(end).toEqual({ type: "failed", why: "was not asked: its key holds a space or a letter that no key has" });
    }
    expect(server.received).toEqual([]);
  });

  test("an answer that is too long to send is not sent", async () => {
    const server = await aServer(says(good));
    expect(await ask(server, { answer: "word ".repeat(20_000) })).toEqual({ type: "failed", why: "was not asked: the answer has more than 60000 letters" });
    expect(server.received).toEqual([]);
  });
});
