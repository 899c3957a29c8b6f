import type { Basis } from "@mingbai/registry/content/file/basis";
import { useText } from "../../../i18n/use-text.ts";

/** Where a value comes from, in words: 看过证件或单据：合同 2.0 亩. */
export function useBasisText(): (basis: Basis) => string {
  const { t } = useText();
  return ({ kind, words }) =>
    words === undefined ? t(`basis.${kind}`) : t("basis.with", { kind: t(`basis.${kind}`), words });
}
