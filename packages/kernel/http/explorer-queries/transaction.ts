import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { schemeOf } from "@mingbai/crypto/scheme";
import { type AuditLanguage, auditSentence } from "@mingbai/ledger/definition/audit-sentence";
import { defineQuery, type Query } from "@mingbai/read-model/define-query";
import { transactionRow } from "@mingbai/read-model/explorer/rows";
import type { ExplorerTables } from "@mingbai/read-model/explorer/tables";
import { QueryRefusal } from "@mingbai/read-model/query-refusal";
import { transactionView } from "../explorer-views.ts";

const eventsMax = 200;
const valueCharsMax = 400;

/** One transaction with its sentence in the audit trail, worded by the definitions of the ledger's domains. */
export function transactionQuery(language: AuditLanguage): Query {
  return defineQuery<ExplorerTables, typeof transactionView.params, typeof transactionView.result>(transactionView, {
    title: { en: "A transaction", zh: "一笔交易" },
    allow: "anyone",
    /** Of the same bytes ordered twice the first one is shown: it is the one that counted. */
    async answer({ sql }, { id }) {
      const row = await sql
        .selectFrom("explorer.transaction")
        .selectAll()
        .where("id", "=", id)
        .orderBy("log_index")
        .executeTakeFirst();
      if (row === undefined)
        throw new QueryRefusal("UNKNOWN_TRANSACTION", 404, {
          en: "The ledger has no such transaction.",
          zh: "账本里没有这笔交易",
        });
      const events = JSON.parse(row.events) as { type: string; data: CanonicalObject }[];
      return {
        ...transactionRow(row),
        audit: auditSentence(language, { ...row, events }),
        keyId: row.key_id,
        scheme: schemeOf(row.scheme) ?? "ed25519",
        lane: row.lane,
        sequence: row.sequence,
        expiryMs: row.expiry_ms,
        batchId: row.batch_id,
        bodyBytes: row.body_bytes,
        leafHash: row.leaf_hash,
        linesRoot: row.lines_root,
        eventsRoot: row.events_root,
        events: events.slice(0, eventsMax).map(({ type, data }) => ({ type, fields: fieldsOf(data) })),
      };
    },
  });
}

function fieldsOf(data: CanonicalObject): { name: string; value: string }[] {
  return Object.entries(data).map(([name, value]) => {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    return { name, value: text.length > valueCharsMax ? `${text.slice(0, valueCharsMax)}…` : text };
  });
}
