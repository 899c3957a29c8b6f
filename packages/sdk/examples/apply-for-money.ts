import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { toHex } from "@mingbai/codec/hex";
import { actAs, createClient, generateSigner, keepContent, newSeed, signIn, submitCommand } from "../index.ts";

/**
 * Applies for money: signs in, has the node keep the texts, signs the application that commits to them. Gives the
 * matter's identity, under which everything that becomes of it is found (`workflow.matter`).
 */
export async function applyForMoney(given: {
  url: string;
  seed: Uint8Array;
  /** The key's number on the ledger, 16 hexadecimal digits. */
  keyId: string;
  /** The organisation that decides. */
  to: string;
  /** The account that is to be paid, the fund's number, the amount in minor units. */
  terms: { payee: string; fund: number; amount: number };
  /** `{kind: "application", title, proposal, invoices, files}`, as `workflow/content.ts` has it. */
  content: CanonicalObject;
}): Promise<string> {
  const client = createClient({ url: given.url });
  const signer = generateSigner("ed25519", given.seed);
  await signIn(client, { signer, keyId: given.keyId });
  const { commitment } = await keepContent(client, given.content);
  const actor = await actAs(client, { signer, keyId: given.keyId, commands: {} });
  const matter = toHex(newSeed());
  const { to, terms } = given;
  const application = { matter, kind: "disbursement", to, terms, content: commitment };
  await submitCommand(client, await actor.sign("workflow.submitMatter", application));
  return matter;
}
