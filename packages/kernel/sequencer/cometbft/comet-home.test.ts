import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { ed25519Key } from "@mingbai/crypto/ed25519/sodium";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cometConfig } from "./comet-config.ts";
import { makeGenesis } from "./comet-genesis.ts";
import { type CometHome, writeCometHome } from "./comet-home.ts";
import { nodeKeyText, unsignedState, validatorKeyText } from "./comet-keys.ts";
import { openCometPlace } from "./comet-place.ts";
import { nodeIdOf } from "./node-id.ts";
import { testFounding, testRoster } from "./test-homes.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-comet-home-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const settings = { moniker: "one", p2pListen: "0.0.0.0:26656", peers: [] };
const genesis = makeGenesis({ ...testFounding, roster: testRoster(4) });
const home = (parts: Partial<CometHome> = {}): CometHome => ({
  home: folder,
  settings,
  genesis,
  nodeSeed: new Uint8Array(32).fill(1),
  consensusSeed: new Uint8Array(32).fill(2),
  hasOrdered: false,
  ...parts,
});
const statePath = () => join(folder, "data/priv_validator_state.json");

describe("keys for CometBFT", () => {
  // Made by `cometbft init` and `cometbft show-node-id` of v0.40.0.
  const nodeSeed = Buffer.from(
    "aYFFDraKOFrSfTUSeg7ZvKpSPFRO++HDgzQljkgpToz3FvWScrphkgCeLj71MPbxPp9TFx5R+1mImr7YwOVHxg==",
    "base64",
  ).subarray(0, 32);
  const votingSeed = Buffer.from(
    "j2nkporXuIIFQwDZ1tkF6TLjiU4W5aiJoOpr8Q6nIsRl3ccTyJxTrusK3Qrprke5v2TpP1r9ZO+4F8WmKr4OKA==",
    "base64",
  ).subarray(0, 32);

  it("have the form and the id that CometBFT gives them", () => {
    expect(nodeIdOf(ed25519Key(nodeSeed).publicKey)).toBe("6e5a2068bd414a176e7d0f640e236ef0852d34e3");
    expect(JSON.parse(nodeKeyText(nodeSeed))).toEqual({
      priv_key: {
        type: "tendermint/PrivKeyEd25519",
        value: "aYFFDraKOFrSfTUSeg7ZvKpSPFRO++HDgzQljkgpToz3FvWScrphkgCeLj71MPbxPp9TFx5R+1mImr7YwOVHxg==",
      },
    });
    expect(JSON.parse(validatorKeyText(votingSeed))).toEqual({
      address: "8AA71CE1C773B075CB55A278E2DC4F175534860A",
      pub_key: { type: "tendermint/PubKeyEd25519", value: "Zd3HE8icU67rCt0K6a5Hub9k6T9a/WTvuBfFpiq+Dig=" },
      priv_key: {
        type: "tendermint/PrivKeyEd25519",
        value: "j2nkporXuIIFQwDZ1tkF6TLjiU4W5aiJoOpr8Q6nIsRl3ccTyJxTrusK3Qrprke5v2TpP1r9ZO+4F8WmKr4OKA==",
      },
    });
  });
});

describe("makeGenesis", () => {
  it("begins at height 1, a millisecond after the last block, with the roster's keys and powers", () => {
    const made = JSON.parse(makeGenesis({ ...testFounding, appHash: fromHex("ab".repeat(32)), roster: testRoster(2) }));
    expect(made).toMatchObject({
      genesis_time: "2026-09-21T14:13:20.001Z",
      chain_id: "mingbai-test",
      initial_height: "1",
      app_hash: "AB".repeat(32),
      consensus_params: { block: { max_bytes: "2097152" }, abci: { vote_extensions_enable_height: "0" } },
    });
    expect(
      made.validators.map((one: { name: string; power: string; pub_key: { value: string } }) => [
        one.name,
        one.power,
        toHex(Buffer.from(one.pub_key.value, "base64")),
      ]),
    ).toEqual(testRoster(2).members.map(({ organisation, consensusKey }) => [organisation, "10", consensusKey]));
  });

  it.each(["", "m".repeat(51)])("refuses the chain id %j", (chainId) => {
    expect(() => makeGenesis({ ...testFounding, chainId, roster: testRoster(1) })).toThrow("1 to 50 characters");
  });
});

describe("cometConfig", () => {
  const toml = cometConfig({
    moniker: 'county"1',
    p2pListen: "10.0.0.1:26656",
    peers: [{ nodeId: "aa", address: "10.0.0.2:26656" }, { nodeId: "bb" }],
    rpcListen: "10.0.0.1:26657",
    stateSync: { rpcServers: ["http://10.0.0.2:26657", "http://10.0.0.3:26657"], height: 7, hash: "cc" },
  });

  it.each([
    'proxy_app = "unix://abci.sock"',
    'abci = "socket"',
    'moniker = "county\\"1"',
    'laddr = "unix://rpc.sock,tcp://10.0.0.1:26657"',
    'persistent_peers = "aa@10.0.0.2:26656"',
    'unconditional_peer_ids = "aa,bb"',
    "pex = false",
    "send_rate = 2000000000",
    "recv_rate = 2000000000",
    'flush_throttle_timeout = "1ms"',
    "max_packet_msg_payload_size = 65536",
    'type = "app"',
    'reap_interval = "5ms"',
    "broadcast = false",
    "recheck = false",
    "max_tx_bytes = 4194304",
    'timeout_commit = "0s"',
    "skip_timeout_commit = true",
    'timeout_propose = "500ms"',
    'timeout_prevote = "250ms"',
    'timeout_precommit = "250ms"',
    'peer_gossip_sleep_duration = "1ms"',
    "create_empty_blocks = true",
    'block_time_tolerance = "60s"',
    "adaptive_sync = false",
    "discard_abci_responses = true",
    'indexer = "null"',
    'rpc_servers = "http://10.0.0.2:26657,http://10.0.0.3:26657"',
    "trust_height = 7",
  ])("says %s", (line) => {
    expect(toml.split("\n")).toContain(line);
  });
});

describe("cometConfig, of what CometBFT would misread,", () => {
  it.each([
    ["a moniker beyond ASCII", { moniker: "县一" }],
    ["an empty moniker", { moniker: "" }],
    ["an address that is two", { peers: [{ nodeId: "aa", address: "10.0.0.2:1,bb@10.0.0.3:1" }] }],
    ["a listening address with a space", { p2pListen: "0.0.0.0:1 " }],
    ["an RPC server that is two", { stateSync: { rpcServers: ["http://a:1,http://b:1"], height: 1, hash: "cc" } }],
  ])("refuses %s", (_, parts) => {
    expect(() => cometConfig({ ...settings, ...parts })).toThrow("no spaces, commas or letters beyond ASCII");
  });
});

describe("writeCometHome", () => {
  it("may be called at each start, and leaves alone what CometBFT wrote", async () => {
    await writeCometHome(home());
    const signed = unsignedState.replace('"0"', '"7"');
    await writeFile(statePath(), signed);
    await writeCometHome(home({ settings: { ...settings, moniker: "two" } }));
    expect(await readFile(statePath(), "utf8")).toBe(signed);
    expect(await readFile(join(folder, "config/config.toml"), "utf8")).toContain('moniker = "two"');
    expect((await stat(join(folder, "config/priv_validator_key.json"))).mode & 0o777).toBe(0o600);
  });

  it("begins the record of what was signed anew with another consensus key", async () => {
    await writeCometHome(home());
    await rm(statePath());
    await writeCometHome(home({ consensusSeed: new Uint8Array(32).fill(3) }));
    expect(await readFile(statePath(), "utf8")).toBe(unsignedState);
  });

  it("refuses a consensus key whose record of what it signed is gone", async () => {
    await writeCometHome(home());
    await rm(statePath());
    await expect(writeCometHome(home())).rejects.toMatchObject({ name: "CometHomeError", code: "SIGNING_STATE_LOST" });
  });

  it("refuses a home of which nothing is left where an engine has ordered, and leaves no record that would say otherwise", async () => {
    const lost = () => writeCometHome(home({ hasOrdered: true }));
    for (const attempt of [lost, lost]) await expect(attempt()).rejects.toMatchObject({ code: "SIGNING_STATE_LOST" });
    await expect(stat(statePath())).rejects.toMatchObject({ code: "ENOENT" });
    await writeCometHome(home());
    await writeCometHome(home({ hasOrdered: true }));
  });

  it("refuses another genesis than the one that it began with", async () => {
    await writeCometHome(home());
    const other = makeGenesis({ ...testFounding, roster: testRoster(3) });
    await expect(writeCometHome(home({ genesis: other }))).rejects.toMatchObject({ code: "GENESIS_DIFFERS" });
  });
});

describe("openCometPlace", () => {
  it("has the sockets in the home, or apart where that is too deep", async () => {
    expect((await openCometPlace(folder)).abciSocket).toBe(join(folder, "sockets/abci.sock"));
    const deep = await openCometPlace(join(folder, "深".repeat(40)));
    expect(Buffer.byteLength(deep.abciSocket)).toBeLessThan(100);
    await rm(deep.socketFolder, { recursive: true });
  });
});
