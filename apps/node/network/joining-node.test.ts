import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toHex } from "@mingbai/codec/hex";
import { stateRootEveryHeights, stateRootLagHeights } from "@mingbai/ledger/execute/app-hash";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { whyNoComet } from "@mingbai/sequencer/cometbft/test-comet";
import { whyNotNet } from "@mingbai/testkit/net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findJoinFile, type JoinFile, writeJoinFile } from "./join-file.ts";
import { setLedgerAside } from "./set-aside.ts";
import { TestMembers } from "./test-members.ts";
import { trustMember } from "./trust-member.ts";

const whyNot = whyNoComet ?? whyNotNet;
const longMs = 180_000;
const watching = 1;

let folder = "";
let members: TestMembers;
let acts = 0;

async function act(through = 0): Promise<number> {
  const id = `place-${acts++}`;
  const { height } = await members
    .actor(0, through)
    .act("identity.registerOrganisation", { organisation: id, name: { en: id, zh: id } });
  return height;
}

function trusting(): Promise<JoinFile | undefined> {
  const { listen, comet } = members.network(0);
  const { genesis } = members;
  return trustMember(`http://${listen.host}:${comet.rpcPort}`, { genesis, rosters: [] });
}

async function trusted(): Promise<JoinFile> {
  const found = await trusting();
  if (found === undefined) throw new Error("the member offers no snapshot");
  return found;
}

/** Opens the node that watches, on what its folder holds, by a snapshot of the member. */
async function joinIt(): Promise<void> {
  await writeJoinFile(nodeDisk(), members.folder(watching).join, await trusted());
  await members.open(watching);
}

describe.skipIf(whyNot)(whyNot ?? "a node that joins a ledger", () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "mingbai-join-"));
    members = await TestMembers.found(folder, 1, 1);
    await members.open(0);
    for (let height = 0; height < stateRootEveryHeights; ) height = await act();
    const sealed = await act();
    for (let height = 0; height < sealed + stateRootLagHeights; ) height = await act();
    // It is made ready beside the work.
    while ((await trusting()) === undefined) await act();
    await nodeDisk().makeFolder(members.folder(watching).root);
  }, longMs);
  afterAll(async () => {
    await members?.closeAll();
    await rm(folder, { recursive: true, force: true });
  });

  it(
    "takes a snapshot, then all history, follows, and has joined for good",
    async () => {
      await joinIt();
      const height = await act();
      expect(await members.appHashAfter(watching, height)).toBe(await members.appHashAfter(0, height));
      const [own, others] = [members.get(watching), members.get(0)];
      expect(own.chain.firstBlock).toBe(0);
      expect(toHex((await own.chain.readBlock(3)).appHash)).toBe(toHex((await others.chain.readBlock(3)).appHash));
      expect(await findJoinFile(members.folder(watching).join)).toBeUndefined();
      await members.close(watching);
      await members.open(watching);
      const later = await act();
      expect(await members.appHashAfter(watching, later)).toBe(await members.appHashAfter(0, later));
      expect(members.said).toContainEqual(expect.stringMatching(/^joining: history up to height/));
      expect(members.fatal).toEqual([]);
    },
    longMs,
  );

  it(
    "that lost its engine's blocks keeps its ledger and is shown them again",
    async () => {
      await members.close(watching);
      await rm(members.folder(watching).comet, { recursive: true });
      await joinIt();
      const height = await act();
      expect(await members.appHashAfter(watching, height)).toBe(await members.appHashAfter(0, height));
      expect(members.fatal).toEqual([]);
    },
    longMs,
  );

  it(
    "that lost its ledger gets it back",
    async () => {
      await members.close(watching);
      await rm(join(members.folder(watching).ledger, "bodies"), { recursive: true });
      await setLedgerAside(members.folder(watching), 1);
      await joinIt();
      const height = await act();
      expect(await members.appHashAfter(watching, height)).toBe(await members.appHashAfter(0, height));
      expect(members.get(watching).chain.firstBlock).toBe(0);
      expect(members.fatal).toEqual([]);
    },
    longMs,
  );
});
