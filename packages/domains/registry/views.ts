/**
 * What may be asked about household files. Asked as `GET /api/queries/<name>?…`. Browser-safe. Times are ms since
 * 1970-01-01T00:00:00Z; values are as the form's fields have them (`content/form/definition.ts`).
 */
import { z } from "zod";
import { BasisOfFields } from "./content/file/basis.ts";
import { changeReasons, FieldChange } from "./content/file/part.ts";
import { Value } from "./content/file/value.ts";
import { fieldClasses } from "./content/form/definition.ts";
import { Purpose, registryCommands } from "./schema.ts";
import { erasureViews } from "./views/erasures.ts";
import { formViews } from "./views/form.ts";
import { visitsView } from "./views/visits.ts";

export const householdsPageMax = 200;
export const historyPageMax = 100;
export const alikeMax = 20;
export const searchCharsMax = 100;
/** How long a file stays open to who has said that they open it. */
export const readingMsMax = 30 * 60 * 1_000;

const Subject = z.string().regex(/^[0-9a-f]{16}$/);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.int().nonnegative();
const TimeMs = z.int().nonnegative();
const ReadAt = z.object({ height: Count, timeMs: TimeMs });
const Names = z.object({ id: z.string(), en: z.string(), zh: z.string() });
/** Somebody who acted; the name is empty where this node has it not. */
const Somebody = z.object({ account: Subject, name: z.string() });
/** A place among parts and happenings, as text. */
const Place = z.string().regex(/^(0|[1-9]\d{0,15})$/);

/** A household in a list. `head`: empty where the file was erased or is not here. */
export const HouseholdLine = z.object({
  household: Subject,
  number: z.string(),
  head: z.string(),
  people: Count,
  area: Names,
  team: z.string(),
  /** Codes of the form's options; empty for none. */
  monitored: z.string(),
  cause: z.string(),
  responsible: Somebody.nullable(),
  /** Fields that are open between two values. */
  open: Count,
  ended: z.string().nullable(),
  changedMs: TimeMs,
});
export type HouseholdLine = z.infer<typeof HouseholdLine>;

const yes = z.literal("true").optional();

/** By number. `text` finds number, names, address, group; an identity number or its last four digits; a telephone number. */
export const householdsView = {
  name: "registry.households",
  params: z.object({
    area: z.string().max(48).optional(),
    monitored: z.string().max(12).optional(),
    cause: z.string().max(12).optional(),
    import: Subject.optional(),
    /** Only those that the reader answers for; with fields that are open; whose files have ended. */
    mine: yes,
    open: yes,
    ended: yes,
    text: z.string().trim().max(searchCharsMax).optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(householdsPageMax).default(50),
  }),
  result: z.object({
    rows: z.array(HouseholdLine).max(householdsPageMax),
    next: z.string().nullable(),
    /** Of the whole filter. */
    households: Count,
    people: Count,
    readAt: ReadAt,
  }),
} as const;

/** Somebody of a household. `values` has the fields that the reader may see; `version` of each field's value. */
export const PersonFile = z.object({
  person: Subject,
  version: Count,
  ended: z.string().nullable(),
  account: Subject.nullable(),
  values: z.record(z.string(), Value),
  /** Where values come from, by the field, of which anybody has said it. */
  basis: BasisOfFields.optional(),
});
export type PersonFile = z.infer<typeof PersonFile>;

/** A field for which people said different things. `now` counts until a person decides; without a value it was emptied. */
export const OpenField = z.object({
  subject: Subject,
  field: z.string(),
  now: z.object({ version: Count, value: Value.optional(), by: Somebody, timeMs: TimeMs }),
  others: z.array(z.object({ version: Count, value: Value.optional(), by: Somebody, timeMs: TimeMs })),
});
export type OpenField = z.infer<typeof OpenField>;

const acts = (Object.keys(registryCommands) as (keyof typeof registryCommands)[]).map(
  (verb) => `registry.${verb}` as const,
);

/**
 * A whole file, for who has opened it by `registry.openFiles` within `readingMsMax`: else problem FILE_NOT_OPENED (403).
 * Unknown, or not the reader's to see: HOUSEHOLD_UNKNOWN (404).
 */
export const householdView = {
  name: "registry.household",
  params: z.object({ household: Subject }),
  result: HouseholdLine.extend({
    keeper: Names,
    version: Count,
    openedMs: TimeMs,
    import: Subject.nullable(),
    /** What the reader opened it for, and which classes of fields they see. */
    purpose: Purpose,
    classes: z.array(z.enum(fieldClasses)),
    values: z.record(z.string(), Value),
    basis: BasisOfFields.optional(),
    residents: z.array(PersonFile),
    /** People who were here and are no more. */
    former: z.array(PersonFile),
    openFields: z.array(OpenField),
    /** What this reader may do with it. */
    may: z.array(z.enum(acts)),
    readAt: ReadAt,
  }),
} as const;
export type HouseholdFile = z.infer<typeof householdView.result>;

/** One line of a household's time line: a part of a file (`kind` "part"), or something that happened to it. */
export const HistoryLine = z.object({
  at: Place,
  kind: z.enum([
    "part",
    "opened",
    "peopleAdded",
    "peopleLeft",
    "peopleCame",
    "personEnded",
    "accountBound",
    "ended",
    "reopened",
    "responsibleAssigned",
    "accessRequested",
    "accessGranted",
    "accessRevoked",
    "caseOpened",
    "caseMoved",
    "reasonSettled",
  ]),
  timeMs: TimeMs,
  transaction: Hash,
  by: Somebody,
  /** Of parts: whose file, which version, what the writer had seen, what they said of themselves. */
  subject: Subject.nullable(),
  /** Name of the person whose file it is; empty for the household's own. */
  subjectName: z.string(),
  version: Count,
  base: Count,
  reason: z.enum(changeReasons).nullable(),
  words: z.string().nullable(),
  device: z.string().nullable(),
  madeMs: TimeMs.nullable(),
  /** Version of the form that it was filled in by. */
  form: z.int().nullable(),
  /** Only fields that the reader may see. */
  sets: z.record(z.string(), FieldChange),
  basis: BasisOfFields.optional(),
  /** Of happenings: what the event says besides; of cases and settled reasons `words` says what was said with it. */
  data: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});
export type HistoryLine = z.infer<typeof HistoryLine>;

/** The newest first. Asked like the file itself. */
export const historyView = {
  name: "registry.history",
  params: z.object({
    household: Subject,
    before: Place.optional(),
    limit: z.coerce.number().int().min(1).max(historyPageMax).default(20),
  }),
  result: z.object({ rows: z.array(HistoryLine).max(historyPageMax), total: Count, more: z.boolean(), readAt: ReadAt }),
} as const;

/** Who looked at a file, the newest first. Asked like the file itself. */
export const readingsView = {
  name: "registry.readings",
  params: z.object({
    household: Subject,
    before: Place.optional(),
    limit: z.coerce.number().int().min(1).max(historyPageMax).default(20),
  }),
  result: z.object({
    rows: z
      .array(
        z.object({
          at: Place,
          timeMs: TimeMs,
          by: Somebody,
          organisation: Names,
          purpose: Purpose,
          transaction: Hash,
        }),
      )
      .max(historyPageMax),
    total: Count,
    more: z.boolean(),
    readAt: ReadAt,
  }),
} as const;

/** Who has access to a file, and who asked for it. Asked like the file itself. */
export const accessView = {
  name: "registry.access",
  params: z.object({ household: Subject }),
  result: z.object({
    rows: z.array(
      z.object({
        organisation: Names,
        purpose: Purpose,
        classes: z.array(z.enum(fieldClasses)),
        askedBy: Somebody,
        askedMs: TimeMs,
        untilMs: TimeMs,
        /** Null while it is only asked for. */
        givenBy: Somebody.nullable(),
        witness: Somebody.nullable(),
        givenMs: TimeMs.nullable(),
      }),
    ),
    readAt: ReadAt,
  }),
} as const;

/** People who may be the one that is being entered: by identity number, or by name with day of birth. Numbers come masked. */
export const alikeView = {
  name: "registry.alike",
  params: z.object({
    identity: z.string().trim().max(18).optional(),
    name: z.string().trim().max(60).optional(),
    birth: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .optional(),
  }),
  result: z.object({
    rows: z
      .array(
        z.object({
          household: Subject,
          person: Subject,
          number: z.string(),
          name: z.string(),
          identity: z.string(),
          birth: z.string(),
          area: Names,
          /** Why it is shown. */
          same: z.enum(["identity", "nameAndBirth"]),
        }),
      )
      .max(alikeMax),
    readAt: ReadAt,
  }),
} as const;

/** Areas of files that the reader keeps or supervises, with what the tallies count there. */
export const placesView = {
  name: "registry.places",
  params: z.object({}),
  result: z.object({
    rows: z.array(
      z.object({
        area: Names,
        parent: z.string().nullable(),
        /** Code of the village (12 digits) as most files of the area have it; empty where none has. */
        division: z.string(),
        households: Count,
        people: Count,
        monitored: Count,
        open: Count,
      }),
    ),
    readAt: ReadAt,
  }),
} as const;

/** The household that the reader is a person of; null where they are of none. */
export const ownView = {
  name: "registry.own",
  params: z.object({}),
  result: z.object({ household: Subject.nullable(), person: Subject.nullable(), readAt: ReadAt }),
} as const;

export const registryViews = [
  householdsView,
  householdView,
  historyView,
  readingsView,
  accessView,
  alikeView,
  placesView,
  ownView,
  ...erasureViews,
  ...formViews,
  visitsView,
] as const;
