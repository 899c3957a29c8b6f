import { type FormDefinition, fieldClasses, subjectKinds } from "@mingbai/registry/content/form/definition";
import { askedSections } from "@mingbai/registry/content/form/find-field";
import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { useToday } from "../../../ui/use-today.ts";
import { SectionFields } from "../form/section-fields.tsx";
import { useDivisions } from "../use-divisions.ts";

/** The form as whoever fills it in will see it; what is typed goes nowhere, so photos cannot be chosen. */
export function FormPreview({ form }: { form: FormDefinition }) {
  const { t } = useText();
  const day = useToday();
  const divisions = useDivisions();
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const onText = (_: string, field: string, text: string) => setTexts((before) => ({ ...before, [field]: text }));
  return (
    <details className="form-preview household-form">
      <summary>{t("design.preview")}</summary>
      <p className="sm i3">{t("design.preview.how")}</p>
      {subjectKinds.map((of) => (
        <div key={of}>
          <h3>{t(`design.of.${of}`)}</h3>
          {askedSections(form, of).map((section) => (
            <SectionFields
              key={section.id}
              section={section}
              subject={`preview-${of}`}
              texts={texts}
              typed={{ faults: [], day, divisions, classes: fieldClasses, onText }}
              isFolded
              except={section.fields.filter((field) => field.of.type === "photos").map(({ id }) => id)}
            />
          ))}
        </div>
      ))}
    </details>
  );
}
