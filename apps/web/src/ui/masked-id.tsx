import { maskIdentityNumber } from "@mingbai/national-codes/identity-number/mask-identity-number";
import { useState } from "react";
import { useText } from "../i18n/use-text.ts";
import { Icon } from "./icon.tsx";

/**
 * An identity number by its first and last four; the eye shows the one number until it is pressed again. Whoever sees it has
 * signed for the look before (`registry.openFiles`). `of`: whose it is, for those who cannot see the row.
 */
export function MaskedId({ number, of }: { number: string; of: string }) {
  const { t } = useText();
  const [isShown, setShown] = useState(false);
  return (
    <span className="masked-id num nw">
      {isShown ? number : maskIdentityNumber(number)}
      <button
        type="button"
        className="plain eye"
        aria-pressed={isShown}
        aria-label={t("ui.masked.show", { name: of })}
        title={t("ui.masked.show", { name: of })}
        onClick={() => setShown(!isShown)}
      >
        <Icon name="eye" size={14} />
      </button>
    </span>
  );
}
