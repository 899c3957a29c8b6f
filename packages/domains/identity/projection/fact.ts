import type { RoleGrant } from "@mingbai/ledger/authority/role";

/** One event with its place and its author, as rows are written from it. Its data was checked when it was made. */
export interface Fact {
  readonly type: string;
  readonly data: { readonly [name: string]: unknown };
  readonly seq: number;
  /** Identity of the transaction; null for what the ledger began with. */
  readonly id: string | null;
  /** Key that signed it; null where nobody did. */
  readonly keyId: string | null;
  readonly height: number;
  readonly timeMs: number;
}

/** The field as text; null where it is absent. */
export function findText({ data }: Pick<Fact, "data">, name: string): string | null {
  return data[name] === undefined ? null : String(data[name]);
}

export function text(fact: Pick<Fact, "data">, name: string): string {
  return findText(fact, name) ?? "";
}

/** The field as a number; null where it is absent. */
export function findNumber({ data }: Pick<Fact, "data">, name: string): number | null {
  return data[name] === undefined ? null : Number(data[name]);
}

export function list<Item>({ data }: Pick<Fact, "data">, name: string): readonly Item[] {
  return (data[name] ?? []) as readonly Item[];
}

/** The grants that an event makes for an account. */
export function grantsOf(fact: Fact): readonly RoleGrant[] {
  return list<RoleGrant>(fact, "grants");
}
