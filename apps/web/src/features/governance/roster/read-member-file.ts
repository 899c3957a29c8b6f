import { RosterMember, rosterKeys, rosterMembersMax } from "@mingbai/governance/schema";
import { z } from "zod";

export const memberFileBytesMax = 256 * 1_024;

/** Why a file names nobody who could keep the ledger. `line`: where it cannot be read, from 1. */
export type MemberFileFault =
  | { readonly why: "tooLarge" | "nobody" }
  | { readonly why: "unreadable"; readonly line: number }
  | { readonly why: "noKeys"; readonly organisation: string }
  | { readonly why: "wrongEntry"; readonly organisation: string; readonly fields: readonly string[] };

export type MemberFile = { readonly members: readonly RosterMember[] } | MemberFileFault;

/** All that may be in a file: one entry, a list of them, or a whole members.yaml. */
const Listed = z.union([
  z.array(z.unknown()).max(rosterMembersMax),
  z.object({ members: z.array(z.unknown()).max(rosterMembersMax) }).transform(({ members }) => members),
  z.record(z.string(), z.unknown()).transform((entry) => [entry]),
]);

const Fields = z.record(z.string(), z.unknown());

/**
 * The members in the public file of one, or of several: what `mingbai cluster key` and `node replace` print, a members.yaml, or
 * the roster that `cluster hand-over` prints (YAML 1.2, of which JSON is a part). Of `known` members a file may name only the
 * keys that change.
 */
export async function readMemberFile(text: string, known: readonly RosterMember[]): Promise<MemberFile> {
  // Few ever open such a file: the parser is loaded by those who do.
  const { LineCounter, parseDocument, visit } = await import("yaml");
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  let brokenAt = document.errors[0]?.pos[0];
  // No such file repeats a part by its name, and one that names itself has no end.
  visit(document, {
    Alias: (_, { range }) => {
      brokenAt ??= range?.[0] ?? 0;
    },
  });
  if (brokenAt !== undefined) return { why: "unreadable", line: lineCounter.linePos(brokenAt).line };
  const listed = Listed.safeParse(document.toJS());
  const read = listed.success ? listed.data.map((entry) => readEntry(entry, known)) : [];
  if (read.length === 0) return { why: "nobody" };
  const members: RosterMember[] = [];
  for (const one of read) {
    if ("why" in one) return one;
    members.push(one);
  }
  return { members };
}

/** One entry, its keys below `keys` as in a members.yaml or beside its name as in a roster. */
function readEntry(entry: unknown, known: readonly RosterMember[]): RosterMember | MemberFileFault {
  const fields = Fields.safeParse(entry).data ?? {};
  const { id, organisation = id, power, keys } = fields;
  if (typeof organisation !== "string") return { why: "nobody" };
  const named = keys === undefined ? fields : (Fields.safeParse(keys).data ?? {});
  const given = rosterKeys.filter((name) => named[name] !== undefined);
  if (given.length === 0) return { why: "noKeys", organisation };
  const before = known.find((member) => member.organisation === organisation);
  const read = RosterMember.safeParse({
    ...before,
    ...Object.fromEntries(given.map((name) => [name, named[name]])),
    organisation,
    power: power ?? before?.power ?? 1,
  });
  if (read.success) return read.data;
  const places = read.error.issues.map(({ path }) => String(path[0]));
  return { why: "wrongEntry", organisation, fields: [...new Set(places)] };
}
