import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { Move } from "../client.ts";
import { generateSigner, learnNodes, signIn, whoAmI } from "../index.ts";
import { nodesMax, probeMsMax } from "./known-nodes.ts";
import { quietMsMax } from "./send-to-node.ts";
import { answering, type Behaviour, chain, clientOf, refusal } from "./test-nodes.ts";

const keyId = "00000000000000a1";
const signer = generateSigner("ed25519", new Uint8Array(32).fill(4));
const view = { name: "sample.count", params: z.object({}), result: z.string() };
const session = (csrf: string) => ({
  account: keyId,
  keyId,
  organisation: "office",
  roles: ["auditor"],
  csrf: csrf.repeat(64),
  idleMsMax: 1,
  idleEndsMs: 1,
  endsMs: 1,
  nowMs: 1,
});

/** A node that signs anyone in, and answers with its name to those only. */
function guarded(name: string): Behaviour {
  let cookie: string | undefined;
  return answering((what, init) => {
    if (what.endsWith("/challenge")) return Response.json({ challenge: "ab".repeat(32), expiresMs: 9 });
    if (what === "POST /api/session") {
      cookie = `mingbai_session_0000000${name.length}=${name}`;
      return Response.json(session(name), { headers: { "set-cookie": `${cookie}; Path=/api` } });
    }
    const isSignedIn = cookie !== undefined && new Headers(init.headers).get("cookie") === cookie;
    if (!isSignedIn) return refusal(401, "SESSION_NONE");
    return Response.json(what === "GET /api/session" ? session(name) : name);
  });
}
const open = (name: string): Behaviour => answering(() => Response.json(name));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function movesOf(client: ReturnType<typeof clientOf>["client"]): Move[] {
  const moves: Move[] = [];
  client.onMove((move) => moves.push(move));
  return moves;
}

describe("a client of several nodes", () => {
  it("goes on to one that answers when its own is gone, and stays there", async () => {
    const { client, behaviours, sent } = clientOf({ a: open("a"), b: "gone", c: open("c") });
    const moves = movesOf(client);
    expect(await client.ask(view, {})).toBe("a");
    behaviours.a = "gone";
    expect(await Promise.all([client.ask(view, {}), client.ask(view, {})])).toEqual(["c", "c"]);
    behaviours.a = open("a");
    expect(await client.ask(view, {})).toBe("c");
    expect(moves).toEqual([{ from: "http://a.example", to: "http://c.example", session: "none" }]);
    expect(sent.filter((one) => one.startsWith("a"))).toHaveLength(3);
  });

  it.each([502, 503, 504])("goes on where the answer is %i, and gives it where all say so", async (status) => {
    const { client, behaviours } = clientOf({ a: answering(() => refusal(status, "AWAY")), b: open("b") });
    expect(await client.ask(view, {})).toBe("b");
    behaviours.b = answering(() => refusal(status, "AWAY"));
    await expect(client.ask(view, {})).rejects.toMatchObject({ code: "AWAY", status });
  });

  it("stays where a change is not taken at this moment, and goes on where the node is gone", async () => {
    const { client, behaviours } = clientOf({ a: answering(() => refusal(503, "FILES_BUSY")), b: open("b") });
    expect((await client.send("/api/files", { method: "POST" })).status).toBe(503);
    expect(client.url).toBe("http://a.example");
    behaviours.a = "gone";
    expect((await client.send("/api/files", { method: "POST" })).status).toBe(200);
    expect(client.url).toBe("http://b.example");
  });

  it("leaves a node that has fallen silent, and waits for one that is only slow", async () => {
    const slow = Promise.withResolvers<Response>();
    const { client, behaviours } = clientOf({ a: answering(() => slow.promise), b: open("b") });
    const first = client.ask(view, {});
    await vi.advanceTimersByTimeAsync(quietMsMax * 3);
    slow.resolve(Response.json("a, late"));
    expect(await first).toBe("a, late");
    behaviours.a = "hangs";
    const second = client.ask(view, {});
    await vi.advanceTimersByTimeAsync(quietMsMax + probeMsMax);
    expect(await second).toBe("b");
  });

  it("does not go on to a node of another ledger", async () => {
    const { client } = clientOf({ a: "gone", b: open("b") });
    client.learn({ urls: [], chain: "06".repeat(32) });
    await expect(client.ask(view, {})).rejects.toThrow(TypeError);
  });

  it("is signed in at the next node by itself where the key asks nobody", async () => {
    const { client, behaviours } = clientOf({ a: guarded("a"), b: guarded("b") });
    const moves = movesOf(client);
    await signIn(client, { signer, keyId });
    expect(await client.ask(view, {})).toBe("a");
    behaviours.a = "gone";
    expect(await client.ask(view, {})).toBe("b");
    expect((await whoAmI(client)).csrf).toBe("b".repeat(64));
    expect(moves).toEqual([{ from: "http://a.example", to: "http://b.example", session: "kept" }]);
  });

  it("says that its session is lost where its person must be asked", async () => {
    const { client, behaviours } = clientOf({ a: guarded("a"), b: guarded("b") });
    const moves = movesOf(client);
    await signIn(client, { signer, keyId });
    client.findKey = async () => undefined;
    behaviours.a = "gone";
    await expect(client.ask(view, {})).rejects.toMatchObject({ code: "SESSION_NONE" });
    expect(moves).toMatchObject([{ session: "lost" }]);
  });

  it("signs in at another node where the one in hand is gone", async () => {
    const { client } = clientOf({ a: "gone", b: guarded("b") });
    expect(await signIn(client, { signer, keyId })).toMatchObject({ csrf: "b".repeat(64) });
  });

  it("learns from a node where the others are, and goes on to them only", async () => {
    const node = { role: "validator", state: "ok", height: 1, behindBlocks: 0, version: "1" } as const;
    const disk = { diskFreeBytes: 1, diskUsedBytes: 1, seenMs: 1 };
    const status = {
      chain,
      ledgerName: "Sample",
      organisation: "Sample",
      kind: "demo",
      currency: { code: "CNY", decimals: 2 },
      zoneOffsetMinutes: 480,
      head: { height: 1, timeMs: 1, appHash: chain, logSize: 1, logRoot: chain },
      nowMs: 1,
      readModel: { height: 1, timeMs: 1, behindBlocks: 0 },
      today: { transactions: 0, lines: 0 },
      agreement: { agree: true, height: 1, answered: 2, nodes: 2 },
      quorum: { need: 3, of: 4, isThere: false },
      node: "a",
      nodes: [
        { name: "a", url: "http://a.example", ...node, ...disk },
        { name: "b", url: "http://b.example", ...node, ...disk },
        { name: "observer", ...node, ...disk },
      ],
      verifierKeys: [],
      organisationKeys: [],
    };
    const { client, behaviours } = clientOf({ a: answering(() => Response.json(status)) });
    behaviours.b = open("b");
    expect((await learnNodes(client)).node).toBe("a");
    expect(client.urls).toEqual(["http://a.example", "http://b.example"]);
    behaviours.a = "gone";
    expect(await client.ask(view, {})).toBe("b");
  });

  it("knows each node once, and no more than so many", () => {
    const { client } = clientOf({ a: open("a") });
    client.learn({ urls: ["http://a.example", "http://b.example/", "http://b.example"] });
    expect(client.urls).toEqual(["http://a.example", "http://b.example"]);
    client.learn({ urls: Array.from({ length: nodesMax }, (_, at) => `http://n${at}.example`) });
    expect(client.urls).toHaveLength(nodesMax);
  });
});
