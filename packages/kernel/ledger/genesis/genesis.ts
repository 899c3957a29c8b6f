import { canonicalBytes } from "@mingbai/codec/canonical-json";
import { contextBytes } from "@mingbai/codec/contexts";
import { sha256 } from "@mingbai/codec/sha256";
import type { Event } from "../definition/event.ts";
import type { Registry } from "../definition/registry.ts";
import { applyEvent } from "../execute/execute-transaction.ts";
import type { State } from "../state/state.ts";
import { type Configuration, setConfiguration } from "./configuration.ts";
import { canonicalRoster, type Roster } from "./roster.ts";
import { setFirstRoster } from "./rosters.ts";

/** The founding act: everything a ledger's first block stands on. Its hash is the chain. */
export interface Genesis {
  readonly configuration: Configuration;
  /** Who keeps the ledger until another roster is set. */
  readonly roster: Roster;
  readonly timeMs: number;
  /** First organisations, actors, keys: events as any other, applied at height 0. */
  readonly events: readonly Event[];
}

/** The ledger's identity, 32 bytes: a hash of the whole genesis. */
export function chainOf(genesis: Genesis): Uint8Array<ArrayBuffer> {
  return sha256(contextBytes.chain, genesisBytes(genesis));
}

/** Canonical JSON of a genesis, as it is stored and handed on. */
export function genesisBytes({ configuration, roster, timeMs, events }: Genesis): Uint8Array<ArrayBuffer> {
  return canonicalBytes({
    configuration: {
      ...configuration,
      currency: { ...configuration.currency },
      relyingParty: { ...configuration.relyingParty },
    },
    roster: canonicalRoster(roster),
    timeMs,
    events: events.map(({ type, data }) => ({ type, data })),
  });
}

/** The state at height 0. */
export function foundState(registry: Registry, genesis: Genesis): State {
  const state = registry.createState();
  setConfiguration(state, genesis.configuration);
  setFirstRoster(state, genesis.roster);
  const moment = { height: 0, timeMs: genesis.timeMs };
  for (const event of genesis.events) applyEvent({ state, registry, moment }, event);
  state.effects.take();
  return state;
}
