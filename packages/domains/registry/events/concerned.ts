import type { Number64 } from "@mingbai/codec/number64";
import type { Role } from "@mingbai/ledger/authority/role";
import type { CaseKind } from "../stages.ts";

/** Whom what happens to a case concerns, for the bell, which knows nothing of households: accounts, and offices of an area. */
export type Concerned = {
  readonly about: CaseKind;
  readonly accounts: readonly Number64[];
  readonly office?: { readonly organisation: string; readonly area: string; readonly roles: readonly Role[] };
};
