import { toHex } from "@mingbai/codec/hex";
import type { Role } from "@mingbai/ledger/authority/role";
import type { Event } from "@mingbai/ledger/definition/event";
import { createRegistry } from "@mingbai/ledger/definition/registry";
import type { Configuration } from "@mingbai/ledger/genesis/configuration";
import { chainOf, foundState, type Genesis } from "@mingbai/ledger/genesis/genesis";
import type { Roster } from "@mingbai/ledger/genesis/roster";
import { joined } from "./joined.ts";
import { sampleDomain } from "./sample-domain.ts";

export const sampleTimeMs = 1_750_000_000_000;
export const sampleKeyId = "00000000000000a1";
/** What sample envelopes are signed for unless told otherwise, so that tests need not found a ledger to make one. */
export const sampleChain = new Uint8Array(32).fill(5);
export const samplePublicKey = new Uint8Array(32).fill(7);

export const sampleConfiguration: Configuration = {
  name: "Sample",
  demo: true,
  reconstruction: false,
  currency: { code: "CNY", decimals: 2 },
  zoneOffsetMinutes: 480,
  relyingParty: { id: "ledger.example", origins: ["https://ledger.example"] },
  quotaUnitsPerMinute: 100,
};

/** Keys that nobody holds, of one organisation that keeps the ledger. */
export const sampleRoster: Roster = {
  epoch: 0,
  members: [
    {
      organisation: "office",
      organisationKey: "01".repeat(32),
      ackKey: "02".repeat(32),
      logKey: "03".repeat(32),
      cosignKey: "04".repeat(32),
      consensusKey: "05".repeat(32),
      power: 1,
    },
  ],
};

/** The event by which somebody with `roles` joins; by default the holder of `sampleKeyId`, from the beginning. */
export function sampleMember(given: Partial<Parameters<typeof joined>[0]> & { roles: readonly Role[] }): Event {
  return joined({
    account: "00000000000000b1",
    keyId: sampleKeyId,
    publicKey: toHex(samplePublicKey),
    scheme: 1,
    organisation: "office",
    fromHeight: 0,
    ...given,
  });
}

/** A ledger of the sample domain at height 0. */
export function foundSample(
  events: readonly Event[] = [sampleMember({ roles: ["operator", "administrator"] })],
  configuration: Partial<Configuration> = {},
) {
  const genesis: Genesis = {
    configuration: { ...sampleConfiguration, ...configuration },
    roster: sampleRoster,
    timeMs: sampleTimeMs,
    events,
  };
  const registry = createRegistry([sampleDomain]);
  return { registry, genesis, chain: chainOf(genesis), state: foundState(registry, genesis) };
}
