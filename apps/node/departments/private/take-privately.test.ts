import { appendFile, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PrivateList } from "@mingbai/app-department/private/private-list";
import { signer as department, deposit, testDepartment } from "@mingbai/app-department/testing/test-department";
import { toHex } from "@mingbai/codec/hex";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import type { Fact } from "@mingbai/registry/content/facts/fact";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { takeSource } from "../take-source.ts";
import { nowMs, signer, TestTaking } from "../testing/test-taking.ts";
import { privatePaths } from "./private-wire.ts";

/** Invented: region 3399 is nowhere. The first three are in the department's list. */
const people = Array.from({ length: 70 }, (_, at) => `33990119600307${String(1_000 + at)}`);
const facts = people.slice(0, 3).flatMap((about, at) => [deposit(`d${at}`, { about }), deposit(`e${at}`, { about })]);
const publicKey = toHex(department.publicKey);
const purpose = "5a".repeat(32);

let taking: TestTaking;
let server: FastifyInstance | undefined;
let list: PrivateList | undefined;
let folder: string;
let clockMs: number;
beforeEach(async () => {
  taking = await TestTaking.start();
  taking.numbers = people.slice(0, 5);
  folder = await mkdtemp(join(tmpdir(), "mingbai-private-"));
  clockMs = nowMs;
});
afterEach(async () => {
  await stop();
  await taking.stop();
  await rm(folder, { recursive: true, force: true });
});

async function stop(): Promise<void> {
  await server?.close();
  await list?.close();
}

interface Serving {
  readonly known?: readonly Fact[];
  readonly caller?: string;
  /** Sees each ask. */
  readonly onAsk?: (ask: Uint8Array) => void;
}

async function serve({ known = facts, caller = toHex(signer.publicKey), onAsk }: Serving = {}) {
  const opened = await PrivateList.open({
    folder,
    facts: known,
    signer: department,
    caller,
    purpose,
    now: () => clockMs,
  });
  list = opened;
  server = testDepartment(known, {
    list: {
      current: () => opened.current(),
      answer: (ask) => {
        onAsk?.(ask);
        return opened.answer(ask);
      },
    },
  });
  return server.listen({ host: "localhost", port: 0 });
}

function take(url: string, source: object = {}) {
  return takeSource(taking.of({ kind: "private", url, publicKey, purpose, ...source }), taking.root);
}

describe("a department that compares privately", () => {
  it("tells what it knows of those who are in both lists, and of nobody else", async () => {
    const url = await serve({ known: [...facts, deposit("elsewhere", { about: "339901197001010011" })] });
    taking.numbers = people;
    expect(await take(url)).toMatchObject([{ state: "done", facts: 6, bad: 0, sourceMs: nowMs }]);
    expect(await taking.inForce()).toEqual(facts.map(({ id }) => id));
    expect(taking.told.map(({ asked, of }) => [asked, of])).toEqual([
      [64, 70],
      [70, 70],
    ]);
  });

  it("gives no search beside it, and learns nothing of whom it is asked about", async () => {
    const asks: Uint8Array[] = [];
    taking.numbers = people;
    const url = await serve({ onAsk: (ask) => asks.push(ask) });
    await take(url);
    expect(new Set(asks.map(({ length }) => length)).size).toBe(1);
    const text = Buffer.concat(asks).toString("latin1");
    for (const number of people) expect(text).not.toContain(number);
    await expect(
      takeSource(taking.of({ kind: "http", url, publicKey, name: "other" }), taking.root),
    ).rejects.toMatchObject({
      code: "NOT_UNDERSTOOD",
    });
  });

  it("says of numbers in no usual spelling that it could not be asked about them", async () => {
    taking.numbers = ["not a number", ...people.slice(0, 1)];
    expect(await take(await serve())).toMatchObject([{ facts: 2, bad: 1, faults: [{ fault: "NUMBER" }] }]);
  });

  it("answers after a restart under the same offer, and counts on", async () => {
    const url = await serve();
    await take(url);
    await stop();
    const entries = await readFile(join(folder, "entries"));
    const again = await serve();
    expect(await take(again)).toMatchObject([{ facts: 6 }]);
    expect(await readFile(join(folder, "entries"))).toEqual(entries);
    const booked = (await readFile(join(folder, "budget.jsonl"), "utf8")).trim().split("\n");
    expect(booked).toHaveLength(2);
  });

  it("makes another list with another key once the term is over", async () => {
    const url = await serve();
    await take(url);
    const before = await readFile(join(folder, "comparison-key"));
    clockMs += 31 * 24 * 3_600_000;
    expect(await take(url)).toMatchObject([{ facts: 6, sourceMs: clockMs }]);
    expect(await readFile(join(folder, "comparison-key"))).not.toEqual(before);
  });

  it("keeps what is said of people in no clear file of the node's", async () => {
    await take(await serve());
    expect(await readdir(taking.root)).not.toEqual([]);
    const bytes = await taking.allBytes();
    for (const number of people.slice(0, 3)) expect(bytes).not.toContain(number);
  });

  it.each([
    ["signed by somebody else", { publicKey: "11".repeat(32) }, "ANSWER_OTHER: OFFER_SIGNATURE_WRONG"],
    ["for another purpose", { purpose: "5b".repeat(32) }, "ANSWER_OTHER: OFFER_FOR_OTHERS"],
  ])("is not asked under an offer %s", async (_, source, trouble) => {
    await expect(take(await serve(), source)).rejects.toThrow(trouble);
  });

  it("answers nobody but the one for whom its list was made", async () => {
    const stranger = generateSigner("ed25519", new Uint8Array(32).fill(9));
    const url = await serve({ caller: toHex(stranger.publicKey) });
    await expect(take(url)).rejects.toThrow("ANSWER_OTHER: OFFER_FOR_OTHERS");
  });

  it("refuses what is no ask, and says why", async () => {
    const url = await serve();
    const answer = await fetch(`${url}${privatePaths.asks}`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: new Uint8Array(9),
    });
    expect([answer.status, await answer.json()]).toMatchObject([400, { errors: [{ code: "ASK_MALFORMED" }] }]);
  });

  it("is left where its budget is used up, with what was told before", async () => {
    taking.numbers = people;
    await serve();
    const { offer } = (await list?.current()) ?? {};
    const account = `asker/${offer?.asker}/period/${Math.floor(nowMs / (30 * 24 * 3_600_000))}`;
    await stop();
    const used = { ask: "0", accounts: [account], count: 786_432 - 64 };
    await appendFile(join(folder, "budget.jsonl"), `${JSON.stringify(used)}\n`);
    await expect(take(await serve())).rejects.toMatchObject({ code: "BUDGET_USED" });
    expect(taking.told).toMatchObject([{ asked: 64, of: 70 }]);
  });
});
