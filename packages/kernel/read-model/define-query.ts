import type { Number64 } from "@mingbai/codec/number64";
import type { Allowance, Role } from "@mingbai/ledger/authority/role";
import type { Zone } from "@mingbai/ledger/calendar/local-days";
import type { Words } from "@mingbai/ledger/definition/command";
import type { Kysely } from "kysely";
import type { z } from "zod";
import type { Position } from "./projector.ts";

/** Who asks, as far as the answer depends on it: row scope and masked fields are the query's own. */
export interface QueryReader {
  readonly account: Number64 | undefined;
  /** The organisation that the account acts for. */
  readonly organisation: string | undefined;
  readonly roles: readonly Role[];
}

/** What a query may look at. `readAt` is read in the same snapshot as the rows. */
export interface QueryContext<Tables> {
  readonly sql: Kysely<Tables>;
  readonly reader: QueryReader;
  /** Where the ledger's days begin. */
  readonly zone: Zone;
  readAt(): Promise<Pick<Position, "height" | "timeMs">>;
}

interface View<Params extends z.ZodObject, Result extends z.ZodType> {
  readonly name: string;
  readonly params: Params;
  readonly result: Result;
  /** Its parameters are many or personal: they go in a body, never in an address. */
  readonly byBody?: true;
}

export interface QueryParts<Tables, Params, Result> {
  readonly title: Words;
  /** Everyone who may ask; nobody else. */
  readonly allow: "anyone" | readonly Allowance[];
  answer(context: QueryContext<Tables>, params: Params): Promise<Result>;
}

/** A question with its types forgotten, as the registry keeps it. */
export interface Query {
  readonly name: string;
  readonly title: Words;
  readonly allow: "anyone" | readonly Allowance[];
  readonly params: z.ZodObject;
  readonly result: z.ZodType;
  readonly byBody?: true;
  run(context: QueryContext<unknown>, params: unknown): Promise<unknown>;
}

/** Defines one question: who may ask it, and how it is answered from SQL. Route, OpenAPI entry and SDK method follow. */
export function defineQuery<Tables, Params extends z.ZodObject, Result extends z.ZodType>(
  view: View<Params, Result>,
  parts: QueryParts<Tables, z.output<Params>, z.output<Result>>,
): Query {
  return {
    name: view.name,
    params: view.params,
    result: view.result,
    ...(view.byBody && { byBody: view.byBody }),
    title: parts.title,
    allow: parts.allow,
    run: (context, params) => parts.answer(context as QueryContext<Tables>, view.params.parse(params)),
  };
}
