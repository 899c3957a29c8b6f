import type { Role } from "@mingbai/ledger/authority/role";

/** Who may hold the keys of some entries: these organisations, and those that have somebody in one of these roles. */
export interface Circle {
  readonly isEveryone: boolean;
  readonly organisations: Set<string>;
  readonly roles: readonly Role[];
  /** What the ledger says belongs to it; not counted where it is for everyone. */
  readonly subjects: Set<string>;
}

/** An entry that the ledger names, and for whom it is. */
export interface Claim {
  readonly circle: Circle;
  /** The account that entered it; a file is opened only where the same account had sent it. */
  readonly enteredBy: string | undefined;
}

export function newCircle({ isEveryone = false, roles = [] }: Partial<Pick<Circle, "isEveryone" | "roles">>): Circle {
  return { isEveryone, organisations: new Set(), roles, subjects: new Set() };
}

/**
 * For whom each entry is, as the ledger says. The first that names a commitment decides: whoever names another's commitment
 * later, in a matter of their own, learns nothing by it. Holds one row for each content of the ledger.
 */
export class Circles {
  readonly #claims = new Map<string, Claim>();
  readonly #circles = new Map<string, Circle>();

  /** The circle of a matter, a list or another thing with a name; made where it is new. */
  circleOf(name: string, make: () => Circle): Circle {
    const known = this.#circles.get(name);
    if (known !== undefined) return known;
    const circle = make();
    this.#circles.set(name, circle);
    return circle;
  }

  findCircle(name: string): Circle | undefined {
    return this.#circles.get(name);
  }

  /** Puts an entry into a circle, unless it is in one. */
  claim(subject: string, { circle, enteredBy }: { circle: Circle; enteredBy?: string }): void {
    if (this.#claims.has(subject)) return;
    this.#claims.set(subject, { circle, enteredBy });
    if (!circle.isEveryone) circle.subjects.add(subject);
  }

  find(subject: string): Claim | undefined {
    return this.#claims.get(subject);
  }

  get subjects(): Iterable<string> {
    return this.#claims.keys();
  }
}
