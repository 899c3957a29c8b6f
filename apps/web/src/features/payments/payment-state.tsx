import type { PaymentKind, PaymentStatus } from "@mingbai/treasury/views";
import { useText } from "../../i18n/use-text.ts";
import type { IconName } from "../../ui/icon.tsx";
import { State, type Tone } from "../../ui/state.tsx";

const looks: Readonly<Record<PaymentStatus, { icon: IconName; tone: Tone }>> = {
  disbursed: { icon: "right", tone: "br" },
  confirmed: { icon: "tick", tone: "ok" },
  redeeming: { icon: "lock", tone: "warn" },
  burned: { icon: "slip", tone: "ok" },
  returned: { icon: "back", tone: "i2" },
  frozen: { icon: "pause", tone: "bad" },
};

/** Where a payment's money is now. Money that came back is told by its kind instead. */
export function PaymentState({ status, kind }: { status: PaymentStatus; kind: PaymentKind }) {
  const { t } = useText();
  if (kind !== "payment") {
    return (
      <State icon="back" tone="i2">
        {t(`payments.kind.${kind}`)}
      </State>
    );
  }
  const { icon, tone } = looks[status];
  return (
    <State icon={icon} tone={tone}>
      {t(`payments.status.${status}`)}
    </State>
  );
}
