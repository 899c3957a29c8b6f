import { filterTextCharsMax } from "@mingbai/treasury/views";
import { type FormEvent, useId, useState } from "react";
import { useText } from "../../i18n/use-text.ts";

/** The one field that finds what may be frozen; starts with what the address asks for. */
export function FindForm({ text, onFind }: { text: string; onFind(text: string): void }) {
  const { t } = useText();
  const id = useId();
  const [typed, setTyped] = useState(text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onFind(typed.trim());
  };
  return (
    <form onSubmit={submit}>
      <label className="label" htmlFor={id}>
        {t("regulator.find.label")}
      </label>
      <div className="row wrap">
        <input
          id={id}
          className="field regulator-find"
          type="search"
          maxLength={filterTextCharsMax}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <button type="submit" className="btn p">
          {t("regulator.find.do")}
        </button>
        {text !== "" && (
          <button type="button" className="btn t" onClick={() => onFind("")}>
            {t("regulator.find.clear")}
          </button>
        )}
      </div>
    </form>
  );
}
