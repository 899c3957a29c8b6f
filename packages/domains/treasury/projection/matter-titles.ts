import type { ProjectedTransaction } from "@mingbai/read-model/projected-block";
import type { ProjectionContext } from "@mingbai/read-model/projection";
import { ApplicationContent, contentSubject } from "@mingbai/workflow/content";
import { toSqlAccount } from "./sql-account.ts";

/**
 * Titles of the matters that were paid, by the commitment to their content: the list shows them as the payment's purpose.
 * Not of a natural person's, since everyone may read the list (MONEY 23).
 */
export async function readMatterTitles(
  done: readonly ProjectedTransaction[],
  { query, vault }: ProjectionContext,
): Promise<ReadonlyMap<string, string>> {
  const payments = done
    .flatMap(({ events }) => events)
    .filter(({ type, data }) => type === "treasury.paid" && data.content !== undefined)
    .map(({ data }) => ({ content: String(data.content), payee: toSqlAccount(String(data.payee)) }));
  const titles = new Map<string, string>();
  if (payments.length === 0) return titles;
  const named = await query(
    "select account::text as account from treasury.account where account = any($1::bigint[]) and nature not in ('person', 'many')",
    [payments.map(({ payee }) => payee)],
  );
  const shown = new Set(named.map(({ account }) => account));
  for (const { content, payee } of payments) {
    const title = shown.has(payee) ? await findTitle(vault, content) : undefined;
    if (title !== undefined) titles.set(content, title);
  }
  return titles;
}

async function findTitle(vault: ProjectionContext["vault"], commitment: string): Promise<string | undefined> {
  const kept = await vault.find(contentSubject(commitment));
  const read = ApplicationContent.safeParse(kept?.content);
  return read.success ? read.data.title : undefined;
}
