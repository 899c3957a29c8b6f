import {
  type FieldDefinition,
  type FormDefinition,
  type FormRule,
  type SubjectKind,
  subjectKinds,
} from "./definition.ts";
import { fieldsOfKind, sectionsOf } from "./find-field.ts";

/** What of a field may be another in the next version of a form. */
export const fieldAspects = ["label", "help", "required", "aliases", "type", "section"] as const;
export type FieldAspect = (typeof fieldAspects)[number];

/** One difference between two versions of a form. */
export type FormChange =
  | {
      readonly kind: "fieldAdded" | "fieldRetired" | "fieldAskedAgain";
      readonly of: SubjectKind;
      readonly field: FieldDefinition;
    }
  | {
      readonly kind: "fieldChanged";
      readonly of: SubjectKind;
      readonly was: FieldDefinition;
      readonly field: FieldDefinition;
      readonly aspects: readonly FieldAspect[];
    }
  | { readonly kind: "ruleAdded" | "ruleGone"; readonly rule: FormRule }
  | { readonly kind: "ruleChanged"; readonly was: FormRule; readonly rule: FormRule };

/** What changes from one version of a form to another: fields in the order of the later one, then rules. */
export function compareForms(before: FormDefinition, after: FormDefinition): readonly FormChange[] {
  return [...subjectKinds.flatMap((of) => fieldChanges(before, after, of)), ...ruleChanges(before.rules, after.rules)];
}

function fieldChanges(before: FormDefinition, after: FormDefinition, of: SubjectKind): FormChange[] {
  const fields = new Map(fieldsOfKind(before, of).map((field) => [field.id, field]));
  const [homes, newHomes] = [homesOf(before, of), homesOf(after, of)];
  return fieldsOfKind(after, of).flatMap((field): FormChange[] => {
    const was = fields.get(field.id);
    if (was === undefined) return [{ kind: "fieldAdded", of, field }];
    const turned: FormChange[] =
      was.retired === field.retired ? [] : [{ kind: field.retired ? "fieldRetired" : "fieldAskedAgain", of, field }];
    const aspects = aspectsOf(was, field, homes.get(field.id) === newHomes.get(field.id));
    return aspects.length === 0 ? turned : [...turned, { kind: "fieldChanged", of, was, field, aspects }];
  });
}

/** Which section each field stands in. */
function homesOf(form: FormDefinition, of: SubjectKind): ReadonlyMap<string, string> {
  return new Map(sectionsOf(form, of).flatMap(({ id, fields }) => fields.map((field) => [field.id, id] as const)));
}

function aspectsOf(was: FieldDefinition, is: FieldDefinition, isAtHome: boolean): FieldAspect[] {
  const differs: { readonly [aspect in FieldAspect]: boolean } = {
    label: !isAlike(was.label, is.label),
    help: !isAlike(was.help, is.help),
    required: was.required !== is.required,
    aliases: !isAlike(was.aliases, is.aliases),
    type: !isAlike(was.of, is.of),
    section: !isAtHome,
  };
  return fieldAspects.filter((aspect) => differs[aspect]);
}

function ruleChanges(before: readonly FormRule[], after: readonly FormRule[]): FormChange[] {
  const gone = before.filter(({ id }) => !after.some((rule) => rule.id === id));
  return [
    ...after.flatMap((rule): FormChange[] => {
      const was = before.find(({ id }) => id === rule.id);
      if (was === undefined) return [{ kind: "ruleAdded", rule }];
      return isAlike(was, rule) ? [] : [{ kind: "ruleChanged", was, rule }];
    }),
    ...gone.map((rule) => ({ kind: "ruleGone", rule }) as const),
  ];
}

/** Plain data, key by key: an absent key and an undefined one are the same. */
function isAlike(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return one === other;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => isAlike(valueAt(one, key), valueAt(other, key)));
}

function valueAt(of: object, key: string): unknown {
  return Object.entries(of).find(([name]) => name === key)?.[1];
}
