import type { Roster } from "@mingbai/ledger/genesis/roster";
import { Replica } from "@mingbai/log/chain/replica";
import { describe, expect, it } from "vitest";
import { dataFolder } from "../data-folder.ts";
import { demoGenesis } from "../demo/found-demo.ts";
import { deriveNodeKeys } from "../keys/node-keys.ts";
import { registry } from "../registry.ts";
import { requireOwnKeys } from "./require-own-keys.ts";
import { soloRoster } from "./solo-roster.ts";

const secret = new Uint8Array(32).fill(1);
const keys = await deriveNodeKeys(secret);
const renewed = await deriveNodeKeys(secret, { node: 1, consensus: 0 });
const others = await deriveNodeKeys(new Uint8Array(32).fill(2));
const own = soloRoster("district-finance", keys);
const founded = demoGenesis({ timeMs: 1_790_000_000_000, keys, origin: "http://localhost" });
const ledgerOf = (roster: Roster) => new Replica(registry, { ...founded, roster });
const folder = dataFolder("node");

describe("the keys of a node that orders alone", () => {
  it("are those of the one member in force", () => {
    expect(() => requireOwnKeys(ledgerOf(own), { keys, folder })).not.toThrow();
  });

  it.each<[string, RegExp, Roster, typeof keys]>([
    ["another key file's", /node-key\.json holds other keys .*organisationKey, ackKey, .*empty folder/, own, others],
    ["renewed ones, which the roster does not name yet", /\(ackKey\).*renewed keys/, own, renewed],
    [
      "those of one of several",
      /district-finance, street keep this ledger together: put .*network\.json/,
      { epoch: 0, members: [...own.members, ...soloRoster("street", others).members] },
      keys,
    ],
  ])("are refused where they are %s, with what to do", (_, words, roster, given) => {
    expect(() => requireOwnKeys(ledgerOf(roster), { keys: given, folder })).toThrow(words);
  });
});
