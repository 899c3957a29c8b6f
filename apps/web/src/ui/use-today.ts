import { localDate } from "@mingbai/ledger/calendar/local-days";
import { useLedger } from "./ledger-context.ts";
import { useNow } from "./use-now.ts";

/** The day in the ledger's own time, YYYY-MM-DD. */
export function useToday(): string {
  return localDate(useLedger(), useNow());
}
