import { utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { foundingEvents } from "@mingbai/identity/founding-events";
import type { Role } from "@mingbai/ledger/authority/role";
import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import { demoNumber, demoSigner } from "../../demo/demo-keys.ts";
import { networkGenesis } from "../../founding/network-genesis.ts";
import { publicRosterKeys } from "../../founding/solo-roster.ts";
import type { NodeKeys } from "../../keys/node-keys.ts";

export interface FaultPerson {
  readonly account: string;
  readonly keyId: string;
  readonly organisation: string;
  readonly roles: readonly Role[];
  readonly signer: Signer;
}

export const membersCount = 4;
export const payersCount = 4;
export const segmentBytes = 16 * 1024 * 1024;
export const fund = 1;
export const tranche = 1;
export const bankAccount = "ESCROW-FAULTS";
export const office = demoNumber("faults office");

function person(name: string, organisation: string, roles: readonly Role[]): FaultPerson {
  return { account: demoNumber(name), keyId: demoNumber(`key ${name}`), organisation, roles, signer: demoSigner(name) };
}

export const people = {
  administrator: person("faults administrator", "office", ["administrator"]),
  finance: person("faults finance", "office", ["financeSupervisor", "approver"]),
  approver: person("faults approver", "office", ["approver"]),
  manager: person("faults manager", "office", ["projectManager"]),
  bank: person("faults bank", "bank", ["escrowBank"]),
  /** Asks in between whether the ledger goes on. */
  watcher: person("faults watcher", "watch", ["administrator"]),
} as const;

/** They pay each other all the time. */
export const payers: readonly FaultPerson[] = Array.from({ length: payersCount }, (_, index) =>
  person(`faults payer ${index}`, `company-${index}`, ["supplier"]),
);

/** From which a member's keys are derived. */
export function memberSecret(number: number): Uint8Array {
  return sha256(utf8(`mingbai faults: member ${number}`));
}

/** The genesis of a ledger that these members keep, with those who pay and those who give them the money. */
export function faultGenesis(members: readonly { readonly organisation: string; readonly keys: NodeKeys }[]): Genesis {
  const actors = [...Object.values(people), ...payers];
  const founded = networkGenesis({
    timeMs: Date.now(),
    name: "faults",
    currency: { code: "CNY", decimals: 2 },
    zoneOffsetMinutes: 480,
    site: "localhost",
    members: members.map(({ organisation, keys }) => ({
      roster: { organisation, ...publicRosterKeys(keys), power: 1 },
      name: { en: organisation, zh: organisation },
      url: "http://localhost",
      administrator: undefined,
    })),
  });
  const organisations = [...members, ...actors].map(({ organisation }) => organisation);
  return {
    ...founded,
    events: foundingEvents({
      organisations: [...new Set(organisations)].map((id) => ({ id, name: { en: id, zh: id } })),
      actors: actors.map(({ account, organisation, roles, keyId, signer }) => ({
        account,
        organisation,
        roles,
        keys: [{ keyId, scheme: "ed25519", publicKey: toHex(signer.publicKey) }],
      })),
    }),
  };
}
