/**
 * What departments' facts must not say beside a household's file, as data: a county publishes it, and every reason names
 * the version by which it was found. Browser-safe.
 */
import { z } from "zod";
import { FactKind } from "../facts/fact.ts";
import { FactTrust } from "../facts/fact-trust.ts";
import { FieldId, ruleCharsMax, rulesMax, subjectKinds } from "../form/definition.ts";

export const parametersMax = 60;
export const listedMax = 60;
export const namesMax = 12;

const Title = z.strictObject({ en: z.string().min(1).max(80), zh: z.string().min(1).max(80) });
const Sentence = z.strictObject({ en: z.string().min(1).max(500), zh: z.string().min(1).max(500) });

/** A number or list that rules name as `limits.<id>`: what a county sets without touching a rule. */
export const Parameter = z.discriminatedUnion("unit", [
  z.strictObject({ id: FieldId, title: Title, unit: z.literal("fen"), value: z.int() }),
  z.strictObject({ id: FieldId, title: Title, unit: z.literal("percent"), value: z.int().min(0) }),
  /** Of a mu. */
  z.strictObject({ id: FieldId, title: Title, unit: z.literal("hundredths"), value: z.int() }),
  z.strictObject({ id: FieldId, title: Title, unit: z.literal("months"), value: z.int().min(0) }),
  z.strictObject({
    id: FieldId,
    title: Title,
    unit: z.literal("codes"),
    value: z.array(z.string().min(1).max(60)).max(listedMax),
  }),
]);
export type Parameter = z.infer<typeof Parameter>;

/**
 * What departments say, and what the registry knows itself: `counted`, another household that holds the same person, and
 * `paidTo`, another that gives the same bank account.
 */
export const LookedAt = z.enum([...FactKind.options, "counted", "paidTo"]);
export type LookedAt = z.infer<typeof LookedAt>;

/** How a value is written in words; `code` by the words for the codes of facts. */
export const shownAs = ["text", "code", "day", "count", "fen", "hundredths"] as const;
export type ShownAs = (typeof shownAs)[number];

const RuleText = z.string().min(1).max(ruleCharsMax);

/** Named values that words are filled with, each computed by a rule: `{amount}` in the words, `amount` here. */
export const NamedValues = z
  .record(FieldId, z.strictObject({ is: RuleText, as: z.enum(shownAs) }))
  .refine((names) => Object.keys(names).length <= namesMax, `at most ${namesMax} names`);
export type NamedValues = z.infer<typeof NamedValues>;

export const ContradictionRule = z
  .strictObject({
    id: FieldId,
    title: Title,
    /** One reason for the household, from facts about all its people; or one for each person whom it is so for. */
    of: z.enum(subjectKinds),
    facts: z.array(LookedAt).max(LookedAt.options.length),
    /** Which of these facts it is about: `fact`, and `known`, all of these kinds. Absent: all. */
    where: RuleText.optional(),
    /** Whether there is a contradiction: `facts` are those that `where` holds for. What is unknown makes none. */
    when: RuleText,
    level: z.enum(["red", "yellow"]),
    /** Fields of the file that it is about. */
    fields: z.array(FieldId).max(10),
    names: NamedValues.optional(),
    /** `{name}` is the person's; the others stand in `names`. */
    says: Sentence,
    /** What is looked at on the spot. */
    action: Sentence,
    /** Somebody who may need help and has none, where other rules find help that may not be needed. */
    opposite: z.boolean().optional(),
  })
  .superRefine(({ says, names = {}, of }, context) => {
    for (const name of placeholdersOf(says.en, says.zh)) {
      if (name in names || (name === "name" && of === "person")) continue;
      context.addIssue({ code: "custom", message: `the words name {${name}}, which is not there` });
    }
  });
export type ContradictionRule = z.infer<typeof ContradictionRule>;

/** A field of the file that departments can fill: `is` gives what they know, from facts that count. */
export const TakenValue = z.strictObject({
  of: z.enum(subjectKinds),
  field: FieldId,
  facts: z.array(FactKind).min(1).max(FactKind.options.length),
  where: RuleText.optional(),
  is: RuleText,
});
export type TakenValue = z.infer<typeof TakenValue>;

export const ContradictionRules = z
  .strictObject({
    version: z.int().min(1),
    parameters: z.array(Parameter).max(parametersMax),
    trust: FactTrust,
    rules: z.array(ContradictionRule).min(1).max(rulesMax),
    /** What a file may take from departments, once a person has confirmed it. */
    takes: z.array(TakenValue).max(rulesMax),
  })
  .superRefine(({ parameters, rules }, context) => {
    for (const list of [parameters, rules]) {
      const ids = list.map(({ id }) => id);
      const twice = ids.find((id, at) => ids.indexOf(id) !== at);
      if (twice !== undefined) context.addIssue({ code: "custom", message: `${twice} is there twice` });
    }
  });
export type ContradictionRules = z.infer<typeof ContradictionRules>;

export function placeholdersOf(...texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "")));
}
