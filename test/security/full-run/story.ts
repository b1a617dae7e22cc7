import { createConnector } from "../../../src/connector/connector.js";
import type { Docker } from "../../../src/docker.js";
import { MARK } from "./planted.js";

const secret = (name: string) => `${MARK}-${name}`;
/** Arguments of a build are part of the API's URL: engines show them in the history of the image, too. */
export const BUILD_ARGUMENT = "ARGUMENT-that-is-no-secret";

const call = () => ({ headers: { "X-Call": secret("call-header") }, timeout: 1000 });
const image = "registry.example/app:1";
const env = { PASSWORD: secret("env") };
const first = (stream: AsyncIterable<unknown>) => stream[Symbol.asyncIterator]().next();

/** Everything that takes something secret, by a name: what is made is noted while it is in use. */
export const chapters: Readonly<Record<string, (docker: Docker, note: (thing: unknown) => void) => unknown>> =
  {
    ping: ({ system }) => system.ping(call()),
    info: ({ system }) => system.info(call()),
    login: ({ system }) => system.auth({ username: "u", password: secret("login") }, call()),
    create: ({ containers }) =>
      containers.create({ Image: "x", Env: [`PASSWORD=${secret("env")}`] }, {}, call()),
    "create over any path": ({ api }) =>
      api.POST("/containers/create", { body: { Image: "x", Env: [`PASSWORD=${secret("env")}`] } }),
    run: (docker) => docker.run(image, ["login"], { env, stdin: secret("stdin") }, call()),
    exec: (docker) => docker.exec("web", ["login"], { env, stdin: secret("stdin") }, call()),
    "exec create": ({ exec }) =>
      exec.create("web", { Cmd: ["login"], Env: [`PASSWORD=${secret("env")}`] }, call()),
    attach: async ({ containers }, note) => {
      const attached = await containers.attach("web", { stdin: true, stdout: true }, call());
      attached.stdin.write(secret("stdin"));
      note(attached);
      await attached.close();
      note(attached);
    },
    logs: async ({ containers }, note) => {
      const logs = containers.logs("web", {}, call());
      note(logs);
      await logs.text().finally(() => note(logs));
    },
    pull: async ({ images }, note) => {
      const job = images.pull(image, {}, call());
      note(job);
      await Promise.resolve(job).finally(() => note(job));
    },
    "pull by a token": ({ images }) => images.pull("token.example/app:1", {}, call()),
    "pull by the CLI's file": ({ images }) => images.pull("file.example/app:1", {}, call()),
    "pull by a helper": ({ images }) => images.pull("helper.example/app:1", {}, call()),
    push: ({ images }) => images.push(image, {}, call()),
    search: ({ images }) => images.search({ term: "registry.example/x" }, call()),
    distribution: ({ distribution }) => distribution.inspect(image, call()),
    build: (docker) =>
      docker.build(
        { dockerfile: "FROM scratch", files: { ".netrc": secret("file") } },
        { tag: "x", buildArgs: { A: BUILD_ARGUMENT } },
        call(),
      ),
    "build with BuildKit": (docker) =>
      docker.build(
        { dockerfile: "FROM scratch" },
        {
          buildkit: true,
          secrets: { token: Buffer.from(secret("build-secret")), other: { env: "PLANTED_VARIABLE" } },
        },
        call(),
      ),
    copy: (docker) => docker.copyTo("web", { ".netrc": secret("file") }, "/root", {}, call()),
    recreate: (docker) => docker.recreate("web", { env }, call()),
    session: ({ session }) =>
      session.open({ id: "x", sharedKey: secret("shared-key"), methods: ["/a.B/C"] }, call()),
    "a swarm's lock": ({ swarm }) => swarm.unlock({ UnlockKey: secret("unlock-key") }, call()),
    "a swarm's token": ({ swarm }) =>
      swarm.join(
        { JoinToken: secret("join-token"), RemoteAddrs: ["10.0.0.1"], ListenAddr: "0.0.0.0" } as never,
        call(),
      ),
    "a secret": ({ secrets }) =>
      secrets.create({ Name: "s", Data: Buffer.from(secret("data")).toString("base64") }, call()),
    "a config": ({ configs }) =>
      configs.create({ Name: "c", Data: Buffer.from(secret("data")).toString("base64") }, call()),
    service: ({ services }) =>
      services.create(
        { Name: "s", TaskTemplate: { ContainerSpec: { Image: image, Env: [`PASSWORD=${secret("env")}`] } } },
        call(),
      ),
    deploy: (docker) =>
      docker.deploy(
        { Name: "s", TaskTemplate: { ContainerSpec: { Image: image, Env: [`PASSWORD=${secret("env")}`] } } },
        {},
        call(),
      ),
    plugin: ({ plugins }) => plugins.configure("p", [`TOKEN=${secret("plugin")}`], call()),
    "install a plugin": ({ plugins }) =>
      plugins.install({ remote: image } as never, [] as never, call() as never),
    events: ({ system }) => first(system.events({}, call())),
    "a header that is wrong": ({ system }) => system.info({ headers: { "X-Call": `${secret("header")}\n` } }),
    "an option that is wrong": ({ containers }) =>
      containers.create({ Image: "x" }, { name: { [secret("option")]: secret("option") } as never }),
  };

/** The same through the connector. */
export async function connectorChapters(
  config: object,
  note: (label: string, thing: unknown) => void,
): Promise<void> {
  await using connector = createConnector(
    {
      retryAttempts: "0",
      rateLimit: "0",
      registryUsername: "u",
      registryPassword: secret("registry-password"),
      registryServerAddress: "registry.example",
      registryConfig: { "other.example": { username: "u", password: secret("further-password") } },
      ...config,
    },
    { log: (entry) => note("a log entry of the connector", entry) },
  );
  const actions: readonly (readonly [string, object])[] = [
    ["get_info", {}],
    ["list_containers", {}],
    ["pull_image", { from_image: image }],
    ["push_image", { name: "other.example/app:1" }],
    ["build_image", { dockerfile_content: "FROM x", t: "y" }],
    ["auth", { username: "u", password: secret("login"), serveraddress: "registry.example" }],
    ["create_secret", { name: "s", data: secret("data") }],
    ["create_config", { name: "s", data: secret("data") }],
    ["swarm_unlock", { unlock_key: secret("unlock-key") }],
    ["swarm_join", { join_token: secret("join-token"), remote_addrs: "10.0.0.1" }],
    ["create_container", { image: "x", env: `PASSWORD=${secret("env")}` }],
    ["exec_container", { id: "web", cmd: "true", additional_fields: { Env: [`TOKEN=${secret("env")}`] } }],
    ["create_container", { image: "x", additional_fields: `{"Env": ["TOKEN=${secret("env")}"]` }],
  ];
  for (const dryRun of [false, true]) {
    for (const [name, parameters] of actions) {
      const onProgress = (line: string) => note(`progress of ${name}`, line);
      note(`envelope of ${name}`, await connector.execute(name, parameters, { dryRun, onProgress }));
    }
  }
  note("a connector in use", connector);
}
