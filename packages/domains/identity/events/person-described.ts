import { defineEvent } from "@mingbai/ledger/definition/event";

/** Vaults keep the person's details under this commitment from now on, as `by` gave them. Nothing is judged by them, so the state has none. */
export const personDescribed = defineEvent<{ account: string; details: string; by: string }>(
  "identity.personDescribed",
  () => undefined,
);
