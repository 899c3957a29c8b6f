import { machineClock } from "@mingbai/exchange/links/machine-clock";
import { type OpenLinks, openLinks } from "@mingbai/exchange/links/open-links";
import type { PinnedKeys } from "@mingbai/exchange/links/pinned";
import { rostersAllowed } from "@mingbai/ledger/genesis/rosters";
import type { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import type { NodeKeys } from "../keys/node-keys.ts";
import type { NetworkFile } from "./network-file.ts";
import { pinnedBy } from "./pinned-by.ts";

/** The nodes that keep this ledger, as far as this one is linked to them. */
export interface Company {
  readonly links: OpenLinks;
  /** Whom the links know under which number now. */
  pinned(): PinnedKeys;
  /** Numbers of all that may be linked to now. */
  peers(): number[];
  /** Links are from now on to those that the rosters of this height allow. */
  follow(height: number): void;
}

/** Opens the links to the other members and to those who watch. */
export async function meetMembers({
  chain,
  keys,
  network,
}: {
  chain: Pick<LedgerChain, "chain" | "state" | "head">;
  keys: Pick<NodeKeys, "seeds">;
  network: NetworkFile;
}): Promise<Company> {
  const pinnedAt = (height: number) => pinnedBy(rostersAllowed(chain.state, height), network);
  let now = pinnedAt(chain.head.height + 1);
  const links = await openLinks({
    ownSeed: keys.seeds.node,
    chain: chain.chain,
    listen: network.listen,
    clock: machineClock,
    ...now,
  });
  return {
    links,
    pinned: () => now,
    peers: () => [...now.members, ...(now.observers ?? [])].map(({ member }) => member),
    follow(height) {
      const next = pinnedAt(height);
      if (spell(next) !== spell(now)) links.setMembers(next);
      now = next;
    },
  };
}

/** Changes with whoever may be linked to. */
function spell({ epoch, observers = [] }: PinnedKeys): string {
  return `${epoch} ${observers.length}`;
}
