import { contentSubject, type GivenContent } from "@mingbai/read-model/given-content";
import type { ProjectedTransaction } from "@mingbai/read-model/projected-block";
import type { ProjectionContext } from "@mingbai/read-model/projection";
import { ApplicationContent } from "@mingbai/workflow/content";
import { toSqlAccount } from "./sql-account.ts";

/**
 * Titles of the matters that were paid, by the matter: the list shows them as the payment's purpose.
 * Not of a natural person's, since everyone may read the list (MONEY 23).
 */
export async function readMatterTitles(
  done: readonly ProjectedTransaction[],
  { query, vault }: ProjectionContext,
): Promise<ReadonlyMap<string, string>> {
  const payments = done
    .flatMap(({ events }) => events)
    .filter(({ type, data }) => type === "treasury.paid" && data.content !== undefined)
    .map(({ data }) => ({ matter: String(data.matter), payee: toSqlAccount(String(data.payee)) }));
  const titles = new Map<string, string>();
  if (payments.length === 0) return titles;
  const named = await query(
    "select account::text as account from treasury.account where account = any($1::bigint[]) and nature not in ('person', 'many')",
    [payments.map(({ payee }) => payee)],
  );
  const shown = new Set(named.map(({ account }) => account));
  const matters = payments.filter(({ payee }) => shown.has(payee)).map(({ matter }) => matter);
  const sql = "select matter, content as commitment, giver from treasury.matter_content where matter = any($1::text[])";
  for (const row of await query(sql, [matters])) {
    const title = await findTitle(vault, { commitment: String(row.commitment), giver: String(row.giver) });
    if (title !== undefined) titles.set(String(row.matter), title);
  }
  return titles;
}

async function findTitle(vault: ProjectionContext["vault"], given: GivenContent): Promise<string | undefined> {
  const kept = await vault.find(contentSubject(given));
  const read = ApplicationContent.safeParse(kept?.content);
  return read.success ? read.data.title : undefined;
}
