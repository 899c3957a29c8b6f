import { role, roles } from "@mingbai/ledger/authority/role";
import { defineQuery, type QueryContext } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { sql } from "kysely";
import { type OwnObjection, ownObjectionsView } from "../../views/cases.ts";
import { namesOf, organisationNames } from "../names.ts";
import { caseUnknown } from "./case-unknown.ts";
import { type FoundNotice, publicCaseOf, runningNotices } from "./public-notice.ts";

type View = typeof ownObjectionsView;

interface FoundCase {
  readonly household: string;
  readonly keeper: string;
  readonly keeper_names: readonly string[] | null;
}

interface FoundObjection {
  readonly objection: number;
  readonly on_behalf: boolean;
  readonly time_ms: number;
  readonly id: string;
  readonly words: string | null;
  readonly answered_ms: number | null;
  readonly answered_id: string | null;
  readonly answer_words: string | null;
}

/** For whoever reads a public notice: what everybody sees of it while it runs, and what they themselves said against it. */
export const ownObjections = defineQuery<unknown, View["params"], View["result"]>(ownObjectionsView, {
  title: { en: "My objections to a public notice", zh: "我对公示提的异议" },
  allow: roles.map(role),
  async answer(context, { case: id }) {
    const { nowMs, readAt } = await readNow(context);
    const [about, notice, rows] = await Promise.all([
      getCase(context, id),
      findNotice(context, id, nowMs),
      findOwn(context, id),
    ]);
    const unit = namesOf(about.keeper, about.keeper_names);
    return { household: about.household, unit, notice, rows, readAt };
  },
});

async function getCase({ sql: database }: QueryContext<unknown>, id: string): Promise<FoundCase> {
  const { rows } =
    await sql<FoundCase>`select found.household, home.keeper, ${organisationNames("home.keeper")} as keeper_names
    from registry.case found join registry.household home on home.household = found.household
    where found.case_id = ${id}`.execute(database);
  const [found] = rows;
  if (found !== undefined) return found;
  throw caseUnknown();
}

async function findNotice({ sql: database }: QueryContext<unknown>, id: string, nowMs: number) {
  const { rows } = await sql<FoundNotice>`${runningNotices(nowMs)} and found.case_id = ${id}`.execute(database);
  const [found] = rows;
  return found === undefined ? null : publicCaseOf(found);
}

/** Only the reader's, each with the answer that was given to it. */
async function findOwn({ sql: database, reader }: QueryContext<unknown>, id: string): Promise<OwnObjection[]> {
  const words = (step: "made" | "answer") => sql`(select said.said->>'words' from registry.said said
    where said.subject = ${sql.ref(`${step}.household`)} and said.commitment = ${sql.ref(`${step}.content`)}
      and said.giver = ${sql.ref(`${step}.by_account`)})`;
  const { rows } =
    await sql<FoundObjection>`select made.objection, made.on_behalf, made.time_ms, made.id, ${words("made")} as words,
      answer.time_ms as answered_ms, answer.id as answered_id, ${words("answer")} as answer_words
    from registry.step made left join registry.step answer
      on answer.case_id = made.case_id and answer.kind = 'answered' and answer.objection = made.objection
    where made.case_id = ${id} and made.kind = 'objected' and made.by_account = ${reader.account ?? ""}
    order by made.objection`.execute(database);
  return rows.map(ownObjectionOf);
}

function ownObjectionOf(found: FoundObjection): OwnObjection {
  const { objection, on_behalf, time_ms, id, words, answered_ms, answered_id, answer_words } = found;
  const isAnswered = answered_ms !== null && answered_id !== null;
  return {
    objection,
    onBehalf: on_behalf,
    timeMs: time_ms,
    transaction: id,
    words,
    answer: isAnswered ? { timeMs: answered_ms, transaction: answered_id, words: answer_words } : null,
  };
}
