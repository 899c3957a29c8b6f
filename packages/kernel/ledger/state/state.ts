import { concat, utf8 } from "@mingbai/codec/bytes";
import { contextBytes } from "@mingbai/codec/contexts";
import { sha256 } from "@mingbai/codec/sha256";
import { u32 } from "@mingbai/codec/u64";
import { Effects } from "./effects.ts";
import type { StateChunk, StateStore } from "./store.ts";
import { Table, type TableDefinition } from "./table.ts";

/** Names a store that is more than rows (columns of numbers, say) and makes an empty one. */
export interface StoreDefinition<Store extends StateStore> {
  readonly name: string;
  create(effects: Effects): Store;
}

/** Everything that decides an outcome, by name of store. One writer; no I/O. */
export class State {
  /** What the transaction in hand has changed, for the effects chain. */
  readonly effects = new Effects();
  readonly #stores = new Map<string, StateStore>();

  constructor(parts: { tables: readonly TableDefinition<object>[]; stores: readonly StoreDefinition<StateStore>[] }) {
    for (const table of parts.tables) this.#add(new Table(table));
    for (const store of parts.stores) this.#add(store.create(this.effects));
  }

  table<Row extends object>(definition: TableDefinition<Row>): Table<Row> {
    return this.#get(definition.name) as Table<Row>;
  }

  store<Store extends StateStore>(definition: StoreDefinition<Store>): Store {
    return this.#get(definition.name) as Store;
  }

  /**
   * Immutable chunks of every store that holds something, in the order of names: what a snapshot saves. One that is empty is
   * left out, so that a program with another table says the same of a ledger as the one before it.
   */
  seal(): SealedState {
    const names = [...this.#stores.keys()].sort();
    const all = names.map((name) => ({ name, chunks: this.#get(name).seal() }));
    const stores = all.filter(({ chunks }) => chunks.length > 0);
    return { root: stateRoot(stores), stores };
  }

  /** Does one of so many parts of the work for a seal that comes soon; it changes nothing of what is sealed. */
  sealAhead(parts: number): void {
    for (const store of this.#stores.values()) store.sealAhead?.(parts);
  }

  /**
   * Replaces all stores by saved ones, and by nothing what was not saved. Returns the root of what was loaded. Throws
   * SyntaxError on a store that this program does not have.
   */
  load(saved: readonly { name: string; chunks: readonly Uint8Array[] }[]): Uint8Array {
    const chunksOf = new Map(saved.map(({ name, chunks }) => [name, chunks]));
    const unknown = saved.find(({ name }) => !this.#stores.has(name));
    if (unknown !== undefined)
      throw new SyntaxError(`a snapshot with the store ${unknown.name}, which is not known here`);
    if (chunksOf.size !== saved.length) throw new SyntaxError("a snapshot with a store twice");
    for (const [name, store] of this.#stores) store.load(chunksOf.get(name) ?? []);
    return this.seal().root;
  }

  #add(store: StateStore): void {
    if (this.#stores.has(store.name)) throw new Error(`two stores are named ${store.name}`);
    this.#stores.set(store.name, store);
  }

  #get(name: string): StateStore {
    const store = this.#stores.get(name);
    if (store === undefined) throw new Error(`no store is named ${name}`);
    return store;
  }
}

export interface SealedState {
  readonly root: Uint8Array;
  readonly stores: readonly { name: string; chunks: readonly StateChunk[] }[];
}

/** SHA-256 over each store's name, count of chunks and chunk hashes, in the order of names. */
function stateRoot(stores: SealedState["stores"]): Uint8Array {
  const roots = stores.map(({ name, chunks }) => {
    const hashes = concat(...chunks.map((chunk) => chunk.hash));
    return sha256(contextBytes.stateTable, u32(name.length), utf8(name), u32(chunks.length), hashes);
  });
  return sha256(contextBytes.state, ...roots);
}
