import type { Number64 } from "@mingbai/codec/number64";
import type { State } from "@mingbai/ledger/state/state";
import { forgottenTable } from "@mingbai/posts/tables";
import { erasedTable, householdTable, personTable } from "@mingbai/registry/tables";
import type { SubjectVault } from "./subject-vault.ts";

/** Whose keys are to be nowhere any more: households and people in files, and people who helped. */
const tables = [erasedTable, forgottenTable] as const;
/** Whose files go by a decision on an erasure alone. */
const fileTables = [householdTable, personTable] as const;

/**
 * Erases from a node's vault what the ledger has decided to erase: at its start, and after each commit. Whatever a crash
 * leaves undone, the next start does.
 */
export class DecidedErasures {
  readonly #state: State;
  readonly #vault: Pick<SubjectVault, "erase" | "isErased">;
  readonly #erasePhotos: (subjects: readonly Number64[]) => Promise<void>;
  readonly #onFatal: (error: Error) => void;
  #seen = 0;
  #running: Promise<void> = Promise.resolve();

  constructor(parts: {
    state: State;
    vault: Pick<SubjectVault, "erase" | "isErased">;
    /** Removes files that only these subjects' texts name; asked while the texts still open. */
    erasePhotos: (subjects: readonly Number64[]) => Promise<void>;
    onFatal: (error: Error) => void;
  }) {
    this.#state = parts.state;
    this.#vault = parts.vault;
    this.#erasePhotos = parts.erasePhotos;
    this.#onFatal = parts.onFatal;
  }

  /** Looks whether there is more to erase. PERF: asked after each commit; a comparison of numbers, as long as there is not. */
  readonly follow = (): void => {
    const size = tables.reduce((sum, table) => sum + this.#state.table<object>(table).size, 0);
    if (size === this.#seen) return;
    this.#seen = size;
    this.#running = this.#running.then(() => this.#eraseAll()).catch(this.#onFatal);
  };

  /** Resolves when the vault has nothing more of what was decided so far. */
  settled(): Promise<void> {
    return this.#running;
  }

  async #eraseAll(): Promise<void> {
    const due = this.#decided().filter((subject) => !this.#vault.isErased(subject));
    if (due.length === 0) return;
    await this.#erasePhotos(due);
    await this.#vault.erase(due);
  }

  /** Who helps gives themself a number: whoever took that of a household has nobody's file erased by leaving. */
  #decided(): Number64[] {
    const subjectsOf = (table: (typeof tables)[number]): Number64[] =>
      [...this.#state.table<object>(table).entries()].map(([subject]) => subject);
    const isOfFile = (subject: Number64): boolean =>
      fileTables.some((table) => this.#state.table<object>(table).find(subject) !== undefined);
    return [...subjectsOf(erasedTable), ...subjectsOf(forgottenTable).filter((subject) => !isOfFile(subject))];
  }
}
