import type { SectionAspect, SectionChange } from "@mingbai/registry/content/form/compare-sections";
import type { FormDefinition, SectionDefinition } from "@mingbai/registry/content/form/definition";
import { useText } from "../../../i18n/use-text.ts";
import type { ChangeLine } from "../../governance/change-line.ts";
import { usePlaceWords } from "./use-place-words.ts";

export type Forms = readonly [before: FormDefinition, after: FormDefinition];

/** What changes of a section itself from one version of a form to another, in the page's language. */
export function useSectionLines() {
  const { t, language } = useText();
  const { sectionPlace } = usePlaceWords();
  const sectionText = (form: FormDefinition, { of, id, group }: SectionDefinition): string =>
    [t(`design.group.${group}`), sectionPlace(form, of, id)].join(t("design.between"));
  const sectionAspectText = (form: FormDefinition, section: SectionDefinition, aspect: SectionAspect): string => {
    switch (aspect) {
      case "title":
        return `${section.title.zh} / ${section.title.en}`;
      case "group":
        return t(`design.group.${section.group}`);
      case "place":
        return sectionPlace(form, section.of, section.id);
    }
  };
  return (change: SectionChange, [before, after]: Forms): ChangeLine[] => {
    const named = ({ title }: SectionDefinition) => ({ of: t(`design.of.${change.of}`), section: title[language] });
    switch (change.kind) {
      case "sectionAdded": {
        const what = t("design.change.sectionAdded", named(change.section));
        return [{ what, before: t("design.none"), after: sectionText(after, change.section) }];
      }
      case "sectionGone": {
        const what = t("design.change.section", named(change.section));
        return [{ what, before: sectionText(before, change.section), after: t("design.none") }];
      }
      case "sectionChanged": {
        const { was, section } = change;
        return change.aspects.map((aspect) => ({
          what: t("design.change.aspect", {
            field: t("design.change.section", named(was)),
            aspect: t(`design.aspect.section.${aspect}`),
          }),
          before: sectionAspectText(before, was, aspect),
          after: sectionAspectText(after, section, aspect),
        }));
      }
    }
  };
}
