import type { ProjectedTransaction } from "@mingbai/read-model/projected-block";
import type { ProjectionContext } from "@mingbai/read-model/projection";
import { findOfferContent } from "./offer-content.ts";

/** Titles of the offers that were spent, by offer: the list shows them as the payment's purpose. Offers are public. */
export async function readOfferTitles(
  done: readonly ProjectedTransaction[],
  { query, vault }: ProjectionContext,
): Promise<ReadonlyMap<string, string>> {
  const events = done.flatMap((one) => one.events);
  const spent = new Set(events.flatMap(({ type, data }) => (type === "treasury.spent" ? [String(data.offer)] : [])));
  const titles = new Map<string, string>();
  if (spent.size === 0) return titles;
  for (const { type, data } of events) {
    // Proposed in the same run of blocks: not in the tables yet.
    if (type !== "treasury.offerProposed" || !spent.has(String(data.offer))) continue;
    const given = { commitment: String(data.content), giver: String(data.proposer) };
    titles.set(String(data.offer), (await findOfferContent(vault, given)).title);
  }
  const rows = await query("select id, title from treasury.offer where id = any($1::text[])", [[...spent]]);
  for (const { id, title } of rows) titles.set(String(id), String(title));
  return titles;
}
