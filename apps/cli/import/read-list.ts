import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import type { SavedMapping } from "@mingbai/tabular/mapping/saved-mapping";
import {
  guessPayments,
  type MappingAnswers,
  type PaymentsGuess,
  readPaymentsFile,
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
  /** Why the encoding may be another, "" where nothing speaks for another. */
  readonly encodingDoubt: string;
  readonly header: readonly string[];
  /** Line of the header, 0 where the file has none. */
  readonly headerLine: number;
  readonly rowCount: number;
}

/** What a person says of a file before it is read. */
export interface ListChoice {
  readonly encoding?: string | undefined;
  /** Name of a sheet, where the file is a workbook. */
  readonly sheet?: string | undefined;
}

/** A file's rows under its mapping, counted; `read` = accepted + quarantined. */
export interface ListTotals {
  readonly read: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly reasons: ReadPayments["reasons"];
  /** Sum of the accepted rows, minor units. */
  readonly total: number;
  /** ISO 4217 code that the mapping or else the file names; undefined where neither does. */
  readonly currency: string | undefined;
  /** The rows kept apart, to be mended; "" where there are none. */
  readonly quarantineCsv: string;
}

/** One file with its rows, which stay where it is: others see counts, the plan, and batches of lines. */
export class ReadList {
  readonly facts: ListFacts;
  #table: Table | undefined;
  #payments: readonly Payment[] = [];
  #names: ImporterNames | undefined;
  readonly #parcels = new Map<number, FullParcel>();

  private constructor(digest: string, table: Table) {
    const { encodingDoubt, header, headerLine, rows } = table;
    this.#table = table;
    this.facts = { digest, encoding: table.encoding, encodingDoubt, header, headerLine, rowCount: rows.length };
  }

  /** `encoding` of a text, `sheet` of a workbook: where a person named it. Throws NotATableError on what holds no table. */
  static async open(bytes: Uint8Array, { encoding, sheet }: ListChoice): Promise<ReadList> {
    const table = await readPaymentsFile(bytes, { encoding, sheet });
    return new ReadList(toHex(sha256(bytes)), table);
  }

  guess(answers: MappingAnswers): PaymentsGuess {
    return guessPayments(this.#getTable(), answers);
  }

  /** Reads the rows under a confirmed mapping, once; the cells are let go. Throws MappingError. */
  read(mapping: SavedMapping): ListTotals {
    const table = this.#getTable();
    const { read, accepted, quarantined, reasons, total, currency } = readPaymentRows(table, mapping);
    this.#payments = accepted;
    this.#table = undefined;
    const quarantineCsv = quarantined.length === 0 ? "" : writeQuarantineCsv(table.header, quarantined);
    const counts = { read, accepted: accepted.length, quarantined: quarantined.length };
    return { ...counts, reasons, total, currency, quarantineCsv };
  }

  /** `naming`: the importer's secret for names. `paidBefore`: what suppliers were paid by files before this one. */
  plan({ naming, paidBefore }: { naming: Uint8Array; paidBefore: ReadonlyMap<string, number> }): FilePlan {
    const importer = deriveNames(naming);
    const plan = planFile({ file: this.facts.digest, importer, payments: this.#payments, paidBefore });
    this.#names = importer;
    for (const [place, parcel] of plan.parcels.entries()) this.#parcels.set(place, parcel);
    this.#payments = [];
    const parcels = plan.parcels.map(({ id, fund, count, total, firstDay, lastDay }) => {
      return { id, fund, count, total, firstDay, lastDay };
    });
    return { ...plan, parcels };
  }

  /** The lines of the parcel at this place of the plan, batch by batch; once, since its rows are let go. */
  makeLines(parcel: number): MadeLines[] {
    const found = this.#parcels.get(parcel);
    if (found === undefined || this.#names === undefined) throw new RangeError(`no parcel ${parcel} waits`);
    this.#parcels.delete(parcel);
    return makeLines(this.#names, found);
  }

  #getTable(): Table {
    if (this.#table === undefined) throw new Error("the file's rows were read and let go");
    return this.#table;
  }
}
