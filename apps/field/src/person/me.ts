import { SessionView } from "@mingbai/http/session-views";
import { z } from "zod";
import { findSealed, keepSealed } from "../keep/sealed-store.ts";
import { makeStore } from "../keep/store.ts";

/** Whose phone this is, as the ledger said when they signed in last: known without a signal. */
export const Me = z.object({
  account: z.string(),
  keyId: z.string(),
  name: z.string(),
  organisation: z.object({ en: z.string(), zh: z.string() }),
  roles: SessionView.shape.roles,
});
export type Me = z.infer<typeof Me>;

const note = "me";

/** undefined: not looked up yet; null: nobody. */
export const meStore = makeStore<Me | null | undefined>(undefined);

export async function loadMe(): Promise<void> {
  const found = await findSealed("notes", note);
  meStore.set(found === undefined ? null : Me.parse(found));
}

export async function keepMe(me: Me): Promise<void> {
  await keepSealed("notes", note, me);
  meStore.set(me);
}
