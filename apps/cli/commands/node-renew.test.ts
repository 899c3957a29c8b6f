import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dataFolder } from "@mingbai/app-node/data-folder";
import { writeGenesis } from "@mingbai/app-node/founding/genesis-file";
import { publicRosterKeys } from "@mingbai/app-node/founding/solo-roster";
import { deriveNodeKeys, type NodeKeys } from "@mingbai/app-node/keys/node-keys";
import { neverRenewed, readRenewed } from "@mingbai/app-node/keys/renewed-keys";
import { diskTileFiles } from "@mingbai/app-node/published/disk-tile-files";
import { rosterFile } from "@mingbai/app-node/published/ledger-rosters";
import { utf8 } from "@mingbai/codec/bytes";
import { writeKeyFile } from "@mingbai/crypto/key-file/write-key-file";
import { chainOf, type Genesis } from "@mingbai/ledger/genesis/genesis";
import type { Roster } from "@mingbai/ledger/genesis/roster";
import { organisationNoteKey } from "@mingbai/ledger/proofs/roster-note";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { signRosterNote } from "@mingbai/log/merkle/sign-roster-note";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";

const secret = new Uint8Array(32).fill(7);
const origin = "mingbai.example/renewed";
let data = "";
let genesis: Genesis;
let keys: NodeKeys;

const rosterOf = (epoch: number, of: NodeKeys): Roster => ({
  epoch,
  members: [{ organisation: "audit", ...publicRosterKeys(of), power: 1 }],
});

/** The note of a roster that names these keys, as the node has it beside its ledger. */
async function publish(epoch: number, of: NodeKeys): Promise<void> {
  const roster = rosterOf(epoch, of);
  const [member] = roster.members;
  if (member === undefined) throw new RangeError("no member");
  const statement = { origin, chain: chainOf(genesis), fromSize: epoch, fromHeight: epoch, roster };
  const sign = async (message: Uint8Array) =>
    Uint8Array.from(await keys.organisation.sign({ message, id: new Uint8Array(32) }));
  const note = await signRosterNote(statement, [{ key: organisationNoteKey(origin, member), sign }]);
  const files = await diskTileFiles(nodeDisk(), dataFolder(data).published);
  await files.write(rosterFile(epoch), utf8(note));
  await files.sync();
}

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "mingbai-renew-"));
  keys = await deriveNodeKeys(secret);
  const { publicKey } = keys.organisation;
  const folder = dataFolder(data);
  await writeKeyFile({ path: folder.nodeKey, kind: "ed25519", publicKey, secret, passphrase: "of a test" });
  genesis = {
    configuration: {
      name: "Sample",
      demo: false,
      reconstruction: false,
      currency: { code: "CNY", decimals: 2 },
      zoneOffsetMinutes: 480,
      relyingParty: { id: "localhost", origins: ["http://localhost:8500"] },
      quotaUnitsPerMinute: 1_000,
    },
    roster: rosterOf(0, keys),
    timeMs: 1,
    events: [],
  };
  await writeGenesis(folder.genesis, genesis);
  await publish(0, keys);
});
afterEach(() => rm(data, { recursive: true, force: true }));

const renew = (folder = data) => runCli(["node", "renew", "--data", folder]);
const renewed = () => readRenewed(dataFolder(data).nodeKey);

describe("mingbai node renew", () => {
  it("takes the next ack key once a roster names it, and once only", async () => {
    await publish(1, await deriveNodeKeys(secret, { ...neverRenewed, node: 1 }));
    expect(await renew()).toMatchObject({ code: 0 });
    expect(await renewed()).toMatchObject({ node: 1 });
    expect(await renew()).toMatchObject({ code: 1, err: expect.stringContaining("roster 1") });
    expect(await renewed()).toMatchObject({ node: 1 });
  });

  it("changes nothing where no roster names another key", async () => {
    expect(await renew()).toMatchObject({ code: 1, err: expect.stringContaining("roster 0") });
    expect(await renewed()).toEqual(neverRenewed);
  });

  it("changes nothing while the node runs", async () => {
    await publish(1, await deriveNodeKeys(secret, { ...neverRenewed, node: 1 }));
    const lock = await nodeDisk().lock(data);
    try {
      expect(await renew()).toMatchObject({ code: 1 });
    } finally {
      await lock.release();
    }
    expect(await renewed()).toEqual(neverRenewed);
  });

  it("writes nothing into a folder without a ledger", async () => {
    const elsewhere = join(data, "elsewhere");
    expect(await renew(elsewhere)).toMatchObject({ code: 1, err: expect.stringContaining(elsewhere) });
    expect(await readdir(data)).not.toContain("elsewhere");
  });
});
