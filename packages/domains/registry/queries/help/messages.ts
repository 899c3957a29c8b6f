import { defineQuery } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { sql } from "kysely";
import { type Message, messagesView } from "../../views/help.ts";
import { personName } from "../names.ts";
import { getOpened } from "../opened-file.ts";
import { readers } from "../reader-scope.ts";

type View = typeof messagesView;

interface FoundMessage {
  readonly seq: number;
  readonly side: Message["side"];
  readonly on_behalf: boolean;
  readonly by_account: string;
  readonly by_name: string;
  readonly words: string | null;
  readonly time_ms: number;
  readonly id: string;
}

export const messages = defineQuery<unknown, View["params"], View["result"]>(messagesView, {
  title: { en: "What a household and its helpers wrote", zh: "户里和帮扶人员的留言" },
  allow: readers,
  async answer(context, { household, before, limit }) {
    const { sql: database } = context;
    const { nowMs, readAt } = await readNow(context);
    await getOpened(context, { household, nowMs });
    const isBefore = before === undefined ? sql<boolean>`true` : sql<boolean>`message.seq < ${before}::bigint`;
    const { rows: found } = await sql<FoundMessage>`select message.*, said.said->>'words' as words,
        ${personName("message.by_account")} as by_name
      from registry.message message left join registry.said said
        on said.subject = message.household and said.commitment = message.content and said.giver = message.by_account
      where message.household = ${household} and ${isBefore} order by message.seq desc limit ${limit + 1}`.execute(
      database,
    );
    const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total from registry.message
      where household = ${household}`.execute(database);
    const total = counted[0]?.total ?? 0;
    return { rows: found.slice(0, limit).map(messageOf), total, more: found.length > limit, readAt };
  },
});

function messageOf({ seq, side, on_behalf, by_account, by_name, words, time_ms, id }: FoundMessage): Message {
  return {
    at: String(seq),
    side,
    onBehalf: on_behalf,
    by: { account: by_account, name: by_name },
    words,
    timeMs: time_ms,
    transaction: id,
  };
}
