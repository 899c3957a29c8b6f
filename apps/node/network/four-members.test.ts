import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findCometBinary } from "@mingbai/sequencer/cometbft/comet-binary";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TestMembers } from "./test-members.ts";

const isMissing = findCometBinary() === undefined;

let folder = "";
let members: TestMembers;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-network-"));
  members = await TestMembers.found(folder, 4);
});
afterEach(async () => {
  await members.closeAll();
  await rm(folder, { recursive: true, force: true });
});

const organisation = (id: string) => ({ organisation: id, name: { en: id, zh: id } });

/** App hashes of these members after this height, which each reaches. */
async function appHashes(numbers: readonly number[], height: number): Promise<Set<string>> {
  return new Set(await Promise.all(numbers.map((number) => members.appHashAfter(number, height))));
}

describe.skipIf(isMissing)(isMissing ? "CometBFT is not installed" : "four members over TLS and CometBFT", () => {
  it("answer whoever asks any of them, go on without one, and take it back", async () => {
    await members.openAll();
    const first = await members.actor(0).act("identity.registerOrganisation", organisation("street"));
    expect(await appHashes(members.numbers, first.height)).toMatchObject({ size: 1 });
    await members.close(3);
    const second = await members.actor(1, 2).act("identity.registerOrganisation", organisation("school"));
    expect(second.height).toBeGreaterThan(first.height);
    await members.open(3);
    const third = await members.actor(2, 3).act("identity.registerOrganisation", organisation("clinic"));
    expect(await appHashes(members.numbers, third.height)).toMatchObject({ size: 1 });
    expect(members.fatal).toEqual([]);
  });
});
