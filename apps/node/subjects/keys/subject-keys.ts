import { concat } from "@mingbai/codec/bytes";
import type { Number64 } from "@mingbai/codec/number64";
import { dataKeyBytes } from "@mingbai/crypto/sealing/suite";
import { forEachInTurns } from "../for-each-in-turns.ts";
import { RowTable } from "../row-table.ts";
import { bytesOfNumber, numberBytes } from "../subject-number.ts";

/** A subject's number and its data key. */
export const keyRowBytes = numberBytes + dataKeyBytes;

/** Rows that are looked at without a break: some 5 ms. */
const rowsAtOnce = 16_384;

/** The data keys of one generation as a process has them in memory, and who was erased. */
export class SubjectKeys {
  readonly #keys = new RowTable({ rowBytes: keyRowBytes, keyBytes: numberBytes });
  readonly #erased = new RowTable({ rowBytes: numberBytes, keyBytes: numberBytes });

  get subjects(): number {
    return this.#keys.length;
  }

  get erased(): number {
    return this.#erased.length;
  }

  /** The data key, as a view that is wiped with the generation: use it at once, or take a copy. */
  find(subject: Uint8Array): Uint8Array | undefined {
    return this.#keys.find(subject)?.subarray(numberBytes);
  }

  isErased(subject: Uint8Array): boolean {
    return this.#erased.find(subject) !== undefined;
  }

  /**
   * Takes rows of a record, wiping them. A later key of a subject replaces the earlier: that one was refused for want of space
   * when half of a request's keys were stored, and seals nothing.
   */
  take({ kind, rows }: { kind: "keys" | "erased"; rows: Uint8Array }): void {
    const [table, rowBytes] = kind === "keys" ? [this.#keys, keyRowBytes] : [this.#erased, numberBytes];
    for (let at = 0; at < rows.length; at += rowBytes) table.set(rows.subarray(at, at + rowBytes));
    rows.fill(0);
  }

  /** The next generation: the same without the keys of these subjects, which are then among the erased. Nothing may be taken meanwhile. */
  async without(subjects: readonly Number64[]): Promise<SubjectKeys> {
    const next = new SubjectKeys();
    for (const erased of this.#erased.rows()) next.#erased.add(erased);
    for (const subject of subjects) next.#erased.add(bytesOfNumber(subject));
    await forEachInTurns(
      this.#keys.rows(),
      (row) => {
        if (!next.isErased(row.subarray(0, numberBytes))) next.#keys.add(row);
      },
      rowsAtOnce,
    );
    return next;
  }

  /** Its rows, `rowsMax` together: what a generation begins with. The bytes are to be wiped after use. */
  *pieces(rowsMax: number): Generator<{ kind: "erased" | "keys"; rows: Uint8Array }> {
    yield* piecesOf(this.#erased, "erased", rowsMax);
    yield* piecesOf(this.#keys, "keys", rowsMax);
  }

  /** Puts zeros over the keys. */
  wipe(): void {
    this.#keys.wipe();
  }
}

function* piecesOf<Kind extends string>(table: RowTable, kind: Kind, rowsMax: number) {
  let rows: Uint8Array[] = [];
  for (const row of table.rows()) {
    rows.push(row);
    if (rows.length < rowsMax) continue;
    yield { kind, rows: concat(...rows) };
    rows = [];
  }
  if (rows.length > 0) yield { kind, rows: concat(...rows) };
}
