import { once } from "node:events";
import { connect } from "node:net";
import { create, fromBinary, type MessageInitShape, toBinary } from "@bufbuild/protobuf";
import { concat } from "@mingbai/codec/bytes";
import { FrameReader } from "./frame-reader.ts";
import { RequestSchema, type Response, ResponseSchema } from "./proto/generated/abci_pb.js";
import { uvarintBytes, writeUvarint } from "./uvarint.ts";

type RequestValue = NonNullable<MessageInitShape<typeof RequestSchema>["value"]>;

/** Stands in for CometBFT at one connection. */
export interface TestClient {
  send(...requests: readonly RequestValue[]): void;
  sendBytes(bytes: Uint8Array): void;
  /** The next answer; rejects when the connection ends before it. */
  next(): Promise<Response["value"]>;
  pause(): void;
  resume(): void;
  readonly ended: Promise<unknown>;
  end(): void;
}

export function requestFrame(value: RequestValue): Uint8Array {
  const bytes = toBinary(RequestSchema, create(RequestSchema, { value }));
  const length = new Uint8Array(uvarintBytes(bytes.length));
  writeUvarint(length, 0, bytes.length);
  return concat(length, bytes);
}

export async function testClient(socketPath: string): Promise<TestClient> {
  const socket = connect(socketPath);
  await once(socket, "connect");
  const reader = new FrameReader();
  const answers: Response["value"][] = [];
  const waiting: { resolve: (answer: Response["value"]) => void; reject: (error: Error) => void }[] = [];
  socket.on("data", (chunk: Buffer) => {
    for (const frame of reader.push(chunk).frames) {
      const { value } = fromBinary(ResponseSchema, frame);
      const first = waiting.shift();
      if (first === undefined) answers.push(value);
      else first.resolve(value);
    }
  });
  const ended = new Promise((done) => socket.once("close", done));
  ended.then(() => waiting.splice(0).forEach(({ reject }) => void reject(new Error("the connection ended"))));
  return {
    send: (...requests) => void socket.write(concat(...requests.map(requestFrame))),
    sendBytes: (bytes) => void socket.write(bytes),
    next() {
      const answer = answers.shift();
      if (answer !== undefined) return Promise.resolve(answer);
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    pause: () => void socket.pause(),
    resume: () => void socket.resume(),
    ended,
    end: () => void socket.destroy(),
  };
}
