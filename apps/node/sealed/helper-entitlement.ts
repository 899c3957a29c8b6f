import type { Number64 } from "@mingbai/codec/number64";
import { isWithin } from "@mingbai/identity/reads/is-within";
import { organisationTable } from "@mingbai/identity/tables";
import { actorTable, type Role } from "@mingbai/ledger/authority/role";
import type { Event } from "@mingbai/ledger/definition/event";
import type { State } from "@mingbai/ledger/state/state";
import { deciders, onlookers } from "@mingbai/posts/checks/who-sees";
import { postsOf } from "@mingbai/posts/reads";
import { helperSubjectTable } from "@mingbai/posts/tables";
import { findGivenPart, partSubject } from "@mingbai/read-model/given-part";
import type { RoleHolders } from "./role-holders.ts";

interface Parts {
  readonly state: () => State;
  readonly holders: Pick<RoleHolders, "has">;
  /** ms since epoch. */
  readonly now: () => number;
}

/**
 * For whom is what a person who helps can do, by the state as it is now: their own organisation, those with somebody who decides who
 * helps where the person holds a post, those with somebody who looks on. What was said before is for nobody any more.
 */
export class HelperEntitlement {
  readonly #parts: Parts;
  /** The newest part of each person, by account: a row for each who helps. */
  readonly #said = new Map<Number64, string>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The parts that are new, or that may be for somebody else than before. Roles: the caller asks for all `parts` then. */
  follow({ type, data }: Event): Iterable<string> {
    // An event's data was checked when it was made: its fields are read by name.
    const account = String(data.account);
    switch (type) {
      case "posts.helperDescribed":
        this.#said.set(
          account,
          partSubject({ subject: String(data.subject), commitment: String(data.content), giver: String(data.by) }),
        );
        return this.#of(account);
      case "posts.postGiven":
        return this.#of(account);
      case "posts.helperForgotten":
        this.#said.delete(account);
        return [];
      case "identity.organisationPlaced":
        return this.parts;
      default:
        return [];
    }
  }

  /** What was said last of everybody who helps. */
  get parts(): Iterable<string> {
    return this.#said.values();
  }

  /** Undefined for the name of something else. */
  mayHave(organisation: string, name: string): boolean | undefined {
    const part = findGivenPart(name);
    const account = part && this.#parts.state().table(helperSubjectTable).find(part.subject)?.account;
    if (account === undefined || this.#said.get(account) !== name) return undefined;
    return (
      this.#isOwn(organisation, account) || this.#has(organisation, onlookers) || this.#decides(organisation, account)
    );
  }

  #isOwn(organisation: string, account: Number64): boolean {
    return this.#parts.state().table(actorTable).find(account)?.organisation === organisation;
  }

  #decides(organisation: string, account: Number64): boolean {
    const { state, now } = this.#parts;
    const own = state().table(organisationTable).find(organisation)?.area;
    if (own === undefined || !this.#has(organisation, deciders)) return false;
    return postsOf(state(), account).some(
      ({ areas, untilMs }) => now() < untilMs && areas.some((area) => isWithin(state(), area, own)),
    );
  }

  #has(organisation: string, roles: readonly Role[]): boolean {
    return this.#parts.holders.has(organisation, roles, this.#parts.now());
  }

  #of(account: Number64): string[] {
    const said = this.#said.get(account);
    return said === undefined ? [] : [said];
  }
}
