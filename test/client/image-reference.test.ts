import { describe, expect, test } from "vitest";
import { parseImageReference, pullTarget, tagTarget } from "../../src/client/image-reference.js";
import { InvalidArgumentError } from "../../src/errors.js";

const hex = "0123456789abcdef".repeat(4);
const digest = `sha256:${hex}`;

describe("parseImageReference", () => {
  test.each([
    ["alpine", "docker.io", "library/alpine", "alpine"],
    ["library/alpine", "docker.io", "library/alpine", "alpine"],
    ["docker.io/alpine", "docker.io", "library/alpine", "alpine"],
    ["index.docker.io/alpine", "docker.io", "library/alpine", "alpine"],
    ["index.docker.io/library/alpine", "docker.io", "library/alpine", "alpine"],
    ["docker.io/team/app", "docker.io", "team/app", "team/app"],
    // Without docker.io it would be another registry's, and that would be sent what is meant for Docker Hub.
    ["docker.io/evil.example/app", "docker.io", "evil.example/app", "docker.io/evil.example/app"],
    ["docker.io/localhost/app", "docker.io", "localhost/app", "docker.io/localhost/app"],
    ["team/app", "docker.io", "team/app", "team/app"],
    ["library/team/app", "docker.io", "library/team/app", "library/team/app"],
    ["ghcr.io/app", "ghcr.io", "app", "ghcr.io/app"],
    ["ghcr.io/library/app", "ghcr.io", "library/app", "ghcr.io/library/app"],
    // The engine keeps this name of Docker Hub's as it stands.
    [
      "registry-1.docker.io/library/alpine",
      "registry-1.docker.io",
      "library/alpine",
      "registry-1.docker.io/library/alpine",
    ],
    ["localhost/app", "localhost", "app", "localhost/app"],
    ["localhost:5000/app", "localhost:5000", "app", "localhost:5000/app"],
    ["myhost:5000/a/b/c", "myhost:5000", "a/b/c", "myhost:5000/a/b/c"],
    ["a:1/b", "a:1", "b", "a:1/b"],
    ["127.0.0.1:5000/app", "127.0.0.1:5000", "app", "127.0.0.1:5000/app"],
    ["[::1]:5000/app", "[::1]:5000", "app", "[::1]:5000/app"],
    ["Host/app", "Host", "app", "Host/app"],
    ["xn--n3h.com/app", "xn--n3h.com", "app", "xn--n3h.com/app"],
    ["localhosts/app", "docker.io", "localhosts/app", "localhosts/app"],
    ["192.168.0.1", "docker.io", "library/192.168.0.1", "192.168.0.1"],
    ["a__b/c---d/e.f_g", "docker.io", "a__b/c---d/e.f_g", "a__b/c---d/e.f_g"],
    [`docker.io/${hex}`, "docker.io", `library/${hex}`, hex],
    [hex.slice(1), "docker.io", `library/${hex.slice(1)}`, hex.slice(1)],
  ])("takes %s apart", (text, registry, path, familiarName) => {
    expect(parseImageReference(text)).toEqual({
      registry,
      path,
      tag: undefined,
      digest: undefined,
      name: `${registry}/${path}`,
      familiarName,
    });
  });

  test.each([
    ["alpine:3", "library/alpine", "3", undefined],
    ["localhost:5000", "library/localhost", "5000", undefined],
    ["localhost:5000/app:5000", "app", "5000", undefined],
    ["ghcr.io/a:V_1.2-x", "a", "V_1.2-x", undefined],
    ["a:_", "library/a", "_", undefined],
    [`a:${"t".repeat(128)}`, "library/a", "t".repeat(128), undefined],
    [`a@${digest}`, "library/a", undefined, digest],
    [`ghcr.io/a:1@${digest}`, "a", "1", digest],
    [`a@sha512:${hex}${hex}`, "library/a", undefined, `sha512:${hex}${hex}`],
    [`a@sha384:${hex}${hex.slice(32)}`, "library/a", undefined, `sha384:${hex}${hex.slice(32)}`],
  ])("finds tag and digest of %s", (text, path, tag, digest) => {
    expect(parseImageReference(text)).toMatchObject({ path, tag, digest });
  });

  test.each([
    ["", "is empty"],
    [hex, "is an image's id"],
    [digest, "is an image's id"],
    ["https://ghcr.io/app", "begins with a URL's scheme"],
    ["HTTP://ghcr.io/app", "begins with a URL's scheme"],
    ["Alpine", "upper-case letters in its path"],
    ["docker.io/team/App:1", "upper-case letters in its path"],
    ["team/", "empty part in its path"],
    ["/app", "empty part in its path"],
    ["docker.io/", "empty part in its path"],
    ["a//b", "empty part in its path"],
    [":1", "empty part in its path"],
    ["-app", '"-app" in its path'],
    ["team/app-", '"app-" in its path'],
    ["a..b", '"a..b" in its path'],
    ["a___b", '"a___b" in its path'],
    ["a_.b", '"a_.b" in its path'],
    ["..", '".." in its path'],
    ["team/../app", '".." in its path'],
    ["al pine", '"al pine" in its path'],
    ["alpine ", '"alpine " in its path'],
    ["alpine\n", '"alpine\\n" in its path'],
    ["alpine?x=1", '"alpine?x=1" in its path'],
    ["alpin\u00e9", "in its path"],
    ["a:", "a tag that is empty"],
    ["a:-1", "a tag that has other characters"],
    ["a:1:2", "a tag that has other characters"],
    ["c/a:1/b", "a tag that has other characters"],
    ["a:1\n", "a tag that has other characters"],
    [`a:${"t".repeat(129)}`, "a tag that is longer than 128 characters"],
    ["a@", "a digest that is not of the form"],
    ["a@sha256", "64 lower-case hexadecimal digits"],
    ["a@md5:0123456789abcdef0123456789abcdef", "a digest that is not of the form"],
    [`a@sha256:${hex.slice(1)}`, "64 lower-case hexadecimal digits"],
    [`a@sha256:${hex.toUpperCase()}`, "64 lower-case hexadecimal digits"],
    [`a@sha512:${hex}`, "128 lower-case hexadecimal digits"],
    [`a@${digest}:1`, "64 lower-case hexadecimal digits"],
    [`a@${digest}@${digest}`, "64 lower-case hexadecimal digits"],
    ["a_b.example/app", '"a_b.example" as its registry'],
    ["user:x1/app", "as its registry"],
    ["-a.example/app", "as its registry"],
    ["::1/app", "as its registry"],
    ["[fe80::1%eth0]:5000/app", "as its registry"],
    [`${"a".repeat(248)}`, "longer than 255 characters"],
    [`ghcr.io/${"a".repeat(256)}`, "longer than 255 characters"],
  ])("refuses %j: it %s", (text, problem) => {
    expect(() => parseImageReference(text)).toThrow(InvalidArgumentError);
    expect(() => parseImageReference(text)).toThrow(problem);
  });

  test("counts 255 characters without the registry, as newer engines do", () => {
    expect(parseImageReference("a".repeat(247)).path).toHaveLength(255);
    expect(parseImageReference(`registry.example:5000/${"a".repeat(255)}`).path).toHaveLength(255);
  });

  test.each([undefined, null, 3, {}])("refuses %j, which is no text", (value) => {
    expect(() => parseImageReference(value as never, "fromImage")).toThrow("fromImage must be a text");
  });

  test.each([
    "user:hunter2@ghcr.io/app",
    "https://user:hunter2@ghcr.io/app",
    "user:hunter2/x@ghcr.io/app",
    "hunter2!@ghcr.io/app",
    "ftp://a:hunter2@b",
    "ghcr.io/hunter2@ghcr.io",
  ])("shows no password of %s", (text) => {
    expect(() => parseImageReference(text)).toThrow(InvalidArgumentError);
    expect(() => parseImageReference(text)).not.toThrow("hunter2");
  });

  test("names the argument, and shows no more than a piece of a long text", () => {
    const long = `${"A".repeat(100_000)}/`;
    expect(() => parseImageReference(long, "repository")).toThrow(/^repository "A{300}…" has /);
  });
});

describe("pullTarget", () => {
  test.each([
    ["alpine", "alpine", "latest"],
    ["docker.io/library/alpine:3", "alpine", "3"],
    ["ghcr.io/team/app", "ghcr.io/team/app", "latest"],
    [`alpine@${digest}`, "alpine", digest],
    [`localhost:5000/a:1@${digest}`, "localhost:5000/a", digest],
  ])("asks for %s as %s and %s", (text, fromImage, tag) => {
    expect(pullTarget(parseImageReference(text))).toEqual({ fromImage, tag });
  });
});

describe("tagTarget", () => {
  test.each([
    ["alpine", "alpine", "latest"],
    ["registry.example:5000/team/app:1", "registry.example:5000/team/app", "1"],
  ])("names %s as %s and %s", (text, name, tag) => {
    expect(tagTarget(parseImageReference(text))).toEqual({ name, tag });
  });

  test("refuses a digest", () => {
    expect(() => tagTarget(parseImageReference(`team/app:1@${digest}`), "target")).toThrow(
      'target has a digest; name the image by a tag, such as "team/app:1".',
    );
  });
});
