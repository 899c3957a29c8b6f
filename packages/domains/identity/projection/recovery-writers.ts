import type { ProjectionContext } from "@mingbai/read-model/projection";
import { type Fact, findNumber, text } from "./fact.ts";

/** Recoveries under way. */
export const recoveryWriters: {
  readonly [type: string]: (fact: Fact, context: ProjectionContext) => Promise<unknown>;
} = {
  "identity.recoveryProposed": (fact, { query }) =>
    query("insert into identity.recovery values ($1, $2, $3, $4, $5, null)", [
      text(fact, "account"),
      text(fact, "keyId"),
      text(fact, "by"),
      text(fact, "organisation"),
      fact.timeMs,
    ]),
  "identity.recoveryApproved": (fact, { query }) =>
    query("update identity.recovery set effect_ms = $2 where account = $1", [
      text(fact, "account"),
      findNumber(fact, "effectMs"),
    ]),
  "identity.recoveryEnded": async (fact, { query }) => {
    const account = text(fact, "account");
    await query("delete from identity.recovery where account = $1", [account]);
    if (text(fact, "outcome") !== "done") return;
    await query(
      `insert into identity.recovered values ($1, $2) on conflict (account) do update set time_ms = excluded.time_ms`,
      [account, fact.timeMs],
    );
  },
};
