import { ChainKeeper } from "@mingbai/exchange/keep/chain-keeper";
import { machineClock } from "@mingbai/exchange/links/machine-clock";
import type { OpenLinks } from "@mingbai/exchange/links/open-links";
import { rosterInForce } from "@mingbai/ledger/genesis/rosters";
import type { BlockRecord } from "@mingbai/log/chain/block-record";
import { OpenedSoFar } from "@mingbai/log/disk/opened-so-far";
import { PortableSnapshots } from "@mingbai/log/portable/portable-snapshots";
import type { CheckPool } from "@mingbai/sequencer/admission/check-pool";
import { snapshotChunkBytesMax } from "@mingbai/sequencer/cometbft/abci-application";
import { askLightBlock } from "@mingbai/sequencer/cometbft/comet-light-block";
import type { Comet } from "@mingbai/sequencer/cometbft/comet-process";
import type { HistoryPeers } from "@mingbai/sequencer/history/history-peers";
import { fetchOldBody } from "@mingbai/sequencer/history/old-bodies";
import { NetworkSequencer } from "@mingbai/sequencer/network/network-sequencer";
import { areOthersPast } from "../circle/are-others-past.ts";
import type { NodeCircle } from "../circle/node-circle.ts";
import { LightBlocks } from "../published/light-blocks.ts";
import type { SealedExchange } from "../sealed/sealed-exchange.ts";
import { EngineWatch } from "./engine-watch.ts";
import type { JoinedNetwork } from "./join-network.ts";
import { keptHeights } from "./kept-heights.ts";
import { hasLostPromises } from "./lost-promises.ts";
import { type Company, meetMembers } from "./meet-members.ts";
import { MemberEngine } from "./member-engine.ts";
import type { NetworkFile } from "./network-file.ts";
import { openTalks, type Talks, type TalksParts } from "./open-talks.ts";
import { requireHandover } from "./require-handover.ts";
import { readGivenUp } from "./void-statements.ts";

interface Parts extends TalksParts {
  readonly checker: CheckPool;
  /** Height from which on somebody in this node has yet to read bodies. */
  readonly readFrom: () => number;
  /** The engine that runs already and waits, where the node has just joined. */
  readonly joined?: JoinedNetwork | undefined;
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

/**
 * Joins the other members: links to them, what is said on these besides, and CometBFT as the engine that orders. What was opened is
 * closed in the other order, by the sequencer once it runs, and at once where a later step refuses.
 */
export async function openNetworkSequencer(parts: Parts): Promise<RunningNetwork> {
  const { chain, genesis, folder, network, joined } = parts;
  const era = await requireHandover({ chain, genesis, folder, hasJoined: joined !== undefined });
  const eraBase = era?.base ?? 0;
  await using opened = new OpenedSoFar();
  const company = opened.adopt(await meetMembers(parts), ({ links }) => links.close());
  const talks = opened.adopt(await openTalks(parts, company), ({ sealed }) => sealed.close());
  const engine = opened.adopt(new MemberEngine(parts, era), (one) => one.stop());
  const isBehind = (height: number) => areOthersPast({ chain, circle: talks.circle }, height);
  const watch = opened.adopt(new EngineWatch({ clock: machineClock, engine, areOthersPast: isBehind }), (one) =>
    one.stop(),
  );
  const lightBlocks = opened.adopt(await openLightBlocks(parts, { eraBase, engine }), (one) => one.close());
  const sequencer = await openSequencer(parts, {
    eraBase,
    company,
    talks,
    lightBlocks,
    startEngine: async (application) => {
      await engine.start(application);
      const closing = opened.move();
      return () => closing.disposeAsync();
    },
  });
  const { sealed, circle, history } = talks;
  sealed.start();
  watch.start(sequencer);
  const fetchBody = bodiesOf(history, parts);
  return {
    sequencer,
    links: company.links,
    comet: engine.comet,
    sealed,
    lightBlocks,
    circle,
    fetchBody,
    file: network,
  };
}

type SequencerParts = Parameters<typeof NetworkSequencer.open>[0];

/** What consensus seals of the log, as the engine tells it once it runs. */
function openLightBlocks(
  { disk, folder, published, chain }: Parts,
  { eraBase, engine }: { eraBase: number; engine: MemberEngine },
): Promise<LightBlocks> {
  return LightBlocks.open({
    disk,
    folder: folder.published,
    files: published.files,
    chain,
    eraBase,
    ask: async (height) => askLightBlock({ rpcSocket: engine.comet.rpcSocket, height }),
  });
}

/** Starts to order with the others, and tells everything here of each height. */
async function openSequencer(
  parts: Parts,
  stages: {
    eraBase: number;
    company: Company;
    talks: Talks;
    lightBlocks: LightBlocks;
    startEngine: SequencerParts["startEngine"];
  },
): Promise<NetworkSequencer> {
  const { chain, keys, network, folder, disk, checker, published, readFrom, now, joined, onFatal } = parts;
  const { eraBase, company, talks, lightBlocks, startEngine } = stages;
  return NetworkSequencer.open({
    ledger: chain,
    eraBase,
    checker,
    keeper: await keeperOf(parts),
    links: company.links,
    clock: machineClock,
    now,
    ackKey: keys.node,
    disk,
    folder: folder.networkState,
    keeping: {
      keptHeights: () => keptHeights(network, rosterInForce(chain.state, chain.head.height + 1)),
      readFrom,
    },
    snapshots: await PortableSnapshots.open({
      disk,
      folder: folder.ledger,
      chain,
      pieceBytes: snapshotChunkBytesMax,
    }),
    startEngine,
    joinedAt: joined?.height,
    givenUp: await readGivenUp(folder, chain),
    onOtherFrame: (member, frame) => talks.take(member, frame),
    onHeight: ({ height, timeMs, applied }) => {
      talks.sealed.follow(applied?.executed.flatMap(({ outcome }) => outcome.events) ?? []);
      joined?.reached({ height, timeMs });
      published.passed({ height, timeMs });
      lightBlocks.passed({ height, timeMs });
      company.follow(height + 1);
    },
    onFatal,
  });
}

/** Keeps what members promise each other to keep; one that has lost its promises makes none until it has them again. */
async function keeperOf({ chain, folder, keys }: Parts): Promise<ChainKeeper> {
  const isMute = await hasLostPromises(folder, keys.node.publicKey);
  return new ChainKeeper({
    bodies: chain.bodies,
    blocksFrom: (height) => chain.keptBlocksFrom(height),
    readBody: (container) => chain.readBody(container),
    hasRoomFor: (bytes) => chain.hasRoomFor(bytes),
    isHealing: () => isMute,
  });
}

/** Bodies that were let go of here, from those who keep everything. */
function bodiesOf(peers: HistoryPeers, { checker }: Parts): RunningNetwork["fetchBody"] {
  const source: Parameters<typeof fetchOldBody>[0] = {
    peers,
    clock: machineClock,
    check: (header, body) => checker.checkContainer(header, body, -1),
  };
  return (record, at) => fetchOldBody(source, record, at);
}
