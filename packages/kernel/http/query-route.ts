import type { Number64 } from "@mingbai/codec/number64";
import type { Allowance, Role } from "@mingbai/ledger/authority/role";
import type { Words } from "@mingbai/ledger/definition/command";
import type { z } from "zod";

/** Who asks: nobody in particular, or the account of a session. */
export interface Reader {
  readonly account: Number64 | undefined;
  /** The organisation that the account acts for. */
  readonly organisation: string | undefined;
  readonly roles: readonly Role[];
}

export const anonymousReader: Reader = { account: undefined, organisation: undefined, roles: [] };

/** A question as the server mounts it: `GET /api/queries/<name>`, or `POST` where its parameters go in a body. Where its answer comes from is not its concern. */
export interface QueryRoute {
  readonly name: string;
  readonly title: Words;
  readonly params: z.ZodObject;
  readonly result: z.ZodType;
  readonly byBody?: true;
  /** Everyone who may ask; nobody else. */
  readonly allow: "anyone" | readonly Allowance[];
  answer(params: Record<string, unknown>, reader: Reader): Promise<unknown>;
}

export function mayAsk(reader: Reader, allow: QueryRoute["allow"]): boolean {
  return allow === "anyone" || allow.some(({ role }) => reader.roles.includes(role));
}
