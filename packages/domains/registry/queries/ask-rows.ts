import { CompiledQuery, type Kysely } from "kysely";

/** Asks one statement, in or beside a question; `$1` stands for the first value. */
export type AskRows = (text: string, values: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>;

/** Asks in the question that is being answered. */
export function askingIn(database: Kysely<unknown>): AskRows {
  return async (text, values) =>
    (await database.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, [...values]))).rows;
}
