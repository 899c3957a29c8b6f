import { Qualifications } from "@mingbai/posts/content/qualifications";
import type { QueryContext } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import type { FreeHelper } from "../../content/assign/pair.ts";
import { personName } from "../names.ts";

export interface FoundHelper extends Omit<FreeHelper, "taken"> {
  readonly name: string;
  /** Households for which they answer now. */
  readonly answersFor: number;
}

/** Everybody who holds a post at the moment, with the places of all their posts together. */
export async function findHelpers({ sql: database }: QueryContext<unknown>, nowMs: number): Promise<FoundHelper[]> {
  const { rows } = await sql<{
    account: string;
    name: string;
    areas: readonly string[];
    places: number;
    said: unknown;
    answers_for: number;
  }>`select one.*, ${personName("one.account")} as name, helper.said,
      (select count(*)::int from registry.household home where home.responsible = one.account and home.ended is null) as answers_for
    from (select post.account, json_agg(distinct area.id) as areas,
        (select sum(households_max)::int from posts.post own
          where own.account = post.account and own.from_ms <= ${nowMs} and own.until_ms > ${nowMs}) as places
      from posts.post post cross join unnest(post.areas) area (id)
      where post.from_ms <= ${nowMs} and post.until_ms > ${nowMs} group by post.account) one
    left join posts.helper helper on helper.account = one.account order by one.account`.execute(database);
  return rows.map(({ account, name, areas, places, said, answers_for }) => {
    const { skills = [], languages = [] } = Qualifications.safeParse(said).data ?? {};
    return { account, name, areas, skills, languages, placesMax: places, answersFor: answers_for };
  });
}
