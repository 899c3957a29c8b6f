import "./purpose-choice.css";
import type { Purpose } from "@mingbai/registry/schema";
import { useEffect, useRef } from "react";
import { useText } from "../../../i18n/use-text.ts";

/**
 * What files may be opened for, the usual purpose first and under Enter; one press says it. `chosen`: what is said already, where a
 * press only says something else and what follows is signed elsewhere.
 */
export function PurposeChoice({
  purposes,
  chosen,
  choose,
}: {
  purposes: readonly Purpose[];
  chosen?: Purpose;
  choose(purpose: Purpose): void;
}) {
  const { t } = useText();
  const first = useRef<HTMLButtonElement>(null);
  const isSaid = chosen !== undefined;
  useEffect(() => {
    if (!isSaid) first.current?.focus();
  }, [isSaid]);
  return (
    <fieldset className="row wrap purpose-choice" aria-label={t("access.ask.purpose")}>
      {purposes.map((purpose, at) => (
        <button
          key={purpose}
          type="button"
          className={!isSaid && at === 0 ? "btn p" : "btn"}
          ref={at === 0 ? first : undefined}
          {...(isSaid && { "aria-pressed": purpose === chosen })}
          onClick={() => choose(purpose)}
        >
          {t(`purpose.${purpose}`)}
        </button>
      ))}
    </fieldset>
  );
}
