import { canonicalBytes } from "@mingbai/codec/canonical-json";
import type { HouseholdText } from "@mingbai/registry/content/texts/household-text";
import { keepParts, newSalt } from "@mingbai/sdk/contents";
import { nodeClient } from "../../api/node-client.ts";

/** Has the node keep what is said about a household, sealed with its key, before the act that carries its commitment is signed. Throws ProblemError. */
export async function keepHouseholdText(household: string, text: HouseholdText): Promise<string> {
  const bytes = canonicalBytes(JSON.parse(JSON.stringify(text)));
  const [commitment = ""] = await keepParts(nodeClient, [{ subject: household, salt: newSalt(), bytes }]);
  return commitment;
}
