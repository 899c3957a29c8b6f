import { toHex } from "@mingbai/codec/hex";
import { sampleCommand, samplePaymentBody, samplePayments } from "@mingbai/testkit/sample-domain/sample-envelope";
import { foundSample, sampleChain, sampleTimeMs } from "@mingbai/testkit/sample-domain/sample-ledger";
import { describe, expect, it } from "vitest";
import { expiryAheadHeightsMax } from "../container/block-rule.ts";
import type { ContainerHeader } from "../container/container.ts";
import { isOrdered } from "../container/ordered-containers.ts";
import type { OrderedContainer, OrderedEnvelope } from "./block.ts";
import { executeBlock, isDeadlineDue } from "./execute-block.ts";
import { findLeaf, leafKinds } from "./leaf.ts";

const effects = new Uint8Array(32);
const hash = new Uint8Array(32);
const header: ContainerHeader = {
  kind: 1,
  origin: 0,
  chainTag: hash.slice(0, 8),
  originSequence: 1,
  expiryHeight: 9,
  bodyBytes: 0,
  units: 1,
  bodyRoot: hash,
};

type Ledger = ReturnType<typeof foundSample>;

function runContainers(ledger: Ledger, containers: readonly OrderedContainer[], at = { height: 1, afterMs: 1 }) {
  const block = { height: at.height, timeMs: sampleTimeMs + at.afterMs, containers };
  return executeBlock({ ...ledger, chain: sampleChain, effects }, block);
}

function run(ledger: Ledger, envelopes: readonly OrderedEnvelope[], at = { height: 1, afterMs: 1 }) {
  const own = { ...header, originSequence: at.height };
  return runContainers(ledger, [{ header: own, batchId: hash, envelopes }], at);
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

describe("a container", () => {
  const named = (first: number) => hash.with(0, first);
  const note = (sequence: number) => sampleCommand({ key: `k${sequence}`, text: "x" }, { sequence });
  const sound = (id: number, sequence: number, given: Partial<ContainerHeader> = {}): OrderedContainer => ({
    header: { ...header, ...given },
    batchId: named(id),
    envelopes: [note(sequence)],
  });
  const asVoid = (id: number, given: Partial<ContainerHeader> = {}): OrderedContainer => ({
    header: { ...header, ...given },
    batchId: named(id),
    void: "faulty",
  });

  /** What stands in the log of each leaf: kind, refusal, and the first byte of the identity where it is a container's. */
  function told(ledger: Ledger, containers: readonly OrderedContainer[], height = 1) {
    const { executed } = runContainers(ledger, containers, { height, afterMs: height });
    return executed.map(({ kind, outcome, id }) =>
      kind === leafKinds.container ? `${outcome.refusal?.refused} ${id[0]}` : (outcome.refusal?.refused ?? "accepted"),
    );
  }

  it("counts once, in its block and in later ones, and a second time leaves nothing", () => {
    const ledger = foundSample();
    expect(told(ledger, [sound(1, 1), sound(1, 1)])).toEqual(["accepted"]);
    expect(told(ledger, [sound(1, 2)], 2)).toEqual([]);
    expect(told(ledger, [sound(2, 2, { originSequence: 2 })], 3)).toEqual(["accepted"]);
  });

  it("under a number of its origin that another has leaves one leaf for each such twin, and nothing in it counts", () => {
    const ledger = foundSample();
    expect(told(ledger, [sound(1, 1), sound(2, 2)])).toEqual(["accepted", "DUPLICATE_CONTAINER 2"]);
    expect(told(ledger, [sound(2, 2), sound(3, 2), asVoid(4)], 2)).toEqual([
      "DUPLICATE_CONTAINER 3",
      "DUPLICATE_CONTAINER 4",
    ]);
    expect(told(ledger, [sound(5, 2, { origin: 1 })], 3)).toEqual(["accepted"]);
  });

  it("that is void leaves one leaf, and keeps its number", () => {
    const ledger = foundSample();
    expect(told(ledger, [asVoid(1), sound(2, 1), sound(3, 1, { originSequence: 2 })])).toEqual([
      "VOID_CONTAINER 1",
      "DUPLICATE_CONTAINER 2",
      "accepted",
    ]);
  });

  it("that counts for nothing is named in its leaf, with the reason's number and no other roots", () => {
    const { executed } = runContainers(foundSample(), [asVoid(7)]);
    const leaf = findLeaf(executed[0]?.leaf ?? hash);
    expect(leaf).toMatchObject({ kind: leafKinds.container, result: 13, units: 1, index: 0 });
    expect([leaf?.id, leaf?.batchId]).toEqual([named(7), named(7)]);
    expect([leaf?.linesRoot, leaf?.resultsRoot]).toEqual([hash, hash]);
    expect(executed[0]?.place).toBeUndefined();
  });

  it.each([
    ["its own expiry", 50, 50],
    ["a block's farthest expiry, where it claims more", 2 ** 53 - 1, 1 + expiryAheadHeightsMax],
    ["its own block, where it claims less", 0, 1],
  ])("is remembered up to %s", (_, expiryHeight, until) => {
    const { state, ...ledger } = foundSample();
    runContainers({ state, ...ledger }, [sound(1, 1, { expiryHeight })]);
    const place = { origin: 0, originSequence: 1, batchId: named(1) };
    runContainers({ state, ...ledger }, [], { height: until, afterMs: 2 });
    expect(isOrdered(state, place)).toBe(true);
    runContainers({ state, ...ledger }, [], { height: until + 64, afterMs: 3 });
    expect(isOrdered(state, place)).toBe(false);
  });
});
