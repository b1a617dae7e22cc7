import { access, constants } from "node:fs/promises";
import { join } from "node:path";
import { InvalidArgumentError } from "../errors.js";
import type { TlsOptions } from "./endpoint.js";
import { fileErrorCode, isMissing } from "./file-error.js";

/**
 * The ca.pem, cert.pem and key.pem of a folder, as far as they are there. Half a pair counts as none, as for the docker
 * CLI. The files are named, not read: a key stays out of memory until it is used, and a renewed one is seen.
 */
export async function findPemFiles(directory: string): Promise<Pick<TlsOptions, "ca" | "cert" | "key">> {
  const [ca, cert, key] = await Promise.all(
    ["ca.pem", "cert.pem", "key.pem"].map((name) => find(directory, name)),
  );
  return { ...(ca && { ca }), ...(cert && key && { cert, key }) };
}

async function find(directory: string, name: string): Promise<{ file: string } | undefined> {
  const file = join(directory, name);
  try {
    await access(file, constants.R_OK);
    return { file };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw new InvalidArgumentError(`${file} cannot be read (${fileErrorCode(error)}).`, { cause: error });
  }
}
