import type { Number64 } from "@mingbai/codec/number64";
import type { QueryReader } from "@mingbai/read-model/define-query";
import { type Kysely, sql } from "kysely";
import { bitsOf } from "../projection/seats.ts";
import { actsThere, noticeKeysOf } from "./reader-keys.ts";

/** A reader with an account, and the place (as in `Notice.at`) up to which they know what concerns them. */
export interface NoticeAsker {
  readonly reader: QueryReader & { readonly account: Number64 };
  readonly after: string;
}

/**
 * The accounts of those whom something concerns that came after their place: what `workflow.notices` would show each of them.
 * PERF: one statement for all; each asker's few keys are one range of the primary key, which stops at its first row.
 */
export async function findTold(
  database: Kysely<unknown>,
  askers: readonly NoticeAsker[],
): Promise<ReadonlySet<Number64>> {
  const asked = askers.flatMap(({ reader, after }) =>
    noticeKeysOf(reader).map((key) => {
      const { account, organisation = "", roles } = reader;
      return { key, account, organisation, after, roles: bitsOf(roles) };
    }),
  );
  if (asked.length === 0) return new Set();
  const there = actsThere({
    area: sql`notice.area`,
    account: sql`asked.account`,
    organisation: sql`asked.organisation`,
  });
  const { rows } = await sql<{ account: Number64 }>`select distinct asked.account
    from unnest(${asked.map(({ key }) => key)}::text[], ${asked.map(({ account }) => account)}::text[],
      ${asked.map(({ after }) => after)}::bigint[], ${asked.map(({ roles }) => roles)}::int[],
      ${asked.map(({ organisation }) => organisation)}::text[])
      as asked (key, account, after, roles, organisation)
    where exists (select from workflow.notice notice where notice.key = asked.key and notice.at > asked.after
      and (notice.roles = 0 or (notice.roles & asked.roles) <> 0) and notice.by_account <> asked.account and ${there})`.execute(
    database,
  );
  return new Set(rows.map(({ account }) => account));
}
