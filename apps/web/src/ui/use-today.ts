import { useLedger } from "./ledger-context.ts";

/** The day in the ledger's own time, YYYY-MM-DD: what ages in a list are counted for. */
export function useToday(): string {
  const { zoneOffsetMinutes } = useLedger();
  return new Date(Date.now() + zoneOffsetMinutes * 60_000).toISOString().slice(0, 10);
}
