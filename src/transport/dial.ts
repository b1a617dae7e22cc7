import { connect, type Socket } from "node:net";

/** Connects to a unix socket or a named pipe. */
export function dialSocket(path: string, signal: AbortSignal): Promise<Socket> {
  signal.throwIfAborted();
  const options = { path, highWaterMark };
  return established(connect(options), "connect", signal);
}

/** Connects by TCP, to whichever of the name's addresses answers first. */
export function dialTcp(
  { hostname, port }: { hostname: string; port: number },
  signal: AbortSignal,
): Promise<Socket> {
  signal.throwIfAborted();
  const options = { host: hostname, port, highWaterMark };
  return established(tuneTcp(connect(options)), "connect", signal);
}

/** One read of libuv gives up to 64 KiB; with a smaller mark every one of them would stop the reading. */
const highWaterMark = 64 * 1024;

/** Quiet follow streams must outlive the memory of a NAT or firewall between, which can be as short as a minute. */
export function tuneTcp<S extends Socket>(socket: S): S {
  socket.setNoDelay(true);
  socket.setKeepAlive(true, 30_000);
  return socket;
}

/** Settles when the socket is connected or has failed; a failed or aborted one is destroyed. */
export function established<S extends Socket>(
  socket: S,
  event: "connect" | "secureConnect",
  signal: AbortSignal,
): Promise<S> {
  return new Promise((resolve, reject) => {
    const abort = () => socket.destroy(signal.reason);
    const done = () => signal.removeEventListener("abort", abort);
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort, { once: true });
    socket.once(event, () => {
      done();
      // A listener of this event may have refused the connection just before.
      if (!socket.destroyed) resolve(socket);
    });
    // Stays for good. An error before undici listens must not end the process. And with TLS 1.3 a client certificate
    // is refused after the handshake by an alert, which Node emits as an error without destroying the socket: undici
    // would forget it over the end of the stream that follows.
    socket.on("error", (error) => {
      socket.destroy(error);
      done();
      reject(error);
    });
    socket.once("close", () => {
      done();
      reject(Object.assign(new Error("closed before the connection was made"), { code: "ECONNRESET" }));
    });
  });
}
