/** A content as vaults keep it: under its commitment, for each account that handed it in. Browser-safe. */
export interface GivenContent {
  /** Hexadecimal. */
  readonly commitment: string;
  /** Account that was signed in when it came. */
  readonly giver: string;
}

const form = /^content\/([0-9a-f]{64})\/([0-9a-f]{16})$/;

/**
 * Under which subject vaults keep a content, as {salt, content}. Who names a commitment on the ledger is shown the content
 * that they gave themselves: a commitment can be copied by whoever reads the ledger, its content cannot be given by them.
 */
export function contentSubject({ commitment, giver }: GivenContent): string {
  return `content/${commitment}/${giver}`;
}

/** What `contentSubject` spells; undefined for a subject of another kind. */
export function findGivenContent(subject: string): GivenContent | undefined {
  const [, commitment, giver] = form.exec(subject) ?? [];
  return commitment === undefined || giver === undefined ? undefined : { commitment, giver };
}
