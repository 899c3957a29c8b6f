import fc from "fast-check";
import type { Variables } from "../rule-type.ts";

/** Small values from small sets, so that rules over them often agree, and fields that are often absent. */
export const sceneVariables = {
  n: "int",
  m: "int",
  p: "bool",
  s: "string",
  today: "day",
  xs: { list: "int", itemsMax: 4 },
  words: { list: "string", itemsMax: 3 },
  h: { fields: { size: "int", name: "string", ok: "bool", since: "day" } },
  people: {
    list: { fields: { age: "int", name: "string", born: "day", marks: { list: "int", itemsMax: 3 } } },
    itemsMax: 3,
  },
} satisfies Variables;

const int = fc.integer({ min: -4, max: 9 });
const text = fc.constantFrom("", "a", "ab", "b", "青", "青石", "！");
const day = fc.constantFrom("1950-03-01", "2008-02-29", "2026-02-28", "2026-11-22");
const few = { requiredKeys: [] };

export const scenes = fc.record({
  n: int,
  m: int,
  p: fc.boolean(),
  s: text,
  today: day,
  xs: fc.array(int, { maxLength: 4 }),
  words: fc.array(text, { maxLength: 3 }),
  h: fc.record({ size: int, name: text, ok: fc.boolean(), since: day }, few),
  people: fc.array(fc.record({ age: int, name: text, born: day, marks: fc.array(int, { maxLength: 3 }) }, few), {
    maxLength: 3,
  }),
});

/** Items of the macros around, by what they are. */
interface Names {
  readonly ints: readonly string[];
  readonly people: readonly string[];
}

type Texts = fc.Arbitrary<string>;

/** A text made of parts: `${` and the rest of a template, each part drawn. */
function joined(strings: TemplateStringsArray, ...parts: Texts[]): Texts {
  return fc.tuple(...parts).map((drawn) => String.raw({ raw: strings }, ...drawn));
}

const literal = (value: string) => `'${value}'`;
const from = (...texts: string[]) => fc.constantFrom(...texts);

function ints(depth: number, names: Names): Texts {
  const leaves = [
    int.map((value) => `(${value})`),
    from("n", "m", "h.size", "xs[0]", "xs[3]", "people[1].age", ...names.ints, ...names.people.map((x) => `${x}.age`)),
  ];
  if (depth === 0) return fc.oneof(...leaves);
  const below = ints(depth - 1, names);
  const test = bools(depth - 1, names);
  return fc.oneof(
    ...leaves,
    joined`(${below} ${from("+", "-", "*", "/", "%")} ${below})`,
    joined`-(${below})`,
    joined`(${test} ? ${below} : ${below})`,
    joined`size(${lists(depth - 1, names)})`,
    joined`sum(${lists(depth - 1, names)})`,
    joined`${lists(depth - 1, names)}[${below}]`,
    joined`${strings(names)}.size()`,
    joined`ageAt(${days(names)}, ${days(names)})`,
    joined`daysBetween(${days(names)}, ${days(names)})`,
    joined`yearOf(${days(names)})`,
  );
}

function strings(names: Names): Texts {
  const known = ["s", "h.name", "words[0]", "people[0].name", ...names.people.map((x) => `${x}.name`)];
  const one = fc.oneof(text.map(literal), from(...known));
  return fc.oneof(one, one, joined`(${one} + ${one})`);
}

function days(names: Names): Texts {
  return from("today", "h.since", "people[0].born", ...names.people.map((x) => `${x}.born`));
}

function lists(depth: number, names: Names): Texts {
  const leaves = [from("xs", "people[0].marks", "[1, 2, n]", ...names.people.map((x) => `${x}.marks`))];
  if (depth === 0) return fc.oneof(...leaves);
  const [number, withInt] = withItem(names, "ints", depth);
  const [person, withPerson] = withItem(names, "people", depth);
  const below = lists(depth - 1, names);
  return fc.oneof(
    ...leaves,
    joined`${below}.filter(${from(number)}, ${bools(depth - 1, withInt)})`,
    joined`${below}.map(${from(number)}, ${ints(depth - 1, withInt)})`,
    joined`people.map(${from(person)}, ${ints(depth - 1, withPerson)})`,
    joined`people.map(${from(person)}, ${bools(depth - 1, withPerson)}, ${ints(depth - 1, withPerson)})`,
  );
}

export function bools(depth: number, names: Names = { ints: [], people: [] }): Texts {
  const asked = ["has(h.size)", "has(h.ok)", ...names.people.flatMap((x) => [`has(${x}.age)`, `has(${x}.name)`])];
  const leaves = [from("true", "false", "p", "h.ok", ...asked)];
  if (depth === 0) return fc.oneof(...leaves);
  const below = bools(depth - 1, names);
  const number = ints(depth - 1, names);
  const [item, withInt] = withItem(names, "ints", depth);
  const [person, withPerson] = withItem(names, "people", depth);
  const macro = from("all", "exists", "exists_one");
  const order = from("==", "!=", "<", "<=", ">", ">=");
  return fc.oneof(
    ...leaves,
    joined`(${below} ${from("&&", "||")} ${below})`,
    joined`(${below} ${from("==", "!=")} ${below})`,
    joined`!(${below})`,
    joined`(${below} ? ${below} : ${below})`,
    joined`(${number} ${order} ${number})`,
    joined`(${strings(names)} ${order} ${strings(names)})`,
    joined`(${days(names)} ${order} ${days(names)})`,
    joined`(${number} in ${lists(depth - 1, names)})`,
    joined`(${strings(names)} in words)`,
    joined`${strings(names)}.${from("contains", "startsWith", "endsWith")}(${strings(names)})`,
    joined`${lists(depth - 1, names)}.${macro}(${from(item)}, ${bools(depth - 1, withInt)})`,
    joined`people.${macro}(${from(person)}, ${bools(depth - 1, withPerson)})`,
  );
}

/** A new name for an item, by the depth that it stands at, and the names with it. */
function withItem(names: Names, kind: keyof Names, depth: number): [string, Names] {
  const name = `${kind}${depth}`;
  return [name, { ...names, [kind]: [...names[kind], name] }];
}
