import { sql } from "kysely";
import type { ErasureLine, ErasureState } from "../views/erasures.ts";
import { namesOf, personName } from "./names.ts";

/** A row of `registry.erasure`, with what stands beside it. */
export interface FoundErasure {
  readonly erasure: string;
  readonly ground: ErasureLine["ground"];
  readonly state: ErasureState;
  /** What the reader may see names of. */
  readonly theirs: boolean;
  readonly may_decide: boolean;
  readonly by_account: string;
  readonly by_name: string;
  readonly asked_ms: number;
  readonly id: string;
  readonly decided_by: string | null;
  readonly decided_name: string;
  readonly decided_ms: number | null;
  readonly decided_id: string | null;
  readonly completed_ms: number | null;
  readonly about: readonly {
    subject: string;
    kind: "household" | "person";
    household: string;
    number: string;
    name: string;
  }[];
  readonly vaults: readonly {
    organisation: string;
    names: readonly string[] | null;
    time_ms: number | null;
    id: string | null;
    statement: string | null;
  }[];
}

/** Of the table `found`. */
export const foundColumns = sql`found.erasure, found.ground, found.by_account, ${personName("found.by_account")} as by_name,
  found.asked_ms, found.id, found.decided_by, ${personName("found.decided_by")} as decided_name, found.decided_ms, found.decided_id,
  found.completed_ms,
  (select coalesce(json_agg(one order by one.kind, one.subject), '[]') from (
     select household as subject, 'household' as kind, household, number, head as name
       from registry.household where household = any(found.subjects)
     union all
     select person.person, 'person', person.household, home.number, person.name
       from registry.person person join registry.household home on home.household = person.household
       where person.person = any(found.subjects)) one) as about,
  (select coalesce(json_agg(json_build_object('organisation', owed.organisation, 'time_ms', said.time_ms, 'id', said.id,
       'statement', said.statement, 'names', (select json_build_array(name_en, name_zh) from identity.organisation named
         where named.organisation = owed.organisation)) order by owed.organisation), '[]')
   from unnest(found.owed) as owed(organisation)
     left join registry.acknowledgement said on said.erasure = found.erasure and said.organisation = owed.organisation) as vaults`;

export function lineOf(found: FoundErasure): ErasureLine {
  const { erasure, ground, state, theirs, decided_by, decided_ms, decided_id } = found;
  return {
    erasure,
    ground,
    state,
    subjects: found.about.map((one) => (theirs ? one : { ...one, number: "", name: "" })),
    asked: { by: { account: found.by_account, name: found.by_name }, timeMs: found.asked_ms, transaction: found.id },
    decided:
      decided_by === null || decided_ms === null || decided_id === null
        ? null
        : { by: { account: decided_by, name: found.decided_name }, timeMs: decided_ms, transaction: decided_id },
    vaults: found.vaults.map(({ organisation, names, time_ms: timeMs, id: transaction, statement }) => ({
      organisation: namesOf(organisation, names),
      said: timeMs === null || transaction === null || statement === null ? null : { timeMs, transaction, statement },
    })),
    completedMs: found.completed_ms,
    mayDecide: found.may_decide,
  };
}
