import { isOffice } from "@mingbai/ledger/authority/role";
import type { QueryReader } from "@mingbai/read-model/define-query";
import { maskName } from "@mingbai/read-model/mask-name";
import type { PersonName } from "../views.ts";

/** A person's name as this reader may see it: in full for an office, and one's own. */
export function nameFor(reader: QueryReader, { account, name }: { account: string; name: string | null }): PersonName {
  const isOpen = seesNames(reader, { account });
  return { account, name: name === null || name === "" ? "" : isOpen ? name : maskName(name) };
}

/** True where this reader may know in full who a person is. */
export function seesNames(reader: QueryReader, { account }: { account: string }): boolean {
  return reader.account === account || reader.roles.some(isOffice);
}
