import { tiesView } from "@mingbai/levels/views";
import { useView } from "../../../api/use-view.ts";
import { useText } from "../../../i18n/use-text.ts";
import { findTieFault, type TieDraft } from "./tie-draft.ts";

/** What is missing or wrong in the form about a tie, in words; undefined where it can be signed. `off`: another kind is proposed. */
export function useTieFault({ off }: { off: boolean }): (draft: TieDraft) => string | undefined {
  const { t } = useText();
  const { data } = useView(tiesView, {}, { off });
  return (draft) => {
    const fault = findTieFault(draft, data?.rows ?? []);
    return fault && t(`governance.tie.fault.${fault.why}`, "name" in fault ? { name: fault.name } : {});
  };
}
