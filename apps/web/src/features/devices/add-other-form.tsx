import type { KeySlip } from "@mingbai/identity/schema";
import { useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import type { Session } from "../../session/session.ts";
import { useAttempt } from "../../session/use-attempt.ts";
import { Field } from "../../ui/field.tsx";
import { ActForm } from "../people/form-parts.tsx";
import type { PersonInHand } from "../people/person-in-hand.ts";
import { checkNumber } from "./check-number.ts";
import { fetchDevice } from "./device-api.ts";
import { DeviceNameField } from "./device-name-field.tsx";
import { keyAct } from "./key-act.ts";

const codeChars = 9;

/** A key that another device shows under a short code; `code` where a link has brought it. */
export function AddOtherForm({
  person,
  session,
  code: given,
  close,
}: {
  person: PersonInHand;
  session: Session;
  code: string;
  close(): void;
}) {
  const { t } = useText();
  const { running, fault, attempt } = useAttempt();
  const [code, setCode] = useState(given);
  const [slip, setSlip] = useState<KeySlip>();
  const [name, setName] = useState("");
  const digits = code.replaceAll(/\D/g, "");
  const isKnown = slip !== undefined && person.keys.some(({ keyId }) => keyId === slip.keyId);
  const plan = () => {
    if (slip === undefined) return t("devices.need.code");
    if (isKnown) return t("devices.known");
    if (name.trim() === "") return t("devices.need.name");
    return keyAct(t, { slip, name: name.trim(), session, replaces: false });
  };
  return (
    <ActForm title={t("devices.add.other")} plan={plan} close={close}>
      <p className="sm i2">{t("devices.other.how")}</p>
      <Field name={t("devices.code")}>
        {(id) => (
          <input
            id={id}
            className="field num"
            inputMode="numeric"
            autoComplete="off"
            maxLength={codeChars}
            value={code}
            onChange={(event) => {
              setCode(event.target.value);
              setSlip(undefined);
            }}
          />
        )}
      </Field>
      <p>
        <button
          type="button"
          className="btn"
          aria-disabled={running}
          onClick={() => void attempt(async () => setSlip(await fetchDevice(digits)))}
        >
          {t("devices.fetch")}
        </button>
      </p>
      {fault && (
        <p className="bad" role="alert">
          {fault}
        </p>
      )}
      {slip && (
        <p className="note" role="status">
          <span>
            {t(`people.scheme.${slip.scheme}`)}, {t("devices.check")} <b className="num nw">{checkNumber(slip)}</b>
            <br />
            <span className="sm i2">{t("devices.compare")}</span>
          </span>
        </p>
      )}
      <DeviceNameField name={name} onChange={setName} />
    </ActForm>
  );
}
