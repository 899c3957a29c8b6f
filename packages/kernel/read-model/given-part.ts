import type { Number64 } from "@mingbai/codec/number64";

/** One sealed text about a subject (a household, a person) as vaults keep it: for each account that handed it in. Browser-safe. */
export interface GivenPart {
  /** Whom it is about: a random number that only vaults and entitled tables join to a name. */
  readonly subject: Number64;
  /** Hexadecimal, of salt and content. */
  readonly commitment: string;
  /** Account that was signed in when it came. */
  readonly giver: Number64;
}

const form = /^part\/([0-9a-f]{16})\/([0-9a-f]{64})\/([0-9a-f]{16})$/;

/**
 * Under which name vaults answer for a part, as {salt, content}. As with contents, who names a commitment on the ledger is
 * shown what they gave themselves.
 */
export function partSubject({ subject, commitment, giver }: GivenPart): string {
  return `part/${subject}/${commitment}/${giver}`;
}

/** What `partSubject` spells; undefined for a name of another kind. */
export function findGivenPart(name: string): GivenPart | undefined {
  const [, subject, commitment, giver] = form.exec(name) ?? [];
  if (subject === undefined || commitment === undefined || giver === undefined) return undefined;
  return { subject, commitment, giver };
}
