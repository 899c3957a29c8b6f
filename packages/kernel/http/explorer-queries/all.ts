import type { AuditLanguage } from "@mingbai/ledger/definition/audit-sentence";
import type { Query } from "@mingbai/read-model/define-query";
import { activity } from "./activity.ts";
import { block } from "./block.ts";
import { blocks } from "./blocks.ts";
import { search } from "./search.ts";
import { shares } from "./shares.ts";
import { transactionQuery } from "./transaction.ts";
import { transactions } from "./transactions.ts";

/** The explorer's questions that are answered from tables; the others are answered by the node itself. */
export function explorerQueries(language: AuditLanguage): readonly Query[] {
  return [blocks, block, transactions, transactionQuery(language), activity, shares, search];
}
