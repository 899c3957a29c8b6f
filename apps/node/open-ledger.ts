import { availableParallelism } from "node:os";
import { toHex } from "@mingbai/codec/hex";
import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import { type ChainOptions, LedgerChain } from "@mingbai/log/chain/ledger-chain";
import { Replica } from "@mingbai/log/chain/replica";
import type { Disk } from "@mingbai/log/disk/disk";
import { OpenedSoFar } from "@mingbai/log/disk/opened-so-far";
import { CheckPool } from "@mingbai/sequencer/admission/check-pool";
import type { LedgerSequencer } from "@mingbai/sequencer/sequencer";
import { Solo } from "@mingbai/sequencer/solo/solo";
import type { DataFolder } from "./data-folder.ts";
import { requireOwnKeys } from "./founding/require-own-keys.ts";
import type { NodeKeys } from "./keys/node-keys.ts";
import { fetchKeptElsewhere } from "./network/fetch-kept-elsewhere.ts";
import { joinNetwork } from "./network/join-network.ts";
import type { NetworkFile } from "./network/network-file.ts";
import { openNetworkSequencer, type RunningNetwork } from "./network/open-network-sequencer.ts";
import type { WitnessAddress } from "./published/ask-witness.ts";
import { PublishedLog } from "./published/published-log.ts";
import { registry } from "./registry.ts";
import { soloChain } from "./solo-chain.ts";
import { DecidedErasures } from "./subjects/decided-erasures.ts";
import { erasePhotos } from "./subjects/erase-photos.ts";
import { type SubjectMarks, SubjectVault } from "./subjects/subject-vault.ts";
import { nodeSealing } from "./vault/node-sealing.ts";
import { VaultLog } from "./vault/vault-log.ts";

/** How far everything on this disk is durable: what a projector may read. */
export interface DurableMarks {
  readonly blocks: number;
  readonly bodies: number;
  readonly vaultEntries: number;
  readonly subjects: SubjectMarks;
}

export interface OpenLedgerParts {
  readonly disk: Disk;
  readonly folder: DataFolder;
  readonly genesis: Genesis;
  readonly keys: NodeKeys;
  readonly witnesses?: readonly WitnessAddress[];
  /** Where other organisations keep the ledger too: who they are. */
  readonly network?: NetworkFile;
  /** Bytes of each segment of bodies and blocks; the log's default unless given. */
  readonly segmentBytes?: number;
  /** Wall clock, ms since epoch. */
  readonly now?: () => number;
  /** Hears how far a node that joins has come. */
  readonly say?: ((step: string) => void) | undefined;
  /** Called once when the log has failed; the process must end. */
  readonly onFatal: (error: Error) => void;
}

/** A ledger in its data folder: taking transactions, publishing its log, keeping its vault. No HTTP and no SQL. */
export interface OpenLedger {
  readonly chain: LedgerChain;
  readonly sequencer: LedgerSequencer;
  /** Where other organisations keep the ledger too. */
  readonly network?: RunningNetwork;
  readonly published: PublishedLog;
  readonly vault: VaultLog;
  readonly subjects: SubjectVault;
  readonly genesis: Genesis;
  now(): number;
  marks(): DurableMarks;
  /**
   * Calls `listener` after each commit from now on, after each entry that came into the vault from another node, and after each
   * change of what is kept about subjects.
   */
  onDurable(listener: (marks: DurableMarks) => void): void;
  /** Lets go of no body, from now on, that a block holds of the height that `reader` says, or of a later one. */
  keepFor(reader: () => number): void;
  /** Resolves when the vault has nothing more of what the ledger has decided to erase so far. */
  erased(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the folder for this process alone, recovers what a crash left, and starts to order. Refusing, it leaves nothing open. */
export async function openLedger(parts: OpenLedgerParts): Promise<OpenLedger> {
  const { disk, folder } = parts;
  await using opened = new OpenedSoFar();
  await disk.makeFolder(folder.root);
  opened.adopt(await disk.lock(folder.root), (lock) => lock.release());
  const ledger = await openLocked(parts, opened);
  const closing = opened.move();
  return { ...ledger, close: () => closing.disposeAsync() };
}

/** What must be closed is put on `opened`, in the order of opening. */
async function openLocked(parts: OpenLedgerParts, opened: AsyncDisposableStack): Promise<Omit<OpenLedger, "close">> {
  const { disk, folder, genesis, keys, witnesses = [], now = Date.now, onFatal } = parts;
  // The sequencer closes what it stands on, once there is one.
  await using ground = new OpenedSoFar();
  const listeners: ((marks: DurableMarks) => void)[] = [];
  const readers: (() => number)[] = [];
  const readFrom = () => Math.min(...readers.map((height) => height()));
  const vault = opened.adopt(
    await VaultLog.open({ disk, folder: folder.vault, sealing: nodeSealing(keys.vault) }),
    (log) => log.close(),
  );
  const marks = (): DurableMarks => ({
    blocks: chain.durableBlocks,
    bodies: chain.durableBodies,
    vaultEntries: vault.durable,
    subjects: subjects.marks,
  });
  const pool = ground.adopt(new CheckPool(Math.max(1, availableParallelism() - 1)), (threads) => threads.close());
  const chainOptions = (): ChainOptions => ({
    disk,
    folder: folder.ledger,
    replica: new Replica(registry, genesis),
    ...(parts.network && { ackKey: toHex(keys.node.publicKey) }),
    ...(parts.segmentBytes !== undefined && { segmentBytes: parts.segmentBytes }),
    fetchBody: (record, at) => fetchKeptElsewhere(network, record, at),
  });
  const joined =
    parts.network && (await joinNetwork({ ...parts, network: parts.network, checker: pool, chainOptions, now }));
  ground.defer(() => joined?.engine.stop());
  const chain = await LedgerChain.open({
    ...chainOptions(),
    onDurable: (_number, { head, executed }) => {
      published.append(
        executed.map(({ leaf }) => leaf),
        head,
      );
      tellDurable();
    },
  });
  ground.defer(() => chain.close());
  if (parts.network === undefined) requireOwnKeys(chain, { keys, folder });
  const subjects = opened.adopt(
    await SubjectVault.open({ disk, folder: folder.subjects, key: keys.vault, now, onChange: () => tellDurable() }),
    (subjectVault) => subjectVault.close(),
  );
  const tellDurable = (): void => {
    for (const listener of listeners) listener(marks());
  };
  const published = await PublishedLog.open({
    disk,
    folder: folder.published,
    chain,
    genesis,
    keys,
    ...(parts.network && { shared: { markFolder: folder.networkState } }),
    witnesses,
    onAlarm: (words) => void process.stderr.write(`mingbai: ${words}\n`),
    onFatal,
  });
  opened.defer(() => published.close());
  const erasures = new DecidedErasures({
    state: chain.state,
    vault: subjects,
    erasePhotos: (due) => erasePhotos({ disk, folder, vault, subjects, key: keys.vault }, due),
    onFatal,
  });
  erasures.follow();
  await erasures.settled();
  listeners.push(erasures.follow);
  opened.defer(() => erasures.settled());
  const told = { published, vault, subjects, onSealed: tellDurable, readFrom };
  const network =
    parts.network &&
    (await openNetworkSequencer({ ...parts, ...told, network: parts.network, chain, checker: pool, joined, now }));
  const sequencer =
    network?.sequencer ?? new Solo({ chain: soloChain({ ledger: chain, nodeKey: keys.node }), pool, now, onFatal });
  ground.move();
  opened.defer(() => sequencer.close());
  return {
    chain,
    sequencer,
    ...(network && { network, engine: network.comet }),
    published,
    vault,
    subjects,
    genesis,
    now,
    marks,
    onDurable: (listener) => void listeners.push(listener),
    keepFor: (reader) => void readers.push(reader),
    erased: () => erasures.settled(),
  };
}
