import { compareForms } from "@mingbai/registry/content/form/compare-forms";
import type {
  FieldDefinition,
  FormDefinition,
  FormRule,
  SectionDefinition,
} from "@mingbai/registry/content/form/definition";
import { findField, sectionsOf } from "@mingbai/registry/content/form/find-field";
import { useMemo, useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { removeField, removeRule, retireField } from "./form-edits.ts";
import { type FormMark, marksOf } from "./form-marks.ts";
import type { DesignActs } from "./form-tables.tsx";
import { removeSection, stepField, stepSection } from "./section-edits.ts";
import { StepButtons } from "./step-buttons.tsx";

/** What an editor is open for. */
export type Edited =
  | { readonly kind: "field"; readonly section: SectionDefinition; readonly field?: FieldDefinition }
  | { readonly kind: "move"; readonly section: SectionDefinition; readonly field: FieldDefinition }
  | { readonly kind: "section"; readonly section?: SectionDefinition }
  | { readonly kind: "rule"; readonly rule?: FormRule };

/** The buttons beside what stands in a form that is changed, and what was moved last, to be read out. */
export function useDesignActs({
  inForce,
  draft,
  change,
  edit,
}: {
  inForce: FormDefinition;
  draft: FormDefinition;
  change(next: FormDefinition): void;
  edit(what: Edited): void;
}): { acts: DesignActs; said: string } {
  const { t, language } = useText();
  const [said, setSaid] = useState("");
  const marks = useMemo(() => marksOf(compareForms(inForce, draft)), [inForce, draft]);
  const sayPlace = (name: string, { at, count }: { at: number; count: number }) =>
    setSaid(t("design.stands", { name, place: at + 1, count }));
  const markText = (mark: FormMark | undefined) =>
    mark && <span className={mark === "isNew" ? "tag ok" : "tag warn"}>{t(`design.${mark}`)}</span>;
  const acts: DesignActs = {
    markOfSection: ({ of, id }) => markText(marks.section(of, id)),
    ofSection: (section) => {
      const name = section.title[language];
      const alike = sectionsOf(draft, section.of);
      const [at, count] = [alike.indexOf(section), alike.length];
      return (
        <>
          <Act say="change" of={name} go={() => edit({ kind: "section", section })} />
          <StepButtons
            name={name}
            at={at}
            count={count}
            go={(step) => {
              change(stepSection(draft, section, step));
              sayPlace(name, { at: at + step, count });
            }}
          />
          {section.fields.length === 0 && (
            <Act say="remove" of={name} go={() => change(removeSection(draft, section.id))} />
          )}
          <button type="button" className="btn s" onClick={() => edit({ kind: "field", section })}>
            <Icon name="plus" size={14} />
            <span aria-hidden="true">{t("design.add")}</span>
            <span className="sr">{t("design.add.to", { section: name })}</span>
          </button>
        </>
      );
    },
    ofSections: (
      <p className="section-add">
        <button type="button" className="btn" onClick={() => edit({ kind: "section" })}>
          <Icon name="plus" size={14} />
          {t("design.section.add")}
        </button>
      </p>
    ),
    markOf: ({ of }, { id }) => markText(marks.field(of, id)),
    ofField: (section, field) => {
      const name = field.label[language];
      const [at, count] = [section.fields.indexOf(field), section.fields.length];
      const retire = { id: field.id, isRetired: !field.retired };
      return (
        <>
          <Act say="change" of={name} go={() => edit({ kind: "field", section, field })} />
          <StepButtons
            name={name}
            at={at}
            count={count}
            go={(step) => {
              change(stepField(draft, section.id, { id: field.id, step }));
              sayPlace(name, { at: at + step, count });
            }}
          />
          <Act say="move" of={name} go={() => edit({ kind: "move", section, field })} />
          {findField(inForce, section.of, field.id) === undefined ? (
            <Act say="remove" of={name} go={() => change(removeField(draft, section.id, field.id))} />
          ) : (
            <Act
              say={field.retired ? "askAgain" : "retire"}
              of={name}
              go={() => change(retireField(draft, section.id, retire))}
            />
          )}
        </>
      );
    },
    ofRules: (
      <button type="button" className="btn s" onClick={() => edit({ kind: "rule" })}>
        <Icon name="plus" size={14} />
        {t("design.rule.add")}
      </button>
    ),
    ofRule: (rule) => (
      <>
        <Act say="change" of={rule.words[language]} go={() => edit({ kind: "rule", rule })} />
        <Act say="remove" of={rule.words[language]} go={() => change(removeRule(draft, rule.id))} />
      </>
    ),
  };
  return { acts, said };
}

function Act({ say, of, go }: { say: "change" | "move" | "retire" | "askAgain" | "remove"; of: string; go(): void }) {
  const { t } = useText();
  return (
    <button type="button" className="btn s t" aria-label={t(`design.${say}.of`, { field: of })} onClick={go}>
      {t(`design.${say}`)}
    </button>
  );
}
