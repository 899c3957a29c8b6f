import type { QueryReader } from "@mingbai/read-model/define-query";
import { type Kysely, sql } from "kysely";
import { keysOf, seatsOfKeys } from "./reader-keys.ts";

/**
 * Whether a matter that this reader has a seat at names the file, and was entered by who sent the file: naming another's
 * file in a matter of one's own opens nothing.
 */
export async function mayReadFile(
  database: Kysely<unknown>,
  reader: QueryReader,
  { file, uploader }: { file: string; uploader: string },
): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select exists (select from workflow.file one
    where one.file = ${file} and one.entered_by = ${uploader}
      and exists (select from workflow.seat seat where seat.seq = one.seq and ${seatsOfKeys(keysOf(reader))})) as may`.execute(
    database,
  );
  return rows[0]?.may === true;
}
