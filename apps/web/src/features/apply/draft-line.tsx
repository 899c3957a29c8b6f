import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { useFormat } from "../../ui/use-format.ts";
import type { DraftState } from "./use-draft.ts";

/** Whether what was typed is kept, and since when. */
export function DraftLine({ state }: { state: DraftState }) {
  const { t } = useText();
  const { clock } = useFormat();
  const words = {
    new: t("apply.draft.new"),
    unsaved: t("apply.draft.unsaved"),
    saved: t("apply.draft.saved", { time: clock(state.savedMs ?? 0).slice(0, 5) }),
    failed: t("apply.draft.failed", { why: state.why ?? "" }),
  }[state.kind];
  return (
    <p className={state.kind === "failed" ? "row sm warn draft-line" : "row sm i2 draft-line"} role="status">
      <Icon name={state.kind === "saved" ? "done" : state.kind === "failed" ? "warn" : "pencil"} size={14} />
      {words}
    </p>
  );
}
