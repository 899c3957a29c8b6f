import type { QueryContext } from "@mingbai/read-model/define-query";
import { QueryRefusal } from "@mingbai/read-model/query-refusal";
import { sql } from "kysely";
import { type FieldClass, fieldClasses } from "../content/form/definition.ts";
import { fieldsOfClasses } from "../content/form/find-field.ts";
import type { Purpose } from "../schema.ts";
import { readingMsMax } from "../views/household.ts";
import { askingIn } from "./ask-rows.ts";
import { getForm } from "./get-form.ts";

/** A file that the reader has said they open, and what of it is theirs to see. */
export interface OpenedFile {
  readonly purpose: Purpose;
  readonly classes: readonly FieldClass[];
  /** Ids of the fields of those classes. */
  readonly fields: ReadonlySet<string>;
}

interface FoundReading {
  readonly household: string;
  readonly purpose: Purpose;
  readonly keeper: string;
  readonly responsible: string | null;
  readonly classes: FieldClass[] | null;
}

/** Who reads, and where. */
type Reading = Pick<QueryContext<unknown>, "sql" | "reader">;

/**
 * The latest act by which this reader opened each of these files, where that was lately: that they might was judged by the
 * ledger. An organisation with a grant sees the classes that were granted, and only as long as they are. FILE_NOT_OPENED for all where one is not.
 */
export async function getAllOpened(
  { sql: database, reader }: Reading,
  { households, nowMs }: { households: readonly string[]; nowMs: number },
): Promise<ReadonlyMap<string, OpenedFile>> {
  const { rows } = await sql<FoundReading>`
    select distinct on (reading.household) reading.household, reading.purpose, one.keeper, one.responsible, (
      select access.classes from registry.access access
      where access.household = one.household and access.organisation = ${reader.organisation ?? ""}
        and access.purpose = reading.purpose and access.given_ms is not null and access.until_ms > ${nowMs}) as classes
    from registry.reading reading join registry.household one on one.household = reading.household
    where reading.by_account = ${reader.account ?? ""} and reading.household = any(${households})
      and reading.time_ms > ${nowMs - readingMsMax}
    order by reading.household, reading.time_ms desc, reading.seq desc`.execute(database);
  const form = await getForm(askingIn(database));
  const opened = new Map<string, OpenedFile>();
  for (const { household, purpose, keeper, responsible, classes: granted } of rows) {
    const isOwnFile = purpose === "own" || purpose === "supervision" || purpose === "audit";
    const isKeeper = keeper === reader.organisation || responsible === reader.account;
    const classes = isOwnFile || isKeeper ? fieldClasses : (granted ?? []);
    if (classes.length > 0) opened.set(household, { purpose, classes, fields: fieldsOfClasses(form, classes) });
  }
  if (households.some((household) => !opened.has(household))) throw notOpened();
  return opened;
}

/** The same for one file. */
export async function getOpened(
  context: Reading,
  { household, nowMs }: { household: string; nowMs: number },
): Promise<OpenedFile> {
  const opened = (await getAllOpened(context, { households: [household], nowMs })).get(household);
  if (opened === undefined) throw notOpened();
  return opened;
}

/** Whether this reader, who supervises or audits, has lately opened the files of all these households. */
export async function hasOpenedAll(
  { sql: database, reader }: Reading,
  { households, nowMs }: { households: readonly string[]; nowMs: number },
): Promise<boolean> {
  const { rows } = await sql<{ count: number }>`select count(distinct household)::int as count from registry.reading
    where by_account = ${reader.account ?? ""} and household = any(${households})
      and time_ms > ${nowMs - readingMsMax} and purpose in ('supervision', 'audit')`.execute(database);
  return rows[0]?.count === households.length;
}

function notOpened(): QueryRefusal {
  return new QueryRefusal("FILE_NOT_OPENED", 403, {
    en: "Say what you open this file for first; the household sees who looked.",
    zh: "请先说明为什么查看这份档案；户里看得到谁看过",
  });
}
