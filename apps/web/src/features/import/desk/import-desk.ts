import { ListThread } from "../list/list-thread.ts";
import { type DeskChange, type DeskState, emptyDesk } from "./desk-state.ts";

/**
 * Where the import of this page stands, and the thread that reads its list. It lives beside the pages, so that what is under way
 * goes on while others are looked at. What is done at it is in the folders of the stages.
 */
class ImportDesk {
  #state = emptyDesk;
  #thread: ListThread | undefined;
  #stop = new AbortController();
  readonly #listeners = new Set<() => void>();

  readonly get = (): DeskState => this.#state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get thread(): ListThread {
    this.#thread ??= new ListThread();
    return this.#thread;
  }

  change(part: DeskChange): void {
    this.#state = { ...this.#state, ...part } as DeskState;
    for (const listener of this.#listeners) listener();
  }

  /** Changes the state, does the work, and says what went wrong with it; it is busy meanwhile. */
  async during(first: DeskChange, work: () => Promise<void>): Promise<void> {
    this.change({ ...first, busy: { households: 0 }, fault: undefined });
    try {
      await work();
    } catch (fault) {
      this.change({ fault });
    } finally {
      this.change({ busy: undefined });
    }
  }

  /** How many households the work under way has gone over. */
  progress(households: number): void {
    this.change({ busy: { households } });
  }

  /** A signal for work that begins now and that somebody may stop. */
  stoppable(): AbortSignal {
    this.#stop = new AbortController();
    return this.#stop.signal;
  }

  /** Stops after what is on its way. */
  stop(): void {
    this.#stop.abort();
  }
}

export const importDesk = new ImportDesk();
