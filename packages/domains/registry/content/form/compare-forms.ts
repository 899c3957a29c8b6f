import { compareSections, type SectionChange } from "./compare-sections.ts";
import {
  type FieldDefinition,
  type FormDefinition,
  type FormRule,
  type SubjectKind,
  subjectKinds,
} from "./definition.ts";
import { fieldsOfKind, sectionsOf } from "./find-field.ts";
import { findMoved } from "./find-moved.ts";
import { isAlike } from "./is-alike.ts";

/**
 * What of a field may be another in the next version of a form; `section`: it went to another one; `place`: it stands elsewhere
 * in its own.
 */
export const fieldAspects = ["label", "help", "required", "aliases", "type", "section", "place"] as const;
export type FieldAspect = (typeof fieldAspects)[number];

/** One difference between two versions of a form. */
export type FormChange =
  | SectionChange
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

/** What changes from one version of a form to another: sections, then fields in the order of the later one, then rules. */
export function compareForms(before: FormDefinition, after: FormDefinition): readonly FormChange[] {
  return [
    ...compareSections(before, after),
    ...subjectKinds.flatMap((of) => fieldChanges(before, after, of)),
    ...ruleChanges(before.rules, after.rules),
  ];
}

function fieldChanges(before: FormDefinition, after: FormDefinition, of: SubjectKind): FormChange[] {
  const fields = new Map(fieldsOfKind(before, of).map((field) => [field.id, field]));
  const [homes, newHomes] = [homesOf(before, of), homesOf(after, of)];
  const moved = movedWithin(before, after, of);
  return fieldsOfKind(after, of).flatMap((field): FormChange[] => {
    const was = fields.get(field.id);
    if (was === undefined) return [{ kind: "fieldAdded", of, field }];
    const turned: FormChange[] =
      was.retired === field.retired ? [] : [{ kind: field.retired ? "fieldRetired" : "fieldAskedAgain", of, field }];
    const isAtHome = homes.get(field.id) === newHomes.get(field.id);
    const aspects = aspectsOf(was, field, { isAtHome, isMoved: isAtHome && moved.has(field.id) });
    return aspects.length === 0 ? turned : [...turned, { kind: "fieldChanged", of, was, field, aspects }];
  });
}

/** Which section each field stands in. */
function homesOf(form: FormDefinition, of: SubjectKind): ReadonlyMap<string, string> {
  return new Map(sectionsOf(form, of).flatMap(({ id, fields }) => fields.map((field) => [field.id, id] as const)));
}

/** Fields that stand elsewhere among those that were in their section before and still are. */
function movedWithin(before: FormDefinition, after: FormDefinition, of: SubjectKind): ReadonlySet<string> {
  const idsOf = (form: FormDefinition, section: string) =>
    sectionsOf(form, of)
      .filter(({ id }) => id === section)
      .flatMap(({ fields }) => fields.map(({ id }) => id));
  const moved = sectionsOf(after, of).flatMap(({ id }) => [...findMoved(idsOf(before, id), idsOf(after, id))]);
  return new Set(moved);
}

function aspectsOf(
  was: FieldDefinition,
  is: FieldDefinition,
  { isAtHome, isMoved }: { isAtHome: boolean; isMoved: boolean },
): FieldAspect[] {
  const differs: { readonly [aspect in FieldAspect]: boolean } = {
    label: !isAlike(was.label, is.label),
    help: !isAlike(was.help, is.help),
    required: was.required !== is.required,
    aliases: !isAlike(was.aliases, is.aliases),
    type: !isAlike(was.of, is.of),
    section: !isAtHome,
    place: isMoved,
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
