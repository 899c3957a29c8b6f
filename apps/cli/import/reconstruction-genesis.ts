import { soloRoster } from "@mingbai/app-node/founding/solo-roster";
import type { NodeKeys } from "@mingbai/app-node/keys/node-keys";
import { toHex } from "@mingbai/codec/hex";
import { foundingEvents } from "@mingbai/identity/founding-events";
import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import type { Importer } from "./importer-keys.ts";

export const importerOrganisation = "importer";
const unitsPerMinute = 200_000_000;
const defaultPort = 8470;

/** What a person may choose when a reconstruction is founded. */
export interface ReconstructionChoice {
  /** ISO 4217 code of the lists' currency; two decimals. */
  readonly currency: string;
  readonly zoneOffsetMinutes: number;
}

/** The genesis of a ledger that retells published lists (MONEY 10): one organisation, one person who pays, one who approves. */
export function reconstructionGenesis(parts: {
  readonly timeMs: number;
  readonly keys: NodeKeys;
  readonly importer: Importer;
  readonly choice: ReconstructionChoice;
}): Genesis {
  const { timeMs, keys, importer, choice } = parts;
  return {
    configuration: {
      name: "Published payments, reconstructed",
      demo: false,
      reconstruction: true,
      currency: { code: choice.currency, decimals: 2 },
      zoneOffsetMinutes: choice.zoneOffsetMinutes,
      relyingParty: { id: "localhost", origins: [`http://localhost:${defaultPort}`] },
      quotaUnitsPerMinute: unitsPerMinute,
    },
    roster: soloRoster(importerOrganisation, keys),
    timeMs,
    events: foundingEvents({
      organisations: [{ id: importerOrganisation, name: { en: "Importer of published lists", zh: "公开清单导入方" } }],
      actors: [importer.proposer, importer.approver].map(({ account, signer }) => ({
        account,
        organisation: importerOrganisation,
        roles: ["importer"],
        keys: [{ keyId: account, scheme: "ed25519", publicKey: toHex(signer.publicKey) }],
      })),
    }),
  };
}
