import type { Value } from "@mingbai/registry/content/file/value";
import type { FieldDefinition } from "@mingbai/registry/content/form/definition";
import type { HouseholdFile, OpenField } from "@mingbai/registry/views/household";
import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { State } from "../../../ui/state.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { SignAct } from "../../people/sign-act.tsx";
import { decideAct } from "./decide-act.ts";
import { useFieldText } from "./field-text.tsx";

/**
 * A field for which two people said different things at once: each value with who said it and when. Nothing decides but a
 * person who sees them side by side, and signs which one counts.
 */
export function OpenFieldNote({ file, field, open }: { file: HouseholdFile; field: FieldDefinition; open: OpenField }) {
  const { t, language } = useText();
  const { time } = useFormat();
  const fieldText = useFieldText();
  const [chosen, setChosen] = useState<{ readonly value: Value | undefined }>();
  const mayDecide = file.may.includes("registry.recordChanges");
  const textOf = (value: Value | undefined) => (value === undefined ? t("file.emptied") : fieldText(field, value));
  const name = field.label[language];
  return (
    <div className="open-field">
      <State icon="brackets" tone="bad">
        {t("file.differs")}
      </State>
      <ul>
        {[open.now, ...open.others].map(({ version, value, by, timeMs }, at) => (
          <li key={version}>
            <b>{textOf(value)}</b>
            <span className="sm i2">
              {by.name === "" ? by.account : by.name}, <span className="nw">{time(timeMs)}</span>
              {at === 0 && <span className="i3"> {t("file.countsNow")}</span>}
            </span>
            {mayDecide && (
              <button
                type="button"
                className="btn s"
                aria-label={t("file.takeOf", { field: name, number: at + 1 })}
                onClick={() => setChosen({ value })}
              >
                {t("file.take")}
              </button>
            )}
          </li>
        ))}
      </ul>
      {chosen && (
        <SignAct
          act={decideAct({
            file,
            open,
            value: chosen.value,
            title: t("file.decide"),
            sentence: (
              <>
                {t("file.decide.sentence", { field: name })} {textOf(chosen.value)}
              </>
            ),
          })}
          close={() => setChosen(undefined)}
          done={() => setChosen(undefined)}
        />
      )}
    </div>
  );
}
