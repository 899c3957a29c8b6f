import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { Number64 } from "@mingbai/codec/number64";
import type { FastifyRequest } from "fastify";
import type { Draft, DraftSaved, DraftSummary } from "../contents-views.ts";
import type { ContentRefusal } from "./content-refusal.ts";

/**
 * The account of the request's session. Where the request changes something, its origin and its mark against forgery
 * have been checked. Throws the session's own problems.
 */
export type FindWriter = (request: FastifyRequest) => { readonly account: Number64 };

/** Keeps sealed contents. They are never given out by themselves: queries show them by their own row scopes. */
export interface ContentKeeper {
  /** Resolves when the content is durable; the same one again changes nothing. Gives its commitment in hexadecimal. */
  keep(parts: {
    account: Number64;
    salt: Uint8Array;
    content: CanonicalObject;
  }): Promise<{ commitment: string } | ContentRefusal>;
}

export interface DraftPlace {
  readonly account: Number64;
  readonly id: string;
}

/** Keeps each account's drafts, for that account alone. What was answered is durable. */
export interface DraftKeeper {
  /** `version` is the one that the page last saw, 0 for none. Refused as DRAFT_CHANGED with both where another is kept. */
  save(
    place: DraftPlace,
    draft: { version: number; label?: string | undefined; content: CanonicalObject },
  ): Promise<DraftSaved | ContentRefusal>;
  load(place: DraftPlace): Promise<Draft | ContentRefusal>;
  /** The newest first. */
  list(account: Number64): Promise<DraftSummary[]>;
  /** Afterwards the disk has no such file; absent before is no error. */
  delete(place: DraftPlace): Promise<void>;
}

export interface ContentsParts {
  readonly findWriter: FindWriter;
  readonly contents: ContentKeeper;
  readonly drafts: DraftKeeper;
}
