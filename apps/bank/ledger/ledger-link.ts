import type { Number64 } from "@mingbai/codec/number64";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { type Actor, actAs } from "@mingbai/sdk/actor";
import type { Answer } from "@mingbai/sdk/answer";
import { type Client, createClient } from "@mingbai/sdk/client";
import { ProblemError } from "@mingbai/sdk/problem-error";
import { signIn } from "@mingbai/sdk/session";
import { treasuryCommands } from "@mingbai/treasury/schema";

const commands = { treasury: treasuryCommands } as const;
export type TreasuryActor = Actor<typeof commands>;

/** Its own lane, so that a person who acts with the bank's key in a browser does not take its numbers. */
const lane = 1;
const requestMsMax = 30_000;

/** The ledger as the bank's work needs it. */
export interface Ledger {
  /** Asks as the bank. */
  asBank<Result>(ask: (client: Pick<Client, "ask">) => Promise<Result>): Promise<Result>;
  /** Signs and sends one command, and waits until it is final. */
  act(does: (actor: TreasuryActor["does"]) => Promise<Answer>): Promise<Answer>;
}

/** The bank at a node: it reads as whoever its key says it is, and signs what it books. */
export class LedgerLink implements Ledger {
  readonly client: Client;
  readonly #key: { readonly signer: Signer; readonly keyId: Number64 };
  #isSignedIn = false;
  #actor: TreasuryActor | undefined;

  constructor({ url, signer, keyId }: { url: string; signer: Signer; keyId: Number64 }) {
    this.#key = { signer, keyId };
    const send: typeof fetch = (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(requestMsMax) });
    this.client = createClient({ url, fetch: send });
  }

  /** Signs in first, and again where the session has ended. */
  async asBank<Result>(ask: (client: Pick<Client, "ask">) => Promise<Result>): Promise<Result> {
    if (!this.#isSignedIn) await this.#signIn();
    try {
      return await ask(this.client);
    } catch (error) {
      if (!(error instanceof ProblemError) || (error.status !== 401 && error.status !== 403)) throw error;
      await this.#signIn();
      return ask(this.client);
    }
  }

  /** Where it fails, numbers are asked for anew. */
  async act(does: (actor: TreasuryActor["does"]) => Promise<Answer>): Promise<Answer> {
    try {
      this.#actor ??= await actAs(this.client, { ...this.#key, lane, commands });
      const answer = await does(this.#actor.does);
      if (answer.status === "not admitted") this.#actor = undefined;
      return answer;
    } catch (error) {
      this.#actor = undefined;
      throw error;
    }
  }

  async #signIn(): Promise<void> {
    await signIn(this.client, this.#key);
    this.#isSignedIn = true;
  }
}
