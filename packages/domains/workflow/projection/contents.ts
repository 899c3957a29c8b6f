import { contentSubject, type GivenContent } from "@mingbai/read-model/given-content";
import type { Vault } from "@mingbai/read-model/vault-port";
import { ApplicationContent, WordsContent } from "../content.ts";

/** The content that who names it gave, or undefined: not in this node's vault, erased, or of another shape. */
export async function findApplication(vault: Vault, given: GivenContent): Promise<ApplicationContent | undefined> {
  const read = ApplicationContent.safeParse(await contentOf(vault, given));
  return read.success ? read.data : undefined;
}

export async function findWords(vault: Vault, given: GivenContent): Promise<WordsContent | undefined> {
  const read = WordsContent.safeParse(await contentOf(vault, given));
  return read.success ? read.data : undefined;
}

async function contentOf(vault: Vault, given: GivenContent): Promise<unknown> {
  return (await vault.find(contentSubject(given)))?.content;
}
