import { toHex } from "@mingbai/codec/hex";
import { foundingMembers } from "@mingbai/governance/founding-events";
import { type Founders, foundingEvents } from "@mingbai/identity/founding-events";
import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import type { Roster } from "@mingbai/ledger/genesis/roster";
import { soloRoster } from "../founding/solo-roster.ts";
import { nodeActor } from "../keys/node-account.ts";
import type { NodeKeys } from "../keys/node-keys.ts";
import type { DemoCast, DemoPerson } from "./demo-cast.ts";
import { demoNumber, demoSigner } from "./demo-keys.ts";
import { district } from "./people.ts";

const unitsPerMinute = 200_000_000;

/** The genesis of a demo that one node keeps: invented people whose keys are published. */
export function demoGenesis({
  timeMs,
  keys,
  origin,
  cast = district,
}: {
  timeMs: number;
  keys: NodeKeys;
  origin: string;
  cast?: DemoCast;
}): Genesis {
  return sharedDemoGenesis({ timeMs, roster: soloRoster(cast.keeper, keys), origins: [origin], others: [], cast });
}

/** The same, kept by this roster on nodes with these pages; `others` of its members are no organisations of the demo. */
export function sharedDemoGenesis({
  timeMs,
  roster,
  origins,
  others,
  cast = district,
}: {
  timeMs: number;
  roster: Roster;
  origins: readonly string[];
  others: Founders["organisations"];
  cast?: DemoCast;
}): Genesis {
  const { ledger, areas, organisations, people, members } = cast;
  return {
    configuration: {
      name: ledger,
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
        ...(areas !== undefined && { areas }),
        organisations: [...organisations, ...others],
        actors: [...people.map(actorOf), ...roster.members.map(nodeActor)],
      }),
      // Who keeps the ledger has a vote too.
      ...foundingMembers([...new Set([...members, ...roster.members.map((member) => member.organisation)])]),
    ],
  };
}

function actorOf({ id, organisation, roles }: DemoPerson): Founders["actors"][number] {
  const publicKey = toHex(demoSigner(id).publicKey);
  const keys = [{ keyId: demoNumber(`key ${id}`), scheme: "ed25519" as const, publicKey }];
  return { account: demoNumber(id), organisation, roles, keys };
}
