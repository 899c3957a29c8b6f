import type { EventMaker } from "@mingbai/ledger/definition/event";
import type { ProjectionContext } from "@mingbai/read-model/projection";
import { forgettingAcknowledged, helperDescribed, helperForgotten } from "../events/helpers.ts";
import { postEnded, postGiven } from "../events/posts.ts";
import { describe, forget } from "./qualified.ts";

/** One event with its place. Its data was checked when it was made. */
export interface Fact {
  readonly data: { readonly [name: string]: unknown };
  readonly seq: number;
  readonly timeMs: number;
  /** Of the transaction, hexadecimal. */
  id(): string;
}

type Write = (fact: Fact, context: ProjectionContext) => Promise<unknown>;

/** What each kind of event writes. */
export const writers: { readonly [type: string]: Write } = Object.fromEntries([
  on(postGiven, ({ seq, timeMs, id }, { query }, { post, account, kind, areas, householdsMax, fromMs, untilMs, by }) =>
    query("insert into posts.post values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)", [
      ...[post, seq, account, kind, areas, householdsMax, fromMs, untilMs],
      ...[by, timeMs, id()],
    ]),
  ),
  on(postEnded, ({ timeMs }, { query }, { post }) =>
    query("update posts.post set until_ms = $2, from_ms = least(from_ms, $2) where post = $1", [post, timeMs]),
  ),
  on(helperDescribed, ({ timeMs }, context, { account, subject, content: commitment, by: giver }) =>
    describe(context, { account, given: { subject, commitment, giver }, timeMs }),
  ),
  on(helperForgotten, async ({ timeMs }, context, { account, subject, owed }) => {
    await forget(context, account);
    if (subject === undefined) return;
    await context.query("insert into posts.forgotten values ($1, $2, $3, '{}', $4)", [subject, account, owed, timeMs]);
  }),
  on(forgettingAcknowledged, (_, { query }, { subject, organisation }) =>
    query("update posts.forgotten set acknowledged = acknowledged || $2::text where subject = $1", [
      subject,
      organisation,
    ]),
  ),
]);

/** What one kind of event writes, by the event's type. */
function on<Data>(
  event: EventMaker<Data>,
  write: (fact: Fact, context: ProjectionContext, data: Data) => Promise<unknown>,
): readonly [type: string, write: Write] {
  return [event.type, (fact, context) => write(fact, context, fact.data as Data)];
}
