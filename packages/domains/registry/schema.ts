/** What the commands of the registry take. Browser-safe: SDK, HTTP and CLI derive from it. */
import { AreaId, Number64Text, OrganisationId } from "@mingbai/identity/schema";
import { z } from "zod";
import { fieldClasses } from "./content/form/definition.ts";
import { caseCommands } from "./schema/cases.ts";
import { helpCommands } from "./schema/help.ts";

/** A body has 64 KiB; a household of four takes some 500 bytes of it. */
export const householdsPerCommandMax = 100;
export const changesPerCommandMax = 400;
export const peoplePerHouseholdMax = 60;
/** Files that one act of reading opens: a village for an export. */
export const filesPerReadingMax = 1_000;
export const grantMsMax = 366 * 24 * 60 * 60 * 1_000;
export const erasurePerCommandMax = 100;

/** A household, or a person in it: a random number that says nothing. */
export const SubjectId = Number64Text;
/** Commitment to what a part says, 32 bytes in hexadecimal. */
const PartId = z.string().regex(/^[0-9a-f]{64}$/);
/** Names an import, so that all of it can be taken back; chosen at random. */
export const ImportId = Number64Text;

const FirstPart = z.strictObject({ subject: SubjectId, content: PartId });
const NextPart = z.strictObject({ subject: SubjectId, base: z.int().min(0), content: PartId });
export type NextPart = z.infer<typeof NextPart>;

/** Each subject once. */
function unique<Item>(items: readonly Item[], nameOf: (item: Item) => string): boolean {
  return new Set(items.map(nameOf)).size === items.length;
}

const FirstPeople = z
  .array(FirstPart)
  .min(1)
  .max(peoplePerHouseholdMax)
  .refine((people) => unique(people, ({ subject }) => subject), "a person stands twice");
const People = z
  .array(SubjectId)
  .min(1)
  .max(peoplePerHouseholdMax)
  .refine((people) => unique(people, (id) => id), "a person stands twice");
const Households = (max: number) =>
  z
    .array(SubjectId)
    .min(1)
    .max(max)
    .refine((households) => unique(households, (id) => id), "a household stands twice");

export const OpenHouseholds = z.strictObject({
  import: ImportId.optional(),
  households: z
    .array(z.strictObject({ household: SubjectId, area: AreaId, content: PartId, people: FirstPeople }))
    .min(1)
    .max(householdsPerCommandMax)
    .refine(
      (list) =>
        unique(
          list.flatMap(({ household, people }) => [household, ...people.map(({ subject }) => subject)]),
          (id) => id,
        ),
      "a subject stands twice",
    ),
});

/** `base`: the version of the subject's file that the writer had seen. */
export const RecordChanges = z.strictObject({
  import: ImportId.optional(),
  changes: z
    .array(NextPart)
    .min(1)
    .max(changesPerCommandMax)
    .refine((list) => unique(list, ({ subject }) => subject), "a subject stands twice"),
});

export const arrivals = ["birth", "marriage", "return", "correction"] as const;
export const AddPeople = z.strictObject({ household: SubjectId, because: z.enum(arrivals), people: FirstPeople });

/** People go over to another household that is kept here. Whoever is left stays. */
export const MovePeople = z.strictObject({ from: SubjectId, to: SubjectId, people: People });

/** Some people of a household make one of their own. */
export const SplitHousehold = z.strictObject({
  from: SubjectId,
  people: People,
  household: SubjectId,
  area: AreaId,
  content: PartId,
});

/** Everyone of `from` goes over to `to`; the file of `from` ends. */
export const MergeHouseholds = z.strictObject({ from: SubjectId, to: SubjectId });

export const departures = ["death", "left", "correction"] as const;
export const EndPerson = z.strictObject({
  person: SubjectId,
  because: z.enum(departures),
  base: z.int().min(0),
  content: PartId,
});

export const endings = ["left", "emptied", "mistake"] as const;
export const CloseHousehold = z.strictObject({
  household: SubjectId,
  because: z.enum(endings),
  words: PartId.optional(),
});
export const ReopenHousehold = z.strictObject({ household: SubjectId, words: PartId.optional() });

/** Takes back households that this import opened and nobody has changed since. */
export const WithdrawHouseholds = z.strictObject({ import: ImportId, households: Households(householdsPerCommandMax) });

/** The one who answers for each of these households from now on. */
export const AssignResponsible = z.strictObject({
  account: Number64Text,
  households: Households(filesPerReadingMax),
});

/** What somebody opens a file for. */
export const purposes = [
  "visit",
  "entry",
  "review",
  "assistance",
  "comparison",
  "export",
  "supervision",
  "audit",
  "own",
] as const;
export const Purpose = z.enum(purposes);
export type Purpose = z.infer<typeof Purpose>;

/** Said before files are opened, by whoever opens them: the subject sees it for ever. */
export const OpenFiles = z.strictObject({ purpose: Purpose, households: Households(filesPerReadingMax) });

const Classes = z
  .array(z.enum(fieldClasses))
  .min(1)
  .refine((list) => new Set(list).size === list.length, "a class stands twice");
/** An organisation asks to read some classes of fields of a file, for a purpose, until a moment. */
export const RequestAccess = z.strictObject({
  household: SubjectId,
  purpose: Purpose,
  classes: Classes,
  untilMs: z.int().min(1),
  words: PartId.optional(),
});
const grant = { household: SubjectId, organisation: OrganisationId };
/** Commitment to how the village made sure who stood before it (`content/texts/identity-proof.ts`). */
const proof = PartId.optional();
/** The household agrees: by its own key, or before the village with a witness. */
export const GrantAccess = z.strictObject({ ...grant, witness: Number64Text.optional(), proof });
export const RevokeAccess = z.strictObject(grant);

/** A person of a household has a key of their own from now on: `account` is theirs. */
export const BindAccount = z.strictObject({ person: SubjectId, account: Number64Text, witness: Number64Text, proof });

/** What is to be erased for good, and what for. */
export const erasureGrounds = ["ownWish", "termOver", "enteredByMistake"] as const;
export const RequestErasure = z.strictObject({
  erasure: Number64Text,
  ground: z.enum(erasureGrounds),
  subjects: Households(erasurePerCommandMax),
  words: PartId.optional(),
});
export const DecideErasure = z.strictObject({ erasure: Number64Text, approve: z.boolean(), words: PartId.optional() });
/** A vault says that it has erased the keys of the subjects; `statement` is the digest of what it says. */
export const AcknowledgeErasure = z.strictObject({ erasure: Number64Text, statement: PartId });

/** Every command of this domain by its verb; its name on the ledger is `registry.<verb>`. */
export const registryCommands = {
  openHouseholds: OpenHouseholds,
  recordChanges: RecordChanges,
  addPeople: AddPeople,
  movePeople: MovePeople,
  splitHousehold: SplitHousehold,
  mergeHouseholds: MergeHouseholds,
  endPerson: EndPerson,
  closeHousehold: CloseHousehold,
  reopenHousehold: ReopenHousehold,
  withdrawHouseholds: WithdrawHouseholds,
  assignResponsible: AssignResponsible,
  openFiles: OpenFiles,
  requestAccess: RequestAccess,
  grantAccess: GrantAccess,
  revokeAccess: RevokeAccess,
  bindAccount: BindAccount,
  requestErasure: RequestErasure,
  decideErasure: DecideErasure,
  acknowledgeErasure: AcknowledgeErasure,
  ...caseCommands,
  ...helpCommands,
} as const;
