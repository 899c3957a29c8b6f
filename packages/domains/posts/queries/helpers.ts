import { isOffice, type Role } from "@mingbai/ledger/authority/role";
import { defineQuery, type QueryContext, type QueryReader } from "@mingbai/read-model/define-query";
import { maskName } from "@mingbai/read-model/mask-name";
import { readNow } from "@mingbai/read-model/read-now";
import { type RawBuilder, sql } from "kysely";
import { deciders, onlookers } from "../checks/who-sees.ts";
import { Qualifications } from "../content/qualifications.ts";
import type { PostKind } from "../schema.ts";
import { type Helper, helpersPageMax, helpersView, type Post } from "../views.ts";

type View = typeof helpersView;

const shown: readonly Role[] = [...deciders, ...onlookers];

interface FoundHelper {
  readonly account: string;
  readonly name: string | null;
  readonly organisation: string | null;
  readonly organisation_names: readonly string[] | null;
  readonly said: unknown;
  readonly subject: string | null;
  readonly described_ms: number | null;
  readonly forgotten_ms: number | null;
  readonly owed: number | null;
  readonly acknowledged: number | null;
}

interface FoundPost {
  readonly post: string;
  readonly account: string;
  readonly kind: PostKind;
  readonly areas: Post["areas"];
  readonly households_max: number;
  readonly from_ms: number;
  readonly until_ms: number;
  readonly id: string;
}

/** Posts are public; what a person can do is for those whom it concerns. */
export const helpers = defineQuery<unknown, View["params"], View["result"]>(helpersView, {
  title: { en: "People who help", zh: "帮扶人员" },
  allow: "anyone",
  async answer(context, { area, account, past }) {
    const { nowMs, readAt } = await readNow(context);
    const isAsked = sql<boolean>`${past === undefined ? sql<boolean>`post.until_ms > ${nowMs}` : sql<boolean>`true`}
      and ${account === undefined ? sql<boolean>`true` : sql<boolean>`post.account = ${account}`}
      and ${area === undefined ? sql<boolean>`true` : sql<boolean>`post.areas && ${areasAround(area)}`}`;
    const found = await findHelpers(context, isAsked);
    const posts = Map.groupBy(await findPosts(context, found, past === undefined ? nowMs : 0), (post) => post.account);
    const rows = found
      .slice(0, helpersPageMax)
      .map((one) => helperOf(one, posts.get(one.account) ?? [], context.reader));
    return { rows, more: found.length > helpersPageMax, readAt };
  },
});

/** The area, whatever lies in it, and whatever it lies in. */
function areasAround(area: string): RawBuilder<string[]> {
  return sql<string[]>`(with recursive inner_area as (
      select area from identity.area where area = ${area}
      union select part.area from identity.area part join inner_area on part.parent = inner_area.area),
    outer_area as (
      select area, parent from identity.area where area = ${area}
      union select whole.area, whole.parent from identity.area whole join outer_area on whole.area = outer_area.parent)
    select coalesce(array_agg(area), '{}') from (select area from inner_area union select area from outer_area) one)`;
}

/** One row more than the page has, those first who have held a post the longest. */
async function findHelpers({ sql: database }: QueryContext<unknown>, isAsked: RawBuilder<boolean>) {
  const { rows } = await sql<FoundHelper>`select one.account, person.name, person.organisation,
      (select json_build_array(name_en, name_zh) from identity.organisation named
        where named.organisation = person.organisation) as organisation_names,
      helper.said, helper.subject, helper.time_ms as described_ms,
      gone.time_ms as forgotten_ms, cardinality(gone.owed) as owed, cardinality(gone.acknowledged) as acknowledged
    from (select account, min(seq) as first from posts.post post where ${isAsked} group by account
      order by first limit ${helpersPageMax + 1}) one
    left join identity.person person on person.account = one.account
    left join posts.helper helper on helper.account = one.account
    left join lateral (select time_ms, owed, acknowledged from posts.forgotten
      where account = one.account order by time_ms desc limit 1) gone on true order by one.first`.execute(database);
  return rows;
}

async function findPosts(
  { sql: database }: QueryContext<unknown>,
  found: readonly FoundHelper[],
  sinceMs: number,
): Promise<FoundPost[]> {
  const { rows } = await sql<FoundPost>`select post, account, kind, households_max, from_ms, until_ms, id, (
      select json_agg(json_build_object('id', area.id, 'en', coalesce(named.name_en, area.id),
        'zh', coalesce(named.name_zh, area.id)) order by area.place)
      from unnest(post.areas) with ordinality area (id, place) left join identity.area named on named.area = area.id) as areas
    from posts.post post where account = any(${found.map(({ account }) => account)}) and until_ms > ${sinceMs}
    order by seq desc`.execute(database);
  return rows;
}

function helperOf(found: FoundHelper, posts: readonly FoundPost[], reader: QueryReader): Helper {
  const { account, name, organisation } = found;
  const isOwn = reader.account === account;
  const isOpen = isOwn || reader.roles.some((role) => shown.includes(role));
  const [en = organisation, zh = organisation] = found.organisation_names ?? [];
  const said = isOpen ? Qualifications.safeParse(found.said).data : undefined;
  return {
    account,
    name: isOwn || reader.roles.some(isOffice) ? (name ?? "") : maskName(name ?? ""),
    organisation: { id: organisation ?? "", en: en ?? "", zh: zh ?? "" },
    posts: posts.map(postOf),
    qualifications: said === undefined ? null : withoutKind(said),
    subject: isOpen ? found.subject : null,
    describedMs: isOpen ? found.described_ms : null,
    forgotten: isOpen ? forgottenOf(found) : null,
  };
}

function forgottenOf({ forgotten_ms: timeMs, owed, acknowledged }: FoundHelper): Helper["forgotten"] {
  return timeMs === null ? null : { timeMs, owed: owed ?? 0, acknowledged: acknowledged ?? 0 };
}

function withoutKind({ kind: _, ...said }: Qualifications): Omit<Qualifications, "kind"> {
  return said;
}

function postOf({ post, kind, areas, households_max, from_ms, until_ms, id }: FoundPost): Post {
  return { post, kind, areas, householdsMax: households_max, fromMs: from_ms, untilMs: until_ms, transaction: id };
}
