const escapes: Readonly<Record<string, string>> = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

/** Control characters that no HTML text may hold, and lone halves of surrogate pairs. */
const unprintable = /[^\P{Cc}\t\n\r]|\p{Cs}/gu;

/** Markup that may stand in a page as it is. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Part = Html | string | number | undefined | false | readonly Part[];

/** Markup from a template: everything put into it is text, but what is `Html` already. Attributes must be quoted. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((string, at) => string + markupOf(parts[at])).join(""));
}

/** Words that somebody wrote: kept apart, so that their direction of writing does not turn what stands beside them. */
export function said(words: string): Html {
  return html`<bdi>${words}</bdi>`;
}

function markupOf(part: Part): string {
  if (part === undefined || part === false) return "";
  if (part instanceof Html) return part.text;
  if (typeof part === "object") return part.map(markupOf).join("");
  return String(part)
    .replace(unprintable, "\ufffd")
    .replace(/[<>&"'`]/g, (character) => escapes[character] ?? character);
}
