import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { contentSubject } from "@mingbai/read-model/given-content";
import type { Awaited, ProjectionContext } from "@mingbai/read-model/projection";
import { WordsContent } from "@mingbai/workflow/content";
import { freezeKey } from "../schema/subject.ts";
import { FreezeTarget } from "../schema.ts";

/** One event with its place, as rows are written from it. Its data was checked when it was made. */
export interface Fact {
  readonly data: CanonicalObject;
  readonly seq: number;
  /** Identity of the transaction; null for what the ledger began with. */
  readonly id: string | null;
  readonly height: number;
  readonly timeMs: number;
}

type Writer = (fact: Fact, context: ProjectionContext) => Promise<unknown>;

/** What each kind of event writes. */
export const writers: { readonly [type: string]: Writer } = {
  "governance.membersFounded": (fact, context) => writeMembers(fact, context, fact.data.organisations),
  "governance.memberAdmitted": (fact, context) => writeMembers(fact, context, [fact.data.organisation]),
  "governance.memberRemoved": ({ data }, { query }) =>
    query("delete from governance.member where organisation = $1", [data.organisation]),
  "governance.proposed": writeProposal,
  "governance.voted": ({ data, id, height, timeMs }, { query }) =>
    query(
      `update governance.voter set choice = $3, by_account = $4, id = $5, height = $6, time_ms = $7
         where proposal = $1 and voter = $2`,
      [data.proposal, data.voter, data.choice, data.by, id, height, timeMs],
    ),
  "governance.consented": ({ data }, { query }) =>
    query(
      `update governance.proposal set awaited = array(select one from unnest(awaited) with ordinality as left_over (one, at)
         where one <> all ($2::text[]) order by at) where proposal = $1`,
      [data.proposal, data.consents],
    ),
  "governance.proposalEnded": writeEnd,
  "governance.freezePlaced": ({ data, id, height, timeMs }, { query }) =>
    query("insert into governance.stop values ($1, $2::jsonb, $3, $4, $5, $6, $7, $8)", [
      freezeKey(FreezeTarget.parse(data.target)),
      JSON.stringify(data.target),
      data.reason,
      data.proposal,
      data.untilMs,
      id,
      height,
      timeMs,
    ]),
  "governance.freezeConfirmed": ({ data }, { query }) =>
    query("update governance.stop set until_ms = null where key = $1", [freezeKey(FreezeTarget.parse(data.target))]),
  "governance.freezeEnded": ({ data }, { query }) =>
    query("delete from governance.stop where key = $1", [freezeKey(FreezeTarget.parse(data.target))]),
  "governance.doubleVoteProven": ({ data, seq, id, height, timeMs }, { query }) =>
    query("insert into governance.double_vote values ($1, $2, $3, $4, $5, $6)", [
      seq,
      data.organisation,
      data.votedHeight,
      id,
      height,
      timeMs,
    ]),
  "governance.ruleSet": ({ data }, { query }) => writeSetting(query, `rule/${data.of}`, data.rule),
  "governance.parameterSet": ({ data }, { query }) => writeSetting(query, `parameter/${data.name}`, data.value),
  "identity.normalLimitSet": ({ data }, { query }) =>
    writeSetting(query, "parameter/identity.approvalLimitNormally", data.amount),
  "governance.quotaSet": ({ data }, { query }) =>
    writeSetting(query, "parameter/ledger.quotaUnitsPerMinute", data.unitsPerMinute),
  "governance.rulesVersionSet": ({ data }, { query }) =>
    writeSetting(query, "parameter/ledger.rulesVersion", data.version),
};

function writeMembers({ timeMs }: Fact, { query }: ProjectionContext, organisations: unknown): Promise<unknown> {
  const sql = `insert into governance.member select one, $2 from unnest($1::text[]) as one on conflict do nothing`;
  return query(sql, [organisations, timeMs]);
}

async function writeProposal({ data, seq, height, timeMs }: Fact, context: ProjectionContext): Promise<void> {
  const { query, awaits } = context;
  const subject = contentSubject({ commitment: String(data.words), giver: String(data.by) });
  const words = await readWords(context, subject);
  if (words === null) await awaits({ subject, place: String(data.proposal) });
  await query(
    `insert into governance.proposal select $1, $2, $3::jsonb, $4::jsonb, $5, $6::jsonb, $7,
       coalesce((select count from governance.base where subject = $5), 0), $8::text[], $9, $10, $11, $12, $13, $14`,
    [
      seq,
      data.proposal,
      JSON.stringify(data.change),
      JSON.stringify(data.before),
      data.subject,
      JSON.stringify(data.rule),
      data.needed,
      data.consents,
      data.by,
      data.organisation,
      data.deadlineMs,
      words,
      height,
      timeMs,
    ],
  );
  const sql = "insert into governance.voter (proposal, voter) select $1, one from unnest($2::text[]) as one";
  await query(sql, [data.proposal, data.voters]);
}

/** Fills in the words of proposals that have come to the vault. */
export async function fillIn(awaited: readonly Awaited[], context: ProjectionContext): Promise<void> {
  for (const { subject, place } of awaited) {
    const sql = "update governance.proposal set words = $2 where proposal = $1";
    await context.query(sql, [place, await readWords(context, subject)]);
  }
}

/** What the vault keeps under the subject; null: not in this node's vault, or erased. */
async function readWords({ vault }: ProjectionContext, subject: string): Promise<string | null> {
  const read = WordsContent.safeParse((await vault.find(subject))?.content);
  return read.success ? read.data.message : null;
}

async function writeEnd({ data, id, timeMs }: Fact, { query }: ProjectionContext): Promise<void> {
  const { proposal, outcome } = data;
  const ended = "update governance.proposal set outcome = $2, ended_ms = $3, ended_by = $4 where proposal = $1";
  await query(ended, [proposal, outcome, timeMs, id]);
  if (outcome !== "applied") return;
  await query(
    `insert into governance.base select subject, 1 from governance.proposal where proposal = $1
       on conflict (subject) do update set count = governance.base.count + 1`,
    [proposal],
  );
}

function writeSetting(query: ProjectionContext["query"], subject: string, value: unknown): Promise<unknown> {
  const sql = `insert into governance.setting values ($1, $2::jsonb)
    on conflict (subject) do update set value = excluded.value`;
  return query(sql, [subject, JSON.stringify(value)]);
}
