/** A stretch of the text: a comment with its marks, or a string without its quotes. */
export type Stretch = { start: number; text: string };

/**
 * A source text taken apart. `code` is as long as the text, with comments, the inside of strings, templates and
 * regular expressions blanked out (line ends stay), so that a pattern found in it is found in code.
 */
export type MaskedSource = { code: string; comments: Stretch[]; strings: Stretch[] };

type Reader = { text: string; at: number; code: string[]; masked: MaskedSource; templates: number[] };

/** Words after which a slash begins a regular expression, since no value stands before it. */
const wordsBeforeRegex = /(?:^|[^\w$.])(?:return|typeof|case|in|of|new|delete|void|throw|do|else|await|yield)$/;

/**
 * Takes a TypeScript or JavaScript text apart. It knows just enough of the language for the house rules: TypeScript 7
 * offers no parser to other programs. JSX texts stay in `code`.
 */
export function maskSource(text: string): MaskedSource {
  const masked: MaskedSource = { code: "", comments: [], strings: [] };
  const reader: Reader = { text, at: 0, code: [], masked, templates: [] };
  while (reader.at < text.length) readOne(reader);
  masked.code = reader.code.join("");
  return masked;
}

function readOne(reader: Reader): void {
  const { text, at } = reader;
  const char = text.charAt(at);
  if (text.startsWith("//", at) || (at === 0 && text.startsWith("#!"))) readComment(reader, lineEnd(text, at));
  else if (text.startsWith("/*", at)) readComment(reader, endAfter(text, "*/", at + 2));
  else if (char === '"' || (char === "'" && !isInWord(reader))) readString(reader, char);
  else if (char === "`" || (char === "}" && closesTemplateHole(reader))) readTemplate(reader);
  else if (char === "/" && isRegexStart(reader)) blank(reader, regexEnd(text, at));
  else {
    if (char === "{") deepen(reader, 1);
    keep(reader, at + 1);
  }
}

/** An apostrophe in a JSX text, as in `don't`, opens no string. */
function isInWord(reader: Reader): boolean {
  return /\w/.test(reader.text.charAt(reader.at - 1));
}

function readComment(reader: Reader, end: number): void {
  reader.masked.comments.push({ start: reader.at, text: reader.text.slice(reader.at, end) });
  blank(reader, end);
}

function readString(reader: Reader, quote: string): void {
  const start = reader.at + 1;
  const lineStop = lineEnd(reader.text, start);
  const end = Math.min(stringEnd(reader.text, start, quote), lineStop);
  reader.masked.strings.push({ start, text: reader.text.slice(start, end) });
  keep(reader, start);
  blank(reader, end);
  if (end < lineStop) keep(reader, end + 1);
}

/** Reads from a backtick, or from the brace that closes a hole, to the next hole or the closing backtick. */
function readTemplate(reader: Reader): void {
  keep(reader, reader.at + 1);
  let end = reader.at;
  while (end < reader.text.length && reader.text[end] !== "`" && !reader.text.startsWith("${", end)) {
    end += reader.text[end] === "\\" ? 2 : 1;
  }
  blank(reader, end);
  if (reader.text.startsWith("${", end)) {
    reader.templates.push(0);
    keep(reader, end + 2);
  } else keep(reader, end + 1);
}

function deepen(reader: Reader, by: number): void {
  const last = reader.templates.length - 1;
  const depth = reader.templates[last];
  if (depth !== undefined) reader.templates[last] = depth + by;
}

function closesTemplateHole(reader: Reader): boolean {
  if (reader.templates.at(-1) !== 0) {
    deepen(reader, -1);
    return false;
  }
  reader.templates.pop();
  return true;
}

function isRegexStart(reader: Reader): boolean {
  const before = reader.code.slice(-40).join("").slice(-80).trimEnd();
  if (reader.text.startsWith("/>", reader.at) || before.endsWith("<")) return false;
  return before === "" || /[(,=:[!&|?{};~+\-*%>]$/.test(before) || wordsBeforeRegex.test(before);
}

function regexEnd(text: string, start: number): number {
  const stop = lineEnd(text, start);
  let inClass = false;
  for (let at = start + 1; at < stop; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === "[") inClass = true;
    else if (text[at] === "]") inClass = false;
    else if (text[at] === "/" && !inClass) return at + 1;
  }
  return start + 1;
}

function stringEnd(text: string, start: number, quote: string): number {
  let at = start;
  while (at < text.length && text[at] !== quote) at += text[at] === "\\" ? 2 : 1;
  return at;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

function endAfter(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from);
  return end < 0 ? text.length : end + mark.length;
}

function keep(reader: Reader, end: number): void {
  reader.code.push(reader.text.slice(reader.at, end));
  reader.at = end;
}

function blank(reader: Reader, end: number): void {
  reader.code.push(reader.text.slice(reader.at, end).replace(/[^\n]/g, " "));
  reader.at = Math.min(end, reader.text.length);
}
