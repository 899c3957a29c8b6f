import { canonicalBytes } from "@mingbai/codec/canonical-json";
import type { FieldChange } from "@mingbai/registry/content/file/part";
import { isSameValue, type Values } from "@mingbai/registry/content/file/value";
import { changesPerCommandMax, householdsPerCommandMax } from "@mingbai/registry/schema";
import { importHouseholdsView } from "@mingbai/registry/views/import";
import type { Client } from "../client.ts";
import { keepParts, newSalt } from "../contents.ts";
import { waitForTables } from "../wait-for-tables.ts";
import type { ImportActor } from "./import-households.ts";
import type { RefusedSubject } from "./import-step.ts";
import { type BulkFile, openKnown, type ReadingActor } from "./open-known.ts";
import { sendCommands } from "./send-commands.ts";

export interface UndoneCounts {
  readonly withdrawn: number;
  /** Subjects whose fields are as they were before the import. */
  readonly restored: number;
  /** Households that others have changed since: they stay as they are. */
  readonly left: number;
}

interface UndoParts {
  readonly client: Client;
  readonly actor: () => Promise<ImportActor & ReadingActor>;
  readonly import: string;
  /** Version of the form. */
  readonly form: number;
  readonly onProgress?: (counts: UndoneCounts) => void;
}

/**
 * Takes an import back: households that it opened and nobody has changed since are withdrawn, and fields that it changed get the value
 * that they had, where they still have the import's. Stopped and called again it goes on with what is left. People whom it added to
 * known households stay. Throws ProblemError.
 */
export async function undoImport(
  parts: UndoParts,
): Promise<UndoneCounts & { readonly refused: readonly RefusedSubject[] }> {
  const undoing = new Undoing(parts);
  for (let after: string | undefined; ; ) {
    const asked = { import: parts.import, ...(after !== undefined && { after }) };
    const { rows, more } = await parts.client.ask(importHouseholdsView, asked);
    const of = (wanted: string) => rows.filter(({ state }) => state === wanted).map(({ household }) => household);
    await undoing.withdraw(of("opened"));
    await undoing.restore(of("changed"));
    undoing.leave(of("changedSince").length);
    after = rows.at(-1)?.household;
    if (!more || after === undefined) break;
  }
  await waitForTables(parts.client, undoing.height);
  return { ...undoing.counts, refused: undoing.refused };
}

class Undoing {
  readonly #parts: UndoParts;
  #actor: Promise<ImportActor & ReadingActor> | undefined;
  counts: UndoneCounts = { withdrawn: 0, restored: 0, left: 0 };
  refused: readonly RefusedSubject[] = [];
  height = 0;

  constructor(parts: UndoParts) {
    this.#parts = parts;
  }

  async withdraw(households: readonly string[]): Promise<void> {
    for (let at = 0; at < households.length; at += householdsPerCommandMax) {
      const some = households.slice(at, at + householdsPerCommandMax);
      const refused = await this.#send("registry.withdrawHouseholds", { import: this.#parts.import, households: some });
      this.#count({ withdrawn: some.length - refused, restored: 0, left: refused });
    }
  }

  async restore(households: readonly string[]): Promise<void> {
    const files = await openKnown({ client: this.#parts.client, actor: this.#ask }, households, this.#parts.import);
    const back = files.flatMap(changesBack);
    for (let at = 0; at < back.length; at += changesPerCommandMax) {
      const some = back.slice(at, at + changesPerCommandMax);
      const sealed = some.map(({ subject, sets }) => {
        const part = { kind: "part", form: this.#parts.form, reason: "undo", sets };
        return { subject, salt: newSalt(), bytes: canonicalBytes(JSON.parse(JSON.stringify(part))) };
      });
      const contents = await keepParts(this.#parts.client, sealed);
      const changes = some.map(({ subject, base }, index) => ({ subject, base, content: contents[index] ?? "" }));
      const refused = await this.#send("registry.recordChanges", { changes });
      this.#count({ withdrawn: 0, restored: some.length - refused, left: 0 });
    }
  }

  leave(left: number): void {
    this.#count({ withdrawn: 0, restored: 0, left });
  }

  readonly #ask = (): Promise<ImportActor & ReadingActor> => {
    this.#actor ??= this.#parts.actor();
    return this.#actor;
  };

  async #send(command: string, input: Parameters<ImportActor["sign"]>[1]): Promise<number> {
    const actor = await this.#ask();
    const sign = (one: { command: string; input: typeof input }) => actor.sign(one.command, one.input);
    const { bytes } = await sign({ command, input });
    const { refused, height } = await sendCommands(this.#parts.client, [bytes], sign);
    this.refused = [...this.refused, ...refused];
    this.height = Math.max(this.height, height);
    return refused.length;
  }

  #count({ withdrawn, restored, left }: UndoneCounts): void {
    const { counts } = this;
    this.counts = {
      withdrawn: counts.withdrawn + withdrawn,
      restored: counts.restored + restored,
      left: counts.left + left,
    };
    this.#parts.onProgress?.(this.counts);
  }
}

interface ChangeBack {
  readonly subject: string;
  readonly base: number;
  readonly sets: { readonly [field: string]: FieldChange };
}

/** What makes a file as it was, for each of its subjects of whom the import's values still count. */
export function changesBack({ household, version, values, people, changes }: BulkFile): ChangeBack[] {
  const subjects = [
    { subject: household, version, values },
    ...people.map((one) => ({ subject: one.person, version: one.version, values: one.values })),
  ];
  return subjects.flatMap(({ subject, version: base, values: now }) => {
    const sets = setsBack(
      changes.filter((one) => one.subject === subject).map((one) => one.sets),
      now,
    );
    return Object.keys(sets).length === 0 ? [] : [{ subject, base, sets }];
  });
}

function setsBack(changes: readonly ChangeBack["sets"][], now: Values): { [field: string]: FieldChange } {
  const sets: { [field: string]: FieldChange } = {};
  for (const field of new Set(changes.flatMap((one) => Object.keys(one)))) {
    const made = changes.flatMap((one) => one[field] ?? []);
    const [before, after] = [made[0]?.from, made.at(-1)?.to];
    if (!isSameValue(now[field], after) || isSameValue(before, after)) continue;
    sets[field] = { ...(after !== undefined && { from: after }), ...(before !== undefined && { to: before }) };
  }
  return sets;
}
