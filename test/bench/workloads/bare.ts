/** Reads an answer as undici hands it over, without its body stream and its `request()`: nothing in undici is faster. */
export async function dispatched(
  socketPath: string,
  path: string,
  onData: (chunk: Buffer) => void,
): Promise<void> {
  const { Client } = await import("undici");
  const client = new Client("http://daemon", { socketPath, bodyTimeout: 0 });
  await new Promise<void>((resolve, reject) => {
    client.dispatch(
      { method: "GET", path },
      {
        onResponseData: (_, chunk) => onData(chunk),
        onResponseEnd: () => resolve(),
        onResponseError: (_, error) => reject(error),
        onRequestStart() {},
        onResponseStart() {},
      },
    );
  });
}
