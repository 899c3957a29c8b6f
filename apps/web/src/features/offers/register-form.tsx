import { type FormEvent, useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { Field } from "../../ui/field.tsx";
import { Signing } from "../../ui/signing.tsx";
import { useSettledAct } from "../matter/use-settled-act.ts";
import { AreaChoice } from "./audience-fields.tsx";

/** An administrator registers one merchant by the account number that stands on its till. */
export function RegisterForm() {
  const { t } = useText();
  const settle = useSettledAct();
  const [text, setText] = useState("");
  const [area, setArea] = useState("");
  const [isAsked, setAsked] = useState(false);
  const [isSigning, setSigning] = useState(false);
  const account = text.trim().toLowerCase();
  const isAccount = /^[0-9a-f]{16}$/.test(account);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    setSigning(isAccount);
  };
  const sign = async () => {
    const merchant = { account, ...(area !== "" && { area }) };
    await settle("treasury.registerMerchants", { merchants: [merchant] });
    setSigning(false);
    setAsked(false);
    setText("");
  };
  return (
    <form className="offer-form" onSubmit={submit} noValidate aria-label={t("shops.add")}>
      <div className="offer-fields">
        <Field name={t("shops.account")} note={t("shops.account.note")}>
          {(id) => (
            <input
              id={id}
              className="field mono"
              autoComplete="off"
              spellCheck={false}
              value={text}
              aria-invalid={isAsked && !isAccount}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
        <AreaChoice area={area} onChange={setArea} none={t("shops.nowhere")} />
      </div>
      {isAsked && !isAccount && (
        <p className="bad" role="alert">
          {t("shops.account.wrong")}
        </p>
      )}
      <p>
        <button type="submit" className="btn p">
          {t("shops.add")}
        </button>
      </p>
      {isSigning && (
        <Signing
          title={t("shops.add.title")}
          verb={t("shops.add.verb")}
          sentence={t("shops.add.sentence", { account })}
          sign={sign}
          close={() => setSigning(false)}
        />
      )}
    </form>
  );
}
