import type { Number64 } from "@mingbai/codec/number64";
import { type ActorRow, actorTable, type Role } from "@mingbai/ledger/authority/role";
import type { State } from "@mingbai/ledger/state/state";

/**
 * Which organisations have somebody in a role now or later, by the state. Leave does not count: who comes back must find
 * what came meanwhile.
 */
export class RoleHolders {
  readonly #state: () => State;
  #untilMs: Map<string, number> | undefined;

  constructor(state: () => State) {
    this.#state = state;
  }

  /** Tells that an account was given roles. */
  given(account: Number64): void {
    const row = this.#state().table(actorTable).find(account);
    if (row !== undefined && this.#untilMs !== undefined) addRow(this.#untilMs, row);
  }

  /** Tells that roles were taken from somebody. */
  taken(): void {
    this.#untilMs = undefined;
  }

  has(organisation: string, roles: readonly Role[], nowMs: number): boolean {
    const untilMs = this.#read();
    return roles.some((role) => (untilMs.get(keyOf(organisation, role)) ?? 0) > nowMs);
  }

  #read(): ReadonlyMap<string, number> {
    if (this.#untilMs !== undefined) return this.#untilMs;
    const untilMs = new Map<string, number>();
    for (const [, row] of this.#state().table(actorTable).entries()) addRow(untilMs, row);
    this.#untilMs = untilMs;
    return untilMs;
  }
}

function addRow(untilMs: Map<string, number>, { organisation, grants }: ActorRow): void {
  for (const { role, untilMs: end = Number.POSITIVE_INFINITY } of grants) {
    const key = keyOf(organisation, role);
    untilMs.set(key, Math.max(end, untilMs.get(key) ?? 0));
  }
}

function keyOf(organisation: string, role: Role): string {
  return `${role} ${organisation}`;
}
