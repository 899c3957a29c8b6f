import type { Value } from "@mingbai/registry/content/file/value";

/** What a person has said about a household that waits: which values count, that it is a new one, or that it stays out. */
export type Decision =
  | { readonly kind: "values"; readonly values: { readonly [field: string]: Value | null } }
  | { readonly kind: "new" }
  | { readonly kind: "out" };

/** By the household's key in the list. */
export type Decisions = { readonly [key: string]: Decision };
