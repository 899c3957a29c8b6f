import { equalBytes } from "@mingbai/codec/bytes";
import { fromHex, toHex } from "@mingbai/codec/hex";
import type { Roster } from "@mingbai/ledger/genesis/roster";
import { rosterTable } from "@mingbai/ledger/genesis/rosters";
import type { State } from "@mingbai/ledger/state/state";
import type { ValidatorPower } from "../cometbft/abci-application.ts";
import { cometAddress } from "../cometbft/node-id.ts";

/** A roster's members as the engine knows them. */
export function validatorsOf({ members }: Roster): ValidatorPower[] {
  return members.map(({ consensusKey, power }) => ({ publicKey: fromHex(consensusKey), power }));
}

/** What the engine is told between two rosters: new powers, and 0 for whoever has left. */
export function changedValidators(before: Roster, next: Roster): ValidatorPower[] {
  const [old, now] = [validatorsOf(before), validatorsOf(next)];
  const findIn = (list: readonly ValidatorPower[], { publicKey }: ValidatorPower) =>
    list.find((one) => equalBytes(one.publicKey, publicKey));
  const gone = old.filter((one) => findIn(now, one) === undefined).map((one) => ({ ...one, power: 0 }));
  return [...gone, ...now.filter((one) => findIn(old, one)?.power !== one.power)];
}

/** The member whose consensus key has this address, by the rosters that the ledger keeps; undefined where none has. */
export function findOrganisation(state: State, address: Uint8Array): string | undefined {
  const members = state
    .table(rosterTable)
    .entries()
    .flatMap(([, roster]) => roster.members);
  return members.find(({ consensusKey }) => equalBytes(cometAddress(fromHex(consensusKey)), address))?.organisation;
}

/** True where both name the same validators with the same powers, in whatever order. */
export function areSameValidators(some: readonly ValidatorPower[], others: readonly ValidatorPower[]): boolean {
  const spell = (list: readonly ValidatorPower[]) =>
    list
      .map(({ publicKey, power }) => `${toHex(publicKey)} ${power}`)
      .sort()
      .join("\n");
  return spell(some) === spell(others);
}
