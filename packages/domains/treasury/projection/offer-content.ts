import { contentSubject, type GivenContent } from "@mingbai/read-model/given-content";
import type { Vault } from "@mingbai/read-model/vault-port";
import { OfferContent } from "../schema/offers.ts";

/** What an offer is called and says, or nothing where this node's vault has no words for it. */
export async function findOfferContent(vault: Vault, given: GivenContent): Promise<{ title: string; about: string }> {
  const kept = await vault.find(contentSubject(given));
  const read = OfferContent.safeParse(kept?.content);
  return read.success ? read.data : { title: "", about: "" };
}
