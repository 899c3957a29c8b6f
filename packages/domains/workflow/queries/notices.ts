import { roles as allRoles, role } from "@mingbai/ledger/authority/role";
import { defineQuery, type QueryContext, type QueryReader } from "@mingbai/read-model/define-query";
import { type Kysely, type RawBuilder, sql } from "kysely";
import { bitsOf } from "../projection/seats.ts";
import { eventsPerSeq } from "../projection/tables.ts";
import { type Notice, noticeCountView, noticesCountedMax, noticesView, noticeUnreadMs } from "../views.ts";
import { accountName, type FoundMatter, organisationNames, organisationOf, partyFor } from "./matter-source.ts";
import { actsThere, noticeKeysOf } from "./reader-keys.ts";

type View = typeof noticesView;
type CountView = typeof noticeCountView;

/** What concerns the reader and was done by others. */
export const notices = defineQuery<unknown, View["params"], View["result"]>(noticesView, {
  title: { en: "What concerns me", zh: "我的通知" },
  allow: allRoles.map(role),
  async answer(context, { after, before, order, limit }) {
    const found = await findNotices(context, { after, before, order, limit: limit + 1 });
    const rows = found.slice(0, limit).map((row) => noticeRow(row, context.reader));
    return { rows, more: found.length > limit, readAt: await context.readAt() };
  },
});

/** For the bell: how many stand after a place. */
export const noticeCount = defineQuery<unknown, CountView["params"], CountView["result"]>(noticeCountView, {
  title: { en: "How much concerns me", zh: "我有几条通知" },
  allow: allRoles.map(role),
  async answer({ sql: database, reader, readAt }, { after }) {
    const position = await readAt();
    const from = await unreadFrom(database, { after, sinceMs: position.timeMs - noticeUnreadMs });
    const range = { after: from, before: undefined, order: "newest", limit: noticesCountedMax } as const;
    const { rows } = await sql<{ count: number; newest: number | null }>`select count(distinct at)::int as count,
      max(at) as newest from (${keyed(reader, range, sql`at, kind`)}) notice`.execute(database);
    const { count, newest } = rows[0] ?? { count: 0, newest: null };
    return { count, from, newest: newest === null ? null : String(newest), readAt: position };
  },
});

/** The later one of a place and of the end of the log at a time: what came before either is not unread. */
async function unreadFrom(
  database: Kysely<unknown>,
  { after = "0", sinceMs }: { after: string | undefined; sinceMs: number },
): Promise<string> {
  const { rows } = await sql<{ log_size: number }>`select log_size from explorer.block where time_ms < ${sinceMs}
    order by time_ms desc limit 1`.execute(database);
  return String(Math.max(Number(after), (rows[0]?.log_size ?? 0) * eventsPerSeq - 1, 0));
}

interface Range {
  readonly after: string | undefined;
  readonly before: string | undefined;
  readonly order: "newest" | "oldest";
  readonly limit: number;
}

interface FoundNotice extends FoundMatter {
  readonly at: number;
  readonly notice_kind: Notice["kind"];
  readonly state: Notice["state"];
  readonly notice_ms: number;
  readonly person: string | null;
  readonly person_name: string | null;
  readonly person_organisation: string | null;
  readonly household: string | null;
  readonly case_id: string | null;
  readonly about: "entry" | "exit" | null;
  readonly area: string | null;
  readonly area_names: readonly string[] | null;
}

/** PERF: each of the reader's few keys is one range of the primary key, which stops at the limit. */
function keyed(reader: QueryReader, range: Range, columns: RawBuilder<unknown>): RawBuilder<unknown> {
  const direction = range.order === "newest" ? sql`desc` : sql`asc`;
  const { account = "", organisation = "" } = reader;
  const there = actsThere({ area: sql`notice.area`, account: sql`${account}`, organisation: sql`${organisation}` });
  const ranges = noticeKeysOf(reader).map(
    (key) => sql`(select ${columns} from workflow.notice notice where key = ${key}
      and (roles = 0 or (roles & ${sql.lit(bitsOf(reader.roles))}) <> 0) and by_account <> ${reader.account ?? ""} and ${there}
      ${range.after === undefined ? sql`` : sql`and at > ${range.after}::bigint`}
      ${range.before === undefined ? sql`` : sql`and at < ${range.before}::bigint`}
      order by at ${direction} limit ${range.limit})`,
  );
  const one = ranges.length === 0 ? sql`select ${columns} from workflow.notice where false` : undefined;
  return sql`select distinct on (at) * from (${one ?? sql.join(ranges, sql` union all `)}) mine
    order by at ${direction}, kind limit ${range.limit}`;
}

async function findNotices(
  { sql: database, reader }: QueryContext<unknown>,
  range: Range,
): Promise<readonly FoundNotice[]> {
  const direction = range.order === "newest" ? sql`desc` : sql`asc`;
  const { rows } = await sql<FoundNotice>`select notice.at, notice.kind as notice_kind, notice.state,
      notice.time_ms as notice_ms, notice.household, notice.case_id, notice.about, notice.area, notice.person, coalesce(nullif(person.name, ''), ${accountName("notice.person")}, '') as person_name,
      person.organisation as person_organisation, matter.matter, matter.number, matter.title, matter.stage, matter.addressee,
      ${organisationNames("matter.addressee")} as addressee_names,
      (select json_build_array(name_en, name_zh) from identity.area named where named.area = notice.area) as area_names
    from (${keyed(reader, range, sql`*`)}) notice left join workflow.matter matter on matter.seq = notice.seq
    left join identity.person person on person.account = notice.person
    order by notice.at ${direction}`.execute(database);
  return rows;
}

function noticeRow(found: FoundNotice, reader: QueryReader): Notice {
  const { person: account, person_organisation: organisation, person_name: name } = found;
  return {
    at: String(found.at),
    kind: found.notice_kind,
    state: found.state,
    timeMs: found.notice_ms,
    matter: found.matter === null ? null : matterOf(found),
    person: account === null ? null : partyFor(reader, { account, organisation: organisation ?? "", name: name ?? "" }),
    household: found.household,
    case: caseOf(found),
    area: found.area === null ? null : organisationOf(found.area, found.area_names),
  };
}

function caseOf({ case_id: id, about }: FoundNotice): Notice["case"] {
  return id === null || about === null ? null : { id, about };
}

function matterOf({ matter: id, number, title, stage, addressee, addressee_names }: FoundNotice): Notice["matter"] {
  return { id, number, title, stage, addressee: organisationOf(addressee, addressee_names) };
}
