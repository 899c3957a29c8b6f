import type { SubjectPart } from "./part.ts";
import type { FieldState, SubjectFile } from "./subject-file.ts";
import { isSameValue, type Value } from "./value.ts";

/** A part with what the ledger says of it: which version it made, and which one its writer had seen. */
export interface OrderedPart {
  readonly version: number;
  readonly base: number;
  readonly part: SubjectPart;
}

interface FieldStates {
  /** What counts; absent where nobody has said anything yet. */
  readonly now?: FieldState;
  readonly open: readonly FieldState[];
}

/**
 * The file after one more part. Who had seen the newest value of a field replaces it. Where somebody else changed the
 * same field meanwhile to another value, both stay, and the file says so until a person who has seen both decides; the
 * value that was there first counts as long as that. What a value comes from stands with it until somebody who has seen it says
 * another. Pure: the same parts in the ledger's order give the same file
 * everywhere.
 */
export function foldPart(file: SubjectFile, { version, base, part }: OrderedPart): SubjectFile {
  const fields = { ...file.fields };
  const open = { ...file.open };
  for (const [field, { to }] of Object.entries(part.sets)) {
    const states = { open: open[field] ?? [], ...(fields[field] !== undefined && { now: fields[field] }) };
    const basis = part.basis?.[field];
    const said = { version, ...(to !== undefined && { value: to, ...(basis !== undefined && { basis }) }) };
    const next = foldField(states, { said, base, isDecision: part.decides?.includes(field) === true });
    if (next.now !== undefined) fields[field] = next.now;
    if (next.open.length > 0) open[field] = next.open;
    else delete open[field];
  }
  for (const [field, basis] of Object.entries(part.basis ?? {})) {
    const now = fields[field];
    if (part.sets[field] === undefined && now?.value !== undefined && now.version <= base)
      fields[field] = { ...now, basis };
  }
  return { version, fields, open };
}

function foldField(
  { now, open }: FieldStates,
  { said, base, isDecision }: { said: FieldState; base: number; isDecision: boolean },
): FieldStates {
  const hasSeen = now === undefined || now.version <= base;
  const left = isDecision && hasSeen ? open.filter(({ version }) => version > base) : open;
  if (isSame(now, said.value)) {
    const told = now !== undefined && hasSeen && said.basis !== undefined ? { ...now, basis: said.basis } : now;
    return { ...(told !== undefined && { now: told }), open: left };
  }
  const mayReplace = hasSeen && (open.length === 0 || isDecision);
  if (mayReplace) return { now: said, open: left };
  const isKnown = open.some((other) => isSame(other, said.value));
  return { ...(now !== undefined && { now }), open: isKnown ? open : [...open, said] };
}

function isSame(state: FieldState | undefined, value: Value | undefined): boolean {
  return isSameValue(state?.value, value);
}
