import type { Value } from "@mingbai/registry/content/file/value";
import type { FieldDefinition } from "@mingbai/registry/content/form/definition";
import type { ReactNode } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { MaskedId } from "../../../ui/masked-id.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { valueText } from "../form-words.ts";
import { PhotoRow } from "../photos/photo-row.tsx";
import { useDivisionName } from "../use-divisions.ts";

/**
 * What shows a value of a field as a file does: money and days in the page's way, identity numbers masked, photos as
 * small pictures; `inLine`: within a sentence, where they are counted. */
export function useFieldText({ inLine = false } = {}): (field: FieldDefinition, value: Value) => ReactNode {
  const { t, language } = useText();
  const { day, moneyWithUnit } = useFormat();
  const divisionName = useDivisionName();
  return (field, value) => {
    switch (field.of.type) {
      case "day":
        return typeof value === "string" ? day(value) : valueText(field, value, language);
      case "money":
        return typeof value === "number" ? moneyWithUnit(value) : valueText(field, value, language);
      case "identityNumber":
        return <MaskedId number={String(value)} of={field.label[language]} />;
      case "division":
        return divisionName(String(value));
      case "photos":
        return inLine ? t("file.photos", { count: filesIn(value).length }) : <PhotoRow files={filesIn(value)} />;
      default:
        return valueText(field, value, language);
    }
  };
}

function filesIn(value: Value): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
