/** Why a code is not accepted: by which rule, with what values, and in words for a clerk. The names of faults are stable. */
export interface CodeFault<Name extends string = string> {
  readonly fault: Name;
  readonly values: FaultValues;
  readonly en: string;
  readonly zh: string;
}

/** What the words name: counts, places (from 1), digits. They are parts of what was given, so they are as private as it is. */
export type FaultValues = Readonly<Record<string, string | number>>;

/** Declared faults with their words; `{name}` stands for a value. */
export type FaultTable = { readonly [name: string]: { readonly en: string; readonly zh: string } };

/** A function that makes faults of one table's names and of no others. */
export function faultsOf<Table extends FaultTable>(table: Table) {
  return <Name extends keyof Table & string>(fault: Name, values: FaultValues = {}): CodeFault<Name> => ({
    fault,
    values,
    en: fillIn(table[fault]?.en ?? fault, values),
    zh: fillIn(table[fault]?.zh ?? fault, values),
  });
}

export function isFault<Answer extends object>(answer: Answer): answer is Extract<Answer, CodeFault> {
  return "fault" in answer;
}

function fillIn(words: string, values: FaultValues): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
