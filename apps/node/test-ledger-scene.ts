import { toHex } from "@mingbai/codec/hex";
import type { Block } from "@mingbai/ledger/execute/block";
import { type ChainOptions, LedgerChain } from "@mingbai/log/chain/ledger-chain";
import { type AppliedBlock, Replica } from "@mingbai/log/chain/replica";
import { Solo } from "@mingbai/sequencer/solo/solo";
import { sceneChecker } from "@mingbai/testkit/ledger-scene/scene-checker";
import { sceneGenesis, sceneNode, sceneRegistry } from "@mingbai/testkit/ledger-scene/scene-genesis";
import { random } from "@mingbai/testkit/random";
import { sampleTimeMs } from "@mingbai/testkit/sample-domain/sample-ledger";
import type { SimulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { soloChain } from "./solo-chain.ts";

export const sceneFolder = "ledger";
/** Small, so that a short run fills several segments of both logs. */
export const sceneSegmentBytes = 8 * 1024;
export const sceneInlineBytesMax = 512;

/** App hashes by height, of every block that was executed, durable or not. */
export type HashesByHeight = Map<number, string>;

/** A ledger of the scene, open on a simulated disk. */
export interface OpenScene {
  readonly ledger: LedgerChain;
  readonly solo: Solo;
  /** What the node was told to stop for. */
  readonly fatal: Error[];
}

/** A replica that writes down what it executed. */
class RecordingReplica extends Replica {
  readonly #hashes: HashesByHeight;

  constructor(hashes: HashesByHeight) {
    super(sceneRegistry, sceneGenesis);
    this.#hashes = hashes;
    hashes.set(0, toHex(this.head.appHash));
  }

  override apply(block: Block): AppliedBlock {
    const applied = super.apply(block);
    this.#hashes.set(block.height, toHex(applied.head.appHash));
    return applied;
  }
}

/** Opens the chain of the scene alone. Salts depend on the disk's seed and its past. */
export function openSceneChain(
  disk: SimulatedDisk,
  hashes: HashesByHeight = new Map(),
  {
    segmentBytes = sceneSegmentBytes,
    ...more
  }: Pick<ChainOptions, "segmentBytes" | "onSnapshotDamage" | "fetchBody"> = {},
): Promise<LedgerChain> {
  const dice = random(disk.seed + disk.trace.length);
  return LedgerChain.open({
    disk,
    folder: sceneFolder,
    replica: new RecordingReplica(hashes),
    ...more,
    segmentBytes,
    inlineBytesMax: sceneInlineBytesMax,
    makeSalt: () => dice.bytes(8),
  });
}

/** Puts solo on the ledger. Its clock stands still, so that blocks are a millisecond apart. */
export function startSolo(ledger: LedgerChain): OpenScene {
  const fatal: Error[] = [];
  const solo = new Solo({
    chain: soloChain({ ledger, nodeKey: sceneNode.ack }),
    pool: sceneChecker,
    now: () => sampleTimeMs + 1,
    onFatal: (error) => fatal.push(error),
  });
  return { ledger, solo, fatal };
}

/** Opens the scene with solo on it. */
export async function openScene(disk: SimulatedDisk, hashes?: HashesByHeight): Promise<OpenScene> {
  return startSolo(await openSceneChain(disk, hashes));
}

/** An empty block at this height, so that the next ones stand where state is hashed and snapshots are made; none where it is reached. */
export async function jumpTo(ledger: LedgerChain, height: number): Promise<void> {
  if (ledger.head.height >= height) return;
  ledger.append({ height, timeMs: ledger.head.timeMs + 1, containers: [] });
  await ledger.commit();
}
