import { useText } from "../../i18n/use-text.ts";
import type { DeviceKey } from "../../keys/device-key.ts";
import type { Session } from "../../session/session.ts";
import { signInWith } from "../../session/session-store.ts";
import { useAttempt } from "../../session/use-attempt.ts";
import { hashText } from "../../ui/hash.tsx";
import { Icon } from "../../ui/icon.tsx";
import type { PersonInHand } from "../people/person-in-hand.ts";

/** Keys of this device that count and are not the one in hand: sign with one of these from now on. */
export function UseKey({
  person,
  session,
  keys,
}: {
  person: PersonInHand;
  session: Session;
  keys: readonly DeviceKey[];
}) {
  const { t } = useText();
  const { running, fault, attempt } = useAttempt();
  const others = person.keys.filter(
    ({ keyId, standing }) =>
      standing === "inForce" && keyId !== session.keyId && keys.some((key) => key.keyId === keyId),
  );
  if (others.length === 0) return null;
  return (
    <div className="here">
      {others.map(({ keyId, name, scheme }) => (
        <p key={keyId} className="row wrap">
          <span>
            {t("devices.isHere", { key: name === "" ? hashText(keyId) : name, kind: t(`people.scheme.${scheme}`) })}
          </span>
          <button
            type="button"
            className="btn s"
            aria-disabled={running}
            onClick={() => void attempt(() => signInWith(keyId))}
          >
            <Icon name="key" />
            {t("devices.use")}
          </button>
        </p>
      ))}
      {fault && (
        <p className="bad" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
