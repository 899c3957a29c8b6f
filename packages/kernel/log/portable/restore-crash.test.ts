import { toHex } from "@mingbai/codec/hex";
import { deepCount } from "@mingbai/testkit/deep";
import { crashImages } from "@mingbai/testkit/simulated-disk/crash-image";
import { SimulatedCrash } from "@mingbai/testkit/simulated-disk/fault-plan";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { LedgerChain } from "../chain/ledger-chain.ts";
import { findRestored, RestoreChain } from "./restore-chain.ts";
import { chainOptions, check, nowMs, piecesOf, provenHeight, testFolder, testLedger } from "./test-ledger.ts";

const { snapshots, appHashes } = await testLedger();
const pieces = await piecesOf(snapshots, provenHeight);
const appHash = appHashes.get(provenHeight) ?? new Uint8Array();
const place = (disk: SimulatedDisk) => ({ disk, folder: testFolder });

async function restore(disk: SimulatedDisk): Promise<LedgerChain> {
  const restoring = await RestoreChain.begin({ chain: chainOptions(disk), check, now: () => nowMs });
  for (const piece of pieces) await restoring.push(piece);
  return restoring.finish({ height: provenHeight, appHash });
}

/** What a start does with a folder: a whole ledger is opened, half of one is begun again. */
async function openOrRestore(disk: SimulatedDisk): Promise<LedgerChain> {
  return (await findRestored(place(disk))) === undefined ? restore(disk) : LedgerChain.open(chainOptions(disk));
}

describe("a restore that a crash interrupts", () => {
  it("begins again at the next start, or is whole, wherever the crash was and whatever it left", async () => {
    const calm = simulatedDisk({ seed: 9 });
    await (await restore(calm)).close();
    const last = calm.trace.length;
    const stride = Math.ceil(last / deepCount(10, last));
    for (let operation = 1; operation <= last; operation += stride) {
      const image = crashImages[operation % crashImages.length] ?? { kind: "lost" };
      const disk = simulatedDisk({ seed: operation, faults: { crashAt: { operation, when: "before" } } });
      await restore(disk)
        .then((chain) => chain.close())
        .catch((error) => {
          if (!(error instanceof SimulatedCrash) && !disk.crashed) throw error;
        });
      const chain = await openOrRestore(disk.crash(image));
      expect(toHex(chain.head.appHash), `crash at ${operation} of ${last}`).toBe(toHex(appHash));
      await chain.close();
    }
  });
});
