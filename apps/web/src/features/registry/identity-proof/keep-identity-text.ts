import { canonicalBytes } from "@mingbai/codec/canonical-json";
import { keepParts, newSalt } from "@mingbai/sdk/contents";
import { nodeClient } from "../../../api/node-client.ts";
import type { KeepSealed } from "./capture-reference.ts";

/** Has the node keep a reference or a proof, sealed with the person's own data key. Throws ProblemError. */
export const keepIdentityText: KeepSealed = async (person, content) => {
  const bytes = canonicalBytes(JSON.parse(JSON.stringify(content)));
  const [commitment] = await keepParts(nodeClient, [{ subject: person, salt: newSalt(), bytes }]);
  if (commitment === undefined) throw new Error("the node answered for another number of parts");
  return commitment;
};
