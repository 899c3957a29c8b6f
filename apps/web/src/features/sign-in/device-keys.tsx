import { useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { signInWith } from "../../session/session-store.ts";
import { useAttempt } from "../../session/use-attempt.ts";
import { Icon } from "../../ui/icon.tsx";
import { DeviceOffer } from "../devices/device-offer.tsx";
import { ForgetKey } from "./forget-key.tsx";
import { KeyCard } from "./key-card.tsx";
import { KeyList } from "./key-list.tsx";
import { KeySlip } from "./key-slip.tsx";
import { MakeKeys } from "./make-keys.tsx";
import { useDeviceKeys } from "./use-device-keys.ts";

/** The keys of this device: sign in with one, make one, give one to be registered, delete one. */
export function DeviceKeys({ done, zoneOffsetMinutes }: { done(): void; zoneOffsetMinutes: number }) {
  const { t } = useText();
  const { keys, chosen, isForbidden, choose, add, forget } = useDeviceKeys();
  const { running, fault, attempt } = useAttempt();
  const [isChoosing, setChoosing] = useState(false);
  if (isForbidden) return <p className="note warn">{t("signIn.noStore")}</p>;
  if (keys === undefined) return <div className="keys-wait" aria-busy="true" />;
  return (
    <>
      {chosen === undefined ? (
        <p className="no-key i2">{t("signIn.none")}</p>
      ) : (
        <>
          <KeyCard
            deviceKey={chosen}
            zoneOffsetMinutes={zoneOffsetMinutes}
            change={keys.length > 1 ? () => setChoosing(!isChoosing) : undefined}
          />
          {isChoosing && (
            <KeyList
              keys={keys}
              chosen={chosen}
              choose={(key) => {
                choose(key.keyId);
                setChoosing(false);
              }}
            />
          )}
          <button
            type="button"
            className="btn p tall"
            aria-disabled={running}
            onClick={() => void attempt(() => signInWith(chosen.keyId).then(done))}
          >
            <Icon name="key" size={18} />
            {t(running ? "signIn.going" : "signIn.go")}
          </button>
          {fault && (
            <p className="bad" role="alert">
              {t("signIn.failed", { why: fault })}
            </p>
          )}
          {chosen.owner === undefined && (
            <>
              <KeySlip deviceKey={chosen} />
              <DeviceOffer key={chosen.keyId} deviceKey={chosen} />
            </>
          )}
          <div className="or">{t("signIn.or")}</div>
        </>
      )}
      <MakeKeys isFirst={chosen === undefined} note={t("signIn.make.note")} add={add} />
      <div className="help sm">
        <details>
          <summary>{t("signIn.lost")}</summary>
          <p className="i2">{t("signIn.lost.how")}</p>
        </details>
        {chosen && <ForgetKey key={chosen.keyId} forget={() => void forget(chosen.keyId)} />}
      </div>
    </>
  );
}
