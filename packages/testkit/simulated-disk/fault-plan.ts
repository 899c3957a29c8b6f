import { DiskError } from "@mingbai/log/disk/disk-error";

/** The operations that a simulated disk counts: those that change something. */
export type CountedOperation =
  | "open"
  | "write"
  | "sync"
  | "truncate"
  | "allocate"
  | "rename"
  | "remove"
  | "makeFolder"
  | "syncFolder";

/** What goes wrong, and when. Operations are counted from 1, over the life of the disk. */
export interface FaultPlan {
  /** Power goes at this operation: before it has any effect, or after it, with no answer to the caller either way. */
  readonly crashAt?: { readonly operation: number; readonly when: "before" | "after" };
  /** The nth operation of this kind fails once with this code; a write leaves its first half behind. */
  readonly failAt?: {
    readonly kind: CountedOperation;
    readonly nth: number;
    readonly code: "DISK_FULL" | "DISK_FAILED";
  };
}

/** Thrown by every operation from a simulated crash on: the process that made it is gone. */
export class SimulatedCrash extends Error {
  override readonly name = "SimulatedCrash";
}

/** Counts operations and says which of them fail. */
export class FaultCounter {
  readonly trace: string[] = [];
  plan: FaultPlan;
  #crashed = false;
  readonly #kinds = new Map<CountedOperation, number>();

  constructor(plan: FaultPlan) {
    this.plan = plan;
  }

  get crashed(): boolean {
    return this.#crashed;
  }

  crash(): void {
    this.#crashed = true;
  }

  assertRunning(): void {
    if (this.#crashed) throw new SimulatedCrash("the simulated machine has no power");
  }

  /** Runs one counted operation; `half` is what a failing one still does. */
  run<T>({ kind, path, effect, half }: Step<T>): T {
    this.assertRunning();
    this.trace.push(`${kind} ${path}`);
    const nth = (this.#kinds.get(kind) ?? 0) + 1;
    this.#kinds.set(kind, nth);
    const { crashAt, failAt } = this.plan;
    const crashing = crashAt?.operation === this.trace.length;
    if (crashing && crashAt.when === "before") this.crash();
    this.assertRunning();
    if (failAt?.kind === kind && failAt.nth === nth) {
      half?.();
      throw new DiskError({ code: failAt.code, operation: kind, path });
    }
    const result = effect();
    if (crashing) this.crash();
    this.assertRunning();
    return result;
  }
}

interface Step<T> {
  readonly kind: CountedOperation;
  readonly path: string;
  readonly effect: () => T;
  readonly half?: () => void;
}
