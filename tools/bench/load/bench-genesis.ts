import { toHex } from "@mingbai/codec/hex";
import { foundingEvents } from "@mingbai/identity/founding-events";
import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import type { Roster } from "@mingbai/ledger/genesis/roster";
import { clerk, filesArea, staff, suppliers } from "./bench-people.ts";

/** The ledger of a bench before its first block: its members, its staff, and so many suppliers with keys of their own. */
export function benchGenesis(supplierCount: number, roster: Roster): Genesis {
  const people = [...staff, ...suppliers(supplierCount)];
  return {
    configuration: {
      name: "bench",
      demo: true,
      reconstruction: false,
      currency: { code: "CNY", decimals: 2 },
      zoneOffsetMinutes: 480,
      relyingParty: { id: "localhost", origins: [] },
      quotaUnitsPerMinute: Number.MAX_SAFE_INTEGER,
    },
    roster,
    timeMs: Date.now(),
    events: foundingEvents({
      areas: [{ area: filesArea, level: "district", name: { en: filesArea, zh: filesArea } }],
      organisations: [...new Set(people.map(({ organisation }) => organisation))].map((id) => ({
        id,
        name: { en: id, zh: id },
        ...(id === clerk.organisation && { area: filesArea }),
      })),
      actors: people.map(({ account, organisation, roles, keyId, signer }) => ({
        account,
        organisation,
        roles,
        keys: [{ keyId, scheme: "ed25519", publicKey: toHex(signer.publicKey) }],
      })),
    }),
  };
}
