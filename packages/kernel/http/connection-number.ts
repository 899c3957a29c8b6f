import type { Socket } from "node:net";

const numbers = new WeakMap<Socket, number>();
let last = 0;

/** A number for a connection, as long as it stands: whose turn a request takes before it is known who signed it. */
export function connectionNumber(socket: Socket): number {
  const number = numbers.get(socket) ?? ++last;
  numbers.set(socket, number);
  return number;
}
