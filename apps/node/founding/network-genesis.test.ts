import { toHex } from "@mingbai/codec/hex";
import { newSeed } from "@mingbai/crypto/signers/generate-signer";
import { findMembers } from "@mingbai/governance/reads";
import { organisationTable } from "@mingbai/identity/tables";
import { foundState } from "@mingbai/ledger/genesis/genesis";
import { describe, expect, it } from "vitest";
import { demoMembers, demoOrganisations } from "../demo/people.ts";
import { deriveNodeKeys } from "../keys/node-keys.ts";
import { registry } from "../registry.ts";
import { demoNetworkGenesis, type FoundingMember, networkGenesis } from "./network-genesis.ts";
import { publicRosterKeys } from "./solo-roster.ts";

const timeMs = 1_700_000_000_000;
const founding = {
  timeMs,
  name: "账",
  currency: { code: "CNY", decimals: 2 },
  zoneOffsetMinutes: 480,
  site: "localhost",
};

async function memberOf(organisation: string): Promise<FoundingMember> {
  const keys = publicRosterKeys(await deriveNodeKeys(newSeed()));
  const url = `http://localhost:${organisation.length}`;
  const administrator = { account: toHex(newSeed().subarray(0, 8)), publicKey: toHex(newSeed()) };
  return { roster: { organisation, ...keys, power: 1 }, name: { en: organisation, zh: "机构" }, url, administrator };
}

describe("the genesis of a network", () => {
  it("is kept by its members in their order, whose pages are where passkeys count", async () => {
    const members = [await memberOf("finance"), await memberOf("audit")];
    const genesis = networkGenesis({ ...founding, members });
    const { roster, configuration } = genesis;
    expect(roster).toEqual({ epoch: 0, members: members.map((member) => member.roster) });
    expect(configuration.relyingParty.origins).toEqual(["http://localhost:7", "http://localhost:5"]);
    expect([configuration.demo, configuration.network]).toEqual([false, true]);
    expect(findMembers(foundState(registry, genesis))).toEqual(["audit", "finance"]);
  });

  it("is refused where two members show one key: one of them copied the other's", async () => {
    const [one, other] = [await memberOf("finance"), await memberOf("audit")];
    const copied = { ...other, roster: { ...other.roster, logKey: one.roster.ackKey } };
    expect(() => networkGenesis({ ...founding, members: [one, copied] })).toThrow("share a name or a key");
  });

  it("of the demo registers its own organisations once, and others beside them", async () => {
    const members = [await memberOf("district-finance"), await memberOf("newcomer")];
    const genesis = demoNetworkGenesis({ timeMs, members });
    expect([genesis.configuration.demo, genesis.configuration.network]).toEqual([true, true]);
    const state = foundState(registry, genesis);
    const ids = state
      .table(organisationTable)
      .entries()
      .map(([id]) => id);
    expect(findMembers(state)).toEqual([...demoMembers, "newcomer"].sort());
    expect(ids.sort()).toEqual([...demoOrganisations.map(({ id }) => id), "newcomer"].sort());
  });
});
