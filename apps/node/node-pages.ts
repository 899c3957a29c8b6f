import { getConfiguration } from "@mingbai/ledger/genesis/configuration";
import { ownUrl } from "./network/network-file.ts";
import type { OpenLedger } from "./open-ledger.ts";

/** Origins of pages, as browsers write them. */
export interface NodePages {
  /** Of this node; the first names it to programs. */
  own(): readonly string[];
  /** Of the ledger's other nodes: those that the ledger itself names. */
  others(): readonly string[];
}

/** Whose pages are where. `address`: where this node listens, once it does. */
export function nodePages(
  { chain, network }: Pick<OpenLedger, "chain" | "network">,
  address: () => string | undefined,
): NodePages {
  const named = () => getConfiguration(chain.state).relyingParty.origins;
  const own = () => {
    const listening = address();
    const member = network && ownUrl(network.file);
    // Alone, all pages that the ledger names are this node's; in a network each member has its own.
    const all = network === undefined ? [listening, ...named()] : [member, listening];
    return [...new Set(all.filter((one) => one !== undefined))];
  };
  return {
    own,
    others: () => (network === undefined ? [] : named().filter((origin) => !own().includes(origin))),
  };
}
