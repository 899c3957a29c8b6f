import { useText } from "../../i18n/use-text.ts";
import { useAttempt } from "../../session/use-attempt.ts";
import { Icon } from "../../ui/icon.tsx";
import { useSettledAct } from "../matter/use-settled-act.ts";
import type { KeptList } from "./list-store.ts";

/** A list that was prepared here and not proposed: the page was closed, or the signature was turned down. */
export function ProposeAgain({ list }: { list: KeptList }) {
  const { t } = useText();
  const settle = useSettledAct();
  const { running, fault, attempt } = useAttempt();
  return (
    <>
      <p className="i2">{t("list.prepared", { count: list.proposal.count })}</p>
      {fault !== undefined && (
        <p className="note bad" role="alert">
          <Icon name="cross" />
          <span>{fault}</span>
        </p>
      )}
      <p>
        <button
          type="button"
          className="btn p"
          aria-disabled={running}
          onClick={() =>
            void attempt(async () => {
              await settle("treasury.proposeManifest", list.proposal);
            })
          }
        >
          <Icon name="forward" size={14} />
          {t("list.propose", { count: list.proposal.count })}
        </button>
      </p>
    </>
  );
}
