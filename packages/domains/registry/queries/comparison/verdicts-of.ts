import { defineQuery, type QueryContext } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { sql } from "kysely";
import type { FileFault } from "../../content/check/file-fault.ts";
import { settle } from "../../content/compare/settle.ts";
import { levelOf } from "../../content/compare/verdict.ts";
import type { Proposal } from "../../content/village/proposal.ts";
import { type HouseholdVerdict, verdictsOfView } from "../../views/household-verdict.ts";
import { askingIn } from "../ask-rows.ts";
import { findSettlements } from "../find-settlements.ts";
import { getOpened } from "../opened-file.ts";
import { readers } from "../reader-scope.ts";
import type { VerdictRecord } from "./comparison-tables.ts";
import { maySee, shownReason, shownToOwn } from "./shown-reason.ts";

type View = typeof verdictsOfView;

export const verdictsOf = defineQuery<unknown, View["params"], View["result"]>(verdictsOfView, {
  title: { en: "What departments know beside a household's file", zh: "一户的比对结果" },
  allow: readers,
  async answer(context, { household }) {
    const { nowMs, readAt } = await readNow(context);
    const { fields, purpose } = await getOpened(context, { household, nowMs });
    const { rows } = await sql<VerdictRecord>`select * from comparison.verdict where household = ${household}`.execute(
      context.sql,
    );
    const [found] = rows;
    if (found === undefined) return { verdict: null, readAt };
    const verdict = shownVerdict(found, await settleNow(context, found), fields);
    return { verdict: purpose === "own" ? verdictForOwn(verdict) : verdict, readAt };
  },
});

type Settled = ReturnType<typeof settle>;

function shownVerdict(found: VerdictRecord, { open, closed }: Settled, fields: ReadonlySet<string>): HouseholdVerdict {
  const reasons = open.filter((reason) => maySee(reason, fields));
  const settled = closed.filter(({ reason }) => maySee(reason, fields));
  return {
    level: levelOf(open),
    day: found.day,
    version: found.version,
    checkedMs: found.checked_ms,
    reasons: reasons.map((reason) => shownReason(reason)),
    settled: settled.map(({ reason, by }) => shownReason(reason, by)),
    hidden: open.length + closed.length - reasons.length - settled.length,
    sources: [...found.sources],
    unasked: [...found.unasked],
    faults:
      found.faults?.filter(({ fields: about }) => about.every((field) => fields.has(field))).map(shownFault) ?? null,
    proposals: found.proposals?.filter(({ field }) => fields.has(field)).map(shownProposal) ?? null,
  };
}

function verdictForOwn(verdict: HouseholdVerdict): HouseholdVerdict {
  return { ...verdict, reasons: verdict.reasons.map(shownToOwn), settled: verdict.settled.map(shownToOwn) };
}

/** What somebody settled since the household was compared counts at once, not from the next run on. */
async function settleNow(
  { sql: database, zone }: QueryContext<unknown>,
  { household, reasons, settled }: VerdictRecord,
) {
  const settlements = await findSettlements(askingIn(database), { households: [household], zone });
  return settle([...reasons, ...settled.map(({ reason }) => reason)], settlements.get(household) ?? []);
}

function shownFault({ subject, level, fields, fault, en, zh }: FileFault) {
  return { subject, level, fields: [...fields], fault, en, zh };
}

function shownProposal({ subject, field, from, to, because }: Proposal) {
  const facts = because.kind === "facts" ? [...because.facts] : [];
  return { subject, field, from: from ?? null, to, because: because.kind, facts };
}
