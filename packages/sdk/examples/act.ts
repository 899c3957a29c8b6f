import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { chainView } from "@mingbai/http/ledger-views";
import { actAs, createClient, generateSigner, getAccepted, onlyAnswer } from "../index.ts";

/** Makes a key from its 32-byte seed, asks the ledger what it is, signs one command, sends it, waits until it is final. */
export async function act(given: {
  url: string;
  seed: Uint8Array;
  /** The key's number on the ledger, 16 hexadecimal digits. */
  keyId: string;
  command: string;
  input: CanonicalObject;
}): Promise<{ id: string; height: number; ledger: string }> {
  const client = createClient({ url: given.url });
  const signer = generateSigner("ed25519", given.seed);
  const actor = await actAs(client, { signer, keyId: given.keyId, commands: {} });
  const { bytes } = await actor.sign(given.command, given.input);
  const { id, height } = getAccepted(onlyAnswer(await client.submit(bytes)));
  const { name } = await client.ask(chainView, {});
  return { id, height, ledger: name };
}
