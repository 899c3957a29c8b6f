import type { Number64 } from "@mingbai/codec/number64";
import type { Role } from "@mingbai/ledger/authority/role";
import type { CaseKind } from "../stages.ts";

/** Whom something concerns, for the bell, which knows nothing of households: accounts, and offices of an area. */
export type Told = {
  readonly accounts: readonly Number64[];
  readonly office?: { readonly organisation: string; readonly area: string; readonly roles: readonly Role[] };
};

/** Whom what happens to a case concerns. */
export type Concerned = Told & { readonly about: CaseKind };
