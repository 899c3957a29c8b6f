import { readFile } from "node:fs/promises";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import type { Divisions } from "@mingbai/registry/content/entry/entry";
import type { FormDefinition } from "@mingbai/registry/content/form/definition";
import type { GuessedMapping } from "@mingbai/registry/content/import/guess/column-guess";
import { formHeaderScore } from "@mingbai/registry/content/import/guess/form-header-score";
import { guessMapping } from "@mingbai/registry/content/import/guess/guess-mapping";
import { layoutFingerprint } from "@mingbai/registry/content/import/mapping/layout-fingerprint";
import type { ListSheet } from "@mingbai/registry/content/import/read/read-households";
import { openTable } from "@mingbai/tabular/read/open-table";
import { readTableFile } from "@mingbai/tabular/read/read-table-file";

const zipStart = [0x50, 0x4b, 0x03, 0x04];

/** A household list of a file: what it has, and what its columns are taken for. */
export interface OpenHouseholdList {
  readonly sheet: ListSheet;
  readonly guess: GuessedMapping;
  /** Of the layout (`layoutFingerprint`), and of the file's bytes: SHA-256 in hexadecimal. */
  readonly fingerprint: string;
  readonly digest: string;
}

/** Opens a list of text, or a sheet of a workbook. Throws NotATableError, RangeError. */
export async function openHouseholdList(
  path: string,
  { form, divisions, sheet: name }: { form: FormDefinition; divisions: Divisions; sheet: string | undefined },
): Promise<OpenHouseholdList> {
  const bytes = await readFile(path);
  const score = formHeaderScore(form);
  const isWorkbook = zipStart.every((byte, at) => bytes[at] === byte);
  const { beginning, rows } = isWorkbook ? await openWorkbook(bytes, score, name) : openTable(bytes, score);
  const { header, groups } = beginning;
  return {
    sheet: { header, groups, rows },
    guess: guessMapping([beginning], form, { divisions }),
    fingerprint: layoutFingerprint([{ header, groups }]),
    digest: toHex(sha256(bytes)),
  };
}

async function openWorkbook(bytes: Uint8Array, score: ReturnType<typeof formHeaderScore>, sheet: string | undefined) {
  const { table } = await readTableFile(bytes, { score, ...(sheet !== undefined && { sheet }) });
  return { beginning: table, rows: table.rows };
}
