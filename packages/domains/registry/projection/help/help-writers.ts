import { responsibleAssigned } from "../../events/households.ts";
import { messageSent } from "../../events/message-sent.ts";
import { writeSaid } from "../cases/said.ts";
import { insertRows } from "../insert-rows.ts";
import { on, tell } from "../writer.ts";

/** What events about those who help write. */
export const helpWriters = [
  on(responsibleAssigned, async (place, { households, account, by: by_account }) => {
    const { seq, timeMs: time_ms, id } = place.fact;
    const rows = households.map((household) => {
      const record = place.book.household(household);
      const from_account = record.responsible;
      record.responsible = account;
      tell(place, { household, kind: "responsibleAssigned", data: { account } });
      return { seq, household, from_account, to_account: account, by_account, time_ms, id };
    });
    await insertRows(place.context, "handover", rows);
  }),
  on(messageSent, async (place, { household, side, content, onBehalf, told, by }) => {
    const { seq, timeMs: time_ms, id } = place.fact;
    const row = { seq, household, side, on_behalf: onBehalf === true, by_account: by, time_ms, id, content, told };
    await insertRows(place.context, "message", [row]);
    await writeSaid(place.context, { subject: household, commitment: content, giver: by });
  }),
];
