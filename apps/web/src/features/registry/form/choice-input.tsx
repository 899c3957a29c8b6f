import type { Option } from "@mingbai/registry/content/form/definition";
import { type KeyboardEvent, useId, useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import type { InputProps } from "./input-props.ts";
import { matchOptions } from "./match-options.ts";

/** Between several answers; `readText` reads others too. */
const between = /[、，,;；]\s*/u;

/**
 * One of the answers, or several of them, by typing: words, part of them, another spelling or the code. The arrows go through
 * what fits, Enter and Tab take it.
 */
export function ChoiceInput({
  options,
  isSeveral = false,
  text,
  tied,
  onChange,
  onSettle,
}: InputProps & { options: readonly Option[]; isSeveral?: boolean }) {
  const { language } = useText();
  const listId = useId();
  const [at, setAt] = useState<number>();
  const [isTyped, setTyped] = useState(false);
  const parts = isSeveral ? text.split(between) : [text];
  const asked = parts.at(-1) ?? "";
  const isOpen = at !== undefined;
  const found = isOpen ? matchOptions(options, isTyped ? asked : "") : [];
  const join = language === "zh" ? "、" : "; ";

  const take = (option: Option | undefined) => {
    setAt(undefined);
    setTyped(false);
    if (option === undefined) return;
    const before = isSeveral ? parts.slice(0, -1) : [];
    onChange([...before, option[language]].join(join));
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setAt(at === undefined ? 0 : (at + step + found.length) % Math.max(1, found.length));
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      setAt(undefined);
    } else if ((event.key === "Enter" || event.key === "Tab") && isOpen && asked.trim() !== "") {
      take(found[at]);
    } else if (event.key === "Enter" && isOpen && !isTyped) {
      take(found[at]);
    }
  };
  return (
    <span className="choice-input">
      <input
        {...tied}
        className="field"
        role="combobox"
        autoComplete="off"
        maxLength={400}
        aria-autocomplete="list"
        aria-expanded={isOpen && found.length > 0}
        aria-controls={listId}
        {...(isOpen && found.length > 0 && { "aria-activedescendant": `${listId}-${at}` })}
        value={text}
        onChange={(event) => {
          onChange(event.target.value);
          setTyped(true);
          setAt(0);
        }}
        onKeyDown={onKey}
        onClick={() => setAt(isOpen ? undefined : 0)}
        onBlur={() => {
          setAt(undefined);
          setTyped(false);
          onSettle();
        }}
      />
      <div id={listId} role="listbox" aria-label={listId} hidden={found.length === 0}>
        {found.map((option, index) => (
          <div
            key={option.code}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onKeyDown={() => undefined}
            onMouseDown={(event) => {
              event.preventDefault();
              take(option);
            }}
          >
            {option[language]}
          </div>
        ))}
      </div>
    </span>
  );
}
