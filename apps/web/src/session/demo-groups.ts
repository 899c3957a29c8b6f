import type { DemoPersonView } from "@mingbai/http/demo-views";

/** People who belong together in a list: an organisation's own, or those who watch, or those who apply. */
export interface DemoGroup {
  readonly name: "watching" | "applying" | { readonly en: string; readonly zh: string };
  readonly people: readonly DemoPersonView[];
}

const watching = ["escrowBank", "regulator", "auditor", "supervisor"];
const applying = ["supplier", "individual", "donor"];

/** Offices one by one in the order given, then bank and supervision, then applicants. */
export function groupDemoPeople(people: readonly DemoPersonView[]): readonly DemoGroup[] {
  const isAll = ({ roles }: DemoPersonView, list: readonly string[]) => roles.every((role) => list.includes(role));
  const watchers = people.filter((person) => isAll(person, watching));
  const applicants = people.filter((person) => isAll(person, applying));
  const staff = people.filter((person) => !watchers.includes(person) && !applicants.includes(person));
  const offices = Map.groupBy(staff, ({ organisation }) => organisation.en);
  const groups: DemoGroup[] = [...offices.values()].flatMap((members) => {
    const [first] = members;
    return first === undefined ? [] : [{ name: first.organisation, people: members }];
  });
  const rest: DemoGroup[] = [
    { name: "watching", people: watchers },
    { name: "applying", people: applicants },
  ];
  return [...groups, ...rest.filter((group) => group.people.length > 0)];
}
