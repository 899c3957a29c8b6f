import { toHex } from "@mingbai/codec/hex";
import { foundingMembers } from "@mingbai/governance/founding-events";
import { type Founders, foundingEvents } from "@mingbai/identity/founding-events";
import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import type { Roster } from "@mingbai/ledger/genesis/roster";
import { soloRoster } from "../founding/solo-roster.ts";
import type { NodeKeys } from "../keys/node-keys.ts";
import { demoNumber, demoSigner } from "./demo-keys.ts";
import { demoAreas, demoMembers, demoOrganisations, demoPeople } from "./people.ts";

const unitsPerMinute = 200_000_000;

/** The genesis of the demo: an invented district whose keys are published. */
export function demoGenesis({ timeMs, keys, origin }: { timeMs: number; keys: NodeKeys; origin: string }): Genesis {
  return sharedDemoGenesis({ timeMs, roster: soloRoster("district-finance", keys), origins: [origin], others: [] });
}

/** The same, kept by this roster on nodes with these pages; `others` of its members are no organisations of the district. */
export function sharedDemoGenesis({
  timeMs,
  roster,
  origins,
  others,
}: {
  timeMs: number;
  roster: Roster;
  origins: readonly string[];
  others: Founders["organisations"];
}): Genesis {
  return {
    configuration: {
      name: "澜湾区公共资金账本（演示）",
      demo: true,
      reconstruction: false,
      currency: { code: "CNY", decimals: 2 },
      zoneOffsetMinutes: 480,
      relyingParty: { id: "localhost", origins },
      quotaUnitsPerMinute: unitsPerMinute,
    },
    roster,
    timeMs,
    events: [
      ...foundingEvents({
        areas: demoAreas,
        organisations: [...demoOrganisations, ...others],
        actors: demoPeople.map(({ id, organisation, roles }) => ({
          account: demoNumber(id),
          organisation,
          roles,
          keys: [{ keyId: demoNumber(`key ${id}`), scheme: "ed25519", publicKey: toHex(demoSigner(id).publicKey) }],
        })),
      }),
      // Who keeps the ledger has a vote too.
      ...foundingMembers([...new Set([...demoMembers, ...roster.members.map((member) => member.organisation)])]),
    ],
  };
}
