import { besideProjections, comparisonTables } from "@mingbai/registry/queries/comparison/comparison-tables";
import type pg from "pg";

/** Makes the tables of what is found, where they are not there, and has erasures reach them. The projected tables must be there. */
export async function prepareTables(client: pg.Client): Promise<void> {
  for (const statement of [...comparisonTables, ...besideProjections]) await client.query(statement);
}
