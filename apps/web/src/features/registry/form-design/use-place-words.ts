import type { FormDefinition, SubjectKind } from "@mingbai/registry/content/form/definition";
import { sectionsOf } from "@mingbai/registry/content/form/find-field";
import { useText } from "../../../i18n/use-text.ts";

/** Where sections and fields of a form stand, in the page's language: as the first, or after which one. */
export function usePlaceWords() {
  const { t, language } = useText();
  const among = (names: readonly string[], at: number): string => {
    const before = names[at - 1];
    return before === undefined ? t("design.place.first") : t("design.place.after", { name: before });
  };
  return {
    sectionPlace(form: FormDefinition, of: SubjectKind, id: string): string {
      const sections = sectionsOf(form, of);
      const names = sections.map(({ title }) => title[language]);
      return among(
        names,
        sections.findIndex((section) => section.id === id),
      );
    },
    /** With the section that it stands in. */
    fieldPlace(form: FormDefinition, of: SubjectKind, id: string): string {
      const section = sectionsOf(form, of).find(({ fields }) => fields.some((field) => field.id === id));
      if (section === undefined) return t("design.none");
      const names = section.fields.map(({ label }) => label[language]);
      const place = among(
        names,
        section.fields.findIndex((field) => field.id === id),
      );
      return t("design.place.in", { section: section.title[language], place });
    },
  };
}
