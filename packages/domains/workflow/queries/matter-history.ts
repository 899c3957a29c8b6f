import type { QueryContext } from "@mingbai/read-model/define-query";
import { type Kysely, sql } from "kysely";
import { ApplicationContent, WordsContent } from "../content.ts";
import type { opinions } from "../schema.ts";
import type { Stage } from "../stages.ts";
import type { MatterDetail } from "../views.ts";
import { accountName, organisationNames, organisationOf, partyFor } from "./matter-source.ts";

interface FoundVersion {
  readonly version: number;
  readonly time_ms: number;
  readonly commitment: string;
  readonly payee: string;
  readonly payee_name: string | null;
  readonly fund: number;
  readonly amount: number;
  readonly content: string | null;
}

/** Every version of a matter, the oldest first. */
export async function findVersions(database: Kysely<unknown>, seq: number): Promise<MatterDetail["versions"]> {
  const { rows } = await sql<FoundVersion>`select version.*, ${accountName("version.payee")} as payee_name
    from workflow.version version
    where version.seq = ${seq} order by version.version`.execute(database);
  return rows.map((found) => ({
    version: found.version,
    timeMs: found.time_ms,
    content: found.content === null ? null : ApplicationContent.parse(JSON.parse(found.content)),
    commitment: found.commitment,
    fund: found.fund,
    amountMinor: found.amount,
    payee: { account: found.payee, name: found.payee_name ?? "" },
  }));
}

interface FoundStep {
  readonly id: string;
  readonly height: number;
  readonly time_ms: number;
  readonly act: string;
  readonly by_account: string | null;
  readonly organisation: string;
  readonly name: string;
  readonly version: number;
  readonly stage: Stage;
  readonly holder: string;
  readonly holder_names: readonly string[] | null;
  readonly opinion: (typeof opinions)[number] | null;
  readonly words: string | null;
}

/** Every act on a matter, the oldest first. */
export async function findSteps(
  { sql: database, reader }: QueryContext<unknown>,
  seq: number,
): Promise<MatterDetail["steps"]> {
  const { rows } =
    await sql<FoundStep>`select step.*, coalesce(nullif(person.name, ''), ${accountName("step.by_account")}, '') as name,
      coalesce(person.organisation, '') as organisation, ${organisationNames("step.holder")} as holder_names
    from workflow.step step left join identity.person person on person.account = step.by_account
    where step.seq = ${seq} order by step.at`.execute(database);
  return rows.map((found) => {
    const { by_account: account, organisation, name, holder, holder_names, words, opinion } = found;
    return {
      transaction: found.id,
      height: found.height,
      timeMs: found.time_ms,
      act: found.act,
      by: account === null ? null : partyFor(reader, { account, organisation, name }),
      version: found.version,
      stage: found.stage,
      holder: organisationOf(holder, holder_names),
      words: words === null ? null : WordsContent.parse(JSON.parse(words)),
      ...(opinion !== null && { opinion }),
    };
  });
}
