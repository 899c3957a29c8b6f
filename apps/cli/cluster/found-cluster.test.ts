import { mkdir, mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dataFolder } from "@mingbai/app-node/data-folder";
import { findGenesis } from "@mingbai/app-node/founding/genesis-file";
import { publicRosterKeys } from "@mingbai/app-node/founding/solo-roster";
import { type NodeKeys, openNodeKeys } from "@mingbai/app-node/keys/node-keys";
import { archivesOf } from "@mingbai/app-node/network/kept-heights";
import { findNetworkFile } from "@mingbai/app-node/network/network-file";
import { rosterFile } from "@mingbai/app-node/published/ledger-rosters";
import { logOrigin } from "@mingbai/app-node/published/published-log";
import { registry } from "@mingbai/app-node/registry";
import { chainOf, foundState, type Genesis } from "@mingbai/ledger/genesis/genesis";
import { followRosters } from "@mingbai/ledger/proofs/follow-rosters";
import { organisationNoteKey } from "@mingbai/ledger/proofs/roster-note";
import { verifyEd25519 } from "@mingbai/ledger/proofs/verify-ed25519";
import { nodeIdOf } from "@mingbai/sequencer/cometbft/node-id";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";
import { demoMembers } from "./demo-members.ts";
import { foundCluster } from "./found-cluster.ts";
import { parseMembers } from "./members-file.ts";
import { planMembers } from "./plan-members.ts";

const two = planMembers(
  parseMembers(
    `ledger: { name: 两家的账 }
members:
  - { id: finance, name: { zh: 财政局, en: Finance Office }, power: 2, archive: true }
  - { id: audit, name: { zh: 审计局, en: Audit Office }, keep: 5000 }
`,
    "members.yaml",
  ),
);
const live = { isDemo: false, timeMs: 1_700_000_000_000 };
let root = "";
let founded: Genesis;
const at = (...path: string[]) => join(root, ...path);
const namesBelow = async (folder: string) => (await readdir(folder, { recursive: true })).sort();
const keysOf = ({ roster }: Genesis) =>
  roster.members.flatMap((member) => Object.values(member).filter((value) => String(value).length === 64));

async function openKeys(id: string): Promise<NodeKeys> {
  const folder = dataFolder(at("two", id));
  return openNodeKeys({ path: folder.nodeKey, passphrase: (await readFile(folder.passphrase, "utf8")).trim() });
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-cluster-"));
  ({ genesis: founded } = await foundCluster(at("two"), two, live));
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe("founding a cluster", () => {
  it("publishes the first roster with every organisation's signature, which each of their keys leads to", async () => {
    const origin = logOrigin(chainOf(founded));
    const pinned = founded.roster.members.map((member) => organisationNoteKey(origin, member));
    for (const id of ["finance", "audit"]) {
      const text = await readFile(join(dataFolder(at("two", id)).published, rosterFile(0)), "utf8");
      const followed = followRosters({ texts: [text], pinned, verify: verifyEd25519 });
      expect(followed).toMatchObject({ fault: undefined, last: { roster: founded.roster } });
    }
  });

  it("writes one genesis for all, whose roster holds the keys that each folder can open", async () => {
    for (const [number, id] of ["finance", "audit"].entries()) {
      const folder = dataFolder(at("two", id));
      expect(await findGenesis(folder.genesis)).toEqual(founded);
      const keys = await openKeys(id);
      expect(founded.roster.members[number]).toEqual({
        organisation: id,
        ...publicRosterKeys(keys),
        power: number === 0 ? 2 : 1,
      });
      const own = { organisation: id, http: { host: "localhost", port: 8500 + 10 * number } };
      expect(await findNetworkFile(folder.network)).toMatchObject(own);
      const other = await findNetworkFile(at("two", number === 0 ? "audit" : "finance", "network.json"));
      const address = `localhost:${8503 + 10 * number}`;
      expect(other?.comet.peers).toEqual([{ nodeId: nodeIdOf(keys.p2p.publicKey), address }]);
    }
  });

  it("tells every node who keeps everything, and each how far back it keeps bodies itself", async () => {
    const networks = await Promise.all(
      ["finance", "audit"].map((id) => findNetworkFile(at("two", id, "network.json"))),
    );
    expect(networks.map((network) => network && [archivesOf(network), network.keep])).toEqual([
      [["finance"], undefined],
      [["finance"], 5_000],
    ]);
  });

  it("founds a state in which each member has an administrator of its own, and its node an account", () => {
    expect(() => foundState(registry, founded)).not.toThrow();
    const grants = founded.events.flatMap(({ data }) => ("grants" in data ? [[data.organisation, data.grants]] : []));
    const ofMembers = (role: string) => ["finance", "audit"].map((member) => [member, [{ role }]]);
    expect(grants).toMatchObject([...ofMembers("administrator"), ...ofMembers("nodeOperator")]);
  });

  it("leaves a folder for each, of which only its owner can read what is secret", async () => {
    const names = await namesBelow(at("two"));
    const files = ["administrator-key.json", "genesis.json", "network.json", "node-key.json", "passphrase"];
    const shown = ["published", "published/roster", "published/roster/0"];
    expect(names).toEqual(
      ["audit", "finance"].flatMap((id) => [id, ...[...files, ...shown].map((name) => `${id}/${name}`)]),
    );
    for (const name of process.platform === "win32" ? [] : names) {
      const { mode } = await stat(at("two", name));
      const isPublic = name.endsWith("network.json") || name.includes("/published");
      if (!isPublic) expect(mode & 0o077, name).toBe(0);
    }
  });

  it("makes other keys each time", async () => {
    const { genesis: again } = await foundCluster(`${at("again")}/`, { ...two, members: two.members.slice(1) }, live);
    expect(keysOf(again)).toHaveLength(5);
    expect(keysOf(again).filter((key) => keysOf(founded).includes(key))).toEqual([]);
    expect(await readFile(at("again/audit/passphrase"))).not.toEqual(await readFile(at("two/audit/passphrase")));
  });

  it("writes over nothing, and tells of what an interrupted run left", async () => {
    await expect(foundCluster(at("two"), two, live)).rejects.toThrow(/not empty|不是空的/);
    expect(await findGenesis(at("two/audit/genesis.json"))).toEqual(founded);
    await mkdir(at("cut.partial/finance"), { recursive: true });
    await expect(foundCluster(at("cut"), two, live)).rejects.toThrow(/interrupted|中断/);
  });
});

describe("mingbai cluster", () => {
  it("keeps the secret of a key where it is, and prints what founds a ledger elsewhere", async () => {
    const office = (id: string) =>
      `--id ${id} --zh 局 --en Office --host ${id}.city.example --url https://${id}.city.example`;
    const { code, out } = await runCli(["cluster", "key", ...office("audit").split(" "), "--data", at("own")]);
    expect(code).toBe(0);
    // The environment of these runs gives a passphrase, so that none lies beside the keys.
    expect(await namesBelow(at("own"))).toEqual(["administrator-key.json", "node-key.json"]);
    const plan = planMembers(parseMembers(`members:\n${out}`, "members.yaml"));
    const { genesis, members } = await foundCluster(at("far"), plan, live);
    expect(await namesBelow(at("far"))).toEqual(["audit", "audit/genesis.json", "audit/network.json"]);
    expect(genesis.configuration.relyingParty).toEqual({
      id: "audit.city.example",
      origins: ["https://audit.city.example"],
    });
    expect((await findNetworkFile(at("far/audit/network.json")))?.listen).toEqual({ host: "0.0.0.0", port: 8502 });
    const keys = await openNodeKeys({ path: at("own/node-key.json"), passphrase: "of a test" });
    expect(genesis.roster.members).toMatchObject([publicRosterKeys(keys)]);
    expect(out).toContain(members[0]?.administrator?.account);
  });

  it("asks of a key's entry what the members file asks, before it makes anything", async () => {
    const given = "--id Audit --zh 局 --en Office --host a/b --url nowhere".split(" ");
    const { code, err } = await runCli(["cluster", "key", ...given, "--data", at("odd")]);
    expect(code).toBe(1);
    for (const field of ["id", "host", "url"]) expect(err).toContain(`members.0.${field}`);
    expect(await namesBelow(root)).not.toContain("odd");
  });

  it("shows what it would found, and writes nothing when asked to", async () => {
    const { code, out } = await runCli(["cluster", "init", "--demo", "--data", at("never"), "--dry-run", "--json"]);
    expect(code).toBe(0);
    const { members } = JSON.parse(out) as { members: { organisation: string }[] };
    expect(members.map(({ organisation }) => organisation)).toEqual(demoMembers().members.map(({ id }) => id));
    expect(await namesBelow(root)).not.toContain("never");
  });
});
