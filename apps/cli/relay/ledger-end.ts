import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { Number64 } from "@mingbai/codec/number64";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { chainView } from "@mingbai/http/ledger-views";
import { type Actor, actAs } from "@mingbai/sdk/actor";
import { type Client, createClient } from "@mingbai/sdk/client";
import { learnNodes } from "@mingbai/sdk/nodes/learn-nodes";
import { signIn } from "@mingbai/sdk/session";

/** One ledger as a relay has it: a client that is signed in, and an actor whose key carries proofs there. */
export interface LedgerEnd {
  readonly client: Client;
  readonly actor: Actor<Record<string, never>>;
  /** Hexadecimal. */
  readonly chain: string;
  /** For whom the actor acts there. */
  readonly organisation: string;
}

/**
 * Opens a ledger for a relay at one of its nodes; when that one is gone it goes on with the others, which it learns from it. `key` needs the
 * role of a node's operator, to be shown proofs. Throws what `actAs` and `signIn` do.
 */
export async function openLedgerEnd(
  urls: readonly string[],
  key: { signer: Signer; keyId: Number64 },
): Promise<LedgerEnd> {
  const client = createClient({ urls });
  const { organisation } = await signIn(client, key);
  await learnNodes(client);
  const { chain } = await client.ask(chainView, {});
  return { client, chain, organisation, actor: await actAs(client, { ...key, commands: {} }) };
}

/** Gives the other ledger a command; true where it was accepted. What it refuses is counted. */
export type Bring = (command: string, input: CanonicalObject) => Promise<boolean>;
