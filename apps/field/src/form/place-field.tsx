import { writeText } from "@mingbai/registry/content/entry/write-text";
import { useState } from "react";
import { findHere } from "../device/find-here.ts";
import { useText } from "../i18n/use-text.ts";
import { Icon } from "../ui/icon.tsx";
import type { FieldProps } from "./field-props.ts";

/** Where the house is: taken from the phone, where somebody allows it. */
export function PlaceField({ id, field, value, enter }: FieldProps) {
  const { t, language } = useText();
  const [state, setState] = useState<"idle" | "taking" | "failed">("idle");
  const take = async (): Promise<void> => {
    setState("taking");
    const here = await findHere();
    setState(here === undefined ? "failed" : "idle");
    if (here !== undefined) enter({ value: [...here] });
  };
  return (
    <fieldset className="question" id={id}>
      <legend>{field.label[language]}</legend>
      {value !== undefined && <p className="num">{writeText(field, value, language)}</p>}
      <p className="buttons">
        <button type="button" className="btn" aria-disabled={state === "taking"} onClick={() => void take()}>
          <Icon name="pin" />
          {t(state === "taking" ? "field.place.taking" : "field.place.take")}
        </button>
        {value !== undefined && (
          <button type="button" className="btn" onClick={() => enter({ empty: true })}>
            {t("field.clear")}
          </button>
        )}
      </p>
      <p role="status" className="warn">
        {state === "failed" && t("field.place.failed")}
      </p>
    </fieldset>
  );
}
