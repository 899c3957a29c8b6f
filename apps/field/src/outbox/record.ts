/** What somebody fills in and hands in on the phone, from the first answer until it stands on the ledger. */
import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { BasisKind } from "@mingbai/registry/content/file/basis";
import type { Value, Values } from "@mingbai/registry/content/file/value";
import type { FieldClass } from "@mingbai/registry/content/form/definition";
import type { Trouble } from "../ledger/trouble.ts";

/** A photo as it will be kept by the node; its bytes lie in the phone under its identity until it is on the ledger. */
export interface Photo {
  /** The file's identity (hexadecimal), which its salt and bytes give: known before it is sent. */
  readonly file: string;
  readonly salt: string;
  readonly bytes: number;
  /** How far from the house it was taken; absent where either place is unknown. */
  readonly metres?: number;
  readonly isSent?: true;
}

/** The file of one subject in hand: the version and values that were seen, and what is to be. */
export interface SubjectDraft {
  readonly base: number;
  readonly before: Values;
  readonly values: Values;
}

export interface PersonDraft extends SubjectDraft {
  readonly person: string;
  /** Why they are new in the household; absent for who was there. */
  readonly arrival?: "birth" | "marriage" | "return" | "correction";
  readonly departure?: "death" | "left";
}

export interface DraftBasis {
  readonly all?: BasisKind;
  readonly fields: { readonly [place: string]: BasisKind };
}

export interface HouseholdDraft extends SubjectDraft {
  readonly kind: "visit" | "newHousehold";
  readonly household: string;
  /** Where a new household lives; of others the ledger knows it. */
  readonly area: string;
  /** Which fields the writer may see. */
  readonly classes: readonly FieldClass[];
  readonly people: readonly PersonDraft[];
  /** What was typed and is no value of its field yet, by `<subject>/<field>`. */
  readonly texts: { readonly [place: string]: string };
  readonly photos: readonly Photo[];
  /** Where what is changed comes from: all of it, and single fields by `<subject>/<field>`. */
  readonly basis?: DraftBasis;
  /** What the household says, in words. */
  readonly words: string;
  /** The part of the form in hand. */
  readonly at: number;
}

/** A sealed part on its way: the same salt and text are sent however often it takes. */
export interface Part {
  readonly subject: string;
  /** Hexadecimal. */
  readonly salt: string;
  /** Canonical JSON. */
  readonly text: string;
}

/** One command of a record. `signed`: noted before it is sent, and sent as it was signed. */
export interface Act {
  readonly command: string;
  readonly input: CanonicalObject;
  readonly parts: readonly Part[];
  readonly arePartsKept?: true;
  /** Both hexadecimal. */
  readonly signed?: { readonly id: string; readonly envelope: string };
  readonly entered?: { readonly transaction: string; readonly height: number; readonly timeMs: number };
  readonly trouble?: Trouble;
}

/** What one person said of a field, and when; without a value they emptied it. */
export interface Said {
  readonly version: number;
  readonly value?: Value | undefined;
  readonly by: { readonly account: string; readonly name: string };
  readonly timeMs: number;
}

/** A field for which this record and somebody else said different things; the first side counts until it is decided. */
export interface Difference {
  readonly subject: string;
  readonly field: string;
  /** Version of the subject's file in which both were seen. */
  readonly base: number;
  readonly sides: readonly Said[];
}

/** filling: not handed in; saved: in the phone; sent: at the node; entered: on the ledger. */
export type Stage = "filling" | "saved" | "sent" | "entered";

export interface FieldRecord {
  readonly id: string;
  /** Account of who fills it in. */
  readonly owner: string;
  /** Name of the head of the household; empty while it is not known. */
  readonly head: string;
  readonly begunMs: number;
  readonly savedMs: number;
  readonly stage: Stage;
  readonly draft: HouseholdDraft;
  readonly acts: readonly Act[];
  readonly trouble?: Trouble;
  readonly enteredMs?: number;
  /** Whether the file was looked at again after this was entered. */
  readonly isCompared: boolean;
  readonly differences: readonly Difference[];
}

/** Whether a record waits for nothing but the signal. */
export function isWaiting({ stage, trouble }: FieldRecord): boolean {
  return (stage === "saved" || stage === "sent") && trouble === undefined;
}

/** Whether a person has to look at it. */
export function asksForHand({ trouble, differences }: FieldRecord): boolean {
  return trouble !== undefined || differences.length > 0;
}
