/**
 * What a household file asks for, as data: a published definition drives the form, the phone, the import, the export and
 * the checks. A county adds a field by publishing the next version. Browser-safe.
 */
import { z } from "zod";

export const fieldsMax = 400;
export const optionsMax = 200;
export const rulesMax = 200;
export const textCharsMax = 2_000;
export const labelCharsMax = 80;
export const aliasesMax = 40;
export const ruleCharsMax = 2_000;
/** Digits behind the point of a number; it is kept as an integer of the smallest unit. */
export const decimalsMax = 4;
/** Canonical JSON of a whole form in UTF-8: it is voted in one body of 64 KiB, beside what the proposal says besides. */
export const formBytesMax = 60_000;

const Words = z.strictObject({ en: z.string().min(1).max(labelCharsMax), zh: z.string().min(1).max(labelCharsMax) });
const LongWords = z.strictObject({ en: z.string().min(1).max(500), zh: z.string().min(1).max(500) });

/** Names a field for ever: in files, rules and exports. Never used again for something else. */
export const FieldId = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);

/** Whose fact a field is: of the household as a whole, or of each person in it. */
export const subjectKinds = ["household", "person"] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** The three groups of a file (seed 001): basic facts, income and spending, relief and services. */
export const fieldGroups = ["basic", "money", "relief"] as const;
export type FieldGroup = (typeof fieldGroups)[number];

/** What a grant of access opens: whoever may see a class sees all fields of it. */
export const fieldClasses = ["name", "identity", "contact", "health", "living", "money", "help"] as const;
export type FieldClass = (typeof fieldClasses)[number];

/** One of the answers to choose from; `aliases`: how lists of others spell it. */
export const Option = z.strictObject({
  code: z.string().regex(/^[A-Za-z0-9]{1,12}$/),
  ...Words.shape,
  aliases: z.array(z.string().min(1).max(labelCharsMax)).max(aliasesMax).optional(),
  /** No longer offered; files that have it are shown as before. */
  retired: z.literal(true).optional(),
});
export type Option = z.infer<typeof Option>;

/**
 * What a value may be. Values are canonical JSON: `text` and its kin are strings, `number` is an integer of
 * 10^−`decimals` units, `money` integer minor units, `day` YYYY-MM-DD, `yesNo` a boolean, `choice` a code, `choices` codes
 * in the order of the options, `place` [latitude, longitude] in millionths of a degree (WGS 84), `photos` ids of files.
 */
export const FieldType = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), charsMax: z.int().min(1).max(textCharsMax) }),
  z.strictObject({
    type: z.literal("number"),
    decimals: z.int().min(0).max(decimalsMax),
    unit: Words,
    min: z.int(),
    max: z.int(),
    /** Units in which lists give it, with how many of ours one of theirs is, as a fraction. */
    otherUnits: z
      .array(z.strictObject({ name: z.string().min(1).max(20), times: z.int().min(1), per: z.int().min(1) }))
      .max(10)
      .optional(),
  }),
  z.strictObject({ type: z.literal("money") }),
  z.strictObject({ type: z.literal("day") }),
  z.strictObject({ type: z.literal("yesNo") }),
  z.strictObject({ type: z.literal("choice"), options: z.array(Option).min(1).max(optionsMax) }),
  z.strictObject({ type: z.literal("choices"), options: z.array(Option).min(1).max(optionsMax) }),
  z.strictObject({ type: z.literal("identityNumber") }),
  z.strictObject({ type: z.literal("creditCode") }),
  z.strictObject({ type: z.literal("phone") }),
  z.strictObject({ type: z.literal("division") }),
  z.strictObject({ type: z.literal("place") }),
  z.strictObject({ type: z.literal("photos"), countMax: z.int().min(1).max(20) }),
]);
export type FieldType = z.infer<typeof FieldType>;

export const FieldDefinition = z.strictObject({
  id: FieldId,
  label: Words,
  class: z.enum(fieldClasses),
  of: FieldType,
  required: z.boolean().optional(),
  help: LongWords.optional(),
  /** How lists of others head the column, besides the label. */
  aliases: z.array(z.string().min(1).max(labelCharsMax)).max(aliasesMax).optional(),
  /** No longer asked for; what files say there is shown as before, and no other field ever takes its id. */
  retired: z.literal(true).optional(),
});
export type FieldDefinition = z.infer<typeof FieldDefinition>;

export const SectionDefinition = z.strictObject({
  id: FieldId,
  title: Words,
  group: z.enum(fieldGroups),
  of: z.enum(subjectKinds),
  fields: z.array(FieldDefinition).min(1).max(fieldsMax),
});
export type SectionDefinition = z.infer<typeof SectionDefinition>;

/** What must not be so. `when` is a rule (`@mingbai/rules`) over the file; where it holds, the words are shown at the fields. */
export const FormRule = z.strictObject({
  id: FieldId,
  of: z.enum(subjectKinds),
  when: z.string().min(1).max(ruleCharsMax),
  /** An error keeps a file from being handed in; a doubt asks to look again. */
  level: z.enum(["error", "doubt"]),
  fields: z.array(FieldId).min(1).max(10),
  words: LongWords,
});
export type FormRule = z.infer<typeof FormRule>;

export const FormDefinition = z
  .strictObject({
    version: z.int().min(1),
    title: Words,
    sections: z.array(SectionDefinition).min(1).max(60),
    rules: z.array(FormRule).max(rulesMax),
  })
  .superRefine(({ sections, rules }, context) => {
    for (const of of subjectKinds) {
      const ids = sections.filter((section) => section.of === of).flatMap(({ fields }) => fields.map(({ id }) => id));
      const twice = ids.find((id, at) => ids.indexOf(id) !== at);
      if (twice !== undefined)
        context.addIssue({ code: "custom", message: `field ${twice} of a ${of} is there twice` });
    }
    const known = new Set(sections.flatMap(({ fields }) => fields.map(({ id }) => id)));
    for (const { id, fields } of rules) {
      const unknown = fields.find((field) => !known.has(field));
      if (unknown !== undefined)
        context.addIssue({ code: "custom", message: `rule ${id} names ${unknown}, which is no field` });
    }
  });
export type FormDefinition = z.infer<typeof FormDefinition>;
