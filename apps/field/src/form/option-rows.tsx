/** Answers as rows of 52 px under their question; one of them, or several where `areSeveral`. Pressing a chosen one takes it back. */
export function OptionRows({
  id,
  label,
  options,
  chosen,
  areSeveral = false,
  choose,
}: {
  id: string;
  label: string;
  options: readonly { readonly code: string; readonly label: string }[];
  chosen: readonly string[];
  areSeveral?: boolean;
  choose(code: string): void;
}) {
  return (
    <fieldset className="question" id={id}>
      <legend>{label}</legend>
      {options.map(({ code, label: answer }) => {
        const isOn = chosen.includes(code);
        return (
          <label key={code} className={isOn ? "option on" : "option"}>
            <input
              type={areSeveral ? "checkbox" : "radio"}
              name={id}
              checked={isOn}
              onClick={() => !areSeveral && isOn && choose(code)}
              onChange={() => choose(code)}
            />
            <span>{answer}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
