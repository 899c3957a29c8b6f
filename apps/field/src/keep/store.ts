/** A value that pages hear of when it changes, for `useSyncExternalStore`. */
export interface Store<State> {
  get(): State;
  set(next: State): void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function makeStore<State>(first: State): Store<State> {
  let state = first;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(next) {
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
