import { keepContent } from "@mingbai/sdk/contents";
import type { WordsContent } from "@mingbai/workflow/content";
import { nodeClient } from "../../api/node-client.ts";

/** Has the node keep words, before the act that carries their commitment is signed. Throws ProblemError. */
export async function keepWords(words: Pick<WordsContent, "message" | "reasons">): Promise<string> {
  const { message, reasons } = words;
  const content = { kind: "words", message, reasons: reasons.map(({ field, text }) => ({ field, text })) };
  return (await keepContent(nodeClient, content)).commitment;
}
