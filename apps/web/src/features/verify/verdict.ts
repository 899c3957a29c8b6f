import type { DayVerdict } from "@mingbai/sdk/verify-day-proof";
import type { ErasureVerdict } from "@mingbai/sdk/verify-erasure-proof";
import type { ReceiptCheckName } from "@mingbai/sdk/verify-receipt";
import type { LineResult } from "@mingbai/treasury/schema";

export type LineRefusal = Exclude<LineResult, "ACCEPTED"> | "OTHER";

/** What was checked. `ok` is null where it could not be: no key is known to check against. */
export interface ShownCheck {
  readonly name: ReceiptCheckName;
  readonly ok: boolean | null;
  /** Code of what differs, or empty. */
  readonly detail: string;
}

/** What a receipt that holds says; amounts in the ledger's minor unit. */
export interface ShownFact {
  readonly id: string;
  readonly command: string;
  readonly accepted: boolean;
  readonly result: number;
  readonly height: number;
  readonly timeMs: number;
  readonly units: number;
  readonly line?: number;
  /** What the ledger said to this one line; absent where it was accepted. */
  readonly lineRefusal?: LineRefusal;
  readonly amountMinor?: number;
  /** Accounts, 16 hex digits each. */
  readonly payee?: string;
  readonly payer?: string;
  /** Number of the fund on the ledger. */
  readonly fund?: number;
  readonly origin: string;
  readonly index: number;
  readonly size: number;
  readonly cosigners: number;
}

export interface Verdict {
  readonly ok: boolean;
  /** True where nothing differs but no signature is by a key that this device trusts: neither genuine nor altered. */
  readonly unknownKey?: boolean;
  readonly checks: readonly ShownCheck[];
  readonly fact?: ShownFact;
}

/**
 * Checks one receipt on this device; `pinnedKeys` are C2SP verifier keys. Asks no server. Undefined where the text is
 * no receipt at all.
 */
export type VerifyReceipt = (
  text: string,
  options: { readonly pinnedKeys: readonly string[] },
) => Promise<Verdict | undefined>;

/** Checks the proof of a bank day on this device in the same way. Undefined where the text does not say that it is one. */
export type VerifyDay = (
  text: string,
  options: { readonly pinnedKeys: readonly string[] },
) => Promise<DayVerdict | undefined>;

/** The same for the proof of an erasure. */
export type VerifyErasure = (
  text: string,
  options: { readonly pinnedKeys: readonly string[] },
) => Promise<ErasureVerdict | undefined>;
