import { toHex } from "@mingbai/codec/hex";
import { machineClock } from "@mingbai/exchange/links/machine-clock";
import { openLinks } from "@mingbai/exchange/links/open-links";
import { type Era, findEra } from "@mingbai/ledger/genesis/era";
import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import { rosterInForce, rostersAllowed } from "@mingbai/ledger/genesis/rosters";
import type { State } from "@mingbai/ledger/state/state";
import { type ChainOptions, LedgerChain } from "@mingbai/log/chain/ledger-chain";
import type { Disk } from "@mingbai/log/disk/disk";
import { RestoreChain, removeRestored, type TrustedHead } from "@mingbai/log/portable/restore-chain";
import type { CheckCarried } from "@mingbai/log/portable/take-ordered";
import type { CheckPool } from "@mingbai/sequencer/admission/check-pool";
import { resetCometData } from "@mingbai/sequencer/cometbft/reset-comet-data";
import { completeHistory, HistoryRefused } from "@mingbai/sequencer/history/complete-history";
import { HistoryPeers } from "@mingbai/sequencer/history/history-peers";
import { JoiningApplication } from "@mingbai/sequencer/network/joining-application";
import type { DataFolder } from "../data-folder.ts";
import type { NodeKeys } from "../keys/node-keys.ts";
import { engineGenesis } from "./engine-genesis.ts";
import { findJoinFile, removeJoinFile } from "./join-file.ts";
import type { NetworkFile } from "./network-file.ts";
import { pinnedBy } from "./pinned-by.ts";
import { startEngine } from "./start-engine.ts";

/** Blocks of a longer time are fetched sooner by an engine that starts again, which takes some 4 s, than by gossip. */
const gossipMsMax = 60_000;

interface Parts {
  readonly disk: Disk;
  readonly folder: DataFolder;
  readonly genesis: Genesis;
  readonly keys: NodeKeys;
  readonly network: NetworkFile;
  readonly checker: CheckPool;
  /** Where the ledger is to lie; a fresh replica at each call. */
  readonly chainOptions: () => ChainOptions;
  /** Wall clock, ms since epoch. */
  readonly now: () => number;
  readonly say?: ((step: string) => void) | undefined;
  readonly onFatal: (error: Error) => void;
}

/** A node that has its ledger, and an engine that waits for the application that goes on with it. */
export interface JoinedNetwork {
  readonly engine: Awaited<ReturnType<typeof startEngine>>;
  readonly application: JoiningApplication;
  /** Of the snapshot: the engine shows every block after it. */
  readonly height: number;
  /**
   * Tells which height is durable. Once the engine is past all that the ledger has, the node has joined for good. After the first the
   * engine is started again where gossip would take long, as its block sync gives up 3 s after a state sync, whatever is still missing
   * (its pool counts from height 1): where one organisation votes, whose engine gossips one old block for each new one while it waits for
   * something to order, and where much is missing.
   */
  reached(durable: { readonly height: number; readonly timeMs: number }): void;
}

/**
 * Joins where the folder is to: the engine finds a block that its light client trusts and a snapshot of it, which tells state
 * and roster; the members of that roster give all history up to it, which is executed and must end in the same app hash.
 * Undefined where the node has joined long ago. A start that was cut off begins again, but for the history it has.
 */
export async function joinNetwork(parts: Parts): Promise<JoinedNetwork | undefined> {
  const { folder, genesis, keys, network, checker, chainOptions, now, onFatal, say = () => undefined } = parts;
  const found = await findJoinFile(folder.join);
  if (found === undefined) return undefined;
  say("joining: looking for a snapshot");
  await resetCometData(folder.comet);
  const check: CheckCarried = (header, body) => checker.checkContainer(header, body, -1);
  const restored = () => ({ ...chainOptions(), folder: folder.restored });
  const application = new JoiningApplication({
    eraBase: found.era?.base ?? 0,
    begin: () => RestoreChain.begin({ chain: restored(), check, now }),
    say: (step) => say(`joining: ${step}`),
  });
  const { format: _, era, ...stateSync } = found;
  const begun = { folder: folder.comet, genesis, era, hasOrdered: false };
  const engineParts = { ...begun, keys, network, application, stateSync, onFatal };
  const engine = await startEngine(engineParts);
  try {
    const snapshot = await application.restored;
    const { height, appHash } = snapshot.head;
    say(`joining: the snapshot of height ${height} is true`);
    expectBegun(snapshot.state, { genesis, era, folder });
    const lastOwn = await fetchHistory(parts, { snapshot, until: { height, appHash }, check, say });
    await snapshot.close();
    await removeRestored(restored());
    const past = Math.max(height, lastOwn);
    const isOneVoting = rosterInForce(snapshot.state, height + 1).members.length === 1;
    let hasBlocks = false;
    return {
      engine,
      application,
      height,
      reached(durable) {
        if (!hasBlocks && (isOneVoting || now() - durable.timeMs > gossipMsMax)) engine.comet.restart();
        hasBlocks = true;
        if (durable.height > past) removeJoinFile(folder.join).catch(onFatal);
      },
    };
  } catch (error) {
    await engine.stop();
    throw error;
  }
}

/** The member that this node joins by said with what the network began, and the state says so too; or its engine would not start again. */
function expectBegun(
  state: State,
  { genesis, era, folder }: { genesis: Genesis; era: Era | undefined; folder: DataFolder },
): void {
  if (engineGenesis(genesis, era) === engineGenesis(genesis, findEra(state))) return;
  throw new Error(
    `the member by which this node joins said something else of the ledger's beginnings than its state does: remove ${folder.comet}, and join by another`,
  );
}

/** Brings the ledger to the snapshot's height, and says how far it came; a history that is not true is thrown away. */
async function fetchHistory(
  { disk, keys, network, chainOptions, onFatal }: Parts,
  {
    snapshot,
    until,
    check,
    say,
  }: { snapshot: LedgerChain; until: TrustedHead; check: CheckCarried; say: (step: string) => void },
): Promise<number> {
  const pinned = pinnedBy(rostersAllowed(snapshot.state, until.height + 1), network);
  const { chain } = snapshot;
  const clock = machineClock;
  const links = await openLinks({ ownSeed: keys.seeds.node, chain, listen: network.listen, clock, ...pinned });
  const own = toHex(links.publicKey);
  const members = pinned.members.filter(({ publicKey }) => toHex(publicKey) !== own).map(({ member }) => member);
  const peers = new HistoryPeers({
    links,
    clock,
    ledger: {
      // It has nothing to tell before it has everything.
      keptBlocksFrom: async function* () {},
      readBody: (one) => snapshot.readBody(one),
    },
    members: () => members,
    onFailure: (error) => onFatal(error instanceof Error ? error : new Error(String(error))),
  });
  links.onFrame((member, frame) => void peers.take(member, frame));
  const { signal } = new AbortController();
  try {
    for (let attempt = 0; ; attempt++) {
      const ledger = await LedgerChain.open(chainOptions());
      try {
        await completeHistory({
          chain: ledger,
          until,
          check,
          fetch: (from) => peers.fetch(from, { attempt, signal }),
          onProgress: (height) => say(`joining: history up to height ${height} of ${until.height}`),
        });
        return ledger.head.height;
      } catch (error) {
        if (!(error instanceof HistoryRefused)) throw error;
        say(`joining: ${error.message}; it is asked of another`);
      } finally {
        await ledger.close();
      }
      await removeRestored({ disk, folder: chainOptions().folder });
    }
  } finally {
    await links.close();
  }
}
