import { createClient, generateSigner, signIn, signOut, whoAmI } from "../index.ts";

/** Signs in with a key made from its 32-byte seed, asks who that is, and signs out again. */
export async function showWhoIAm(given: {
  url: string;
  seed: Uint8Array;
  /** The key's number on the ledger, 16 hexadecimal digits. */
  keyId: string;
}): Promise<{ account: string; organisation: string; roles: readonly string[] }> {
  const client = createClient({ url: given.url });
  await signIn(client, { signer: generateSigner("ed25519", given.seed), keyId: given.keyId });
  const { account, organisation, roles } = await whoAmI(client);
  await signOut(client);
  return { account, organisation, roles };
}
