import { type FormDefinition, type SectionDefinition, type SubjectKind, subjectKinds } from "./definition.ts";
import { sectionsOf } from "./find-field.ts";
import { findMoved } from "./find-moved.ts";
import { isAlike } from "./is-alike.ts";

/** What of a section may be another in the next version of a form; `place`: it stands elsewhere among those of its kind. */
export const sectionAspects = ["title", "group", "place"] as const;
export type SectionAspect = (typeof sectionAspects)[number];

export type SectionChange =
  | { readonly kind: "sectionAdded" | "sectionGone"; readonly of: SubjectKind; readonly section: SectionDefinition }
  | {
      readonly kind: "sectionChanged";
      readonly of: SubjectKind;
      readonly was: SectionDefinition;
      readonly section: SectionDefinition;
      readonly aspects: readonly SectionAspect[];
    };

/** What changes of the sections themselves, in the order of the later form; what stands in them is told field by field. */
export function compareSections(before: FormDefinition, after: FormDefinition): readonly SectionChange[] {
  return subjectKinds.flatMap((of) => changesOf(sectionsOf(before, of), sectionsOf(after, of), of));
}

function changesOf(
  before: readonly SectionDefinition[],
  after: readonly SectionDefinition[],
  of: SubjectKind,
): SectionChange[] {
  const moved = findMoved(idsOf(before), idsOf(after));
  const gone = before.filter(({ id }) => !after.some((section) => section.id === id));
  return [
    ...after.flatMap((section): SectionChange[] => {
      const was = before.find(({ id }) => id === section.id);
      if (was === undefined) return [{ kind: "sectionAdded", of, section }];
      const aspects = aspectsOf(was, section, moved.has(section.id));
      return aspects.length === 0 ? [] : [{ kind: "sectionChanged", of, was, section, aspects }];
    }),
    ...gone.map((section) => ({ kind: "sectionGone", of, section }) as const),
  ];
}

function idsOf(sections: readonly SectionDefinition[]): string[] {
  return sections.map(({ id }) => id);
}

function aspectsOf(was: SectionDefinition, is: SectionDefinition, isMoved: boolean): SectionAspect[] {
  const differs: { readonly [aspect in SectionAspect]: boolean } = {
    title: !isAlike(was.title, is.title),
    group: was.group !== is.group,
    place: isMoved,
  };
  return sectionAspects.filter((aspect) => differs[aspect]);
}
