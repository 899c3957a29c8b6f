import "./devices.css";
import { useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import type { DeviceKey } from "../../keys/device-key.ts";
import { useAttempt } from "../../session/use-attempt.ts";
import { Icon } from "../../ui/icon.tsx";
import { QrPicture } from "../../ui/qr-picture.tsx";
import { checkNumber } from "./check-number.ts";
import { type Offer, offerDevice } from "./device-api.ts";

/** For who is signed in elsewhere already: a code by which that device fetches this one's key, and what to compare. */
export function DeviceOffer({ deviceKey: { keyId, scheme, publicKey } }: { deviceKey: DeviceKey }) {
  const { t } = useText();
  const { running, fault, attempt } = useAttempt();
  const [offer, setOffer] = useState<Offer>();
  const slip = { keyId, scheme, publicKey };
  return (
    <div className="device-offer">
      <p className="sm i2">{t("devices.offer.note")}</p>
      {offer === undefined ? (
        <button
          type="button"
          className="btn s"
          aria-disabled={running}
          onClick={() => void attempt(async () => setOffer(await offerDevice(slip)))}
        >
          <Icon name="link" />
          {t("devices.offer")}
        </button>
      ) : (
        <div role="status">
          <p className="device-code num">{offer.code.replace(/(.{4})(?=.)/g, "$1 ")}</p>
          <p className="sm i2">{t("devices.offer.how")}</p>
          <QrPicture
            text={`${window.location.origin}/people/devices?code=${offer.code}`}
            name={t("devices.offer.picture")}
          />
          <p className="sm">
            {t("devices.check")} <b className="num nw">{checkNumber(slip)}</b>
          </p>
        </div>
      )}
      {fault && (
        <p className="bad" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
