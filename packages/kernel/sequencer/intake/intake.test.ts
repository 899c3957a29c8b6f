import { toHex } from "@mingbai/codec/hex";
import { keyTable } from "@mingbai/ledger/authority/key";
import { foundState } from "@mingbai/ledger/genesis/genesis";
import { useSequence } from "@mingbai/ledger/replay/window";
import type { State } from "@mingbai/ledger/state/state";
import { sceneChecker } from "@mingbai/testkit/ledger-scene/scene-checker";
import { sceneChain, sceneGenesis, sceneMembers, sceneRegistry } from "@mingbai/testkit/ledger-scene/scene-genesis";
import { sceneCommand } from "@mingbai/testkit/ledger-scene/scene-transactions";
import { sampleTimeMs } from "@mingbai/testkit/sample-domain/sample-ledger";
import { describe, expect, it } from "vitest";
import type { FinalAnswer } from "../answer.ts";
import { Intake } from "./intake.ts";

const { keyId } = sceneMembers.first;
const { id, bytes } = await sceneCommand({ key: "a", text: "b" });
const final: FinalAnswer = {
  status: "final",
  id: toHex(id),
  height: 1,
  timeMs: 2,
  logIndex: 3,
  units: 1,
  refusedLines: [],
};

/** An intake from which the transaction was taken to be ordered, and what its sender is told. */
async function taken(findAnswer: () => Promise<FinalAnswer | undefined> = async () => undefined) {
  const state = foundState(sceneRegistry, sceneGenesis);
  const ledger = { chain: sceneChain, state, findAnswer };
  const intake = new Intake({ ledger, pool: sceneChecker, now: () => sampleTimeMs });
  const told = intake.submit(bytes.slice());
  await intake.waitForWork(1_000);
  return { state, intake, told, pending: intake.take({ unitsMax: 10, bytesMax: 10_000 }) };
}

describe("a transaction that was ordered and left no leaf", () => {
  const use = (state: State) => useSequence(state, { keyId, lane: 0 }, 1);
  it.each([
    ["is given its first answer where it was executed from another container", use, final, final],
    ["is told where another used its number", use, undefined, { refused: "SEQUENCE_USED" }],
    [
      "is told where its key is gone",
      (state: State) => state.table(keyTable).delete(keyId),
      undefined,
      { refused: "KEY_UNKNOWN" },
    ],
    ["may be sent again where its container counted for nothing", () => undefined, undefined, { refused: "BUSY" }],
  ] as const)("%s", async (_, meanwhile, found, expected) => {
    const { state, intake, told, pending } = await taken(async () => found);
    meanwhile(state);
    intake.answer(pending, new Map());
    expect(await told).toMatchObject([expected]);
  });

  it("fails with the log where its first answer cannot be read", async () => {
    const { state, intake, told, pending } = await taken(() => Promise.reject(new Error("the disk")));
    use(state);
    intake.answer(pending, new Map());
    await expect(told).rejects.toThrow("the disk");
  });
});

describe("a transaction that left a leaf", () => {
  it("is given the answer of its block", async () => {
    const { intake, told, pending } = await taken();
    intake.answer(pending, new Map([[toHex(id), final]]));
    expect(await told).toEqual([final]);
  });
});
