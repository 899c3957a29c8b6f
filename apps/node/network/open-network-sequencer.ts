import { ChainKeeper } from "@mingbai/exchange/keep/chain-keeper";
import { machineClock } from "@mingbai/exchange/links/machine-clock";
import { type OpenLinks, openLinks } from "@mingbai/exchange/links/open-links";
import type { PinnedKeys } from "@mingbai/exchange/links/pinned";
import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import { rosterInForce, rostersAllowed } from "@mingbai/ledger/genesis/rosters";
import type { BlockRecord } from "@mingbai/log/chain/block-record";
import type { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import type { Disk } from "@mingbai/log/disk/disk";
import { PortableSnapshots } from "@mingbai/log/portable/portable-snapshots";
import type { CheckCarried } from "@mingbai/log/portable/take-ordered";
import type { CheckPool } from "@mingbai/sequencer/admission/check-pool";
import { snapshotChunkBytesMax } from "@mingbai/sequencer/cometbft/abci-application";
import { askLightBlock } from "@mingbai/sequencer/cometbft/comet-light-block";
import type { Comet } from "@mingbai/sequencer/cometbft/comet-process";
import { HistoryPeers } from "@mingbai/sequencer/history/history-peers";
import { fetchOldBody } from "@mingbai/sequencer/history/old-bodies";
import { NetworkSequencer } from "@mingbai/sequencer/network/network-sequencer";
import { NodeCircle } from "../circle/node-circle.ts";
import type { DataFolder } from "../data-folder.ts";
import type { NodeKeys } from "../keys/node-keys.ts";
import { LightBlocks } from "../published/light-blocks.ts";
import type { PublishedLog } from "../published/published-log.ts";
import { openSealed } from "../sealed/open-sealed.ts";
import type { SealedExchange } from "../sealed/sealed-exchange.ts";
import type { VaultLog } from "../vault/vault-log.ts";
import type { JoinedNetwork } from "./join-network.ts";
import { archivesOf, keptHeights } from "./kept-heights.ts";
import { hasLostPromises } from "./lost-promises.ts";
import type { NetworkFile } from "./network-file.ts";
import { pinnedBy } from "./pinned-by.ts";
import { requireHandover } from "./require-handover.ts";
import { startEngine } from "./start-engine.ts";

interface Parts {
  readonly chain: LedgerChain;
  readonly genesis: Genesis;
  readonly keys: NodeKeys;
  readonly network: NetworkFile;
  readonly folder: DataFolder;
  readonly disk: Disk;
  readonly checker: CheckPool;
  readonly published: PublishedLog;
  readonly vault: VaultLog;
  /** Height from which on somebody in this node has yet to read bodies. */
  readonly readFrom: () => number;
  /** Told of each entry that came from another vault. */
  readonly onSealed: () => void;
  /** Wall clock, ms since epoch. */
  readonly now: () => number;
  /** The engine that runs already and waits, where the node has just joined. */
  readonly joined?: JoinedNetwork | undefined;
  readonly onFatal: (error: Error) => void;
}

/** A node's part in a network while it runs. */
export interface RunningNetwork {
  readonly sequencer: NetworkSequencer;
  readonly links: OpenLinks;
  readonly comet: Comet;
  /** What consensus itself sealed of the log. */
  readonly lightBlocks: LightBlocks;
  /** Where nodes hear how the others are. */
  readonly circle: NodeCircle;
  /** By which sealed entries come from other vaults. */
  readonly sealed: SealedExchange;
  /** The body of a container of a block that is kept here no more. Rejects with `BodyElsewhere`. */
  readonly fetchBody: (record: BlockRecord, at: number) => Promise<Uint8Array>;
  readonly file: NetworkFile;
}

/** Joins the other members: links to them, the exchange of bodies, and CometBFT as the engine that orders. */
export async function openNetworkSequencer(parts: Parts): Promise<RunningNetwork> {
  const { chain, genesis, keys, network, folder, disk, checker, published, now, joined, onFatal } = parts;
  const era = await requireHandover({ chain, genesis, folder, hasJoined: joined !== undefined });
  const eraBase = era?.base ?? 0;
  const pinned = (height: number) => pinnedBy(rostersAllowed(chain.state, height), network);
  let running = pinned(chain.head.height + 1);
  const links = await openLinks({
    ownSeed: keys.seeds.node,
    chain: chain.chain,
    listen: network.listen,
    clock: machineClock,
    ...running,
  });
  const peers = () => [...running.members, ...(running.observers ?? [])].map(({ member }) => member);
  published.cosigning.connect({ links, clock: machineClock, peers });
  const onStored = parts.onSealed;
  const sealed = await openSealed({ ...parts, links, clock: machineClock, pinned: () => running, onStored });
  const circle = new NodeCircle({ links, clock: machineClock, peers });
  const history = new HistoryPeers({
    links,
    clock: machineClock,
    ledger: chain,
    members: () => archivesFirst(running.members, chain, network),
    onFailure: (error) => onFatal(error instanceof Error ? error : new Error(String(error))),
  });
  const snapshots = await PortableSnapshots.open({
    disk,
    folder: folder.ledger,
    chain,
    pieceBytes: snapshotChunkBytesMax,
  });
  const isMute = await hasLostPromises(folder, keys.node.publicKey);
  let comet: Comet | undefined;
  const lightBlocks = await LightBlocks.open({
    disk,
    folder: folder.published,
    files: published.files,
    chain,
    eraBase,
    ask: async (height) => askLightBlock({ rpcSocket: comet?.rpcSocket ?? "", height }),
  });
  const sequencer = await NetworkSequencer.open({
    ledger: chain,
    eraBase,
    checker,
    keeper: new ChainKeeper({
      bodies: chain.bodies,
      blocksFrom: (height) => chain.keptBlocksFrom(height),
      readBody: (container) => chain.readBody(container),
      hasRoomFor: (bytes) => chain.hasRoomFor(bytes),
      isHealing: () => isMute,
    }),
    links,
    clock: machineClock,
    now,
    ackKey: keys.node,
    disk,
    folder: folder.networkState,
    keeping: {
      keptHeights: () => keptHeights(network, rosterInForce(chain.state, chain.head.height + 1)),
      readFrom: parts.readFrom,
    },
    snapshots,
    startEngine: async (application) => {
      const engine =
        joined?.engine ??
        (await startEngine({ folder: folder.comet, genesis, era, keys, network, application, onFatal }));
      joined?.application.goOn(application);
      comet = engine.comet;
      return async () => {
        await lightBlocks.close();
        await engine.stop();
        sealed.close();
        await links.close();
      };
    },
    joinedAt: joined?.height,
    onOtherFrame: (member, frame) => {
      if (sealed.take(member, frame)) return;
      if (!circle.take(member, frame) && !history.take(member, frame)) published.cosigning.take(member, frame);
    },
    onHeight: ({ height, timeMs, applied }) => {
      sealed.follow(applied?.executed.flatMap(({ outcome }) => outcome.events) ?? []);
      joined?.reached(height);
      published.passed({ height, timeMs });
      lightBlocks.passed({ height, timeMs });
      const next = pinned(height + 1);
      if (spell(next) !== spell(running)) links.setMembers(next);
      running = next;
    },
    onFatal,
  });
  if (comet === undefined) throw new Error("the engine was not started");
  sealed.start();
  const check: CheckCarried = (header, body) => checker.checkContainer(header, body, -1);
  const fetchBody = (record: BlockRecord, at: number) =>
    fetchOldBody({ peers: history, clock: machineClock, check }, record, at);
  return { sequencer, links, comet, sealed, lightBlocks, circle, fetchBody, file: network };
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

/** Changes with whoever may be linked to. */
function spell({ epoch, observers = [] }: PinnedKeys): string {
  return `${epoch} ${observers.length}`;
}
