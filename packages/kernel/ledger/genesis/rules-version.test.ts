import { toHex } from "@mingbai/codec/hex";
import { sampleDomain } from "@mingbai/testkit/sample-domain/sample-domain";
import { sampleCommand } from "@mingbai/testkit/sample-domain/sample-envelope";
import { foundSample, sampleChain, sampleTimeMs } from "@mingbai/testkit/sample-domain/sample-ledger";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { role } from "../authority/role.ts";
import type { ContainerHeader } from "../container/container.ts";
import { defineCommand } from "../definition/command.ts";
import { defineDomain } from "../definition/domain.ts";
import { defineEvent } from "../definition/event.ts";
import { createRegistry } from "../definition/registry.ts";
import { executeBlock } from "../execute/execute-block.ts";
import { findLeaf } from "../execute/leaf.ts";
import { defineTable } from "../state/table.ts";
import { foundState } from "./genesis.ts";
import { lastRulesVersion, rulesVersionInForce, rulesVersionKnown, setRulesVersion } from "./rules-version.ts";

const next = rulesVersionKnown + 1;
const words = { en: "Count", zh: "数" };
const counted = defineEvent<{ n: number }>("counter.counted", (state, row) => state.table(countTable).set("now", row));
const countTable = defineTable<{ readonly n: number }>("counter.counts");
const count = defineCommand("counter.count", {
  schema: z.strictObject({ n: z.int() }),
  rulesVersion: next,
  allow: [role("operator")],
  title: words,
  audit: words,
  execute: (_, { n }) => [counted({ n })],
});
const counter = defineDomain({ name: "counter", tables: [countTable], events: [counted], commands: [count] });

/** One ledger under this program, and under one with a further domain whose command came with the next version. */
function twoPrograms() {
  const { genesis, registry, state } = foundSample();
  const later = createRegistry([sampleDomain, counter]);
  return [
    { registry, state },
    { registry: later, state: foundState(later, genesis) },
  ] as const;
}

type Program = ReturnType<typeof twoPrograms>[number];

/** Executes one transaction in a block of its own. */
function run({ registry, state }: Program, height: number, envelope: ReturnType<typeof sampleCommand>) {
  const zero = new Uint8Array(32);
  const header: ContainerHeader = {
    kind: 1,
    origin: 0,
    chainTag: zero.slice(0, 8),
    originSequence: height,
    expiryHeight: height + 1,
    bodyBytes: 0,
    units: 1,
    bodyRoot: zero,
  };
  const block = {
    height,
    timeMs: sampleTimeMs + height,
    containers: [{ header, batchId: zero, envelopes: [envelope] }],
  };
  const { executed, effects } = executeBlock({ registry, state, chain: sampleChain, effects: zero }, block);
  return {
    results: executed.map(({ leaf }) => findLeaf(leaf)?.result),
    effects: toHex(effects),
    root: toHex(state.seal().root),
  };
}
const counting = (n: number, sequence: number) => sampleCommand({ n }, { command: "counter.count", sequence });

describe("the version of the ledger's rules", () => {
  it("is the first until another is set, which counts from the next height on", () => {
    const { state } = foundSample();
    expect([rulesVersionInForce(state, 0), lastRulesVersion(state)]).toEqual([1, 1]);
    setRulesVersion(state, 2, { height: 9, timeMs: 0 });
    setRulesVersion(state, 3, { height: 9, timeMs: 0 });
    expect([9, 10, 99].map((height) => rulesVersionInForce(state, height))).toEqual([1, 3, 3]);
    setRulesVersion(state, 4, { height: 20, timeMs: 0 });
    expect([20, 21].map((height) => rulesVersionInForce(state, height))).toEqual([3, 4]);
    expect(lastRulesVersion(state)).toBe(4);
  });

  it("keeps a later program's commands unknown, and every byte as before, until it is in force", () => {
    const [program, later] = twoPrograms();
    const envelope = counting(1, 1);
    const before = run(program, 1, envelope);
    expect(run(later, 1, envelope)).toEqual(before);
    for (const { state } of [program, later]) setRulesVersion(state, next, { height: 2, timeMs: 0 });
    expect(run(later, 2, counting(1, 2))).toEqual(run(program, 2, counting(1, 2)));
  });

  it("stops a program that does not know it before it executes anything", () => {
    const [program] = twoPrograms();
    setRulesVersion(program.state, next, { height: 2, timeMs: 0 });
    const root = toHex(program.state.seal().root);
    expect(() => run(program, 3, counting(1, 1))).toThrow("install the program that the other nodes run");
    expect(toHex(program.state.seal().root)).toBe(root);
  });
});
