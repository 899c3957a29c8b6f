import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { z } from "zod";
import type { Actor, Allowance } from "../authority/role.ts";
import type { Refusal } from "../refusal.ts";
import type { State } from "../state/state.ts";
import type { Event, Moment } from "./event.ts";

/** What a command's execution may look at. It changes nothing itself: it answers with events or a refusal. */
export interface CommandContext {
  readonly state: State;
  readonly actor: Actor;
  readonly moment: Moment;
  /** Identity of the transaction, hexadecimal: a name for what it creates. */
  readonly id: string;
  /** The ledger itself, 32 bytes: what is signed outside a transaction names the ledger that it is for. */
  readonly chain: Uint8Array;
}

export interface Words {
  readonly en: string;
  readonly zh: string;
}

export interface CommandParts<Input> {
  readonly schema: z.ZodType<Input>;
  /** Version of the ledger's rules that it came with; nobody knows it before that is in force. Without it: the first. */
  readonly rulesVersion?: number;
  /** Everyone who may; nobody else. */
  readonly allow: readonly Allowance[];
  /** What the act is called, on buttons and in the API. */
  readonly title: Words;
  /**
   * The sentence in the audit trail. `{field}` stands for a field of the input that the command's events repeat,
   * `{field:money}` for one that counts minor units.
   */
  readonly audit: Words;
  execute(context: CommandContext, input: Input): Refusal | readonly Event[];
}

/** A command with its input's type forgotten, as the registry keeps it. */
export interface Command extends Omit<CommandParts<CanonicalObject>, "execute" | "schema"> {
  readonly name: string;
  readonly schema: z.ZodType;
  /** Checks the input against the schema, then executes; undefined where the input does not fit. */
  run(context: CommandContext, input: unknown): Refusal | readonly Event[] | undefined;
}

/**
 * Defines one command. From this come execution, authorisation, the HTTP route, the OpenAPI entry, the SDK method,
 * the CLI verb and the audit text.
 */
export function defineCommand<Input>(name: string, parts: CommandParts<Input>): Command {
  return {
    name,
    schema: parts.schema,
    ...(parts.rulesVersion !== undefined && { rulesVersion: parts.rulesVersion }),
    allow: parts.allow,
    title: parts.title,
    audit: parts.audit,
    run(context, input) {
      const read = parts.schema.safeParse(input);
      return read.success ? parts.execute(context, read.data) : undefined;
    },
  };
}
