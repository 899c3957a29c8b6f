import { CopyWriter } from "@mingbai/read-model/copy-writer";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

const table = `create table copied (seq bigint, amount bigint, payee bigint, fund int, tranche int, paid_on date, kind smallint,
  status smallint, height bigint, entered_ms bigint, related bigint, reference text, purpose text)`;

/** Lines a second of the columns of a payment by COPY in one transaction: no index, no totals, nothing read. */
export async function copyLines(connectionString: string, lines: number): Promise<number> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query("drop table if exists copied");
  await client.query(table);
  const startMs = performance.now();
  const rows = new CopyWriter(client.query(copyFrom("copy copied from stdin")));
  for (let line = 0; line < lines; line++) {
    const texts = [`${line}/0`, "Subsistence allowance, monthly"];
    const written = rows.row([line, 1, line, 1, 1, "2025-01-01", 0, undefined, line, 0, undefined, ...texts]);
    if (written !== undefined) await written;
  }
  await rows.close();
  const tookMs = performance.now() - startMs;
  await client.end();
  return (lines / tookMs) * 1_000;
}
