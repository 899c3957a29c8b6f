import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utf8 } from "@mingbai/codec/bytes";
import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { GivenPart } from "@mingbai/read-model/given-part";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dataFolder } from "../data-folder.ts";
import { demoNumber, demoSigner } from "../demo/demo-keys.ts";
import { LocalActor } from "../local-actor.ts";
import type { OpenLedger } from "../open-ledger.ts";
import { filesBelow, filesWith } from "../test-canaries.ts";
import { openDemo } from "../test-open-demo.ts";

const household = "00000000000000b1";
const [erased, kept] = ["00000000000000b2", "00000000000000b3"] as const;
const erasure = "00000000000000e1";
const canary = "金丝雀 canary 0d41";
let root = "";
let ledger: OpenLedger;
const open = () =>
  openDemo(root, (error) => {
    throw error;
  });

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-restored-"));
  ledger = await open();
});
afterEach(async () => {
  await ledger.close();
  await rm(root, { recursive: true });
});

function act(id: string, command: string, input: CanonicalObject) {
  return new LocalActor(ledger, { signer: demoSigner(id), keyId: demoNumber(`key ${id}`) }).act(command, input);
}

async function keep(subject: string): Promise<GivenPart> {
  const part = { subject, giver: demoNumber("grid-0"), salt: new Uint8Array(32), bytes: utf8(`{"words":"${canary}"}`) };
  const put = await ledger.subjects.put([part]);
  if ("refused" in put) throw new Error(put.refused);
  return { subject, giver: part.giver, commitment: put[0] ?? "" };
}

describe("the vault of an old backup beside a ledger that has gone on", () => {
  it("has nothing of whoever was erased since, before anything is served, and all of the others", async () => {
    const [first, second, third] = [await keep(household), await keep(erased), await keep(kept)];
    const people = [second, third].map(({ subject, commitment }) => ({ subject, content: commitment }));
    const opened = { household, area: "fengxi-yunling", content: first.commitment, people };
    await act("grid-0", "registry.openHouseholds", { households: [opened] });
    await ledger.close();
    const { subjects } = dataFolder(join(root, "node"));
    const backup = join(root, "backup");
    await cp(subjects, backup, { recursive: true });
    ledger = await open();
    await act("grid-0", "registry.requestErasure", { erasure, ground: "enteredByMistake", subjects: [erased] });
    await act("town-leader", "registry.decideErasure", { erasure, approve: true });
    await ledger.erased();
    await ledger.close();
    await rm(subjects, { recursive: true });
    await cp(backup, subjects, { recursive: true });
    ledger = await open();
    expect(ledger.subjects.isErased(erased)).toBe(true);
    expect(await ledger.subjects.findMany([second, third])).toMatchObject([undefined, { content: { words: canary } }]);
    expect(await ledger.subjects.put([{ ...second, salt: new Uint8Array(32), bytes: utf8("{}") }])).toMatchObject({
      refused: "SUBJECT_ERASED",
    });
    expect(filesWith(await filesBelow(join(root, "node")), canary)).toEqual([]);
  });
});
