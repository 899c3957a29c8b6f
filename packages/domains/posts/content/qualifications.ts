/** What a person who helps can do, as they or their leader say it: sealed under a number of its own. Browser-safe. */
import { z } from "zod";

/** Skills that causes of poverty ask for (`registry/content/assign/weights.ts`). */
export const skills = [
  "agriculture",
  "medicine",
  "law",
  "accounting",
  "teaching",
  "building",
  "trade",
  "employment",
] as const;
export type Skill = (typeof skills)[number];

/** Languages and dialects that people of a county speak, as ISO 639-3 spells them. */
export const languages = [
  "cmn",
  "wuu",
  "yue",
  "nan",
  "mnp",
  "cdo",
  "hak",
  "gan",
  "hsn",
  "cjy",
  "zha",
  "bod",
  "mon",
  "uig",
  "iii",
  "csl",
] as const;
export type Language = (typeof languages)[number];

export const trainingCharsMax = 200;

/** Each value once. */
const listOf = <Value extends string>(values: readonly Value[]) =>
  z
    .array(z.enum(values))
    .max(values.length)
    .refine((list) => new Set(list).size === list.length, "a value stands twice");

export const Qualifications = z.strictObject({
  kind: z.literal("qualifications"),
  /** Code of GB/T 4658 (学历代码), two digits. */
  education: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  skills: listOf(skills),
  languages: listOf(languages),
  /** Certificates and training, in words. */
  training: z.string().trim().min(1).max(trainingCharsMax).optional(),
});
export type Qualifications = z.infer<typeof Qualifications>;
