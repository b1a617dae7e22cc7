/** Run as a program by the ssh tests: asks once and closes nothing. It must end by itself. */
import { Pool } from "undici";
import { createConnector } from "../../src/transport/connect.js";
import { sshEndpoint } from "./endpoints.js";

const environment = { PATH: process.env.FAKE_SSH_PATH };
const connector = createConnector(sshEndpoint(), { connectTimeout: 5_000, environment });
const pool = new Pool(connector.origin, { connect: connector.connect, keepAliveTimeout: 600_000 });
const { statusCode, body } = await pool.request({ path: "/_ping", method: "GET" });
process.stdout.write(`${statusCode} ${await body.text()}`);
