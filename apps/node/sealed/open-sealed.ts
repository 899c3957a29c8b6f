import { toHex } from "@mingbai/codec/hex";
import type { PinnedKeys } from "@mingbai/exchange/links/pinned";
import type { Clock } from "@mingbai/exchange/ports/clock";
import type { Links } from "@mingbai/exchange/ports/links";
import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import { rostersAllowed } from "@mingbai/ledger/genesis/rosters";
import type { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import type { Disk } from "@mingbai/log/disk/disk";
import { followSegmentLog } from "@mingbai/log/segments/follow-segment-log";
import type { DataFolder } from "../data-folder.ts";
import type { NodeKeys } from "../keys/node-keys.ts";
import type { SubjectVault } from "../subjects/subject-vault.ts";
import { nodeSealing } from "../vault/node-sealing.ts";
import type { VaultLog } from "../vault/vault-log.ts";
import { VaultReader } from "../vault/vault-reader.ts";
import { Entitlement } from "./entitlement.ts";
import { PartShelf } from "./part-shelf.ts";
import { type NumberedMembers, SealedExchange } from "./sealed-exchange.ts";

interface Parts {
  readonly chain: Pick<LedgerChain, "state" | "head" | "blocksFromHeight">;
  readonly genesis: Genesis;
  readonly vault: VaultLog;
  readonly subjects: SubjectVault;
  readonly folder: DataFolder;
  readonly disk: Disk;
  readonly keys: Pick<NodeKeys, "node" | "vault">;
  readonly links: Links;
  readonly clock: Clock;
  /** Whom the links know under which number now. */
  readonly pinned: () => PinnedKeys;
  /** Wall clock, ms since epoch. */
  readonly now: () => number;
  readonly onStored: () => void;
  readonly onFatal: (error: Error) => void;
}

/**
 * Opens the exchange of sealed entries of a node whose chain stands still yet: what is durable is read for what it names, the
 * blocks that follow are told by `follow`. It asks for nothing before `start`.
 */
export async function openSealed(parts: Parts): Promise<SealedExchange> {
  const { chain, genesis, vault, subjects, folder, disk, keys, links, clock, now, onStored, onFatal } = parts;
  const entitlement = new Entitlement({ state: () => chain.state, now });
  const exchange = await SealedExchange.open({
    disk,
    filesFolder: folder.files,
    folder: folder.sealed,
    vault,
    reader: new VaultReader(followSegmentLog({ disk, folder: folder.vault }), nodeSealing(keys.vault)),
    shelf: new PartShelf(subjects),
    key: keys.vault,
    links,
    clock,
    entitlement,
    members: () => numberedMembers(parts),
    onStored,
    onFatal,
  });
  exchange.follow(genesis.events);
  for await (const { outcomes } of chain.blocksFromHeight(0)) {
    exchange.follow(outcomes.flatMap(({ events }) => events));
  }
  return exchange;
}

/** By key: between two rosters a number may already be another's. */
function numberedMembers({ chain, keys, pinned }: Parts): NumberedMembers {
  const rosters = rostersAllowed(chain.state, chain.head.height + 1);
  const byKey = new Map(
    rosters.flatMap(({ members }) => members.map(({ ackKey, organisation }) => [ackKey, organisation])),
  );
  const organisations: (string | undefined)[] = [];
  let self: number | undefined;
  for (const { member, publicKey } of pinned().members) {
    const key = toHex(publicKey);
    organisations[member] = byKey.get(key);
    if (key === toHex(keys.node.publicKey)) self = member;
  }
  return { organisations, self };
}
