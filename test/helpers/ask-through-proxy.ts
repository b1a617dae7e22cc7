/** Run as a program by the proxy tests, since NODE_EXTRA_CA_CERTS is read only when Node starts. */
import { readFileSync } from "node:fs";
import { Pool } from "undici";
import { createConnector } from "../../src/transport/connect.js";
import { tcpEndpoint } from "./endpoints.js";

const { ENGINE_PORT, ENGINE_CA, PROXY } = process.env;
const tls = ENGINE_CA === undefined ? undefined : { ca: readFileSync(ENGINE_CA, "utf8") };
const endpoint = tcpEndpoint(Number(ENGINE_PORT), { tls });
const connector = createConnector(endpoint, { connectTimeout: 5_000, environment: {}, proxy: PROXY });
const pool = new Pool(connector.origin, { connect: connector.connect });
const { statusCode, body } = await pool.request({ path: "/_ping", method: "GET" });
process.stdout.write(`${statusCode} ${await body.text()}`);
await pool.close();
