import type { Vault } from "@mingbai/read-model/vault-port";
import { ApplicationContent, contentSubject, WordsContent } from "../content.ts";

/** The content under a commitment, or undefined: not in this node's vault, erased, or of another shape. */
export async function findApplication(vault: Vault, commitment: string): Promise<ApplicationContent | undefined> {
  const read = ApplicationContent.safeParse(await contentOf(vault, commitment));
  return read.success ? read.data : undefined;
}

export async function findWords(vault: Vault, commitment: string): Promise<WordsContent | undefined> {
  const read = WordsContent.safeParse(await contentOf(vault, commitment));
  return read.success ? read.data : undefined;
}

async function contentOf(vault: Vault, commitment: string): Promise<unknown> {
  return (await vault.find(contentSubject(commitment)))?.content;
}
