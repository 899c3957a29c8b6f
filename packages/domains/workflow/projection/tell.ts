import type { Role } from "@mingbai/ledger/authority/role";
import type { MatterBook, Row } from "./matter-book.ts";
import { filesKey, personKey } from "./notices.ts";
import { bitsOf } from "./seats.ts";

/** Whom the registry says that something concerns; it knows of no bell. */
export interface Told {
  readonly accounts: readonly string[];
  readonly office?: { readonly organisation: string; readonly area: string; readonly roles: readonly Role[] };
}

/** Adds a line of the bell for each account, and one for the office of an area. */
export function tell(book: MatterBook, { accounts, office }: Told, line: Row): void {
  for (const account of accounts) book.add("notice", { ...line, roles: 0, key: personKey(account) });
  if (office === undefined) return;
  const { organisation, area, roles } = office;
  book.add("notice", { ...line, roles: bitsOf(roles), key: filesKey(organisation), area });
}
