import { decimalText } from "@mingbai/registry/content/entry/exact-decimal";
import { compareForms, type FieldAspect, type FormChange } from "@mingbai/registry/content/form/compare-forms";
import type { FieldDefinition, FieldType, FormDefinition, FormRule } from "@mingbai/registry/content/form/definition";
import { useText } from "../../../i18n/use-text.ts";
import type { ChangeLine } from "../../governance/change-line.ts";
import { usePlaceWords } from "./use-place-words.ts";
import { type Forms, useSectionLines } from "./use-section-lines.ts";

/** What a form asks for, and what changes from one version to another, in the page's language. */
export function useFormWords() {
  const { t, language } = useText();
  const { fieldPlace } = usePlaceWords();
  const sectionLines = useSectionLines();
  const join = t("file.join");
  const typeText = (of: FieldType): string => {
    const name = t(`design.type.${of.type}`);
    switch (of.type) {
      case "text":
        return t("design.type.upTo", { name, count: of.charsMax });
      case "number": {
        const [min, max] = [of.min, of.max].map((end) => Number(decimalText(end, of.decimals)).toLocaleString("en-US"));
        return t("design.type.range", { name, unit: of.unit[language], min: min ?? "", max: max ?? "" });
      }
      case "choice":
      case "choices":
        return t("design.type.of", { name, options: optionsText(of.options) });
      default:
        return name;
    }
  };
  const optionsText = (options: Extract<FieldType, { type: "choice" }>["options"]): string =>
    options
      .map((option) => (option.retired ? t("design.retired.of", { what: option[language] }) : option[language]))
      .join(join);
  const fieldText = ({ of, class: seenBy, required }: FieldDefinition): string =>
    [typeText(of), t(`class.${seenBy}`), ...(required ? [t("form.required")] : [])].join(t("design.between"));
  const ruleText = ({ words, when, level }: FormRule): string =>
    t("design.rule.line", { level: t(`design.level.${level}`), words: words[language], when });
  const aspectText = (field: FieldDefinition, aspect: Exclude<FieldAspect, "section" | "place">): string => {
    switch (aspect) {
      case "label":
        return `${field.label.zh} / ${field.label.en}`;
      case "help":
        return field.help?.[language] ?? t("design.none");
      case "required":
        return t(field.required ? "form.yes" : "form.no");
      case "aliases":
        return field.aliases?.join(join) ?? t("design.none");
      case "type":
        return typeText(field.of);
    }
  };
  const fieldLines = (change: Extract<FormChange, { kind: "fieldChanged" }>, forms: Forms): ChangeLine[] =>
    change.aspects.map((aspect) => {
      const what = t("design.change.aspect", {
        field: change.was.label[language],
        aspect: t(`design.aspect.${aspect}`),
      });
      if (aspect !== "section" && aspect !== "place")
        return { what, before: aspectText(change.was, aspect), after: aspectText(change.field, aspect) };
      const [before, after] = forms.map((form) => fieldPlace(form, change.of, change.field.id));
      return { what, before: before ?? "", after: after ?? "" };
    });
  const linesOf = (change: FormChange, forms: Forms): ChangeLine[] => {
    switch (change.kind) {
      case "sectionAdded":
      case "sectionGone":
      case "sectionChanged":
        return sectionLines(change, forms);
      case "fieldAdded": {
        const what = t("design.change.added", { of: t(`design.of.${change.of}`), field: change.field.label[language] });
        const place = fieldPlace(forms[1], change.of, change.field.id);
        return [{ what, before: t("design.none"), after: [fieldText(change.field), place].join(t("design.between")) }];
      }
      case "fieldRetired":
      case "fieldAskedAgain": {
        const [asked, retired] = [t("design.asked"), t("design.retired")];
        const isRetired = change.kind === "fieldRetired";
        const ends = isRetired ? { before: asked, after: retired } : { before: retired, after: asked };
        return [{ what: change.field.label[language], ...ends }];
      }
      case "fieldChanged":
        return fieldLines(change, forms);
      case "ruleAdded":
        return [{ what: t("design.rule"), before: t("design.none"), after: ruleText(change.rule) }];
      case "ruleGone":
        return [{ what: t("design.rule"), before: ruleText(change.rule), after: t("design.none") }];
      case "ruleChanged":
        return [{ what: t("design.rule"), before: ruleText(change.was), after: ruleText(change.rule) }];
    }
  };
  return {
    typeText,
    fieldText,
    ruleText,
    changeLines: (before: FormDefinition, after: FormDefinition): readonly ChangeLine[] =>
      compareForms(before, after).flatMap((change) => linesOf(change, [before, after])),
  };
}
