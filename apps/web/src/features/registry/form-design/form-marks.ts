import type { FormChange } from "@mingbai/registry/content/form/compare-forms";
import type { SubjectKind } from "@mingbai/registry/content/form/definition";

export type FormMark = "isNew" | "isChanged" | "isMoved";

/** What of a changed form is marked: `section` and `field` by whom they ask about and their id. */
export interface FormMarks {
  section(of: SubjectKind, id: string): FormMark | undefined;
  field(of: SubjectKind, id: string): FormMark | undefined;
}

/** The marks of a draft beside the form in force. What was moved and is the same besides is only called moved. */
export function marksOf(changes: readonly FormChange[]): FormMarks {
  const sections = new Map<string, FormMark>();
  const fields = new Map<string, FormMark>();
  for (const change of changes) {
    switch (change.kind) {
      case "sectionAdded":
        sections.set(`${change.of} ${change.section.id}`, "isNew");
        break;
      case "sectionChanged":
        sections.set(`${change.of} ${change.section.id}`, isOnly(change.aspects, ["place"]) ? "isMoved" : "isChanged");
        break;
      case "fieldAdded":
        fields.set(`${change.of} ${change.field.id}`, "isNew");
        break;
      case "fieldRetired":
      case "fieldAskedAgain":
        fields.set(`${change.of} ${change.field.id}`, "isChanged");
        break;
      case "fieldChanged": {
        const key = `${change.of} ${change.field.id}`;
        const isMoved = isOnly(change.aspects, ["section", "place"]) && !fields.has(key);
        fields.set(key, isMoved ? "isMoved" : "isChanged");
        break;
      }
    }
  }
  return {
    section: (of, id) => sections.get(`${of} ${id}`),
    field: (of, id) => fields.get(`${of} ${id}`),
  };
}

function isOnly(aspects: readonly string[], of: readonly string[]): boolean {
  return aspects.every((aspect) => of.includes(aspect));
}
