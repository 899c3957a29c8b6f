import { originMessage } from "@mingbai/ledger/container/origin-signature";
import { checkContainer } from "@mingbai/ledger/container/stateless-check";
import { sceneContainer } from "@mingbai/testkit/ledger-scene/scene-containers";
import { sceneGenesis, sceneNode, sceneRegistry } from "@mingbai/testkit/ledger-scene/scene-genesis";
import { sceneCommand, scenePayments } from "@mingbai/testkit/ledger-scene/scene-transactions";
import { random } from "@mingbai/testkit/random";
import { sampleTimeMs } from "@mingbai/testkit/sample-domain/sample-ledger";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { type ChainOptions, LedgerChain } from "../chain/ledger-chain.ts";
import { Replica } from "../chain/replica.ts";
import { PortableSnapshots } from "./portable-snapshots.ts";
import { type CheckCarried, takeOrdered } from "./take-ordered.ts";

export const testFolder = "ledger";
export const check: CheckCarried = async (header, body) => checkContainer(header, body);
/** One height below the first state root, then the one that seals, some behind it, and those that mix its root in. */
export const testHeights = [1, 900, 1_030, 1_050, 1_093, 1_094, 1_100];
/** The first that is 64 above the sealed one. */
export const provenHeight = 1_094;
export const nowMs = sampleTimeMs + 10_000;

export function chainOptions(disk: SimulatedDisk, folder = testFolder): ChainOptions {
  const dice = random(disk.seed);
  const replica = new Replica(sceneRegistry, sceneGenesis);
  return { disk, folder, replica, segmentBytes: 64 * 1024, inlineBytesMax: 300, makeSalt: () => dice.bytes(8) };
}

/** Orders a note and a payment at this height, both in containers of the only member. */
export async function orderAt(chain: LedgerChain, height: number): Promise<void> {
  const sequence = chain.head.logSize + 1;
  const note = await sceneCommand({ key: `k${height}`, text: "as it was" }, { sequence });
  const pay = await scenePayments([1, 2, 3], { sequence: sequence + 1 });
  const containers = [note, pay].map(({ bytes }, at) =>
    sceneContainer([bytes], { originSequence: sequence + at, expiryHeight: height + 1_000 }),
  );
  const carried = await Promise.all(
    containers.map(async ({ headerBytes, batchId, body }) => ({
      headerBytes,
      signature: await sceneNode.ack.sign({ message: originMessage(batchId), id: batchId }),
      body,
    })),
  );
  const block = { height, timeMs: sampleTimeMs + height, containers: carried };
  chain.append(await takeOrdered(block, { chain, check }));
  await chain.commit();
}

/** A ledger at `testHeights`, and what it offers. */
export async function testLedger({ seed = 1, pieceBytes = 1_000 }: { seed?: number; pieceBytes?: number } = {}) {
  const disk = simulatedDisk({ seed });
  const chain = await LedgerChain.open(chainOptions(disk));
  const appHashes = new Map<number, Uint8Array>();
  for (const height of testHeights) {
    await orderAt(chain, height);
    appHashes.set(height, chain.head.appHash);
  }
  await chain.snapshotsSettled();
  const snapshots = await PortableSnapshots.open({ disk, folder: testFolder, chain, pieceBytes });
  await snapshots.refresh();
  return { disk, chain, snapshots, appHashes };
}

/** The pieces of what is offered by a height. */
export async function piecesOf(snapshots: PortableSnapshots, height: number): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  for (;;) {
    const piece = await snapshots.readPiece(height, pieces.length);
    if (piece === undefined) return pieces;
    pieces.push(piece);
  }
}
