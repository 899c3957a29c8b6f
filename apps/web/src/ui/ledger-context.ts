import { createContext, useContext } from "react";
import type { Currency } from "./format-money.ts";

/** What every figure and time on a page needs to know of the ledger. */
export interface LedgerSettings {
  readonly currency: Currency;
  readonly zoneOffsetMinutes: number;
}

export const LedgerContext = createContext<LedgerSettings | undefined>(undefined);

/** The ledger's settings. Figures are drawn below the provider only: without it no unit would be known. */
export function useLedger(): LedgerSettings {
  const ledger = useContext(LedgerContext);
  if (!ledger) throw new Error("no ledger settings above this figure");
  return ledger;
}
