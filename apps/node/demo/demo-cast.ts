import type { Founders } from "@mingbai/identity/founding-events";
import type { Role } from "@mingbai/ledger/authority/role";

/** Someone invented, who acts in a demo. */
export interface DemoPerson {
  /** What the account, key and numbers are made from. */
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly roles: readonly Role[];
}

/** Who a demo's ledger begins with. Nobody is real. */
export interface DemoCast {
  /** The ledger's name, which is no other demo's. */
  readonly ledger: string;
  readonly areas?: NonNullable<Founders["areas"]>;
  readonly organisations: Founders["organisations"];
  readonly people: readonly DemoPerson[];
  /** Organisations that decide together by vote. */
  readonly members: readonly string[];
  /** The one that keeps the ledger where it is kept by one. */
  readonly keeper: string;
}
