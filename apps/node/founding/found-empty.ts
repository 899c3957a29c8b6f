import { foundingEvents } from "@mingbai/identity/founding-events";
import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import type { DataFolder } from "../data-folder.ts";
import { nodeActor } from "../keys/node-account.ts";
import type { NodeKeys } from "../keys/node-keys.ts";
import { makeAdministrator } from "./make-administrator.ts";
import { soloRoster } from "./solo-roster.ts";

const unitsPerMinute = 200_000_000;
const organisation = "founder";

/**
 * The genesis of an empty ledger with one organisation and one administrator, who registers all others. The
 * administrator's key is new and lies beside the node's, under the same passphrase; its public part is in the file.
 */
export async function foundEmpty(parts: {
  timeMs: number;
  keys: NodeKeys;
  origin: string;
  folder: DataFolder;
  passphrase: string;
}): Promise<Genesis> {
  const { timeMs, keys, origin, folder, passphrase } = parts;
  const { account, publicKey } = await makeAdministrator({ folder, passphrase });
  const roster = soloRoster(organisation, keys);
  return {
    configuration: {
      name: "Mingbai",
      demo: false,
      reconstruction: false,
      currency: { code: "CNY", decimals: 2 },
      zoneOffsetMinutes: 480,
      relyingParty: { id: "localhost", origins: [origin] },
      quotaUnitsPerMinute: unitsPerMinute,
    },
    roster,
    timeMs,
    events: foundingEvents({
      organisations: [{ id: organisation, name: { en: "Founder", zh: "创建机构" } }],
      actors: [
        {
          account,
          organisation,
          roles: ["administrator"],
          keys: [{ keyId: account, scheme: "ed25519", publicKey }],
        },
        ...roster.members.map(nodeActor),
      ],
    }),
  };
}
