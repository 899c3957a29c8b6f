import { activity } from "./activity.ts";
import { block } from "./block.ts";
import { blocks } from "./blocks.ts";
import { search } from "./search.ts";
import { shares } from "./shares.ts";
import { transaction } from "./transaction.ts";
import { transactions } from "./transactions.ts";

/** The explorer's questions that are answered from tables; the others are answered by the node itself. */
export const explorerQueries = [blocks, block, transactions, transaction, activity, shares, search] as const;
