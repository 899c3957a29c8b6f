import { describe, expect, it } from "vitest";
import type { Answer } from "../answer.ts";
import { type Client, createClient } from "../client.ts";
import { memoryJournal, sendBatches } from "./send-batches.ts";

const batches = ["aa", "bb", "cc"].map((digest) => ({ digest, body: new Uint8Array([1]) }));
const nothing = { height: 1, timeMs: 1, logIndex: 1, units: 1, refusedLines: [] };

/** A ledger that pays each envelope once and answers the same again; `answers` are said instead, in turn. */
function scene(answers: readonly ("cut" | string)[] = []) {
  const executed = new Map<number, Answer>();
  let signatures = 0;
  const said = [...answers];
  const client: Client = {
    ...createClient({ url: "http://localhost" }),
    submit: async ([number = 0]: Uint8Array): Promise<readonly Answer[]> => {
      const next = said.shift();
      if (next !== undefined && next !== "cut" && next !== "") return [{ status: "not admitted", refused: next }];
      const paid: Answer = executed.get(number) ?? { ...nothing, status: "final", id: `tx${number}` };
      executed.set(number, paid);
      if (next === "cut") throw new TypeError("the connection broke");
      return [paid];
    },
  };
  const sign = async () => {
    signatures++;
    return { id: Uint8Array.of(signatures), bytes: Uint8Array.of(signatures) };
  };
  return { parts: { client, sign, journal: memoryJournal() }, executed, signed: () => signatures };
}

describe("sendBatches", () => {
  it("pays every batch once, and nothing when it is called again", async () => {
    const { parts, executed, signed } = scene();
    const first = await sendBatches(parts, batches);
    expect(first.map(({ transaction }) => transaction)).toEqual(["tx1", "tx2", "tx3"]);
    expect(await sendBatches(parts, batches)).toEqual(first);
    expect([executed.size, signed()]).toEqual([3, 3]);
  });

  it("goes on after a cut with what it had signed, where the ledger had paid it already", async () => {
    const { parts, executed, signed } = scene(["", "cut"]);
    await expect(sendBatches(parts, batches)).rejects.toThrow("the connection broke");
    expect((await sendBatches(parts, batches)).map(({ transaction }) => transaction)).toEqual(["tx1", "tx2", "tx3"]);
    expect([executed.size, signed()]).toEqual([3, 3]);
  });

  it("sends several at once, each once and in the order of its result, and after a cut goes on", async () => {
    const many = Array.from({ length: 20 }, (_, at) => ({ digest: `d${at}`, body: Uint8Array.of(at) }));
    const { parts, executed, signed } = scene(["", "", "cut"]);
    await expect(sendBatches({ ...parts, atOnce: 4 }, many)).rejects.toThrow("the connection broke");
    expect(executed.size).toBeLessThan(many.length);
    const results = await sendBatches({ ...parts, atOnce: 4 }, many);
    expect([executed.size, signed()]).toEqual([20, 20]);
    const found = await Promise.all(many.map(({ digest }) => parts.journal.find(digest)));
    expect(results.map(({ transaction }) => transaction)).toEqual(found.map((sent) => sent?.result?.transaction));
  });

  it("signs anew what was refused for its signature only, and stops at any other refusal", async () => {
    const early = scene(["EXPIRED"]);
    await sendBatches(early.parts, batches.slice(0, 1));
    expect(early.signed()).toBe(2);
    const { parts, signed } = scene(["MANIFEST_NOT_APPROVED"]);
    await expect(sendBatches(parts, batches)).rejects.toMatchObject({ code: "MANIFEST_NOT_APPROVED", digest: "aa" });
    expect(signed()).toBe(1);
  });
});
