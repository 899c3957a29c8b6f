import { offerDeskRoles } from "../features/offers/who-may.ts";
import { fileReaderRoles } from "../features/registry/who-may.ts";
import { supervisorRoles } from "../features/regulator/who-may.ts";
import type { TextKey } from "../i18n/text-key.ts";
import type { SessionRole } from "../session/session.ts";
import type { IconName } from "../ui/icon.tsx";

/** One entry of the side bar; `g` then `letter` goes there. A later domain adds its entries here. */
export interface Page {
  readonly path: string;
  readonly name: TextKey;
  readonly icon: IconName;
  readonly letter: string;
  /** Shown only to people with one of these roles; to everyone where absent. */
  readonly only?: readonly SessionRole[];
}

export const pageGroups: readonly { readonly name?: TextKey; readonly pages: readonly Page[] }[] = [
  {
    pages: [
      { path: "/work", name: "work.title", icon: "queue", letter: "q" },
      { path: "/disbursement", name: "list.title", icon: "forward", letter: "m" },
      { path: "/registry/own", name: "own.title", icon: "home", letter: "h", only: ["individual"] },
      { path: "/registry", name: "registry.title", icon: "home", letter: "h", only: fileReaderRoles },
      { path: "/villages", name: "villages.title", icon: "pin", letter: "y", only: fileReaderRoles },
      { path: "/contradictions", name: "compare.title", icon: "brackets", letter: "x", only: fileReaderRoles },
      { path: "/cases", name: "cases.title", icon: "scales", letter: "j", only: fileReaderRoles },
      { path: "/policies", name: "policies.title", icon: "slip", letter: "i", only: fileReaderRoles },
      { path: "/helpers", name: "helpers.title", icon: "people", letter: "a", only: fileReaderRoles },
      { path: "/", name: "shell.overview", icon: "overview", letter: "o" },
      { path: "/payments", name: "shell.payments", icon: "payments", letter: "p" },
      { path: "/redemptions", name: "redemptions.title", icon: "lock", letter: "d" },
      { path: "/offers", name: "offers.title", icon: "star", letter: "f", only: offerDeskRoles },
      { path: "/wallet", name: "wallet.title", icon: "star", letter: "w", only: ["individual"] },
      { path: "/till", name: "till.title", icon: "brackets", letter: "t", only: ["supplier"] },
      { path: "/reconciliation", name: "reconciliation.title", icon: "scales", letter: "b" },
      { path: "/regulator", name: "regulator.title", icon: "pause", letter: "s", only: supervisorRoles },
      { path: "/governance", name: "governance.title", icon: "node", letter: "z" },
      { path: "/people", name: "people.title", icon: "person", letter: "r" },
      { path: "/people/rules", name: "people.rules", icon: "slip", letter: "u" },
    ],
  },
  {
    name: "shell.group.ledger",
    pages: [
      { path: "/ledger", name: "shell.ledger", icon: "ledger", letter: "l" },
      { path: "/ledger/nodes", name: "shell.nodes", icon: "node", letter: "n" },
      { path: "/checkpoints", name: "shell.checkpoints", icon: "checkpoint", letter: "c" },
      { path: "/levels", name: "levels.title", icon: "link", letter: "e" },
    ],
  },
  {
    name: "shell.group.check",
    pages: [{ path: "/verify", name: "shell.verify", icon: "stamp", letter: "v" }],
  },
];
