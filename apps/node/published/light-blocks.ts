import { utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import type { AppHashParts } from "@mingbai/ledger/execute/app-hash";
import { rosterHashInForce, rosterInForce } from "@mingbai/ledger/genesis/rosters";
import { judgeLightBlock, type LightFault } from "@mingbai/ledger/proofs/light-block";
import { verifyEd25519 } from "@mingbai/ledger/proofs/verify-ed25519";
import type { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import type { Disk } from "@mingbai/log/disk/disk";
import type { TileFiles } from "@mingbai/log/merkle/tile-files";
import { openSegmentLog } from "@mingbai/log/segments/open-segment-log";
import type { SegmentLog } from "@mingbai/log/segments/segment-log";
import type { BlockMark } from "./tree-steps.ts";

/** One of them seals the whole log before it: so often is enough, and the engine forgets its blocks much later. */
export const lightBlockEveryMs = 60_000;
/** Beside the published checkpoints: every light block that was kept, and the newest as a file. */
export const lightBlocksFolder = "light-blocks";
export const lightBlockFile = "light-block";
const segmentBytes = 1024 * 1024;

interface Parts {
  readonly disk: Disk;
  /** Of the published files. */
  readonly folder: string;
  readonly files: Pick<TileFiles, "write">;
  readonly chain: Pick<LedgerChain, "state" | "head">;
  /** The ledger's height when the engine's was 0. */
  readonly eraBase: number;
  /** The engine's signed header and validators at its height, as its RPC gives them. */
  readonly ask: (engineHeight: number) => Promise<{ readonly signedHeader: unknown; readonly validators: unknown }>;
}

/**
 * Keeps, now and then, the header by which consensus itself sealed the log, with the votes for it: a proof beside the
 * checkpoints, under the members' consensus keys. Only what verifies is kept.
 */
export class LightBlocks {
  readonly #parts: Parts;
  readonly #kept: SegmentLog;
  #last = { logSize: 0, timeMs: 0 };
  #asking: Promise<void> | undefined;
  /** Why the last one could not be kept; empty where it could. */
  problem = "";

  private constructor(parts: Parts, kept: SegmentLog) {
    this.#parts = parts;
    this.#kept = kept;
  }

  static async open(parts: Parts): Promise<LightBlocks> {
    const { disk, folder } = parts;
    return new LightBlocks(
      parts,
      await openSegmentLog({ disk, folder: `${folder}/${lightBlocksFolder}`, segmentBytes }),
    );
  }

  /** How many are kept. */
  get count(): number {
    return this.#kept.durable;
  }

  /** Follows a durable height: the header of one after the last effective block seals that block's app hash. */
  passed({ height, timeMs }: BlockMark): void {
    const { chain } = this.#parts;
    const isDue = chain.head.logSize > this.#last.logSize && timeMs >= this.#last.timeMs + lightBlockEveryMs;
    if (!isDue || height !== chain.head.height + 1 || this.#asking !== undefined) return;
    this.#asking = this.#keep({ height, timeMs })
      .catch((error) => {
        // The engine may be starting again; the next height that seals something is asked for instead.
        this.problem = error instanceof Error ? error.message : String(error);
      })
      .finally(() => {
        this.#asking = undefined;
      });
  }

  async close(): Promise<void> {
    await this.#asking;
    await this.#kept.close();
  }

  async #keep({ height, timeMs }: BlockMark): Promise<void> {
    const { chain, eraBase, ask, files } = this.#parts;
    const { head, state } = chain;
    const rosterHash = rosterHashInForce(state, head.height);
    const log: AppHashParts = { ...head, lastHeight: head.height, rosterHash };
    const roster = rosterInForce(state, height);
    const { signedHeader, validators } = await ask(height - eraBase);
    const { fault } = judgeLightBlock({ signed: signedHeader, log, roster, verify: verifyEd25519 });
    if (fault !== undefined) throw new Error(refusal(fault, height));
    const record = utf8(JSON.stringify(lightRecord({ log, eraBase, signedHeader, validators })));
    this.#kept.append([record]);
    await this.#kept.commit();
    await files.write(lightBlockFile, record);
    this.#last = { logSize: log.logSize, timeMs };
    this.problem = "";
  }
}

/** What is kept and served: of which the app hash is made (hexadecimal), and what the engine's RPC said. */
function lightRecord(parts: { log: AppHashParts; eraBase: number; signedHeader: unknown; validators: unknown }) {
  const { log, eraBase, signedHeader, validators } = parts;
  return {
    format: "mingbai/light-block/1",
    eraBase,
    lastHeight: log.lastHeight,
    logSize: log.logSize,
    logRoot: toHex(log.logRoot),
    effects: toHex(log.effects),
    stateRoot: toHex(log.stateRoot),
    rosterHash: toHex(log.rosterHash),
    signedHeader,
    validators,
  };
}

function refusal(fault: LightFault, height: number): string {
  return `the engine's header of height ${height} proves nothing: ${fault}`;
}
