// Loaded first into the process that the bootstrap starts (`node --import`). The bootstrap holds the other end of a
// pipe; when it dies, even by kill -9, the pipe ends and this process stops as if it had been asked to.
import { Socket } from "node:net";
import { isMainThread } from "node:worker_threads";

const descriptor = process.env.MINGBAI_PARENT_FD;
if (isMainThread && descriptor) {
  // Children of this process inherit its environment but not the pipe, so they must not look for it.
  delete process.env.MINGBAI_PARENT_FD;
  const pipe = new Socket({ fd: Number(descriptor), readable: true, writable: false });
  const stop = () => process.kill(process.pid, "SIGTERM");
  pipe.once("end", stop).once("error", stop).resume().unref();
}
