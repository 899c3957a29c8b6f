import { encodeToldFacts } from "@mingbai/app-node/departments/private/told-facts";
import { generateKey } from "@mingbai/private-comparison/answering/generate-key";
import { type ListedItem, type ListPlan, makeEntries } from "@mingbai/private-comparison/answering/make-entries";
import { makeOffer, type OfferTerms } from "@mingbai/private-comparison/answering/make-offer";
import { isItem } from "@mingbai/private-comparison/item";
import { chunkItemsMax, factBytesMax } from "@mingbai/private-comparison/limits";
import { saltBytes } from "@mingbai/private-comparison/offer/list-shape";
import type { Sign } from "@mingbai/private-comparison/parties";
import type { Fact } from "@mingbai/registry/content/facts/fact";
import { identityKey } from "@mingbai/registry/content/facts/identity-key";
import type { KeptOffer } from "./kept-offer.ts";

/**
 * A list of everybody whom the facts name, under a key of its own. People without a number in its usual spelling cannot be found and are left out.
 * Throws an Error that names nobody where more is said of somebody than an entry holds.
 */
export async function makePrivateOffer(facts: readonly Fact[], terms: OfferTerms, sign: Sign): Promise<KeptOffer> {
  const items = listedItems(facts);
  const factBytes = Math.max(1, ...items.map(({ fact }) => fact.length));
  if (factBytes > factBytesMax)
    throw new Error(`of somebody ${factBytes} bytes are said; an entry holds ${factBytesMax}`);
  const key = generateKey();
  const salt = crypto.getRandomValues(new Uint8Array(saltBytes));
  const plan: ListPlan = { key, kind: "identityNumber", salt, factBytes };
  const entries: Uint8Array[] = [];
  for (let at = 0; at < items.length; at += chunkItemsMax)
    entries.push(...(await makeEntries(plan, items.slice(at, at + chunkItemsMax))));
  const made = await makeOffer({ plan, terms, entries, sign });
  if (made === "LISTED_TWICE") throw new Error("two entries are of one person");
  return { ...made, key };
}

function listedItems(facts: readonly Fact[]): ListedItem[] {
  const byPerson = Map.groupBy(facts, ({ about }) => identityKey(about));
  return [...byPerson]
    .filter(([number]) => isItem("identityNumber", number))
    .map(([text, known]) => ({ text, fact: encodeToldFacts(known) }));
}
