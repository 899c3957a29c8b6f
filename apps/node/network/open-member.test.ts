import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newSeed } from "@mingbai/crypto/signers/generate-signer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataFolder } from "../data-folder.ts";
import { DemoClock } from "../demo/demo-clock.ts";
import { writeGenesis } from "../founding/genesis-file.ts";
import { networkGenesis } from "../founding/network-genesis.ts";
import { openOrFound } from "../founding/open-or-found.ts";
import { publicRosterKeys } from "../founding/solo-roster.ts";
import { deriveNodeKeys } from "../keys/node-keys.ts";
import type { NetworkFile } from "./network-file.ts";
import { openMember } from "./open-member.ts";

const options = { port: 0, data: "", databaseUrl: undefined, demo: true, logLevel: "warn" } as const;
const onFatal = (error: Error): never => {
  throw error;
};
const network: NetworkFile = {
  format: "mingbai/network/1",
  organisation: "audit",
  http: { host: "localhost", port: 8510 },
  listen: { host: "localhost", port: 8512 },
  members: [],
  comet: { p2pPort: 8513, rpcPort: 8514, peers: [] },
  observers: [],
};
let root = "";

async function genesisOf(...organisations: string[]) {
  const members = organisations.map(async (organisation) => ({
    roster: { organisation, ...publicRosterKeys(await deriveNodeKeys(newSeed())), power: 1 },
    name: { en: organisation, zh: "机构" },
    url: `http://${organisation}.example`,
    administrator: undefined,
  }));
  const currency = { code: "CNY", decimals: 2 };
  const founding = { timeMs: 1, name: "账", currency, zoneOffsetMinutes: 480, site: "example" };
  return networkGenesis({ ...founding, members: await Promise.all(members) });
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-member-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe("a member's data folder", () => {
  it("without genesis or keys is refused by name, and nothing is made in their place", async () => {
    const folder = dataFolder(join(root, "bare"));
    await mkdir(folder.root);
    await expect(openMember({ witnesses: [] }, { folder, network, onFatal })).rejects.toThrow(
      "genesis.json is missing",
    );
    await writeGenesis(folder.genesis, await genesisOf("finance", "audit"));
    await expect(openMember({ witnesses: [] }, { folder, network, onFatal })).rejects.toThrow(
      "node-key.json is missing",
    );
    expect(await readdir(folder.root)).toEqual(["genesis.json"]);
  });

  it("without its network file is no ledger of one: its node does not go on alone", async () => {
    const folder = dataFolder(join(root, "alone"));
    await mkdir(folder.root);
    await writeGenesis(folder.genesis, await genesisOf("finance", "audit"));
    const opened = openOrFound(options, { folder, clock: new DemoClock(), onFatal });
    await expect(opened).rejects.toThrow(/network\.json is missing: 2 organisations/);
    expect(await readdir(folder.root)).toEqual(["genesis.json"]);
  });
});
