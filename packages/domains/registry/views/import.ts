/**
 * What an import asks of the registry: who is known, who may be known, what known files say, and what imports have done.
 * Browser-safe. Times are ms since 1970-01-01T00:00:00Z.
 */
import { z } from "zod";
import { FieldChange } from "../content/file/part.ts";
import { Value } from "../content/file/value.ts";
import { Count, Number64, ReadAt, Somebody, TimeMs, Words } from "./shapes.ts";

export const knownNumbersMax = 5_000;
export const alikePeopleMax = 500;
export const alikeEachMax = 5;
export const filesPerQuestionMax = 100;
export const importsMax = 100;
export const importHouseholdsPageMax = 1_000;

const Text = z.string().max(200);

/** Of a person who is in a household now. No value of any file. */
export const KnownPerson = z.object({
  identityNumber: z.string(),
  household: Number64,
  person: Number64,
  householdVersion: Count,
  version: Count,
  keeper: z.string(),
  area: z.string(),
  /** Whether the reader looks after the household, and so may open and change it. */
  isOwn: z.boolean(),
});
export type KnownPerson = z.infer<typeof KnownPerson>;

/** Who has these identity numbers, among all files; who is in none is not there. A number may stand in several. */
export const knownView = {
  name: "registry.known",
  byBody: true,
  params: z.object({ identityNumbers: z.array(z.string().min(1).max(18)).min(1).max(knownNumbersMax) }),
  result: z.object({ rows: z.array(KnownPerson), readAt: ReadAt }),
} as const;

/** Somebody as a list has them. */
const ListedPerson = z.object({
  name: Text,
  birth: Text.optional(),
  identityNumber: Text.optional(),
  village: Text.optional(),
  address: Text.optional(),
  phone: Text.optional(),
});

/** Those of all files with the same name and birth who are probably the same person, with reasons; numbers are not told. */
export const alikeListedView = {
  name: "registry.alikeListed",
  byBody: true,
  params: z.object({ people: z.array(ListedPerson).min(1).max(alikePeopleMax) }),
  result: z.object({
    rows: z.array(
      z.object({
        /** Place among the people asked about. */
        at: Count,
        household: Number64,
        person: Number64,
        /** 0 to 1. */
        likeness: z.number().min(0).max(1),
        reasons: z.array(Words),
      }),
    ),
    readAt: ReadAt,
  }),
} as const;

const BulkFile = z.object({ version: Count, values: z.record(z.string(), Value) });

/**
 * Files that the reader has opened (`registry.openFiles`) lately: one that is not is FILE_NOT_OPENED (403) for all. `import`: also
 * what this import changed in them, by subject.
 */
export const filesView = {
  name: "registry.files",
  byBody: true,
  params: z.object({
    households: z.array(Number64).min(1).max(filesPerQuestionMax),
    import: Number64.optional(),
  }),
  result: z.object({
    rows: z.array(
      BulkFile.extend({
        household: Number64,
        /** Those who are in it now. */
        people: z.array(BulkFile.extend({ person: Number64 })),
        changes: z.array(z.object({ subject: Number64, sets: z.record(z.string(), FieldChange) })),
      }),
    ),
    readAt: ReadAt,
  }),
} as const;

/** Imports whose households the reader looks after, the newest first. */
export const importsView = {
  name: "registry.imports",
  params: z.object({}),
  result: z.object({
    rows: z
      .array(
        z.object({
          import: Number64,
          by: Somebody,
          timeMs: TimeMs,
          /** Households that it opened: all, taken back, and changed by others since. The rest may be taken back. */
          opened: Count,
          people: Count,
          withdrawn: Count,
          changedSince: Count,
          /** Known households that it changed. */
          changed: Count,
        }),
      )
      .max(importsMax),
    readAt: ReadAt,
  }),
} as const;

/** What an import did, household by household, by number. */
export const importHouseholdsView = {
  name: "registry.importHouseholds",
  params: z.object({
    import: Number64,
    after: Number64.optional(),
    limit: z.coerce.number().int().min(1).max(importHouseholdsPageMax).default(importHouseholdsPageMax),
  }),
  result: z.object({
    rows: z
      .array(
        z.object({
          household: Number64,
          /** `opened`: by the import and as it was left; `changedSince`: opened by it; `changed`: known before; `ended`: taken back or closed. */
          state: z.enum(["opened", "changedSince", "changed", "ended"]),
        }),
      )
      .max(importHouseholdsPageMax),
    more: z.boolean(),
    readAt: ReadAt,
  }),
} as const;

export const importViews = [knownView, alikeListedView, filesView, importsView, importHouseholdsView] as const;
