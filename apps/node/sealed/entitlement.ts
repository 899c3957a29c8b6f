import type { Role } from "@mingbai/ledger/authority/role";
import type { Event } from "@mingbai/ledger/definition/event";
import { lastRoster } from "@mingbai/ledger/genesis/rosters";
import type { State } from "@mingbai/ledger/state/state";
import { followRoles, readCircleEvent } from "./circle-events.ts";
import { Circles } from "./circles.ts";
import { HelperEntitlement } from "./helper-entitlement.ts";
import { PartEntitlement } from "./part-entitlement.ts";
import { RoleHolders } from "./role-holders.ts";

/** What the ledger says of who may have which entries (docs/adr/0025), followed event by event. */
export class Entitlement {
  readonly #circles = new Circles();
  readonly #holders: RoleHolders;
  readonly #parts: PartEntitlement;
  readonly #helpers: HelperEntitlement;
  readonly #state: () => State;
  readonly #now: () => number;

  /** `now`: ms since epoch; terms of roles end by it. */
  constructor({ state, now }: { state: () => State; now: () => number }) {
    this.#state = state;
    this.#now = now;
    this.#holders = new RoleHolders(state);
    this.#parts = new PartEntitlement({ state, now });
    this.#helpers = new HelperEntitlement({ state, holders: this.#holders, now });
  }

  /** Takes events in their order; names the entries that may be for somebody else than before, or that are new. */
  follow(events: readonly Event[]): Iterable<string> {
    const touched = new Set<string>();
    let rolesChanged = false;
    for (const event of events) {
      if (followRoles(event, this.#holders)) rolesChanged = true;
      for (const subject of readCircleEvent(event, { circles: this.#circles, state: this.#state() })) {
        touched.add(subject);
      }
      for (const part of this.#parts.follow(event)) touched.add(part);
      for (const part of this.#helpers.follow(event)) touched.add(part);
    }
    return rolesChanged ? new Set([...touched, ...this.#circles.subjects, ...this.#helpers.parts]) : touched;
  }

  /** Every entry that was named, in the order of the ledger; parts of household files are not among them. */
  get subjects(): Iterable<string> {
    return this.#circles.subjects;
  }

  /** True where this organisation may have an entry; false also where nobody named it. */
  mayHave(organisation: string, subject: string): boolean {
    const part = this.#helpers.mayHave(organisation, subject) ?? this.#parts.mayHave(organisation, subject);
    if (part !== undefined) return part;
    const circle = this.#circles.find(subject);
    if (circle === undefined) return false;
    const { isEveryone, organisations, roles } = circle;
    const isIn = isEveryone || organisations.has(organisation) || this.#has(organisation, roles);
    return isIn || (roles.includes("escrowBank") && this.#isBankHost(organisation));
  }

  /** True where nothing is to be kept any more of whom a part is about. */
  isErased(subject: string): boolean {
    return this.#parts.isErased(subject);
  }

  #has(organisation: string, roles: readonly Role[]): boolean {
    return this.#holders.has(organisation, roles, this.#now());
  }

  /** A bank that is no member has its desk at the first member's node. */
  #isBankHost(organisation: string): boolean {
    const { members } = lastRoster(this.#state());
    const hasOwnNode = members.some((member) => this.#has(member.organisation, ["escrowBank"]));
    return !hasOwnNode && members[0]?.organisation === organisation;
  }
}
