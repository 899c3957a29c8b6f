import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { personSubject } from "@mingbai/identity/vault-content";
import { whyNoComet } from "@mingbai/sequencer/cometbft/test-comet";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TestMembers } from "./test-members.ts";

const account = "00000000000000c1";
const canary = "金丝雀 canary 91ac";

let folder = "";
let members: TestMembers;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-network-"));
  members = await TestMembers.found(folder, 2);
});
afterEach(async () => {
  await members.closeAll();
  await rm(folder, { recursive: true, force: true });
});

/** Resolves once a member's vault holds so many entries. */
function holds(number: number, entries: number): Promise<void> {
  const { vault, onDurable } = members.get(number);
  return new Promise((resolve) => {
    const look = () => void (vault.durable >= entries && resolve());
    onDurable(look);
    look();
  });
}

async function bytesBelow(root: string): Promise<Buffer> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Buffer.concat(await Promise.all(files.map((file) => readFile(file))));
}

describe.skipIf(whyNoComet)(whyNoComet ?? "vaults of members over TLS and CometBFT", () => {
  it("get the name of a person who was registered at another, and nothing in clear", async () => {
    await members.openAll();
    const entry = { subject: personSubject(account), content: { kind: "person", name: canary } };
    await members.get(0).vault.put([entry]);
    const person = { account, organisation: "member-0", roles: ["supplier"] };
    const { height } = await members.actor(0).act("identity.registerActor", person);
    await members.appHashAfter(1, height);
    await holds(1, 1);
    await members.close(1);
    expect((await bytesBelow(join(folder, "member-1"))).includes(canary)).toBe(false);
    expect(members.fatal).toEqual([]);
  });
});
