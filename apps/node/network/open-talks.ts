import { machineClock } from "@mingbai/exchange/links/machine-clock";
import type { PinnedKeys } from "@mingbai/exchange/links/pinned";
import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import { rosterInForce } from "@mingbai/ledger/genesis/rosters";
import type { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import type { Disk } from "@mingbai/log/disk/disk";
import { HistoryPeers } from "@mingbai/sequencer/history/history-peers";
import { NodeCircle } from "../circle/node-circle.ts";
import type { DataFolder } from "../data-folder.ts";
import type { NodeKeys } from "../keys/node-keys.ts";
import type { PublishedLog } from "../published/published-log.ts";
import { openSealed } from "../sealed/open-sealed.ts";
import type { SealedExchange } from "../sealed/sealed-exchange.ts";
import type { SubjectVault } from "../subjects/subject-vault.ts";
import type { VaultLog } from "../vault/vault-log.ts";
import { archivesOf } from "./kept-heights.ts";
import type { Company } from "./meet-members.ts";
import type { NetworkFile } from "./network-file.ts";

/** What a node's company needs of its ledger. */
export interface TalksParts {
  readonly chain: LedgerChain;
  readonly genesis: Genesis;
  readonly keys: NodeKeys;
  readonly network: NetworkFile;
  readonly folder: DataFolder;
  readonly disk: Disk;
  readonly published: PublishedLog;
  readonly vault: VaultLog;
  readonly subjects: SubjectVault;
  /** Told of each entry that came from another vault. */
  readonly onSealed: () => void;
  /** Wall clock, ms since epoch. */
  readonly now: () => number;
  readonly onFatal: (error: Error) => void;
}

/** What nodes say to each other besides what they order. */
export interface Talks {
  /** By which sealed entries come from other vaults. */
  readonly sealed: SealedExchange;
  /** Where nodes hear how the others are. */
  readonly circle: NodeCircle;
  /** What was ordered, for whoever lost it or keeps it no more. */
  readonly history: HistoryPeers;
  /** Takes a frame that is nothing of the exchange of bodies: whoever it is for knows it. */
  take(member: number, frame: Uint8Array): void;
}

/** Begins to listen to the others; sealed entries are asked for once `sealed` starts. */
export async function openTalks(parts: TalksParts, company: Company): Promise<Talks> {
  const { chain, network, published, onSealed, onFatal } = parts;
  const { links, peers, pinned } = company;
  const clock = machineClock;
  const { cosigning } = published;
  cosigning.connect({ links, clock, peers });
  const sealed = await openSealed({ ...parts, links, clock, pinned, onStored: onSealed });
  const circle = new NodeCircle({ links, clock, peers });
  const history = new HistoryPeers({
    links,
    clock,
    ledger: chain,
    members: () => archivesFirst(pinned().members, chain, network),
    onFailure: (error) => onFatal(error instanceof Error ? error : new Error(String(error))),
  });
  return {
    sealed,
    circle,
    history,
    take(member, frame) {
      const isTaken = sealed.take(member, frame) || circle.take(member, frame) || history.take(member, frame);
      if (!isTaken) cosigning.take(member, frame);
    },
  };
}

/** Numbers of the members, those first whose nodes keep everything. */
function archivesFirst(
  members: PinnedKeys["members"],
  { state, head }: Pick<LedgerChain, "state" | "head">,
  network: NetworkFile,
): number[] {
  const archives = new Set(archivesOf(network));
  const roster = rosterInForce(state, head.height + 1);
  const isArchive = (member: number) => archives.has(roster.members[member]?.organisation ?? "");
  const numbers = members.map(({ member }) => member);
  return [...numbers.filter(isArchive), ...numbers.filter((number) => !isArchive(number))];
}
