// The other end of a link, in a process of its own: counts what is big with a small answer, and sends what is small back.
import { findMemberAddress } from "@mingbai/exchange/links/member-address";
import { openBenchLinks, smallBytesMax } from "./bench-links.ts";

const dialler = findMemberAddress(process.argv[2] ?? "");
if (dialler === undefined) throw new Error("serve-links MEMBER=KEY@HOST:PORT");

const links = await openBenchLinks("listens", [dialler]);
/** As long as a member's signed promise that it has stored a body. */
const answer = new Uint8Array(140);
links.onFrame((member, frame) => {
  if (!links.send(member, frame.length > smallBytesMax ? answer : frame)) throw new Error("an answer had no room");
});
process.send?.({ port: links.port });
process.once("disconnect", async () => {
  await links.close();
  process.exit(0);
});
