import type { LedgerStatus } from "@mingbai/http/explorer-views";
import { useText } from "../../i18n/use-text.ts";
import { State } from "../../ui/state.tsx";

/** Whether the nodes that answered have one state at one height. */
export function Agreement({ agreement: { agree, answered, nodes } }: Pick<LedgerStatus, "agreement">) {
  const { t } = useText();
  if (!agree) {
    return (
      <State icon="warn" tone="bad">
        {t("explorer.disagree")}
      </State>
    );
  }
  return (
    <State icon="tick" tone="ok">
      {answered < nodes
        ? t("explorer.agreeSome", { count: answered, nodes })
        : t("explorer.agree", { count: answered })}
    </State>
  );
}
