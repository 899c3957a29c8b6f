/**
 * What the columns of somebody's list are, as a person has confirmed it: data that is shown, corrected, saved, and used again
 * for the next list of the same layout.
 */
import { z } from "zod";
import { Value } from "../../file/value.ts";
import { FieldId, fieldsMax } from "../../form/definition.ts";

export const columnsMax = 512;
/** The sheet of households and the sheet of their people. */
export const sheetsMax = 2;
export const headerCharsMax = 400;
export const translationsMax = 500;
/** Groups of columns that each hold one person of a household: 成员1 … 成员20. */
export const memberGroupsMax = 20;

/** What a column holds. `member`: whose, counted from 0 (the head), where a row is a household with its people side by side. */
export const ColumnTarget = z.discriminatedUnion("to", [
  z.strictObject({ to: z.literal("household"), field: FieldId }),
  z.strictObject({ to: z.literal("person"), field: FieldId, member: z.int().min(0).max(memberGroupsMax).optional() }),
  /** What only says which rows belong together: the household's number, or its head's identity number or name. */
  z.strictObject({ to: z.literal("key"), part: z.enum(["household", "headNumber", "headName"]) }),
  /** Known to be of no use here: row numbers, sums. */
  z.strictObject({ to: z.literal("ignored") }),
  /** Nobody has said yet. It is not read. */
  z.strictObject({ to: z.literal("unknown") }),
]);
export type ColumnTarget = z.infer<typeof ColumnTarget>;

export const ColumnMapping = z.strictObject({
  header: z.string().min(1).max(headerCharsMax),
  /** What stands over the header, as merged cells have it. */
  group: z.string().max(headerCharsMax).optional(),
  target: ColumnTarget,
  /** In which the column counts, where its cells do not say so themselves. */
  unit: z.string().max(20).optional(),
  dateOrder: z.enum(["dmy", "mdy", "ymd"]).optional(),
  decimal: z.enum([".", ","]).optional(),
  /** What the list's own codes and words mean: its text, and the text that the field understands. */
  translations: z
    .record(z.string().max(200), z.string().max(200))
    .refine((all) => Object.keys(all).length <= translationsMax, `at most ${translationsMax} translations`)
    .optional(),
});
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** `people`: a row is a person, with what the household says repeated; `households`: a row is a household. */
export const rowKinds = ["people", "households"] as const;

export const SheetMapping = z
  .strictObject({ rows: z.enum(rowKinds), columns: z.array(ColumnMapping).min(1).max(columnsMax) })
  .superRefine(({ columns }, context) => {
    const targets = columns
      .map(({ target }) => JSON.stringify(target))
      .filter((text) => !/"(?:ignored|unknown)"/.test(text));
    const twice = targets.find((text, at) => targets.indexOf(text) !== at);
    if (twice !== undefined) context.addIssue({ code: "custom", message: `two columns are both ${twice}` });
  });
export type SheetMapping = z.infer<typeof SheetMapping>;

/**
 * How rows are told to be one household: by its number, or by its number within its village; by the head's identity number or by village, address and the head's
 * name, where each row has them; by a row of the head before those of the others; or a row is one.
 */
export const householdKeys = ["number", "numberInVillage", "headNumber", "place", "headRow", "row"] as const;
export type HouseholdKey = (typeof householdKeys)[number];

export const ImportMapping = z.strictObject({
  format: z.literal("mingbai/household-mapping/1"),
  key: z.enum(householdKeys),
  /** One sheet; or the one of households, then the one of their people, joined by the number. */
  sheets: z.array(SheetMapping).min(1).max(sheetsMax),
  /** Said of all households of the list, where no column says it: the village of a village's list. */
  fixed: z
    .record(FieldId, Value)
    .refine((fixed) => Object.keys(fixed).length <= fieldsMax, `at most ${fieldsMax} fields`)
    .optional(),
});
export type ImportMapping = z.infer<typeof ImportMapping>;
