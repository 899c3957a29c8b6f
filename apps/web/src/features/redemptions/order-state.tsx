import type { RedemptionRow } from "@mingbai/treasury/views/acts";
import { useText } from "../../i18n/use-text.ts";
import type { IconName } from "../../ui/icon.tsx";
import { State, type Tone } from "../../ui/state.tsx";
import { reasonKey } from "./reason-key.ts";

const looks: Readonly<Record<RedemptionRow["state"], readonly [IconName, Tone]>> = {
  locked: ["lock", "warn"],
  released: ["right", "br"],
  burned: ["slip", "ok"],
  unlocked: ["back", "bad"],
  returned: ["back", "bad"],
};

/** Where an order stands; where it was not paid, why, in the bank's words and with its code. */
export function OrderState({ row }: { row: RedemptionRow }) {
  const { t } = useText();
  const [icon, tone] = looks[row.state];
  return (
    <>
      <State icon={icon} tone={tone}>
        {t(`redemptions.state.${row.state}`)}
      </State>
      {row.reason !== null && (
        <span className="order-why sm">
          {t(reasonKey(row.reason))} <span className="i3 num">{row.reason}</span>
        </span>
      )}
    </>
  );
}
