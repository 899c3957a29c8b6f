import { fromHex } from "@mingbai/codec/hex";
import { ChainKeeper } from "@mingbai/exchange/keep/chain-keeper";
import { machineClock } from "@mingbai/exchange/links/machine-clock";
import { type OpenLinks, openLinks } from "@mingbai/exchange/links/open-links";
import type { PinnedKeys } from "@mingbai/exchange/links/pinned";
import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import { rosterMembersMax } from "@mingbai/ledger/genesis/roster";
import { type RosterRow, rostersAllowed } from "@mingbai/ledger/genesis/rosters";
import type { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import type { Disk } from "@mingbai/log/disk/disk";
import { PortableSnapshots } from "@mingbai/log/portable/portable-snapshots";
import type { CheckPool } from "@mingbai/sequencer/admission/check-pool";
import { snapshotChunkBytesMax } from "@mingbai/sequencer/cometbft/abci-application";
import { evidenceAgeHeights } from "@mingbai/sequencer/cometbft/comet-genesis";
import type { Comet } from "@mingbai/sequencer/cometbft/comet-process";
import { NetworkSequencer } from "@mingbai/sequencer/network/network-sequencer";
import { NodeCircle } from "../circle/node-circle.ts";
import type { DataFolder } from "../data-folder.ts";
import type { NodeKeys } from "../keys/node-keys.ts";
import type { PublishedLog } from "../published/published-log.ts";
import type { NetworkFile } from "./network-file.ts";
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
  /** Wall clock, ms since epoch. */
  readonly now: () => number;
  readonly onFatal: (error: Error) => void;
}

/** A node's part in a network while it runs. */
export interface RunningNetwork {
  readonly sequencer: NetworkSequencer;
  readonly links: OpenLinks;
  readonly comet: Comet;
  /** Where nodes hear how the others are. */
  readonly circle: NodeCircle;
  readonly file: NetworkFile;
}

/** Joins the other members: links to them, the exchange of bodies, and CometBFT as the engine that orders. */
export async function openNetworkSequencer(parts: Parts): Promise<RunningNetwork> {
  const { chain, genesis, keys, network, folder, disk, checker, published, now, onFatal } = parts;
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
  const circle = new NodeCircle({ links, clock: machineClock, peers });
  const snapshots = await PortableSnapshots.open({
    disk,
    folder: folder.ledger,
    chain,
    pieceBytes: snapshotChunkBytesMax,
  });
  let comet: Comet | undefined;
  const sequencer = await NetworkSequencer.open({
    ledger: chain,
    eraBase: 0,
    checker,
    keeper: new ChainKeeper({
      bodies: chain.bodies,
      blocksFrom: (height) => chain.blocksFromHeight(height),
      readBody: (container) => chain.readBody(container),
      hasRoomFor: (bytes) => chain.hasRoomFor(bytes),
      isHealing: () => false,
    }),
    links,
    clock: machineClock,
    now,
    ackKey: keys.node,
    disk,
    folder: folder.networkState,
    keepHeights: evidenceAgeHeights,
    snapshots,
    startEngine: async (application) => {
      const engine = await startEngine({ folder: folder.comet, genesis, keys, network, application, onFatal });
      comet = engine.comet;
      return async () => {
        await engine.stop();
        await links.close();
      };
    },
    onOtherFrame: (member, frame) => {
      if (!circle.take(member, frame)) published.cosigning.take(member, frame);
    },
    onHeight: ({ height, timeMs }) => {
      published.passed({ height, timeMs });
      const next = pinned(height + 1);
      if (spell(next) !== spell(running)) links.setMembers(next);
      running = next;
    },
    onFatal,
  });
  if (comet === undefined) throw new Error("the engine was not started");
  return { sequencer, links, comet, circle, file: network };
}

/**
 * Whom this node may be linked to: members by the roster, at the addresses of the network file; observers after them, and for
 * a while those that have just left, as the note of the roster that they leave by needs their signatures, too.
 */
function pinnedBy([now, before]: readonly RosterRow[], network: NetworkFile): PinnedKeys {
  if (now === undefined) throw new Error("the ledger has no roster in force");
  const { epoch, members } = now;
  const places = new Map(network.members.map((member) => [member.organisation, member]));
  const stayed = new Set(members.map(({ ackKey }) => ackKey));
  const left = before?.members.filter(({ ackKey }) => !stayed.has(ackKey)).map(({ ackKey }) => ackKey) ?? [];
  const watching = network.observers.map(({ publicKey }) => publicKey).filter((key) => !stayed.has(key));
  return {
    epoch,
    members: members.flatMap(({ organisation, ackKey }, member) => {
      const place = places.get(organisation);
      return place === undefined ? [] : [{ member, publicKey: fromHex(ackKey), host: place.host, port: place.port }];
    }),
    observers: [...new Set([...watching, ...left])].map((key, at) => ({
      member: rosterMembersMax + at,
      publicKey: fromHex(key),
    })),
  };
}

/** Changes with whoever may be linked to. */
function spell({ epoch, observers = [] }: PinnedKeys): string {
  return `${epoch} ${observers.length}`;
}
