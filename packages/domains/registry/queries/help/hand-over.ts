import { defineQuery } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { sql } from "kysely";
import { householdsPerActMax } from "../../schema/help.ts";
import { openStages, type Stage } from "../../stages.ts";
import { type HandedOver, handOverView } from "../../views/help.ts";
import { areaNames, namesOf, personName, somebody } from "../names.ts";
import { findScope, inScope, officeReaders } from "../reader-scope.ts";

type View = typeof handOverView;

interface FoundHandOver {
  readonly household: string;
  readonly number: string;
  readonly head: string;
  readonly area: string;
  readonly area_names: readonly string[] | null;
  readonly monitored: string;
  readonly open: number;
  readonly from_account: string | null;
  readonly from_name: string;
  readonly to_account: string;
  readonly to_name: string;
  readonly by_account: string;
  readonly by_name: string;
  readonly time_ms: number;
  readonly case_id: string | null;
  readonly stage: Stage | null;
  readonly due_ms: number | null;
  readonly unanswered_ms: number | null;
  readonly readers: HandedOver["readers"] | null;
}

/** What stands in it is what lists show of these households now; words of messages and files are read where they stand. */
export const handOver = defineQuery<unknown, View["params"], View["result"]>(handOverView, {
  title: { en: "What was handed over with files", zh: "档案交接单" },
  allow: officeReaders,
  async answer(context, { transaction }) {
    const { nowMs, readAt } = await readNow(context);
    const account = context.reader.account ?? "";
    const theirs = inScope(await findScope(context, nowMs));
    const { rows } =
      await sql<FoundHandOver>`select home.household, home.number, home.head, home.area, home.monitored, home.open,
        ${areaNames("home.area")} as area_names, went.from_account, went.to_account, went.by_account, went.time_ms,
        ${personName("went.from_account")} as from_name, ${personName("went.to_account")} as to_name,
        ${personName("went.by_account")} as by_name, open_case.case_id, open_case.stage, open_case.due_ms,
        (select case when last.side = 'household' then last.time_ms end from registry.message last
          where last.household = home.household order by last.seq desc limit 1) as unanswered_ms,
        (select json_agg(json_build_object('id', given.organisation, 'en', coalesce(named.name_en, given.organisation),
            'zh', coalesce(named.name_zh, given.organisation)) order by given.organisation)
          from registry.access given left join identity.organisation named on named.organisation = given.organisation
          where given.household = home.household and given.given_ms is not null and given.until_ms > ${nowMs}) as readers
      from registry.handover went
        join (select * from registry.household where ${theirs} or household in (
          select household from registry.handover own where own.id = ${transaction}
            and (own.from_account = ${account} or own.to_account = ${account} or own.by_account = ${account}))) home
          on home.household = went.household
        left join registry.case open_case on open_case.household = home.household and open_case.stage = any(${openStages})
      where went.id = ${transaction} order by went.to_account, home.number, home.household limit ${householdsPerActMax}`.execute(
        context.sql,
      );
    const [first] = rows;
    const by = first === undefined ? null : somebody(first.by_account, first.by_name);
    return { rows: rows.map(handedOverOf), by, timeMs: first?.time_ms ?? null, readAt };
  },
});

function handedOverOf(found: FoundHandOver): HandedOver {
  const { household, number, head, area, area_names, monitored, case_id, stage, due_ms } = found;
  return {
    household,
    number,
    head,
    area: namesOf(area, area_names),
    monitored,
    from: somebody(found.from_account, found.from_name),
    to: { account: found.to_account, name: found.to_name },
    case: case_id === null || stage === null ? null : { case: case_id, stage, dueMs: due_ms },
    openFields: found.open,
    unansweredMs: found.unanswered_ms,
    readers: found.readers ?? [],
  };
}
