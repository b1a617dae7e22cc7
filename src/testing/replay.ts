import { Faults } from "./faults.js";
import type { HostExchange } from "./host-exchange.js";
import { type ListenOptions, startHost } from "./http-host.js";
import { playAnswer } from "./play-answer.js";
import { recordedRequest } from "./recorded-request.js";
import { type RecordedExchange, readRecording } from "./recording.js";
import { hiding } from "./recording-secrets.js";
import { ReplayChoice } from "./replay-choice.js";
import { ReplayOrder } from "./replay-order.js";
import { log, RequestLog } from "./request-log.js";

/**
 * Answers as a recording says. Each recorded answer is given once, in order for each method and path; a request that was not recorded is
 * answered with 501 and a sentence that says what is near.
 * @throws InvalidArgumentError when the file is not there or no recording
 * @example
 * await using replay = await startReplay({ file: "recording.json" });
 * await myProgram(new Docker({ host: replay.host }));
 * expect(replay.unused).toEqual([]);
 */
export async function startReplay(options: ReplayOptions): Promise<Replay> {
  const { file, listen, strict = false, secrets = [], patience = 1000 } = options;
  const { exchanges } = await readRecording(file);
  const choice = new ReplayChoice(exchanges, { strict });
  const order = new ReplayOrder({ patience });
  const faults = new Faults();
  const requests = new RequestLog();
  const hide = hiding(secrets);

  async function answer(exchange: HostExchange): Promise<void> {
    const asked = recordedRequest(exchange, hide);
    // Only a strict replay looks at the body, which a client may still be sending.
    if (strict) await exchange.bytes();
    const chosen = choice.take(asked);
    const recorded = typeof chosen === "number" ? exchanges[chosen] : undefined;
    if (typeof chosen === "number" && recorded) {
      order.came(chosen);
      await playAnswer(exchange, recorded, order);
    } else {
      exchange.answer(501, { message: chosen });
    }
  }

  const { host, stop } = await startHost({
    listen,
    handle(exchange) {
      log(requests, exchange);
      return faults.handle(exchange, () => answer(exchange));
    },
  });
  return {
    host,
    faults,
    requests,
    get unused() {
      return choice.unused;
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

export interface ReplayOptions extends ListenOptions {
  /** What `startRecorder` has written. */
  readonly file: string;
  /** Also query and body must be as they were recorded, and nothing is answered more often. Default false. */
  readonly strict?: boolean;
  /** The `secrets` of the recorder, so that paths, and in a strict replay query and body, are known again. */
  readonly secrets?: readonly string[];
  /**
   * How many milliseconds what came after a request waits for that request: for one that the program has left away, all that follows
   * comes so much later, once. Default 1000.
   */
  readonly patience?: number;
}

/** A recording that answers. */
export interface Replay extends AsyncDisposable {
  /** As `new Docker({ host })` and `DOCKER_HOST` take it. */
  readonly host: string;
  /** What of the recording nobody has asked for yet. */
  readonly unused: readonly RecordedExchange[];
  /** What is to go wrong. */
  readonly faults: Faults;
  /** What it has been asked. */
  readonly requests: RequestLog;
  /** Breaks every connection and leaves nothing behind. */
  stop(): Promise<void>;
}
