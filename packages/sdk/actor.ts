import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { fromHex } from "@mingbai/codec/hex";
import type { Number64 } from "@mingbai/codec/number64";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { chainView, keyView } from "@mingbai/http/ledger-views";
import type { z } from "zod";
import type { Answer } from "./answer.ts";
import { type Client, onlyAnswer } from "./client.ts";
import {
  type PaymentsSigning,
  type SignedTransaction,
  type Signing,
  signCommand,
  signPayments,
} from "./sign-transaction.ts";

/** Command schemas by short name, as a domain's `schema.ts` exports them. */
export type CommandSchemas = { readonly [name: string]: z.ZodType<CanonicalObject> };
export type DomainCommands = { readonly [domain: string]: CommandSchemas };

/** One method for each command: signs, submits, waits until it is final. A wrong field is a compile error. */
export type Methods<Domains extends DomainCommands> = {
  readonly [Domain in keyof Domains]: {
    readonly [Name in keyof Domains[Domain]]: (input: z.input<Domains[Domain][Name]>) => Promise<Answer>;
  };
};

/** Someone who acts with one key in one lane, numbering what they sign. */
export interface Actor<Domains extends DomainCommands> {
  readonly does: Methods<Domains>;
  /** As the method of the command does, for one that is named at run time. */
  act(command: string, input: CanonicalObject): Promise<Answer>;
  /** Signs without sending: for queues, batches of envelopes, second thoughts. */
  sign(command: string, input: CanonicalObject): Promise<SignedTransaction>;
  signPayments(command: string, body: Uint8Array, options?: PaymentsSigning): Promise<SignedTransaction>;
}

export const expiryMs = 60 * 60 * 1_000;
const triesMax = 3;

/**
 * Asks the ledger which number comes next, and acts with this key from there on. Another with the same key may take a number in between,
 * which uses up that number and nothing else: what is sent here takes the next, which the ledger is asked for again.
 */
export async function actAs<Domains extends DomainCommands>(
  client: Client,
  who: { signer: Signer; keyId: Number64; lane?: number; commands: Domains },
): Promise<Actor<Domains>> {
  const lane = who.lane ?? 0;
  const { chain, timeMs } = await client.ask(chainView, {});
  const clockAheadMs = timeMs - Date.now();
  const askNext = async () => (await client.ask(keyView, { keyId: who.keyId, lane })).nextSequence;
  let sequence = await askNext();
  const next = (): Signing => ({
    chain: fromHex(chain),
    signer: who.signer,
    keyId: who.keyId,
    lane,
    sequence: sequence++,
    expiryMs: Date.now() + clockAheadMs + expiryMs,
  });
  const sign = (command: string, input: CanonicalObject) => signCommand(next(), command, input);
  const act = async (command: string, input: CanonicalObject): Promise<Answer> => {
    for (let tries = 1; ; tries++) {
      const { bytes } = await sign(command, input);
      const answer = onlyAnswer(await client.submit(bytes));
      if (answer.refused !== "SEQUENCE_USED" || tries === triesMax) return answer;
      const asked = await askNext();
      // Others of this actor may have been given numbers while it asked.
      sequence = Math.max(sequence, asked);
    }
  };
  return {
    does: methodsOf(who.commands, act),
    act,
    sign,
    signPayments: (command, body, options) => signPayments(next(), command, body, options),
  };
}

function methodsOf<Domains extends DomainCommands>(domains: Domains, act: Actor<Domains>["act"]): Methods<Domains> {
  const methods = Object.entries(domains).map(([domain, commands]) => [
    domain,
    Object.fromEntries(
      Object.entries(commands).map(([name, schema]) => [
        name,
        async (input: unknown) => act(`${domain}.${name}`, schema.parse(input)),
      ]),
    ),
  ]);
  return Object.fromEntries(methods) as Methods<Domains>;
}
