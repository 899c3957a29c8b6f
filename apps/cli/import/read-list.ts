import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import type { SavedMapping } from "@mingbai/tabular/mapping/saved-mapping";
import {
  guessPayments,
  type MappingAnswers,
  type PaymentsGuess,
  readPaymentsTable,
} from "@mingbai/tabular/payments/guess-payments";
import type { Payment } from "@mingbai/tabular/payments/payment";
import { writeQuarantineCsv } from "@mingbai/tabular/payments/quarantine-csv";
import { type ReadPayments, readPaymentRows } from "@mingbai/tabular/payments/read-payments";
import type { Table } from "@mingbai/tabular/read/table";
import { deriveNames, type ImporterNames } from "./importer-keys.ts";
import { type MadeLines, makeLines } from "./make-batches.ts";
import { type FilePlan, type FullParcel, planFile } from "./plan-file.ts";

/** What a file says about itself before anybody says what its columns are. */
export interface ListFacts {
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly digest: string;
  readonly encoding: string;
  readonly header: readonly string[];
  /** Line of the header, 0 where the file has none. */
  readonly headerLine: number;
  readonly rowCount: number;
}

/** A file's rows under its mapping, counted; `read` = accepted + quarantined. */
export interface ListTotals {
  readonly read: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly reasons: ReadPayments["reasons"];
  /** Sum of the accepted rows, minor units. */
  readonly total: number;
  /** The rows kept apart, to be mended; "" where there are none. */
  readonly quarantineCsv: string;
}

/** One file with its rows, which stay where it is: others see counts, the plan, and batches of lines. */
export class ReadList {
  readonly facts: ListFacts;
  #table: Table | undefined;
  #payments: readonly Payment[] = [];
  #names: ImporterNames | undefined;
  #parcels: readonly FullParcel[] = [];

  constructor(bytes: Uint8Array) {
    const table = readPaymentsTable(bytes);
    const { encoding, header, headerLine, rows } = table;
    this.#table = table;
    this.facts = { digest: toHex(sha256(bytes)), encoding, header, headerLine, rowCount: rows.length };
  }

  guess(answers: MappingAnswers): PaymentsGuess {
    return guessPayments(this.#getTable(), answers);
  }

  /** Reads the rows under a confirmed mapping, once; the cells are let go. Throws MappingError. */
  read(mapping: SavedMapping): ListTotals {
    const table = this.#getTable();
    const { read, accepted, quarantined, reasons, total } = readPaymentRows(table, mapping);
    this.#payments = accepted;
    this.#table = undefined;
    const quarantineCsv = quarantined.length === 0 ? "" : writeQuarantineCsv(table.header, quarantined);
    return { read, accepted: accepted.length, quarantined: quarantined.length, reasons, total, quarantineCsv };
  }

  /** `naming`: the importer's secret for names. `paidBefore`: what suppliers were paid by files before this one. */
  plan({ naming, paidBefore }: { naming: Uint8Array; paidBefore: ReadonlyMap<string, number> }): FilePlan {
    const importer = deriveNames(naming);
    const plan = planFile({ file: this.facts.digest, importer, payments: this.#payments, paidBefore });
    this.#names = importer;
    this.#parcels = plan.parcels;
    this.#payments = [];
    const parcels = plan.parcels.map(({ id, fund, count, total, firstDay, lastDay }) => {
      return { id, fund, count, total, firstDay, lastDay };
    });
    return { ...plan, parcels };
  }

  /** The lines of the parcel at this place of the plan, batch by batch. */
  makeLines(parcel: number): MadeLines[] {
    const found = this.#parcels[parcel];
    if (found === undefined || this.#names === undefined) throw new RangeError(`no parcel ${parcel} was planned`);
    return makeLines(this.#names, found);
  }

  #getTable(): Table {
    if (this.#table === undefined) throw new Error("the file's rows were read and let go");
    return this.#table;
  }
}
