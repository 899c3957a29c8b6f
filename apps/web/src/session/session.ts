import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { SessionView } from "@mingbai/http/session-views";
import type { FinalAnswer } from "@mingbai/sdk/answer";

export type SessionRole = SessionView["roles"][number];

/** The person who works here, as pages see them. */
export interface Session {
  readonly account: string;
  readonly keyId: string;
  /** Short name of the organisation on the ledger, and its name in both languages where this node has it. */
  readonly organisation: string;
  readonly organisationName: { readonly en: string; readonly zh: string } | undefined;
  readonly roles: readonly SessionRole[];
  /** The person's own name, where this node may know it. */
  readonly name: string | undefined;
  /**
   * Signs one command with this person's key, sends it and waits until it is final. `input` must be as the command's
   * schema says. Throws ProblemError where the ledger refuses, the key is not on this device, or no answer came.
   */
  sign(command: string, input: CanonicalObject): Promise<FinalAnswer>;
}
