import { describe, expect, test } from "vitest";
import { Docker } from "../../src/docker.js";
import { InvalidArgumentError } from "../../src/errors.js";

describe("the options of a client", () => {
  test.each([
    [{ socketPath: "/run/docker.sock" }, 'no option socketPath. Say host: "unix:///path/to.sock".'],
    [{ host: "10.0.0.5", port: 2375 }, "no option port. Say it in the host: tcp://host:port."],
    [{ version: "v1.43" }, 'no option version. Say apiVersion: "1.43".'],
    [{ ca: "text" }, "no option ca. Say tls: { ca }."],
    [{ hosts: "unix:///x" }, "no option hosts. There are host, context, tls,"],
    [{ retry: { attempt: 3 } }, "no option retry.attempt. There are attempts,"],
    [{ tls: { cacert: "text" } }, "no option tls.cacert. There are ca, cert,"],
    [{ timeout: { overall: 3 } }, "no option timeout.overall. There are connect,"],
    [{ rateLimit: { perMinute: 3, max: 1 } }, "no option rateLimit.max. There are perMinute, maxWait."],
    [["unix:///run/docker.sock"], "must be an object"],
    [null, "must be an object"],
    [{ constructor: "x" }, "no option constructor."],
  ])("refuse %j", (options, sentence) => {
    const make = () => new Docker(options as object);
    expect(make).toThrow(InvalidArgumentError);
    expect(make).toThrow(sentence);
  });

  test("may be left out, or undefined one by one", () => {
    expect(() => new Docker({ host: undefined, tls: undefined, retry: false, timeout: 5 })).not.toThrow();
  });
});
