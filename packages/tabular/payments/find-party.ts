import { chineseSurnames, givenNames } from "./given-names.ts";
import type { Party } from "./payment.ts";

/** The one name under which all redacted payees stand. */
export const redactedName = "many, unknown";

const redacted =
  /\bredact(?:ed)?\b|\bpersonal (?:data|information)\b|\bwithheld\b|\bname removed\b|\*{3,}|脱敏|个人信息|不公开|隐去/i;
/** Words that hide a name only where nothing else stands beside them: firms and offices bear some of them too. */
const redactedWhole =
  /^\W*(?:x{3,}|anonymous|confidential|(?:an? |private )?individuals?|(?:removed |hidden )?(?:under |due to |for )?(?:the )?data protection(?: act)?)\W*$|^个人$/i;

/** Words that only organisations bear. */
const organisationWords =
  /\b(?:ltd|limited|plc|llp|llc|inc|company|co|corp|corporation|group|council|university|college|school|academy|trust|association|assoc|society|club|centre|center|church|charity|foundation|fund|partnership|partners|services?|solutions?|systems?|solicitors?|chambers|consult\w*|architects?|contractors?|builders?|building|construction|engineering|surveyors?|estates?|properties|property|lettings?|hotel|theatre|festival|museum|gallery|media|design|designs|print\w*|press|books|software|technolog\w*|security|cleaning|catering|transport|travel|taxis?|motors?|cars?|garage|hire|supplies|suppliers?|products?|trading|traders?|stores?|shop|bank|insurance|finance|financial|hmrc|nhs|police|fire|court|agency|authority|department|ministry|office|board|committee|commission|institute|federation|union|network|project|events?|enterprises?|international|uk|gmbh|bv|sa|and sons|& sons?|t\/a|trading as)\b|&|@|\.com\b/i;
const chineseOrganisation =
  /公司|集团|局|厂|店|社|院|校|学|所|站|中心|委员会|政府|银行|协会|合作|基金|医|村|镇|乡|街道|部|处|队/;
const title = /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|rev|revd|sir|dame|lady|lord|cllr|councillor)\b\.?\s+\S/i;
const personWords = /^[\p{L}'’.-]+$/u;

/**
 * Who a supplier's name seems to be. A person is seen only from evidence (a title, a common given name beside one to three other
 * words and no word of an organisation, a short Chinese name with a common surname); the reason says which. It will miss
 * persons with rare names and take a firm named after its owner for the owner, which costs a mask on a page and no money.
 */
export function findParty(supplier: string): Party {
  const name = supplier.normalize("NFKC").trim();
  if (redacted.test(name) || redactedWhole.test(name))
    return { nature: "redacted", reason: "the publisher removed the name" };
  if (/\p{Script=Han}/u.test(name)) return chineseParty(name);
  if (organisationWords.test(name)) return organisation("a word that organisations bear");
  if (title.test(name)) return { nature: "person", reason: "a title before the name" };
  const words = name
    .replaceAll(",", " ")
    .split(/\s+/)
    .filter((word) => word !== "");
  const plain = words.length >= 2 && words.length <= 4 && words.every((word) => personWords.test(word));
  if (plain && words.some((word, place) => (place === 0 || name.includes(",")) && givenNames.has(word.toLowerCase()))) {
    return { nature: "person", reason: "a given name and a surname" };
  }
  return organisation("nothing says a person");
}

function chineseParty(name: string): Party {
  const letters = name.replace(/[\s·•]/gu, "");
  const short = /^\p{Script=Han}{2,4}$/u.test(letters) && !chineseOrganisation.test(letters);
  const surname = letters.slice(0, 1);
  if (short && chineseSurnames.includes(surname))
    return { nature: "person", reason: "a short name with a common surname" };
  if (/^\p{Script=Han}[*＊某×xX]{1,3}$/u.test(letters)) return { nature: "person", reason: "a name partly hidden" };
  return organisation("no person's name");
}

function organisation(reason: string): Party {
  return { nature: "organisation", reason };
}
