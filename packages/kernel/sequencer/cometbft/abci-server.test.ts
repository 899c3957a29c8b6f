import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deepCount } from "@mingbai/testkit/deep";
import { fuzz, mutateBytes } from "@mingbai/testkit/fuzz";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AbciApplication, DecidedOrProposed } from "./abci-application.ts";
import { type AbciServer, serveAbci } from "./abci-server.ts";
import { BlockIdFlag, Misbehavior_Type } from "./proto/generated/abci_pb.js";
import { testApplication } from "./test-application.ts";
import { requestFrame, type TestClient, testClient } from "./test-client.ts";

let folder = "";
let socketPath = "";
let server: AbciServer | undefined;
const clients: TestClient[] = [];
const fatal: unknown[] = [];
const faults: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-abci-"));
  socketPath = join(folder, "abci.sock");
});

afterEach(async () => {
  for (const client of clients.splice(0)) client.end();
  await server?.close();
  fatal.length = 0;
  faults.length = 0;
  await rm(folder, { recursive: true, force: true });
});

async function serve(parts: Partial<AbciApplication> = {}): Promise<void> {
  server = await serveAbci({
    socketPath,
    application: { ...testApplication({}), ...parts },
    onFatal: (error) => fatal.push(error),
    onFault: (reason) => faults.push(reason),
  });
}

async function open(): Promise<TestClient> {
  const client = await testClient(socketPath);
  clients.push(client);
  return client;
}

const flush = { case: "flush", value: {} } as const;
const info = { case: "info", value: { version: "0.39.0", abciVersion: "2.0.0" } } as const;
const time = { seconds: 1_790_000_000n, nanos: 123_999_999 };
const txs = [Uint8Array.of(1), Uint8Array.of(2, 2)];
const block = { txs, height: 7n, time, hash: new Uint8Array(32).fill(5), proposerAddress: new Uint8Array(20).fill(6) };

describe("serveAbci", () => {
  it("answers echo and flush itself, in the order of their coming", async () => {
    await serve();
    const client = await open();
    client.send({ case: "echo", value: { message: "一" } }, flush, { case: "echo", value: { message: "二" } }, flush);
    const answers = [await client.next(), await client.next(), await client.next(), await client.next()];
    expect(answers.map((answer) => answer.case)).toEqual(["echo", "flush", "echo", "flush"]);
    expect(answers[2]).toMatchObject({ value: { message: "二" } });
  });

  it("holds the answers behind a slow one back on its connection, and on no other", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    await serve({
      prepareProposal: async () => {
        await promise;
        return [];
      },
    });
    const [consensus, query] = [await open(), await open()];
    consensus.send({ case: "prepareProposal", value: { maxTxBytes: 100n, height: 1n, time } }, flush);
    query.send(info, flush);
    expect([(await query.next()).case, (await query.next()).case]).toEqual(["info", "flush"]);
    resolve();
    expect([(await consensus.next()).case, (await consensus.next()).case]).toEqual(["prepareProposal", "flush"]);
  });

  it("brings a block in plain values, its time cut to milliseconds, and answers one result for each item", async () => {
    const seen: DecidedOrProposed[] = [];
    await serve({
      finalizeBlock: async (decided) => {
        seen.push(decided);
        return {
          appHash: new Uint8Array(32).fill(9),
          validatorUpdates: [{ publicKey: new Uint8Array(32), power: 3 }],
        };
      },
    });
    const client = await open();
    const validator = { address: new Uint8Array(20).fill(1), power: 10n };
    client.send({
      case: "finalizeBlock",
      value: {
        ...block,
        decidedLastCommit: { round: 2, votes: [{ validator, blockIdFlag: BlockIdFlag.NIL }] },
        misbehavior: [{ type: Misbehavior_Type.DUPLICATE_VOTE, validator, height: 6n, time, totalVotingPower: 40n }],
      },
    });
    const answer = await client.next();
    if (answer.case !== "finalizeBlock") throw new Error(`answered ${answer.case}`);
    expect(answer.value.txResults.map(({ code }) => code)).toEqual([0, 0]);
    expect(answer.value.validatorUpdates.map(({ power, pubKey }) => [power, pubKey?.sum.case])).toEqual([
      [3n, "ed25519"],
    ]);
    expect(seen).toEqual([
      {
        height: 7,
        timeMs: 1_790_000_000_123,
        proposer: block.proposerAddress,
        hash: block.hash,
        items: txs,
        lastCommit: { round: 2, votes: [{ address: validator.address, power: 10, kind: "nil" }] },
        misbehaviour: [
          {
            kind: "duplicateVote",
            address: validator.address,
            power: 10,
            height: 6,
            timeMs: 1_790_000_000_123,
            totalPower: 40,
          },
        ],
      },
    ]);
  });

  it("waits for a CometBFT that reads slowly, and holds back what it was not yet asked", async () => {
    let asked = 0;
    await serve({
      loadSnapshotChunk: async () => {
        asked++;
        return new Uint8Array(4_000_000);
      },
    });
    const client = await open();
    client.pause();
    client.send(
      ...Array.from({ length: 20 }, (_, chunk) => ({ case: "loadSnapshotChunk", value: { chunk } }) as const),
    );
    const other = await open();
    for (let turn = 0; turn < 20; turn++) {
      other.send(info);
      await other.next();
    }
    expect(asked).toBeLessThan(20);
    client.resume();
    for (let chunk = 0; chunk < 20; chunk++) expect((await client.next()).case).toBe("loadSnapshotChunk");
  });

  it("answers an exception when the application throws, and nothing after it on any connection", async () => {
    await serve({ commit: () => Promise.reject(new Error("disk full")) });
    const [consensus, query] = [await open(), await open()];
    consensus.send({ case: "commit", value: {} }, flush);
    expect(await consensus.next()).toMatchObject({ case: "exception", value: { error: "disk full" } });
    await expect(consensus.next()).rejects.toThrow("ended");
    query.send(info);
    expect(await query.next()).toMatchObject({ case: "exception", value: { error: "disk full" } });
    expect(fatal).toEqual([new Error("disk full")]);
  });

  it.each([
    ["vote extensions, which are off", { case: "extendVote", value: { height: 1n } } as const, "extensions are off"],
    ["another ABCI", { case: "info", value: { abciVersion: "1.0.0" } } as const, "speaks ABCI 1.0.0"],
    ["a block without a time", { case: "finalizeBlock", value: { height: 1n } } as const, "without a time"],
    ["a height beyond counting", { case: "query", value: { height: 2n ** 60n } } as const, "beyond what"],
  ])("throws for %s", async (_, request, text) => {
    await serve();
    const client = await open();
    client.send(request);
    expect(await client.next()).toMatchObject({ case: "exception", value: { error: expect.stringContaining(text) } });
  });

  it("throws where a proposal is above the limit", async () => {
    await serve({ prepareProposal: async () => [new Uint8Array(100)] });
    const client = await open();
    client.send({ case: "prepareProposal", value: { maxTxBytes: 101n, height: 1n, time } });
    expect(await client.next()).toMatchObject({
      case: "exception",
      value: { error: "a proposal of 102 bytes, of which 101 are allowed" },
    });
  });

  it("finishes what a dead CometBFT had under way before it answers the next one", async () => {
    const begun = Promise.withResolvers<void>();
    const { promise, resolve } = Promise.withResolvers<void>();
    const order: string[] = [];
    await serve({
      finalizeBlock: async () => {
        begun.resolve();
        await promise;
        order.push("finalize");
        return { appHash: new Uint8Array(32), validatorUpdates: [] };
      },
      info: async () => {
        order.push("info");
        return { height: 0, appHash: new Uint8Array(32) };
      },
    });
    const dead = await open();
    dead.send({ case: "finalizeBlock", value: block });
    await begun.promise;
    dead.end();
    await dead.ended;
    const next = await open();
    next.send({ case: "echo", value: {} }, info);
    resolve();
    expect([(await next.next()).case, (await next.next()).case]).toEqual(["echo", "info"]);
    expect(order).toEqual(["finalize", "info"]);
  });

  it("closes a connection that brings garbage, says why, and goes on with the others", async () => {
    await serve();
    const [garbage, good] = [await open(), await open()];
    garbage.sendBytes(Uint8Array.of(3, 0xff, 0xff, 0xff));
    await garbage.ended;
    const unknown = await open();
    unknown.sendBytes(Uint8Array.of(2, 0x22, 0)); // Request 4, which ABCI 2.0 no longer has.
    await unknown.ended;
    good.send(info);
    expect((await good.next()).case).toBe("info");
    expect(faults).toEqual(["REQUEST_MALFORMED", "REQUEST_UNKNOWN"]);
    expect(fatal).toEqual([]);
  });

  it("replaces the socket that a killed process left, and lets only its owner in", async () => {
    await serve();
    await serve();
    expect((await stat(socketPath)).mode & 0o777).toBe(0o600);
    expect(await open()).toBeDefined();
  });

  it("survives any bytes", async () => {
    const examples = [info, flush, { case: "finalizeBlock", value: block } as const].map(requestFrame);
    await serve();
    await fuzz({
      seed: 20_261_121,
      count: deepCount(300, 20_000),
      make: (draw) => mutateBytes(draw, examples),
      async judge(bytes) {
        const client = await testClient(socketPath);
        client.sendBytes(bytes);
        // What is left half said stays open until it is ended from this side.
        client.end();
        await client.ended;
      },
    });
    const client = await open();
    client.send({ case: "echo", value: { message: "still here" } });
    expect((await client.next()).case).toBeDefined();
  });
});
