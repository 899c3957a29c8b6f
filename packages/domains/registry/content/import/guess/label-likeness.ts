import { headerLikeness, type ReadyName, readyName } from "@mingbai/tabular/mapping/header-likeness";
import { sharedShare } from "../../entry/shared-share.ts";
import type { FieldDefinition } from "../../form/definition.ts";

const sharedMin = 0.74;
/** What is known only by shared characters counts less than what is known by name. */
const sharedWeight = 0.8;
/** A longer name within another says more than a shorter one. */
const containedStep = 0.02;
/** Between two equally alike names the one that stands earlier wins. */
const aliasStep = 0.004;

const ready = new WeakMap<FieldDefinition, readonly ReadyName[]>();

/** How alike a column's name and the names of a field are, 0 to 1, and which of them is meant. */
export function labelLikeness(header: ReadyName, field: FieldDefinition): { likeness: number; name: string } {
  let best = { likeness: 0, name: "" };
  namesOf(field).forEach((known, at) => {
    const likeness = likenessOf(header, known) - Math.min(at, 20) * aliasStep;
    if (likeness > best.likeness) best = { likeness, name: known.letters };
  });
  return best;
}

/** The largest share of characters that a column's name has in common with a name of a field: weak, beside telling cells. */
export function labelShare(header: ReadyName, field: FieldDefinition): number {
  return Math.max(...namesOf(field).map((known) => sharedShare(header.letters, known.letters)));
}

function namesOf(field: FieldDefinition): readonly ReadyName[] {
  const found = ready.get(field);
  if (found !== undefined) return found;
  const names = [field.label.zh, field.label.en, ...(field.aliases ?? []), field.id].map(readyName);
  ready.set(field, names);
  return names;
}

function likenessOf(header: ReadyName, known: ReadyName): number {
  const found = headerLikeness(header, known);
  const isContained = found < 0.96 && header.letters.includes(known.letters);
  const byName = isContained ? Math.min(0.92, found + containedStep * (known.letters.length - 2)) : found;
  if (byName >= sharedMin || header.letters.length < 3 || known.letters.length < 3) return byName;
  // Names that share no letter's bit share no letter.
  if ((header.mask & known.mask) === 0) return byName;
  const shared = sharedShare(header.letters, known.letters);
  return shared >= sharedMin ? Math.max(byName, shared * sharedWeight) : byName;
}
