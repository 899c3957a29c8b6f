import type { State } from "../state/state.ts";
import { defineTable } from "../state/table.ts";

/** What a ledger was founded with. It stands on the ledger, so that every copy judges by the same. */
export interface Configuration {
  readonly name: string;
  /** Published keys work here, and it can never become or join a network. */
  readonly demo: boolean;
  /** The ledger retells a published list; its deposits and settlements are signed by the importer (MONEY 10). */
  readonly reconstruction: boolean;
  readonly currency: { readonly code: string; readonly decimals: number };
  /** How far the ledger's own days are ahead of UTC: 480 in China. */
  readonly zoneOffsetMinutes: number;
  /** The site and pages whose passkeys count (WebAuthn). */
  readonly relyingParty: { readonly id: string; readonly origins: readonly string[] };
  readonly quotaUnitsPerMinute: number;
  /** A network orders it from its first block on, even one of a single member; absent where one node does so alone. */
  readonly network?: true;
}

/** One row, under the key "now". */
export const configurationTable = defineTable<Configuration>("ledger.configuration");
const key = "now";

export function getConfiguration(state: State): Configuration {
  const configuration = state.table(configurationTable).find(key);
  if (configuration === undefined) throw new Error("the ledger has no configuration: genesis was not applied");
  return configuration;
}

export function setConfiguration(state: State, configuration: Configuration): void {
  state.table(configurationTable).set(key, configuration);
}
