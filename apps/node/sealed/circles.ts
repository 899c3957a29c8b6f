import type { Role } from "@mingbai/ledger/authority/role";

/** Who may hold the keys of some entries: these organisations, and those that have somebody in one of these roles. */
export interface Circle {
  readonly isEveryone: boolean;
  readonly organisations: Set<string>;
  readonly roles: readonly Role[];
  /** What the ledger says belongs to it; not counted where it is for everyone. */
  readonly subjects: Set<string>;
}

export function newCircle({ isEveryone = false, roles = [] }: Partial<Pick<Circle, "isEveryone" | "roles">>): Circle {
  return { isEveryone, organisations: new Set(), roles, subjects: new Set() };
}

/**
 * For whom each entry is, as the ledger says: where it is named first. A content's subject has its giver, so that whoever names
 * another's commitment names an entry that nobody has. Holds one row for each content of the ledger.
 */
export class Circles {
  readonly #ofSubject = new Map<string, Circle>();
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
  claim(subject: string, circle: Circle): void {
    if (this.#ofSubject.has(subject)) return;
    this.#ofSubject.set(subject, circle);
    if (!circle.isEveryone) circle.subjects.add(subject);
  }

  /** For whom an entry is; undefined where nothing names it. */
  find(subject: string): Circle | undefined {
    return this.#ofSubject.get(subject);
  }

  get subjects(): Iterable<string> {
    return this.#ofSubject.keys();
  }
}
