import { viewOf } from "@mingbai/codec/bytes";
import { sha256 } from "@mingbai/codec/sha256";
import type { StateChunk } from "@mingbai/ledger/state/store";
import { Column, isAmount } from "./page.ts";

const headBytes = 36;
const frozenBit = 1;
const expiredBit = 2;

/** One tranche: whose fund, until when, who has how much of it free and locked, and how much stands in named vouchers. */
export class TrancheColumn {
  readonly fund: number;
  /** 0 = does not expire. */
  readonly expiryMs: number;
  readonly free = new Column();
  readonly locked = new Column();
  total = 0;
  named = 0;
  frozen = false;
  expired = false;

  constructor(parts: { fund: number; expiryMs: number }) {
    this.fund = parts.fund;
    this.expiryMs = parts.expiryMs;
  }

  /** Everything outstanding in this tranche, counted again. */
  recount(): bigint {
    return this.free.sum() + this.locked.sum() + BigInt(this.named);
  }

  /** u32 fund | u32 flags | f64 expiry | f64 total | f64 named | u32 free pages | u32 locked pages */
  sealHead(freePages: number, lockedPages: number): StateChunk {
    const bytes = new Uint8Array(headBytes + 4);
    const view = viewOf(bytes);
    view.setUint32(0, this.fund, true);
    view.setUint32(4, (this.frozen ? frozenBit : 0) | (this.expired ? expiredBit : 0), true);
    view.setFloat64(8, this.expiryMs, true);
    view.setFloat64(16, this.total, true);
    view.setFloat64(24, this.named, true);
    view.setUint32(32, freePages, true);
    view.setUint32(36, lockedPages, true);
    return { bytes, hash: sha256(bytes) };
  }

  static loadHead(bytes: Uint8Array): { column: TrancheColumn; freePages: number; lockedPages: number } {
    if (bytes.length !== headBytes + 4) throw new SyntaxError("a tranche's head has another length");
    const view = viewOf(bytes);
    const flags = view.getUint32(4, true);
    const [expiryMs, total, named] = [8, 16, 24].map((at) => view.getFloat64(at, true));
    if (flags > (frozenBit | expiredBit) || expiryMs === undefined || total === undefined || named === undefined) {
      throw new SyntaxError("a tranche's flags are not as a seal writes them");
    }
    if (![expiryMs, total, named].every(isAmount)) throw new SyntaxError("a tranche's head holds what is no amount");
    const column = new TrancheColumn({ fund: view.getUint32(0, true), expiryMs });
    column.total = total;
    column.named = named;
    column.frozen = (flags & frozenBit) !== 0;
    column.expired = (flags & expiredBit) !== 0;
    return { column, freePages: view.getUint32(32, true), lockedPages: view.getUint32(36, true) };
  }
}
