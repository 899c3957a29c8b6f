import type { Number64 } from "@mingbai/codec/number64";
import { defineTable } from "@mingbai/ledger/state/table";
import type { PostKind } from "./schema.ts";

export interface PostRow {
  readonly account: Number64;
  readonly kind: PostKind;
  readonly areas: readonly string[];
  readonly householdsMax: number;
  /** Block time in ms; `untilMs` is the first moment outside. A post that was ended early ends then. */
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Posts by their number. */
export const postTable = defineTable<PostRow>("posts.posts");

export interface HelperRow {
  /** Posts that are not over, or were not when the latest was given. */
  readonly posts: readonly Number64[];
  /** Under whose number qualifications are sealed; absent: nobody has said any. */
  readonly subject?: Number64;
}

/** People who help, by account. */
export const helperTable = defineTable<HelperRow>("posts.helpers");

/** Posts of an area that are not over, or were not when the latest there was given. By the area's id. */
export const areaPostsTable = defineTable<{ readonly posts: readonly Number64[] }>("posts.areas");

/** Whose qualifications a subject's number stands for. */
export const helperSubjectTable = defineTable<{ readonly account: Number64 }>("posts.subjects");

export interface ForgottenRow {
  readonly account: Number64;
  /** Whose nodes have to say that their vaults have erased it, and whose have. */
  readonly owed: readonly string[];
  readonly acknowledged: readonly string[];
}

/** Subjects whose keys are to be nowhere any more. */
export const forgottenTable = defineTable<ForgottenRow>("posts.forgotten");

export const postsTables = [postTable, helperTable, areaPostsTable, helperSubjectTable, forgottenTable] as const;
