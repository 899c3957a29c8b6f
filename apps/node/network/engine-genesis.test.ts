import { toHex } from "@mingbai/codec/hex";
import { chainOf } from "@mingbai/ledger/genesis/genesis";
import { describe, expect, it } from "vitest";
import { demoNetworkGenesis } from "../founding/network-genesis.ts";
import { publicRosterKeys } from "../founding/solo-roster.ts";
import { deriveNodeKeys } from "../keys/node-keys.ts";
import { engineGenesis } from "./engine-genesis.ts";

describe("the consensus engine's genesis", () => {
  it("is a function of the ledger's genesis, whatever tables this version of the program has", async () => {
    const keys = publicRosterKeys(await deriveNodeKeys(new Uint8Array(32).fill(7)));
    const roster = { organisation: "district-audit", ...keys, power: 3 };
    const name = { en: "Audit", zh: "审计" };
    const members = [{ roster, name, url: "http://localhost:1", administrator: undefined }];
    const genesis = demoNetworkGenesis({ timeMs: 1_700_000_000_000, members });
    const written = JSON.parse(engineGenesis(genesis, undefined));
    expect(written).toMatchObject({
      app_hash: toHex(chainOf(genesis)).toUpperCase(),
      genesis_time: "2023-11-14T22:13:20.001Z",
      validators: [{ name: "district-audit", power: "3" }],
    });
    expect(written.chain_id).toContain(toHex(chainOf(genesis)).slice(0, 32));
  });
});
