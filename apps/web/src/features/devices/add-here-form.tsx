import { useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import type { DeviceKey } from "../../keys/device-key.ts";
import type { Session } from "../../session/session.ts";
import { hashText } from "../../ui/hash.tsx";
import { ActForm } from "../people/form-parts.tsx";
import type { PersonInHand } from "../people/person-in-hand.ts";
import { MakeKeys } from "../sign-in/make-keys.tsx";
import { DeviceNameField } from "./device-name-field.tsx";
import { keyAct } from "./key-act.ts";

/** A key made on this device, added to those of the person signed in, or put in the place of the one in hand. */
export function AddHereForm({
  person,
  session,
  keys,
  add,
  close,
}: {
  person: PersonInHand;
  session: Session;
  keys: readonly DeviceKey[];
  add(key: DeviceKey): Promise<void>;
  close(): void;
}) {
  const { t } = useText();
  const [chosenId, setChosenId] = useState<string>();
  const [name, setName] = useState("");
  const [replaces, setReplaces] = useState(false);
  const free = keys.filter(
    ({ keyId, owner }) => owner === undefined && !person.keys.some((key) => key.keyId === keyId),
  );
  const chosen = free.find(({ keyId }) => keyId === chosenId) ?? free[0];
  const plan = () => {
    if (chosen === undefined) return t("devices.need.key");
    if (name.trim() === "") return t("devices.need.name");
    const { keyId, scheme, publicKey } = chosen;
    return keyAct(t, { slip: { keyId, scheme, publicKey }, name: name.trim(), session, replaces });
  };
  return (
    <ActForm title={t("devices.add.here")} plan={plan} close={close}>
      {free.length > 0 && (
        <fieldset>
          <legend>{t("devices.which")}</legend>
          <div className="choices">
            {free.map((key) => (
              <label key={key.keyId}>
                <input type="radio" name="key" checked={key === chosen} onChange={() => setChosenId(key.keyId)} />
                {t(`people.scheme.${key.scheme}`)} <span className="mono i2">{hashText(key.keyId)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <div>
        <MakeKeys
          isFirst={false}
          note={t("devices.make.note")}
          add={async (key) => {
            setChosenId(key.keyId);
            await add(key);
          }}
        />
      </div>
      <DeviceNameField name={name} onChange={setName} />
      <div className="choices">
        <label>
          <input type="checkbox" checked={replaces} onChange={(event) => setReplaces(event.target.checked)} />
          {t("devices.replaces", { key: hashText(session.keyId) })}
        </label>
      </div>
    </ActForm>
  );
}
