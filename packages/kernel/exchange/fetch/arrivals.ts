import { toHex } from "@mingbai/codec/hex";
import type { CheckedBody } from "../checked-body.ts";

/** Somebody waits for a container that may yet be pushed here. */
export interface Expected {
  readonly arrived: Promise<CheckedBody>;
  /** Waits no longer. */
  cancel(): void;
}

/** Tells those who look for a body that it has come by itself. */
export class Arrivals {
  readonly #waiting = new Map<string, Set<(checked: CheckedBody) => void>>();

  expect(batchId: Uint8Array): Expected {
    const id = toHex(batchId);
    const { promise, resolve } = Promise.withResolvers<CheckedBody>();
    const waiting = this.#waiting.get(id) ?? new Set();
    this.#waiting.set(id, waiting.add(resolve));
    return {
      arrived: promise,
      cancel: () => {
        waiting.delete(resolve);
        if (waiting.size === 0 && this.#waiting.get(id) === waiting) this.#waiting.delete(id);
      },
    };
  }

  tell(checked: CheckedBody): void {
    for (const resolve of this.#waiting.get(toHex(checked.batchId)) ?? []) resolve(checked);
  }
}
