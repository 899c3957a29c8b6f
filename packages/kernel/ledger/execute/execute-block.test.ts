import { toHex } from "@mingbai/codec/hex";
import { sampleCommand, samplePaymentBody, samplePayments } from "@mingbai/testkit/sample-domain/sample-envelope";
import { foundSample, sampleChain, sampleTimeMs } from "@mingbai/testkit/sample-domain/sample-ledger";
import { describe, expect, it } from "vitest";
import type { OrderedEnvelope } from "./block.ts";
import { executeBlock, isDeadlineDue } from "./execute-block.ts";
import { findLeaf, leafKinds } from "./leaf.ts";

const effects = new Uint8Array(32);
const hash = new Uint8Array(32);
const header = { kind: 1, origin: 0, originSequence: 1, expiryHeight: 9, bodyBytes: 0, units: 1 } as const;

function run(
  ledger: ReturnType<typeof foundSample>,
  envelopes: readonly OrderedEnvelope[],
  at = { height: 1, afterMs: 1 },
) {
  const container = { header: { ...header, chainTag: hash.slice(0, 8), bodyRoot: hash }, batchId: hash, envelopes };
  const block = { height: at.height, timeMs: sampleTimeMs + at.afterMs, containers: [container] };
  return executeBlock({ ...ledger, chain: sampleChain, effects }, block);
}

describe("a block", () => {
  it("gives equal bytes for equal inputs, and another effects chain where one balance differs", () => {
    const chainOf = (amounts: readonly number[]) =>
      toHex(run(foundSample(), [samplePayments(samplePaymentBody(amounts))]).effects);
    expect(chainOf([1, 2])).toBe(chainOf([1, 2]));
    expect(chainOf([1, 3])).not.toBe(chainOf([1, 2]));
    const pushed = (extra: number) => {
      const ledger = foundSample();
      ledger.state.effects.push(extra);
      return toHex(run(ledger, [sampleCommand({ key: "a", text: "x" })]).effects);
    };
    expect(pushed(1)).not.toBe(pushed(2));
  });

  it("leaves no leaf for a transaction without a place, and one for a refused one", () => {
    const stranger = sampleCommand({ key: "a", text: "x" }, { keyId: "00000000000000ff" });
    const foreign = sampleCommand({ key: "a", text: "x" }, { chain: hash });
    const refused = sampleCommand({ key: "none" }, { command: "sample.eraseNote" });
    const { executed } = run(foundSample(), [stranger, foreign, refused]);
    expect(executed.map(({ leaf }) => findLeaf(leaf)?.result)).toEqual([60_001]);
  });

  it("carries out first what is due", () => {
    const ledger = foundSample();
    run(ledger, [sampleCommand({ key: "a", text: "x", dueMs: sampleTimeMs + 100 })]);
    expect(isDeadlineDue(ledger, sampleTimeMs + 99)).toBe(false);
    expect(isDeadlineDue(ledger, sampleTimeMs + 100)).toBe(true);
    const { executed } = run(ledger, [sampleCommand({ key: "b", text: "y" }, { sequence: 2 })], {
      height: 2,
      afterMs: 100,
    });
    expect(executed.map(({ kind }) => kind)).toEqual([leafKinds.deadline, leafKinds.command]);
    expect(isDeadlineDue(ledger, sampleTimeMs + 100)).toBe(false);
  });
});
