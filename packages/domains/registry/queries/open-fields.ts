import type { QueryContext } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import type { FieldState, SubjectFile } from "../content/file/subject-file.ts";
import type { OpenField } from "../views/household.ts";
import { personName } from "./names.ts";

interface Writer {
  readonly subject: string;
  readonly version: number;
  readonly giver: string;
  readonly name: string;
  readonly time_ms: number;
}

/** The fields of these files for which people said different things, with who said what. */
export async function findOpenFields(
  { sql: database }: QueryContext<unknown>,
  files: readonly { readonly subject: string; readonly file: SubjectFile }[],
  fields: ReadonlySet<string>,
): Promise<OpenField[]> {
  const open = files.filter(({ file }) => Object.keys(file.open).some((field) => fields.has(field)));
  if (open.length === 0) return [];
  const subjects = open.map(({ subject }) => subject);
  const { rows } =
    await sql<Writer>`select part.subject, part.version, part.giver, ${personName("part.giver")} as name, part.time_ms
    from registry.part part where part.subject = any(${subjects})`.execute(database);
  const writers = new Map(rows.map((row) => [`${row.subject}/${row.version}`, row]));
  return open.flatMap(({ subject, file }) =>
    Object.entries(file.open)
      .filter(([field]) => fields.has(field))
      .map(([field, others]) => {
        const said = (state: FieldState) => saidBy(state, writers.get(`${subject}/${state.version}`));
        return { subject, field, now: said(file.fields[field] ?? { version: 0 }), others: others.map(said) };
      }),
  );
}

function saidBy({ version, value }: FieldState, writer: Writer | undefined) {
  const by = { account: writer?.giver ?? "0".repeat(16), name: writer?.name ?? "" };
  return { version, by, timeMs: writer?.time_ms ?? 0, ...(value !== undefined && { value }) };
}
