import { type Element, find, get } from "../xml/element.ts";
import { element, type Written } from "../xml/write-xml.ts";
import { accountCharsMax, readText } from "./text.ts";

/** The number of an account (CashAccount38): `Id/IBAN`, or `Id/Othr/Id` where it has none, as in China. */
export function readAccount(account: Element): string {
  const id = get(account, "Id");
  const iban = find(id, "IBAN");
  return iban === undefined ? readText(get(id, "Othr/Id"), accountCharsMax) : readText(iban, accountCharsMax);
}

/** The account's element under this name. Throws RangeError on a number that does not fit. */
export function accountElement(name: string, number: string, currency?: string): Written {
  if (number.length < 1 || number.length > accountCharsMax) throw new RangeError(`"${number}" is no account number`);
  const id = element("Id", [element("Othr", [element("Id", number)])]);
  return element(name, [id, currency === undefined ? undefined : element("Ccy", currency)]);
}
