import type { OfferRow } from "@mingbai/treasury/views/offers";
import { useText } from "../../i18n/use-text.ts";
import { State } from "../../ui/state.tsx";

const looks = {
  proposed: { icon: "clock", tone: "warn" },
  open: { icon: "play", tone: "ok" },
  stopped: { icon: "pause", tone: "i2" },
  over: { icon: "right", tone: "i2" },
  withdrawn: { icon: "cross", tone: "i2" },
} as const;

/** How an offer stands, and that it is frozen. */
export function OfferState({ row }: { row: OfferRow }) {
  const { t } = useText();
  const { icon, tone } = looks[row.standing];
  return (
    <>
      <State icon={icon} tone={tone}>
        {t(`offers.state.${row.standing}`, { approvals: row.approvals })}
      </State>
      {row.isFrozen && (
        <State icon="lock" tone="bad">
          {t("offers.frozen")}
        </State>
      )}
    </>
  );
}

/** The offer's title, or its code where this node's vault has no words for it. */
export function useOfferTitle(): (row: Pick<OfferRow, "id" | "title">) => string {
  const { t } = useText();
  return ({ id, title }) => (title === "" ? t("offers.unnamed", { code: id.slice(0, 8) }) : title);
}
